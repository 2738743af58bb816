### Approvals, and mining beside the conversion.

permit-zoning = Zoning
permit-air = Air
permit-stormwater = Stormwater
permit-water = Water
permit-building = Building
permit-fiber_right_of_way = Fiber right of way
permit-utility_study = Utility study
path-notice = notice
path-review = review
path-hearing = hearing
trigger-grid_mw = Power drawn
trigger-standby_mw = Standby power
trigger-nox_t_per_year = Potential NOx
trigger-stored_fuel_l = Fuel stored
trigger-battery_kwh = Battery energy
trigger-disturbed_m2 = Ground disturbed
trigger-water_m3_per_day = Water drawn
trigger-fiber_build_km = New fiber
trigger-fiber_aerial_km = New fiber on poles
trigger-railroad_crossings = Railroads crossed
trigger-always = Any conversion
standing-applies = applies
standing-not_enlarged = if enlarged
standing-unknown = not known
standing-near = near

approvals-title = Approvals
approvals-summary = Of { $rules } of this place, those that apply: { $figure }{ $others }.
approvals-if-enlarged = {"; "}would bind an enlarged connection: { $figure }
approvals-not-judged = {"; "}cannot be judged: { $figure }
approvals-near = {"; "}near (the plan is at most 20 % below): { $figure }
approvals-rules-title = Rules that bind, or nearly do
approvals-col-standing = Standing
approvals-col-rule = Rule
approvals-col-measured = Measured
approvals-col-from = From
approvals-col-asks = What it asks
approvals-col-permit-path = Permit: path
col-sourced = Source (confidence)
sourced = { $sources } ({ $confidence })
confidence-high = high
confidence-medium = medium
confidence-low = low
confidence-estimate = estimate
approvals-permit-path = { $permit }: { $path }
approvals-permit-held = { $permit }, held
approvals-measured = { $what } { $size }
approvals-measured-least = { $what } at least { $size }
approvals-measured-unknown = { $what } not known
approvals-from-any = any
approvals-permits-title = Permits
approvals-col-permit = Permit
approvals-col-path = Path
approvals-col-weeks = Weeks, low / likely / high
approvals-col-held = Held
approvals-col-start = Start
approvals-col-finish = Finish
approvals-col-float = Float, days
approvals-col-critical = Critical
approvals-path-not-given = not given: planned over all paths
approvals-size-unknown = { $what } is not known far enough; missing: { $missing }.
approvals-unchecked = { $rules } could not be checked, for the facility gives no `region` or no `utility.grid_operator`: { $ids }.
approvals-elsewhere = The catalogs hold no rule of this region: what its authorities ask is not known here, and the weeks of permits are those of the United States. Have both from local counsel, in a catalog of your own.
approvals-path-named = the facility names a { $path }
approvals-path-none = no path is given
approvals-later = A hall would be ready { $weeks } later.
approvals-in-float = The float takes it up.
approvals-harder = { $permit }: { $rules } leads to a { $path }{ $likely ->
    [none] {""}
   *[other] , likely { $likely }
}; { $planned }, and { $weeks } are planned.{ $effect ->
    [none] {""}
   *[other] {" "}{ $effect }
}
approvals-limits-title = Crews and seasons
approvals-crew = { $trade }: crews for { $halls } at a time; later halls wait.
approvals-outdoors = Outdoors: no work { $span }, { $days }.
trade-demolition = Demolition
trade-civil = Civil
trade-building = Building
trade-electrical = Electrical
trade-mechanical = Mechanical
trade-fire = Fire
trade-controls = Controls
trade-commissioning = Commissioning
trade-network = Network

mining-title = Mining beside the conversion
mining-summary = Until the last hall is ready, miners earn a margin of { $earned }; from their stop to their ready date, halls lose { $lost }.
mining-col-from = From
mining-col-events = What changes
mining-col-miners = Miners, MW
mining-col-racks = Racks ready, MW
mining-col-draw = Draw of ready halls, MW
mining-col-supply = Power available, MW
mining-col-headroom = Headroom, MW
mining-gives-way = From { $date } miners give way by { $power } on a design day.
mining-curtailed = { $cost ->
    [none] Until the last hall is ready, miners give up { $energy } for want of power, were every day a design day. A hall whose weeks are worth less may go live later.
   *[other] Until the last hall is ready, miners give up { $energy } for want of power, a margin of { $cost }, were every day a design day. A hall whose weeks are worth less may go live later.
}
mining-after = Afterwards { $supply } may be drawn (curtailable power included); the data halls take { $draw } on the design day, which leaves { $left } for miners.
mining-miners-stay = Halls that are not converted hold { $miners } of miners, of which { $hashing } can go on{ $worth ->
    [none] {""}
   *[other] , worth { $worth } a year at the given margin
}.
mining-no-miners-stay = No hall keeps its miners.
mining-park = Mining with { $power } would take a container park{ $worth ->
    [none] {""}
   *[other] , worth { $worth } a year at the given margin
}.
mining-park-other = Mining with the other { $power } would take a container park{ $worth ->
    [none] {""}
   *[other] , worth { $worth } a year at the given margin
}.
mining-cooler-hours = Only the design day's headroom is counted, for all 8,760 hours; what cooler hours leave beyond it can be mined with as a flexible load, and is in no sum.
mining-engines-before-step = Gas at the site could fuel { $gas }: engines of { $engines } carry load from { $built }, { $weeks } before the utility's step of { $step }, and stay as its addition.
mining-engines-after-step = Gas at the site could fuel { $gas }: engines of { $engines }, built { $built }, come no earlier than the utility's step of { $step }.
mining-engines-for-good = Gas at the site could fuel { $gas }: engines of { $engines } from { $built } stand in for the grid for good, as no step of the utility is bought.
mining-no-engines = Gas at the site could fuel { $gas }; no engines are bought.

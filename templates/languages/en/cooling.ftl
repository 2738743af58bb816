### Cooling, energy and water.

cooling-title = Cooling
principle-dry = Dry coolers
principle-adiabatic = Adiabatic coolers
principle-evaporative = Closed evaporative towers
principle-chiller = Free-cooling chillers
cooling-no-coolant = No heat goes to a coolant; the air side takes all of it.
cooling-summary = The CDUs need facility water of { $water } on the design day; { $plants } give it.
cooling-limit = Without facility water the coolant is at the rack's limit of { $limit } within { $seconds }: the pumps of both loops run on UPS.
cooling-col-principle = Heat rejection
cooling-col-air = Works against air of, { $unit }
cooling-col-coldest = Coldest water, { $unit }
cooling-col-full = Full rating up to a day of, { $unit }
cooling-col-share = Of its rating
cooling-col-warmest = With coolant of { $warmest }
cooling-col-water = Water, { $unit }
cooling-wet-bulb = { $figure } wet bulb
cooling-chosen = chosen in { $halls }
cooling-too-much-water = too much water: { $water } may be drawn
cooling-admissible = admissible; the choice was made by cost and date
cooling-note = Coldest water is that of the full rating at the closest approach in the catalogs; chillers are counted on to { $range } below their rating.
cooling-lever = { $plant } have their full rating with coolant of { $coolant }, { $raised } more; at the { $warmest } that the rack accepts they give { $share } of it{ $water ->
    [none] {""}
   *[other] {" "}and take { $water } of water a day ({ $available } may be drawn)
}{ $flow ->
    [none] {""}
   *[other] , with { $flow } times the flow in the racks
}.
cooling-lever-nothing = { $plant } have their full rating with coolant of { $coolant }, { $raised } more; at the { $warmest } that the rack accepts they give nothing.
cooling-lever-none = { $plant } have their full rating with coolant of { $coolant }, { $raised } more; the rack accepts no warmer coolant than planned.

cooling-loops = Loops of { $halls }
cooling-col-coolant = Coolant
cooling-col-warm = Warm loop
cooling-col-cold = Cold loop
cooling-row-coolant = Filled with
cooling-row-heat = Heat, { $unit }
cooling-row-ends = Supply to return, { $unit }
cooling-row-flow = Flow, { $unit }
cooling-row-main = Main, as one pipe
cooling-row-head = Head, { $unit }
cooling-row-pumps = Pumps by flow and head, { $unit }
cooling-row-planned = Pumps as planned, { $unit }
cooling-ends = { $low } to { $high }
cooling-pipe = { $pipes ->
    [none] {""}
   *[other] { $pipes } x{" "}
}DN{ $dn }, { $velocity }
cooling-coolant = Coolant at { $supply }: { $density }, { $heat }, { $viscosity }. A rack takes { $rack } through a branch of { $branch }. The loop holds { $volume } and grows by { $growth } from { $ends }.
cooling-cdus = CDUs: { $carrying } of { $units } carry the load, each { $heat } of { $heat-limit } and { $flow } of { $flow-limit }. They leave { $head } at rated flow for the { $loop-head } of the loop{ $racks ->
    [none] {" "}without the racks
   *[other] {""}
}; at that head the pumps take { $pumps }.
cooling-antifreeze = , { $share } of it antifreeze ({ $volume })
cooling-no-antifreeze = {" "}without antifreeze
cooling-freeze = ; liquid to { $freeze } in winters of { $winter }
cooling-fill = Facility loops hold { $volume }{ $antifreeze }{ $freeze }; they grow by { $growth } from { $ends }.
cooling-buffer = Buffer tanks: { $chosen } for { $needed } needed with this filling; they bridge { $warm } minutes in the warm loop ({ $warm-asked } asked) and { $cold } in the cold one ({ $cold-asked } asked).
cooling-air = Air: { $heat } in { $flow } at a rise of { $rise } and { $density }, by { $carrying } of { $units } units. The kW come from: { $sources }.
cooling-air-source = { $name } { $heat }
cooling-dew-point = Condensation: a room of { $room } and { $humidity } has its dew point at { $dew-point }; pipes stay dry from { $dry-from } on, and the coldest has { $coldest }.
cooling-to-settle = To settle:
cooling-wet-coolant = the coolant of { $supply } is too near the dew point of the room: insulate and control humidity
cooling-wet-loop = the cold loop of { $supply } is too near the dew point of the room: insulate and control humidity
cooling-rack-drop-unknown = the rack's pressure drop is not published, so heads hold the loop outside alone: have it from the maker
cooling-tanks-warm = the buffer tanks of the warm loop bridge { $bridged } of { $asked } minutes
cooling-tanks-cold = the buffer tanks of the cold loop bridge { $bridged } of { $asked } minutes

energy-title = Energy and water
energy-summary-day = PUE is { $design } on the design day. For the year, give `climate.zone` or `climate.bins` in the facility.
energy-summary = PUE is { $design } on the design day and { $year } over a typical year; { $water }. At a load factor of { $load } the IT equipment takes { $it } a year and the site { $site }.
energy-water = WUE is { $wue }, { $water } of water a year
energy-no-water = no water is evaporated
energy-col-use = Use
energy-col-design = Design day, { $unit }
energy-col-of-it = of IT
energy-col-year = Mean of the year, { $unit }
use-racks = Racks
use-network = Network and storage
use-house = House load
use-power_chain = Losses of the power chain
use-coolant_pumps = CDU pumps
use-facility_pumps = Facility-water pumps
use-air_side = Fans of the air side
use-heat_rejection = Heat rejection of the warm loop
use-chilled_water = Chillers of the air side
use-other = Other plant
energy-note = IT is racks with network and storage (ISO/IEC 30134-2); the design day is as the grid import counts it, running units at their rated draw.
energy-col-plant = Plant outdoors
energy-plant = { $principle } ({ $item })
energy-col-mean = Mean, { $unit }
energy-col-wet = Wet, { $unit }
energy-col-compressors = Compressors, { $unit }
energy-col-air = Outdoor air, { $unit }
energy-col-hours = Hours
energy-col-plants = Plant outdoors, { $unit }
energy-hotter = In { $hours } of this year the air is above the design day of { $design }: coolers are counted at full fans, and their water is warmer then.
energy-origin = Year:{" "}
energy-model = Modeled: IT at full power in all hours, its PUE and WUE taken for the mean load of { $load }; losses, pumps, house load and fans indoors as on the design day; fans of coolers by the cube of the air flow they need, pads wet only where dry air is too warm, towers wet all year; chillers by their free-cooling coil first, then by compressors whose performance follows the air from their rating point.

### Gap, temperatures, assets, orders, choices, schedule, cost, scope, risks, bill of materials.

gap-title = Gap
gap-what = What each place needs, what its assets supply under the redundancy policy after derating, and what is missing.
gap-col-needed = Needed
gap-col-assets = From assets
gap-col-gap = Gap

chain-title = Temperature chain
chain-col-at = At
chain-col-because = Because

assets-title = Re-use ledger
assets-col-asset = Asset
assets-col-decision = Decision
assets-col-usable = Usable, each
assets-col-reason = Reason
assets-what = { $count } x { $kind } { $rating }
assets-reused = re-used: { $units } of { $count }
assets-moved = moved: { $units } of { $count }
assets-not-needed = not needed
assets-rejected = not usable
assets-untouched = untouched
asset-power_transformer = power transformer
asset-mv_switchgear = mv switchgear
asset-transformer = transformer
asset-lv_switchboard = lv switchboard
asset-ups = ups
asset-battery = battery
asset-generator = generator
asset-fuel_tank = fuel tank
asset-dry_cooler = dry cooler
asset-evaporative_tower = evaporative tower
asset-exhaust_fan = exhaust fan
asset-immersion_tank = immersion tank
asset-mining_container = mining container

on-order-title = Equipment on order
on-order-what = What was ordered before this plan. What remains to be paid for units that the plan uses is in the capex, with their installation.
on-order-col-for = For
on-order-col-arrives = Arrives
on-order-col-remaining = Remains to be paid
on-order-col-used = Used
on-order-col-why = Why
on-order-not-known = not known
on-order-paid = paid in full
on-order-used = { $used } of { $count }

choices-title = Choices and why
choices-col-chosen = Chosen
choices-col-redundancy = Redundancy
choices-col-units = Units
choices-col-load = Load of what it can carry
choices-col-cost = Direct cost
choices-col-runner-up = Runner-up, and why not
choices-all = All alternatives with their reasons are in `plan.json`.
choices-load = { $required } of { $usable } { $unit }
choices-load-others = { $required } of { $usable } { $unit }, { $others } of them brought by other plant
choices-new = { $units } new
choices-as-it-is = as it is
choices-more = as it is, { $units } new
choices-kept = { $kept } kept
choices-kept-and-new = { $kept } kept, { $units } new
choices-partly-priced = { $cost }, and parts that are not priced
choices-none = no other way
choices-ruled-out = none that is priced and fits; { $label }: { $reason }
choices-cheaper = { $runner_up }. Cheaper, but ruled out: { $barred }
choices-other = { $facts ->
    [none] { $label }: { $reason }
   *[other] { $label } ({ $facts }): { $reason }
}

schedule-title = Schedule
schedule-milestones = Milestones
schedule-drivers = What drives the dates
schedule-drivers-of = { $halls }:
schedule-start = project starts
schedule-first-order = last day for the first order: { $what }
schedule-approvals = last approval given
schedule-utility = utility's work done
schedule-delivered = last equipment on site
schedule-commissioning = commissioning starts
schedule-miners-stop = miners of { $halls } stop
schedule-ready = { $hall } ready for service ({ $span })
schedule-step = { $start } to { $finish } ({ $weeks }): { $task }{ $held ->
    [none] {""}
   *[other] , which may not start before { $held }
}
schedule-step-follows = { $step }; { $follows }
schedule-follows-start = { $lag ->
    [none] with the start of the step before
   *[other] { $lag } after the start of the step before
}
schedule-follows-end = { $lag } after the end of the step before
schedule-ends-after-end = { $lag ->
    [none] to end with the step before at the earliest
   *[other] to end { $lag } after the step before at the earliest
}
schedule-ends-after-start = { $lag ->
    [none] to end with the start of the step before at the earliest
   *[other] to end { $lag } after the start of the step before at the earliest
}
gantt-chain = Driving chain
gantt-site = Site
gantt-hall = Hall { $hall }
gantt-ready = Ready for service
gantt-prepare = Prepare
gantt-approvals = Approvals
gantt-procure = Procure
gantt-commission = Commission
gantt-build = Build
gantt-all = All work

cost-title = Cost
cost-col-share = Share of direct cost
cost-direct = Direct cost
cost-total = Total
cost-premiums = The direct cost holds premiums: { $premiums }.
cost-premium-delivery = { $amount } for faster delivery
cost-premium-slots = { $amount } for reserved slots
cost-premium-shifts = { $amount } for work in two shifts

scope-title = What the capex holds
scope-what = Published figures per MW mix scopes and divisors. Utility power is { $utility } MW, the draw on the design day { $gross } MW, racks with network and storage { $it } MW. The last three columns divide the sum so far.
scope-col-scope = Scope
scope-col-adds = Adds
scope-col-sum = Sum so far
scope-col-utility = per MW utility
scope-col-gross = per MW gross
scope-col-it = per MW critical IT
scope-tenant-racks = The tenant's racks would add { $amount }; they are not in the capex.

orders-title = Long-lead orders
orders-what = Orders of { $from } and more, the most urgent first. After the order-by date a hall is late.
orders-col-planned = Planned order
orders-col-need-by = Need by
orders-line = { $unit ->
    [each] { $quantity } x { $what }
   *[other] { $quantity } { $unit } { $what }
}
orders-slot = { $what }, slot reserved
orders-overdue = overdue
orders-first-weeks = first 4 weeks

bom-title = Bill of materials
bom-lines = { $lines } in `bom.csv`: { $priced } priced from published figures, { $estimated } by estimate, { $unpriced } without a price.
bom-unpriced = Without a price, and in no sum: { $items }.
bom-item = { $what } ({ $place })

risks-title = Risks and assumptions
risks-capex = Capex: { $spread }.
risks-capex-spread = { $span } (-{ $below } % to +{ $above } % of the likely figure)
risks-ready = Ready: { $spread }.
risks-ready-spread = { $early } earlier to { $late } later than { $date } for hall { $hall }
risks-ends = The ends of every range add all prices or all durations at the same end, as if they moved together. Where they move independently, the true spread is narrower. A low ready date has orders placed and mining stopped as early as that date needs, a high one no earlier than planned.
risks-warning = Warning: { $text }
risks-col-widest = Widest spread of cost
risks-col-span = Low to high
risks-col-above = High above likely
risks-col-about = Assumed about
about-prices = prices
about-mining = mining
about-tenant = tenant
about-land = land
about-schedule = schedule
about-halls = halls
about-blocks = blocks
about-fault-level = fault level
about-paths = paths
about-studies = studies
about-scope = scope
about-re-use = re-use
about-utility = utility
about-wet-bulb = wet bulb
about-frequency = frequency
about-hall-order = hall order
about-reserved-slots = reserved slots
about-two-shifts = two shifts
risks-col-text = What, and why

evidence-solver = Solver
evidence-solver-text = { $solver }. Minimized: { $objective }. The plan is { $proof }: direct cost { $cost }, lower bound { $bound }, gap { $gap }.
evidence-model = Model: { $model }.
evidence-model-size = { $columns } columns ({ $binaries } binary), { $rows } rows
evidence-sources = Sources
evidence-col-id = Id
evidence-col-title = Title
evidence-col-address = Address
evidence-files = Files
evidence-col-role = Role
evidence-col-name = Name
derivations-title = Derivations

frontier-title = What an earlier date costs
frontier-this-plan = This plan: { $amount }, the last hall ready on { $date }.
frontier-col-ready = Last hall ready
frontier-col-capex = Capex, likely
frontier-col-more = More than the line above
frontier-col-earlier = Earlier by
frontier-col-week = For each week gained
frontier-col-proof = Proof
frontier-proved = proved
frontier-not-proved = not proved
frontier-end-earliest = No plan is earlier than the last line.
frontier-end-capped = The last line is the earliest plan; between it and the one above there may be more.
frontier-end-unknown = What lies beyond the last line is not known: the solver gave no answer.
frontier-steps = Steps of { $days } were taken: plans with dates between two lines are left out.

cash-title = Money by quarter
cash-terms = Direct cost at likely prices. Of an order of equipment { $deposit } is paid with it, { $delivery } on delivery and { $rest } when its hall is ready; work in place as it goes, { $retainage } of it held back until then; of what the utility builds { $advance } with its order. All payments come { $days } after they fall due. These terms are estimates for planning, not offers.
cash-soft = Soft costs and contingency, { $amount } in all, are not in the table; they follow the work.
cash-undated = { $amount } have no order date and are not in it either.
cash-col-quarter = Quarter
cash-col-committed = Committed
cash-col-paid = Paid
cash-col-sum = in all
spares-title = Recommended spares
spares-what = What owners' specifications ask to be delivered with such equipment and kept in store; where none is published, an engineering estimate. Vendors are asked to price it apart: no price is known, and none is in the capex.
spares-col-item = Goes with
spares-col-bought = Bought
spares-col-part = Spare
spares-col-quantity = Recommended
spares-col-rule = Rule
spares-quantity = { $unit ->
    [set] { $figure } { $count ->
        [1] set
       *[other] sets
    }
   *[other] { $figure }
}
spares-rule = one for { $each }{ $has_least ->
    [yes] , at least { $least }
   *[no] {""}
}

### Pictures of the page, and the words of its script.

# Of what, and its figure or note.
picture-part = { $what }: { $figure }
picture-in-place = { $what } { $figure }
picture-lane-design = Design and approvals
picture-lane-purchase = Purchasing and utility
lane-after-ready = After ready: the tenant's racks
picture-halls-each = Halls { $halls } (each)
picture-ready-on = ready { $date }

picture-power-title = Power by date
picture-power-miners = Miners
picture-power-racks = Ready for racks
picture-power-draw = Draw of the data halls
picture-power-supply = Power available
picture-power-now = { $name } { $power }
picture-power-from = { $power } from { $date }
picture-power-caption = MW at likely durations. Hatched: miners. Shaded: racks; where both run, one lies over the other, each from zero. Ready for racks: the power of the racks whose hall is ready to take them, before the tenant has burnt them in; their draw holds cooling and losses of the design day. Dashed: what may be drawn from utility and engines.

picture-temperatures-title = Temperature chain on the design day
picture-temperatures-limit = Warmest coolant the rack accepts: { $temperature }
picture-temperatures-approach = { $distance } approach
picture-temperatures-margin = { $distance } to the limit
picture-temperatures-node = { $name } { $temperature } ({ $because })
picture-temperatures-caption = From the air of the design day to the coolant of the racks, in { $degrees }. Approaches and the margin to the rack's limit are in { $kelvin }.

picture-one-line-standby_power = Generator sets
picture-one-line-on_site_power = Gas engines on site
picture-one-line-load_smoothing = Load smoothing
picture-one-line-racks = Racks
picture-one-line-core = for network, storage and pumps
picture-one-line-kept = unit kept
picture-one-line-new = new unit
picture-one-line-spares = after the + : spares of N+1, or the B side of 2N
picture-one-line-halls = { $halls } (x { $figure }, each as drawn)
picture-one-line-units = { $needed }{ $spare ->
    [none] {""}
   *[other] {" "}+ { $spare }
}{ $policy ->
    [none] {""}
   *[other] {" "}({ $policy })
}{ $kept ->
    [none] , new
   *[other] { $new ->
        [none] , kept
       *[other] , { $kept } kept and { $new } new
    }
}
picture-one-line-with = { $what }, { $figure }
picture-one-line-caption = Units are drawn up to eight; of more, three stand for all. Figures beside a wire are the load on the design day and, of the stage above it, the load of all its units.

picture-gantt-chain = What drives the date of { $halls }
picture-gantt-all = All work: { $place }, { $tasks }
picture-gantt-drives = drives a date
picture-gantt-has-float = has float
picture-gantt-float = float
picture-gantt-order = order by, at the latest
picture-gantt-ready = ready for service
picture-gantt-today = plan made for { $date }
picture-gantt-ready-on = { $date }: ready for service
picture-gantt-stops-on = { $date }: miners stop
picture-gantt-no-float = no float
picture-gantt-days-of-float = { $days } of float
picture-gantt-dates = { $start } to { $finish } ({ $weeks }), { $float }{ $order ->
    [none] {""}
   *[other] , order by { $order }
}
picture-gantt-hall-ready = { $hall } ready for service { $date }
picture-gantt-title = Work and orders over time
picture-gantt-caption = Likely durations. Hatched and framed: work that drives a date, or has no float. Diamonds: the last day to place an order that delays no hall. Choose a bar for the chain behind it.

picture-dependencies-title = What waits for what
picture-dependencies-deliveries = { $trade }: deliveries
picture-dependencies-tasks = { $tasks }, { $date }
picture-dependencies-from = from { $date }
picture-dependencies-inside = Activities of { $place }: { $figure }
picture-dependencies-listing = What each activity waits for in its place, halls alike but where one is named
picture-dependencies-line = { $what }{ $before ->
    [none] {""}
   *[other] {" "}(waits for { $before })
}
picture-dependencies-waits = { $what } waits for { $before }
picture-dependencies-caption = A box stands behind what it waits for; links that follow from others are left out, and of trades that wait for each other the direction of more links is drawn. Thick: the chain that drives a hall's date. Dates: when the first of the work begins. Below, the same for the activities of each place. Halls with the same work are drawn once.

picture-capex-title = Capex by system, and what re-use saves
picture-capex-saved = Not in the capex: new units in place of those kept
picture-capex-kept = { $service }, { $units } kept
picture-capex-amount-saved = { $amount } saved
picture-capex-unknown = Not counted, for no way of new units alone is priced: { $names }.
picture-capex-caption = Likely cost; the thin lines run from the low to the high end of each part. Hatched: money that re-use saves, which is the cheapest way of new units alone among the plan's alternatives, less what the chosen way costs.

picture-spending-title = Commitments and payments of the direct cost
picture-spending-committed = Committed
picture-spending-paid = Paid
picture-spending-latest = Committed at the latest
picture-spending-by = { $amount } by { $date }
picture-spending-undated = Without an order date, and in no curve: { $amount }.
picture-spending-caption = Sums of the bill of materials at likely prices; soft costs are left out. Committed: an order on its planned date, the contractors' work on goods when it starts. Paid: on the terms told here. Dotted: the same commitments, each on its latest date that delays no hall.

# { $shown } and { $all } are put in by the script.
script-filter = Filter rows
script-rows = { $shown } of { $all } rows
script-close = Close
script-dates = { $place }: { $start } to { $finish }
script-float = { $days } of float
script-no-float = No float: a day later here is a day later there
script-chain = Driven by, latest first
script-start = Nothing before it sets its date: it starts with the project, on a day of its own, or, as an order, with the float it keeps to its latest day.
script-step = { $task } ({ $dates })

picture-frontier-title = Least capex by the day on which the last hall is ready: { $name }
picture-frontier-point = { $number }: { $amount }, { $date }
picture-frontier-open-point = { $number }: { $amount }, { $date }, not proved
picture-frontier-caption = Capex at likely prices, soft costs included; the axis does not begin at zero. Filled: proved that no plan is cheaper as early.

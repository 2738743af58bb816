### The head of the report, the answer, and what stands at its end.

report-title = { $facility }: from bitcoin mine to AI data center
report-made = { $place }. Target: { $target }. Made for { $date } by retrofit { $version }.
report-client = Client
report-prepared-by = Prepared by
report-language-note = Names and notes of the input files and catalogs, and titles of sources, stand in English, US dollars and SI units, as they were recorded. So do the files beside the report: schedules, graphs and the bill of materials.
report-currency-note = Amounts are in { $currency } at { $rate } { $currency } for one US dollar, the rate that was given for this report; the plan counts in US dollars.
report-disclaimer = Note

answer-title = Answer
answer-none = No hall is to be converted.
answer-verdict = It can be done: { $halls } with { $racks } of { $model }, { $power } of IT power.
answer-capex = Capex
answer-capex-text = { $per ->
    [none] { $capex }.
   *[other] { $capex }, { $per }.
}
answer-up-to = { $amount }, up to { $scope }
answer-per-mw = { $amount } per MW of racks, network and storage
answer-unpriced = Not in it: { $lines } of the bill of materials, whose price is not known.
answer-budget-high = Even the high end is within the budget of { $budget }.
answer-budget-likely = The likely cost is within the budget of { $budget }; the high end exceeds it by { $excess }.
answer-budget-none = The likely cost exceeds the budget of { $budget } by { $excess }.
answer-date = Date
answer-ready-one = { $halls } is ready on { $date } ({ $span }).
answer-ready-all = All halls are ready on { $date } ({ $span }).
answer-ready-last = { $count ->
    [one] { $halls } is ready last, on { $date } ({ $span }).
   *[other] { $halls } are ready last, on { $date } ({ $span }).
}
answer-deadline-high = Even with all durations high, every hall is ready by the deadline { $date }.
answer-deadline-likely = At likely durations every hall is ready by the deadline { $date }; with all durations high the last is { $late } late.
answer-deadline-none = The last hall misses the deadline { $date } by { $late }.
answer-driver = What drives it: { $what }.
answer-driver-part = { $what } ({ $size })
answer-cost-part = { $what } { $amount }
answer-cost-parts = { $services } ({ $shares } of the direct cost)
answer-lead = Order and delivery of { $service }
answer-not-before = Wait until { $date } before { $task }
answer-rules = Date at risk
answer-order = Order
answer-hall-order = Crews go through the halls in the order { $halls }.
answer-phases = Phases
answer-phases-text = { $phases }.
answer-phase = { $count ->
    [one] { $halls } does not wait for new { $services }: what is kept carries it
   *[other] { $halls } do not wait for new { $services }: what is kept carries them
}
answer-cost = Cost
answer-mining = Mining
answer-mining-text = { $margin }. It is not in the capex.
answer-margin = { $lost } of margin is lost between the stop of the miners and ready
answer-margin-float = { $lost } of margin is lost between the stop of the miners and ready; { $least } of it if they stopped as late as the float behind them allows
answer-proof = Proof
answer-proof-text = The plan is { $proof }.
proof-optimal = proved optimal (gap { $gap })
proof-optimal-racks = of proved least cost for these racks (gap { $gap }); that another split of racks between halls has more is not ruled out
proof-optimal-all-racks = of proved least cost for all racks asked for (gap { $gap })
proof-optimal-full-hall = of proved least cost for these racks (gap { $gap }); one more rack was shown to have no plan
proof-optimal-one-hall = of proved least cost for these racks (gap { $gap }); whether one more fits was left open
proof-incumbent = checked, not proved to be the best (gap { $gap })
proof-incumbent-dates = checked, not proved to be the best (cost gap { $gap }; dates within { $weeks } of the earliest on average)
answer-racks = Racks
answer-fit-all = All { $asked } asked for fit.
answer-fit = { $racks } of { $asked } asked for fit.{ $left ->
    [none] {""}
   *[other] {" "}No rack fits beside them in { $left }, left to mining.
} Tried: { $tried }. In { $questions } { $shown }.
answer-fit-tried = { $name } ({ $racks })
answer-fit-maximal = one more rack in any hall was shown to have no plan; another split between halls is not ruled out
answer-fit-maximal-hall = one more rack was shown to have no plan
answer-fit-open = whether one more rack fits was left open
answer-one-more = One more in { $halls }:
answer-of-asked = { $racks } of { $asked }
answer-to-settle = To settle
answer-to-settle-text = Findings that the studies leave to the designers, listed in their sections: { $findings }.
answer-findings-power = { $figure } in power
answer-findings-cooling = { $figure } in cooling
answer-findings-building = { $figure } in building
answer-findings-network = { $figure } in network
answer-findings-approvals = { $figure } in approvals
answer-col-it = IT power
answer-col-sized = Sized by
answer-col-stop = Miners stop
answer-col-ready = Ready
answer-col-ready-span = Ready, low to high
answer-orders-title = Orders to place in the first month
answer-orders-why = Each day after the order-by date delays a hall by a day. The planned date leaves room for the high lead time.
answer-orders-none = None is due by { $date }.
answer-orders-next = The most urgent is { $what }: planned for { $planned }, at the latest { $date }.

col-hall = Hall
col-racks = Racks
col-order-by = Order by
col-order = Order
col-where = Where
col-lead = Lead
col-likely-amount = Likely amount
col-service = Service
col-unit = Unit
col-date = Date
col-what = What
col-low = Low
col-likely = Likely
col-high = High
not-known = not known
col-verdict = Verdict
placed = { $place }: { $text }
not-priced = not priced

clash = { $how-far ->
    [none] Because { $premises }, there is no plan
   *[other] Because { $premises }, there is no plan: { $how-far }
}
clash-several = one of these would have to give, { $shortfalls }
clash-or = {", or "}
clash-set-in = { $text } ({ $origins })
clash-asks = { $count ->
    [one] { $halls } asks for { $racks }
   *[other] { $halls } ask for { $racks } each
}
clash-supply = { $services } can bring at most { $available }
clash-nothing-catalog = no catalog holds anything that supplies { $services }
clash-nothing = nothing can supply { $services } as asked for
clash-blocks = no number of units of { $services } that is offered goes round the low-voltage boards
clash-fault-level = { $count ->
    [one] { $services } must interrupt the fault level behind the transformers of its hall
   *[other] { $services } must interrupt the fault level behind the transformers of their halls
}
clash-taken = { $asset } can be taken once
clash-deadline = { $halls } must be ready by { $date }
clash-together = There is no plan: these cannot be met together
clash-part = { $premise }: { $short }
clash-because = Because { $premise }, { $over }
clash-against-budget = { $over }. Within the budget these cannot all be met
clash-each-paid = { $over }. Were any one of these not to be met in full, the budget would be enough: { $services }
clash-paid = { $over }. It has to pay for these among others: { $services }
clash-least-proved = the least capex that meets everything else is { $least } (solved), { $short } over the budget of { $budget }
clash-least-found = the cheapest plan found that meets everything else costs { $least }, not proved the least, { $short } over the budget of { $budget }
clash-least-beside = even with the other conflicts mended no plan costs less than { $least }, { $short } over the budget of { $budget }
clash-supply-lacking = { $services } would lack { $short } of { $needed }
clash-blocks-lacking = units of { $services } would not go round the low-voltage boards
clash-supply-short = { $needed } are needed, { $short } short
clash-taken-short = { $lacking } more of { $asset } would be needed
clash-deadline-short = { $count ->
    [one] { $halls } is ready { $late } after the deadline at the earliest
   *[other] { $halls } are ready { $late } after the deadline at the earliest
}

### The one-line diagram, fault levels, blocks, standby and swings.

power-chain-title = One-line diagram
power-balance = Of { $grid } drawn from the grid on the design day, { $racks } reach the racks' plugs, { $network } network and storage; cooling and other plant take { $plant }, lights and rooms { $house }, and the power chain loses { $losses } ({ $share } of the racks' power).
power-col-node = Node
power-col-installed = Load of all units
power-col-usable = With its spares out
power-col-loss = Loss, { $unit }
power-loop = loop
power-a-and-b = A and B
power-no-spare = no spare
power-chain-note = Voltage is that on the side of the load, current that of all units together. A dash under loss: the plan counts none. The shelves turn AC into the rack's 50 V DC busbar.
power-col-feed = Feed
power-col-rating = Rating, { $unit }
power-col-continuous = Continuous, { $unit }
power-col-normal = Both sides, { $unit }
power-col-one-side = One side out, { $unit }
power-col-design = At 125 %, { $unit }
power-col-peak = Rack peak, { $unit }
power-feed-run = Busway run, { $racks } racks
power-feed-whip = Whip and shelf, { $feeds } to a rack

power-stage-share = { $stage } { $share }
power-stage-units = { $stage } ({ $units })
power-overloaded = Loaded above what is left with one side or its spares out: { $stages }.
power-without-spare = Without a spare unit: { $stages }. One unit out takes its load with it.
power-shared-output = { $runs } of two busway sides hang on { $boards } sized as one pool: a rack's A and B feeds must come from different boards, and one board out must leave enough for its racks.
power-volts-outside = { $volts } lie outside the { $span } that the rack accepts.
power-whip-over = A whip carries { $one-side } with one side out, which asks for { $load } at 125 %: more than its { $limit }.
power-shelves-short = One side's shelves give { $limit }: a rack of { $load } must cap itself when the other side is lost.
power-peak-shelves = The rack's peak of { $load } is above the { $limit } of one side's shelves: it is held only with both sides.
power-peak-whip = At the rack's peak a whip carries { $load } with one side out, above its { $limit }.
power-peak-run = At the racks' peak a busway run carries { $load } with one side out, above its { $limit }.
power-not-given = Not in the target, so that the feeds are not held against it: { $names } of the rack.
power-of-shelves = shelf power
power-of-peak = peak power

power-blocks-title = Fault levels and blocks
power-verdict-within = All gear interrupts the fault current in every mode, a closed transition included.
power-verdict-unknown = No gear is known to stand below the fault level; { $points } of { $all } points are to be confirmed.
power-verdict-open = On either source alone no gear is known to stand below the fault level. Utility and generators in parallel exceed it at { $points } of { $all } points: generators take over by open transition, or an interlock keeps the sources apart.
power-verdict-exceeded = At { $points } of { $all } points the fault level on a single source exceeds what the gear interrupts.
power-col-point = Point
power-col-gear = Gear rating, { $unit }
power-col-on-utility = On the utility, { $unit }
power-col-on-generators = On generators, { $unit }
power-col-closed = Both closed, { $unit }
fault-point-mv_bus = Medium-voltage bus
fault-point-lv_board = Low-voltage board
fault-point-ups_output = UPS output board
fault-point-busway = Busway
fault-verdict-within = within its rating
fault-verdict-open_transition = open transition or interlock required
fault-verdict-exceeded = above its rating
fault-verdict-unknown = to be confirmed
power-fault-note = Symmetrical, first cycles, at the terminals: cables are left out, ties are open, one transformer of each kind lies in the path, the UPS is on its bypass. Motors behind drives feed nothing back; motors directly on line are not known and not counted. The coordination study replaces these figures.
power-fault-open = At the { $point } utility and generators in parallel give { $closed } against { $rating }: never both at once.
power-fault-exceeded = The fault level of the { $point }, { $levels }, exceeds the { $rating } of its gear.
power-fault-on-utility = { $level } on the utility
power-fault-on-generators = { $level } on generators
power-fault-unknown = At the { $point } { $names } { $count ->
    [one] is
   *[other] are
} not known{ $least ->
    [none] .
   *[other] ; the gear must bear { $least } at least.
}
power-fault-rating = the rating of its gear
power-fault-utility = the utility's contribution
power-fault-generators = the generators' contribution

power-col-part = On the boards
power-col-block = Each block
power-col-least-block = Least block has
power-col-share = Block's share
power-part-transformation = Transformers
power-part-critical_power = Rack UPS modules
power-part-ride_through = Battery sets
power-part-standby_power = Generator sets
power-part-transfer_switches = Transfer switches
power-block-units = { $least } or { $most }
power-block-bus = { $sets } on one board can feed { $feeds } into a bus of { $rating }.
power-block-tie = { $transformers } stand before { $boards }: a board without its own hangs on a tie.
power-block-parallel = { $transformers } stand before { $boards }: two in parallel on one board double its fault level, so that one of them stays open.
power-block-none = { $units } { $part } do not make { $blocks } blocks: { $without } would have none.
power-block-short = { $units } { $part } do not make { $blocks } blocks: one with { $least } has { $capacity } for its share of { $share }. They carry the hall only { $only }.
power-only-common-output = as one system on a common output bus
power-only-shared-batteries = where UPS modules share their batteries
power-only-common-bus = in parallel on a common generator bus
power-only-moved-loads = where loads move between boards

power-sets = { $sets } ({ $policy })
power-col-load = Load, { $unit }
power-col-all = Installed, { $unit }
power-col-largest-out = Largest out, { $unit }
power-col-nameplate = Of nameplate
power-col-fuel = Fuel, { $unit }
power-col-full = Full tanks, one out, { $unit }
power-col-filled = First fill, one out, { $unit }
power-col-asked = Asked, { $unit }
power-standby-unknown = Where the generators feed in is not known.
power-standby-step-up = The generators are made for { $voltages }: to reach the bus they need step-up transformers, which are not planned.
power-standby-switches = The generators feed the medium-voltage bus, whose breakers change over: { $switches } would have nothing to do.
power-standby-largest = With the largest set out { $left } of { $needed } are left.
power-standby-tank = With one tank out full tanks last { $hours } of { $asked }.
power-standby-fill = The first fill, spread over all tanks, lasts { $hours } of { $asked } with one tank out: fill the tanks up.

power-swing-unknown = The target states no load swing. Training moves all { $racks } of racks within seconds: ask the tenant for the swing and the utility for its limits on swing and ramp.
power-swing = Synchronized training swings { $share } of the racks' { $racks }, of which storage in the racks takes { $smoothing }: { $swing } within seconds.
power-swing-ramp = Its limit on ramps is not known and must be asked: it sets the energy that smoothing needs.
power-swing-no-limit = The utility's limit is not known; no storage is planned against swings.
power-swing-storage-short = Battery storage of { $storage } leaves { $left }, above the { $accepted } that the utility accepts.
power-swing-storage = Battery storage of { $storage } leaves { $left } of the { $accepted } that the utility accepts.
power-swing-no-storage-short = The utility accepts { $accepted }, and no battery storage is planned.
power-swing-no-storage = The utility accepts { $accepted }; no battery storage is needed.

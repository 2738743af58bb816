### Phrases that a plan holds in English with more in them than figures with units. Their names are free: a text is of a message whose
### English it fits. What may stand in a hole is said by its name: $figure (with or without a unit), $usd (money), $date, $name (an id
### of a file), $names (several), $item (what a catalog calls it, which stays in English), $service, $phrase (one of these in its
### turn); a second one of a kind is $figure2, and so on. Of messages that fit, the one with the most letters of its own tells it.

# What a plan is best at, and how it was solved.
pattern-solver = HiGHS, one thread, fixed seed
pattern-least-cost = least direct cost, then the earliest sum of ready dates at that cost
pattern-least-cost-within = the earliest dates within { $figure } of the least direct cost, then the least cost at these dates
pattern-most-racks = the most racks within the limits, then { $phrase }
pattern-least-value = capex + value of each hall's weeks to ready + mining margin lost while halls are down or miners give way
pattern-earliest = the earliest sum of ready dates, then the least direct cost at these dates
pattern-time-unpaid = { $phrase }; ways to buy time are not weighed

# What changes for miners.
pattern-mining-stops = mining stops in { $names }
pattern-ready = { $names } ready
pattern-miners-leave = miners leave { $name }
pattern-step-connected = utility's step connected
pattern-engines-built = engines built

# Ways to supply a service, by their parts.
pattern-existing = existing
pattern-existing-all = existing { $name }
pattern-existing-some = { $figure } of existing { $name }
pattern-moved = { $figure } x { $name } moved from { $name2 }
pattern-moved-yard = { $figure } x { $name } moved from the yard
pattern-units = { $figure } x { $item }
pattern-measure = { $figure } of { $item }
pattern-both = { $phrase } + { $phrase2 }
pattern-on-order = { $phrase }, { $figure } of them on order
pattern-expedited = { $phrase }, expedited
pattern-slot-reserved = { $phrase }, slot reserved at notice to proceed
pattern-two-shifts = { $phrase }, in two shifts
pattern-firm = { $figure } firm
pattern-by-step = { $figure } by { $name }
pattern-utility-step = utility step { $name }
pattern-route = { $name } ({ $figure })
pattern-nothing = nothing

# Why a way was not chosen.
pattern-dearer = costs { $usd } more
pattern-same-cost = costs the same, but { $phrase }
pattern-cheaper = costs { $usd } less itself, but { $phrase }
pattern-draws-more = draws { $figure } more of { $service }
pattern-does-not-fit = does not fit the rest of the plan (dates, or plant that it would need elsewhere)
pattern-no-better = no better in anything than { $phrase }
pattern-short = carries { $figure } with its failures taken; { $figure2 } are needed
pattern-site-limit = would need { $figure } of { $service }; { $figure2 } can be had
pattern-too-weak = interrupts { $figure }; { $figure2 } can flow into a fault
pattern-too-weak-kept = interrupts { $figure }; the transformers can feed { $figure2 } into a fault
pattern-too-strong = can feed { $figure } into a fault; the boards of this plan interrupt { $figure2 }
pattern-cheaper-with = usable, but the whole plan is cheaper with { $phrase }
pattern-no-price = no price is known
pattern-no-price-utility = no price is known; ask the utility
pattern-too-small = too small: the load would take tens of thousands of them

# What an item lacks.
pattern-no-capacity = no capacity is published
pattern-no-current = no current rating is published
pattern-rack-voltage = { $figure }; the rack takes { $figure2 } to { $figure3 }
pattern-less-than-a-rack = carries { $figure }, less than one rack
pattern-whip-short = carries { $figure } continuously; { $figure2 } are needed
pattern-wrong-voltages = wrong voltage: made for { $names } kV, the site has { $figure }
pattern-wrong-window = wrong voltage: made for { $figure } to { $figure2 }, the site has { $figure3 }
pattern-no-approach = no approach is published, so its heat cannot be rated
pattern-no-flow = no flow is published, so it cannot be sized
pattern-one-rack = serves one rack alone: no spare can take over, and { $name } is asked for
pattern-no-head = no head is published, so its flow cannot be held against the loop
pattern-head-short = leaves { $figure } of head; the loop takes { $figure2 }
pattern-no-immersion = takes out no immersion tanks and their oil
pattern-no-immersion-there = no immersion tanks stand there
pattern-no-freezing = its freezing point is not published
pattern-freezes = freezes at { $figure }; the winter goes to { $figure2 }
pattern-more-antifreeze = holds more antifreeze than the winter asks for: { $item } stays liquid too
pattern-no-reach = its reach is not published
pattern-reach-short = reaches { $figure }; a route is { $figure2 } long
pattern-joins-few = joins { $figure } accelerators without blocking; the hall has { $figure2 }
pattern-no-rating-point = no rating point is published
pattern-bears-less = bears { $figure }; racks put { $figure2 } on it
pattern-no-floor-rating = no floor rating is published
pattern-no-building = no building stands there
pattern-no-envelope = does not suit the envelope that stands

# What a site, its halls and its routes lack.
pattern-containers = containers house no racks
pattern-free-ground = free ground
pattern-low-hall = clear height { $figure }; racks and what hangs above them need { $figure2 }
pattern-slab-unknown = slab rating unknown; a survey may bring it back
pattern-slab-weak = slab bears { $figure }; racks put { $figure2 } on it
pattern-open-air = open to the outside air
pattern-uninsulated = closed, but without insulation and vapor barrier
pattern-lit-only = only lit services are offered
pattern-few-strands = { $figure } dark strands of { $figure2 } wanted
pattern-long-trip = round trip { $figure }; the limit is { $figure2 }
pattern-few-routes = { $figure } listed in the facility, { $figure2 } asked for
pattern-shared-segment = both use segment { $item }
pattern-shared-entrance = both use entrance { $item }
pattern-no-method-price = no price for this way of building is known
pattern-not-listed = the catalogs have no { $name }
pattern-not-priced-item = the catalogs have no price for { $name }

# What becomes of assets and orders.
pattern-untouched = serves a hall that is not converted
pattern-not-required = nothing of this service is required here
pattern-unfiltered = moves unfiltered outside air through the hall, which a data hall must keep out
pattern-immersion = holds miners in oil; the racks are cooled direct to chip
pattern-houses-miners = houses miners; no rack fits in it
pattern-elsewhere-hall = { $service } is needed in a hall; the facility places it elsewhere
pattern-elsewhere-site = { $service } is needed at the site; the facility places it elsewhere
pattern-too-old = { $figure } years old; not kept beyond { $figure2 }
pattern-poor = in poor condition
pattern-condition-unknown = condition unknown; a survey may bring it back
pattern-voltage-unknown = voltage not stated
pattern-impedance-unknown = impedance not stated, so the fault level behind it is unknown
pattern-interrupting-unknown = interrupting rating not stated
pattern-leaving-unknown = leaving water of its rating not stated
pattern-entering-unknown = entering air of its rating not stated
pattern-other-voltage = { $figure } equipment; the hall runs at { $figure2 }
pattern-other-gear = { $figure } gear on a { $figure2 } bus
pattern-other-water = rated for { $figure } water; { $figure2 } is needed
pattern-at-yard = stands at the yard
pattern-miners-leave-on = serves a hall whose miners leave on { $date }
pattern-no-taker = usable after a move, but no hall takes it
pattern-nameplate = { $figure } nameplate
pattern-nameplate-hall = { $figure } nameplate, { $figure2 } as the hall
pattern-at-voltage = { $figure } at { $figure2 }
pattern-at-voltage-share = { $figure } at { $figure2 }, continuous share { $figure3 }
pattern-rated-at = { $figure } of its rating at { $figure2 } and { $figure3 }
pattern-rated-with = { $figure } of its rating with water of { $figure2 }, air of { $figure3 }
pattern-good-condition = { $figure } years, good condition
pattern-fair-condition = { $figure } years, fair condition
pattern-goes-to = { $figure } from { $name } to { $name2 }
pattern-goes-from-yard = { $figure } from the yard to { $name }
pattern-stays = { $phrase }, { $figure } in use where they stand
pattern-order-not-needed = the plan is better without it; it could be sold or cancelled, and what remains to be paid is not in the capex
pattern-order-taken-part = { $figure } in { $name }, with { $figure2 } to be ordered besides: it is installed when the later of both is there
pattern-order-taken = { $figure } in { $name }
pattern-order-rest = { $figure } could be sold or cancelled

# Where figures come from.
pattern-parameter = catalog parameter { $name } ({ $names })
pattern-coolant = catalog coolant { $name } ({ $names })
pattern-fixed-part = requirement { $name }, fixed part
pattern-facility-default = facility default ({ $name })
pattern-climate-zone = climate zone { $name }, { $item }
pattern-by-mining-power = mining power { $figure } / { $figure2 } utility MW for each MW of racks / { $figure3 } a rack, whole racks
pattern-what-fits = what fits of { $figure } asked for: { $phrase }
pattern-viscosity = (rho / rho_w)^0.75 (mu / mu_w)^0.25 of { $phrase } at { $figure }
pattern-buffer-share = t 60 / (rho c dT) of { $phrase }
pattern-cable-rating = sqrt(3) x { $figure } x { $figure2 } of one circuit

# Several of them.
pattern-clauses = { $phrase }; { $phrase2 }
pattern-list = { $phrase }, { $phrase2 }

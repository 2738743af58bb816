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
pattern-step-bought = Utility: { $figure } more firm power
pattern-ordered-item = { $item }, on order ({ $name })

# Why a way was not chosen.
pattern-dearer = costs { $usd } more
pattern-same-cost = costs the same, but { $phrase }
pattern-cheaper = costs { $usd } less itself, but { $phrase }
pattern-costs-elsewhere = costs { $usd } more in what goes with it, most of it { $service }
pattern-needs-more = needs more of { $service } than can be had
pattern-too-late = takes { $figure } longer than its hall can wait
pattern-whole-no-better = the whole plan with it costs no less or is ready later
pattern-whole-unproved = whether the whole plan is better with it is not proved
pattern-boards-not-dealt = { $figure } units of { $service } cannot be dealt out to its boards evenly
pattern-not-dealt = its units cannot be dealt out to the { $figure } boards of this plan evenly
pattern-boards-too-little = { $figure } units of { $service } carry too little on each of its boards
pattern-boards-overloaded = { $figure } units of { $service } would overload the buses of its boards
pattern-too-little-dealt = its units carry too little on each of the { $figure } boards of this plan
pattern-overloads-boards = its units would overload the buses of the { $figure } boards of this plan
pattern-taken = would keep { $name }, which this plan uses elsewhere
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
pattern-at-voltage-share = { $figure } at { $figure2 }, continuous share { $figure3 }
pattern-rated-at = { $figure } of its rating at { $figure2 } and { $figure3 }
pattern-rated-with = { $figure } of its rating with water of { $figure2 }, air of { $figure3 }
pattern-good-condition = { $figure } years, good condition
pattern-fair-condition = { $figure } years, fair condition, { $figure2 } of it taken
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

# What every plan takes for granted.
pattern-assume-prices = Equipment prices are of 2025-26 and national; the regional index moves work and what is priced in place, not delivered equipment.
pattern-assume-ends = Low and high totals add all low and all high ends: the true spread of a sum is narrower.
pattern-assume-mining = Miners that still run give way to the data halls whenever the site would exceed its power. Where a week has a value, what halls that are converted or given up lose by it is weighed at an upper bound; what miners that stay for good lose is not.
pattern-assume-tenant = Racks, fabric switches and their optics are the tenant's and are not in the capex.
pattern-assume-land = The site owns its land; no purchase is in the capex.
pattern-assume-own-crews = All halls are worked on at the same time, each with its own crews of every trade.
pattern-assume-shared-crews = A trade for which the facility has crews in fewer halls than are converted goes from hall to hall: its work in a hall waits until it is done in an earlier one. All other trades work in all halls at the same time, with crews of their own in each.
pattern-assume-halls = Banks of several halls that must carry the same, in the same ways and by the same dates, are built alike, unless the halls may give each other equipment or crews go from one to the other; unequal plant is looked for only where equal plant does not fit.
pattern-assume-blocks = Sets, UPS modules and transfer switches go round the low-voltage boards; which transformers, batteries and tanks belong to a block is the designer's.
pattern-assume-faults = Fault currents are symmetrical: X/R ratios above those of the breakers' tests raise what gear must interrupt, by 5 to 15 %. The short-circuit study decides.
pattern-assume-paths = Water mains and headers are planned and priced as one path; rings, valves and a second path for maintenance are the designer's.
pattern-assume-studies = Not studied: arc flash, ground-fault protection and selectivity, harmonics on re-used transformers, recharge of batteries on generators, day tanks and winterization, hydrogen ventilation, outdoor air and humidity, floor under batteries and UPS, twenty-year extremes of temperature.
pattern-assume-scope = Not in the bill: paralleling gear of generators on medium voltage, feeds of network racks, static transfer switches, remote power panels, spare parts, temporary power, noise control where no neighbor is given, what a survey finds. The contingency must carry them.
pattern-assume-reuse = Re-used gear is taken as surveyed; cleaning, testing and refurbishment are not in the bill.
pattern-assume-utility = The utility's own work behind the point of delivery is only in the plan where the facility lists it.
pattern-assume-wet-bulb = Pads and towers are held to the design wet bulb. Where that is only the one coincident with the dry bulb, the 0.4 % design wet bulb for evaporation is some kelvin higher and they give less: state `climate.evaporation_wet_bulb_c`.
pattern-assume-frequency = Ratings of generators, engines, transformers, motors and switchgear are of 60 Hz equipment. On 50 Hz it is other equipment: sets of the same engine give up to a sixth less, transformers have more iron. Have its ratings, prices and lead times before ordering.
pattern-assume-hall-order = Crews go through the halls in the facility's order: another is looked for where time has worth (a deadline, a value of a week, or the earliest date asked for), among up to eight halls. Order the halls in the facility file as they are to be built.
pattern-assume-slots = A reserved slot is taken to be there for the asking when it is reserved, and ratings, voltages and numbers not to change after that. What the reservation costs beside the price is lost where they do; so is the slot where the released package comes late.
pattern-assume-shifts = Work in two shifts takes for granted crews and supervision for both, light, and leave to work at night where neighbors hear it.

# Where formulas come from, and their inputs.
pattern-basis-network-racks = network and storage power over that of one network rack
pattern-basis-floor = rack with its share of aisles; g for corridors, staging and rooms without plant
pattern-basis-envelope = all of the white space is closed, insulated and vapor tight
pattern-basis-bearing = load to bear: w k / a
pattern-basis-mean-load = mean load; the point loads of casters are checked by the structural engineer
pattern-basis-steel = dunnage, pipe racks and roof members by floor; the structural engineer's take-off replaces it
pattern-basis-it-power = priced by IT power
pattern-basis-controls = monitoring and control priced by IT power
pattern-basis-security = access control and cameras priced by IT power
pattern-basis-empty = free ground or an empty building
pattern-basis-demolition = all of the hall is cleared of miners, racking, ducts and feeders
pattern-basis-containment = every rack, of network too, stands in a contained aisle
pattern-basis-anchorage = every rack, of network too, is anchored (ASCE 7, Ip 1.5)
pattern-basis-fire = detection and suppression over all protected floor: NFPA 75, 76, 2001
pattern-basis-screen = screen around outdoor plant by IT power; an acoustic study replaces it
pattern-basis-footprints = footprints of the catalog; new shells count with their floor
pattern-basis-head = head of the pumps: H_w + H_p (k - 1)
pattern-basis-return = heat balance over the rack at that flow
pattern-basis-rack-head = racks by their table, and the loop outside
pattern-basis-cdu = heat balance Q = m c dT; a CDU must pass its heat, its flow and its head
pattern-basis-headers = headers are priced by the liquid heat they carry
pattern-basis-no-liquid = no heat goes to a coolant
pattern-basis-air-racks = air-cooled racks
pattern-basis-branches = one branch, hose set and leak detection for each rack
pattern-basis-coolant = technology loop volume by heat
pattern-basis-air = what the coolant does not take, with network, storage and electrical rooms, ends in the air
pattern-basis-chilled = fan walls need water colder than the warm loop can give on the design day
pattern-basis-warm-pumps = pumps of the warm loop at its design rise; head by Darcy-Weisbach with the friction of Blasius (1913)
pattern-basis-chilled-pumps = pumps of the chilled loop at its design rise; head by Darcy-Weisbach with the friction of Blasius (1913)
pattern-basis-mains = mains of the warm and the cold loop, priced by the heat they carry
pattern-basis-winter = facility, climate; else the coldest bin, else a catalog parameter
pattern-basis-fill = volume of mains, coils and exchangers by heat; antifreeze where the winter asks for it
pattern-basis-buffer = V = Q t / (rho c dT); pumps run on UPS, coolers and chillers restart on generators
pattern-basis-rise = warmest coolant that the rack accepts less its supply, 1 K at least
pattern-basis-loops = technology loop, warm facility loop, cold facility loop, as there are
pattern-basis-treatment = each closed loop has its own filtration, dosing, expansion and degassing
pattern-basis-steady = steady state on the design day; no credit for storage
pattern-basis-make-up = the catalog's rating of the plant
pattern-basis-fiber-racks = structured fiber by rack; the fabric itself is the tenant's
pattern-basis-fiber-rack = the rack that the catalogs' cabling is priced by
pattern-basis-fiber-links = structured fiber by links, which go with the accelerators; the fabric itself is the tenant's
pattern-basis-routes = routes that share no segment and no entrance, within the limit: RTT = 2 (L d + n a) + f, d = 4.9 us/km
pattern-basis-entrances = one for each route, TIA-942: diverse entrances; a mine has one modest circuit, so none is counted
pattern-basis-rooms = one room for each route, so that a room may be lost
pattern-basis-lines = one amplified pair a route on day one; further pairs are the tenant's
pattern-basis-waves = every route carries the whole capacity when another is cut
pattern-basis-busway = dual-corded racks, network and storage with them: either feed carries the whole rack
pattern-basis-shelves = rack maker's power-shelf configuration
pattern-basis-lockstep = no diversity: training load moves in lockstep, demand factor 1.0
pattern-basis-core = what must outlive the racks has its own UPS: without flow the coolant overheats in seconds
pattern-basis-energy = energy balance; battery ratings are stated as delivered
pattern-basis-boards = boards at a continuous share of their rating: NEC 210.20(A), 215.3
pattern-basis-cables = cable and tray by the power carried: feeders at 125 % of continuous load, NEC 215.2(A)(1)
pattern-basis-transformers = transformers loaded continuously to nameplate at most
pattern-basis-in-full = in full wherever there are generators
pattern-basis-engines = engines rated without a limit of hours at the load (Uptime: engines are the primary source)
pattern-basis-change-over = every covered board changes over between utility and generators
pattern-basis-tanks = tanks are handed over full, so that the hours asked for are held with one of them out
pattern-basis-consumption = full-load consumption of a 2.6 MW data-center set
pattern-basis-two-sides = a loop of two sides, each good for the hall with its plant and losses (margin m)
pattern-basis-feeders = feeders at a continuous share of their rating
pattern-basis-power-transformers = power transformers loaded continuously to nameplate at most
pattern-basis-firm = firm power only: a data hall cannot be curtailed; remaining miners give way on the design day
pattern-basis-option = an option, up to the gas that is there: engines count as grid import where they are bought
pattern-basis-swings = synchronized training load: swings of all racks add, storage in the rack takes its part
pattern-basis-grounding = allowance by IT MW: a grounding study replaces it

### The network.

network-title = Network
network-no-route = No route is taken.
network-taken = Taken: { $routes }. The longest round trip, to { $end }, is { $trip }, { $share } of the limit.
network-reach = The limit of { $limit } reaches { $reach } of line of sight at a route factor of { $factor }.
network-no-reserve = No route is in reserve: of { $listed } listed { $admissible } can be taken, and { $asked } are needed.
network-unnamed-segments = Segments of { $routes } are not named, so nothing shows that it is diverse.
network-unnamed-entrances = Entrances of { $routes } are not named: survey that each comes onto the site by its own way, and name them as `entrance`.
network-one-end = { $routes } end in one point of presence, which is then a single point of failure.
network-guessed = Lengths of { $routes } come from no route study.
network-route-note = { $route } ({ $note })
network-near-limit = A detour breaks the round trip of { $routes }.
network-route-share = { $route } ({ $share } of the limit)
network-beyond-multimode = multimode fiber ({ $reach }) does not reach every rack even from the middle of the room ({ $middle }): count with { $medium }
network-several-places = network racks in several places
network-multimode-from-middle = multimode fiber ({ $reach }) reaches every rack only where the network racks stand in the middle of the room ({ $middle }; from a corner { $corner })
network-unlocated = Positions of { $halls } are not given, so whether the halls can be one cluster is not known: survey the cable ways between them and give `x_m` and `y_m`.
network-apart = The halls are { $clusters } clusters: too far apart for links of { $reach }.
network-too-many = If { $halls } are to be one cluster, their { $accelerators } accelerators are more than the { $joined } that the cabling of each hall joins: that takes three tiers of switches, and { $three } links in place of { $two }.

network-col-route = Route
network-col-to = To
network-col-origin = Length from
network-col-amplifiers = Amplifiers
network-col-fiber-delay = Fiber, { $unit }
network-col-amplifier-delay = Amplifiers, { $unit }
network-col-terminal-delay = Terminals, { $unit }
network-col-trip = Round trip, { $unit }
network-col-share = Of the limit
network-col-fiber = Fiber
network-col-strands = Strands, wanted / offered
network-strands = { $wanted } / { $offered }
network-as-built = as built
network-col-leased = Leased (IRU), { $unit }
network-col-built = Built, { $unit }
network-col-railroads = Railroads
network-col-entrance = Entrance
network-not-named = not named
network-col-diversity = Diversity of
network-col-segments = Shared segments
network-col-entrances = Entrances
network-col-ends = Points of presence
network-col-crossed = Railroads crossed
network-none-shared = none of { $named } named
network-entrances-differ = named and different
network-entrances-unnamed = not named: to be surveyed
network-different = different
network-the-same = the same
network-unlit = The target names no capacity: terminals of one pair a route are planned, wavelengths are the tenant's.
network-lit = Each route is lit for all of { $asked }: { $wavelengths } of { $each } on { $pairs } are { $all }.
network-rooms = Carriers hand over in { $rooms }.
network-builds = Construction against a lease over the same way, at catalog prices before the regional index, without yearly maintenance. Where a lease is offered, it is cheaper below the break-even:
network-col-method = Method
network-col-build = Construction
network-col-lease = Lease of { $strands } strands
network-col-break-even = Break-even, strands

network-cluster-unknown = Whether the halls are one cluster is not known.
network-one-cluster = One cluster of { $power }{ $distance ->
    [none] .
   *[other] : { $distance }.
}
network-clusters = { $count } clusters, { $each }{ $distance ->
    [none] .
   *[other] : { $distance }.
}
network-cluster-of = { $power } ({ $halls })
network-distance = { $halls }, the farthest, are { $distance } apart from end to end, of { $reach } that links reach
network-cable = Cable from the farthest rack to the network racks of its hall, with two drops of { $drop } and 10 % slack:
network-col-middle = To the middle of the rack room, { $unit }
network-col-corner = To a corner, { $unit }
network-col-medium = Cheapest medium that reaches
network-no-medium = none
network-col-accelerators = Accelerators
network-col-two-tiers = Scale-out links, two tiers
network-col-three-tiers = Three tiers

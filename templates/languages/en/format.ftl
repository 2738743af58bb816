### How English is written. A pack of another language gives its own; what it leaves out is taken from here.
### Figures reach a message as text that is set already ($figure), and as a number ($count) where words follow it.

language-name = English
# ltr, or rtl for a language from right to left.
language-direction = ltr
# How twelve hundred and thirty-four and a half is written: digits and the marks between them.
number-example = 1,234.5
# Of YYYY, YY, MMMM, MMM, MM, M, DD and D.
date-pattern = YYYY-MM-DD
# Whether names of services begin with a small letter inside a sentence.
names-in-sentences = small

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-1-short = Jan
month-2-short = Feb
month-3-short = Mar
month-4-short = Apr
month-5-short = May
month-6-short = Jun
month-7-short = Jul
month-8-short = Aug
month-9-short = Sep
month-10-short = Oct
month-11-short = Nov
month-12-short = Dec

list-separator = {", "}
list-and = {" and "}
comma = {", "}
colon = {": "}
paren-open = {" ("}
paren-close = )
clause-separator = {"; "}
sentence-gap = {" "}
full-stop = .
list-colon = :
span = { $low } to { $high }
with-span = { $likely } ({ $span })
quantity = { $figure } { $unit }
percent = { $figure } %
percent-below = below { $figure } %
places-each = { $places } (each)
place-site = site
yes = yes
no = no

# Sizes with their names, the largest first. $amount is the figure with its sign.
money-scales = 1e9 B, 1e6 M, 1e3 k
money = { $sign }{ $currency }{ $figure } { $scale }
money-plain = { $sign }{ $currency }{ $figure }
currency-USD = $
currency-EUR = €
currency-GBP = £
currency-CAD = CA$
currency-AUD = A$
currency-CNY = CN¥
currency-AED = AED{"\u00A0"}
currency-SAR = SAR{"\u00A0"}

unit-kW = kW
unit-MW = MW
unit-kWh = kWh
unit-MWh = MWh
unit-kVA = kVA
unit-MVA = MVA
unit-m = m
unit-km = km
unit-m2 = m2
unit-m3 = m3
unit-m3-per-day = m3/day
unit-L = L
unit-t = t
unit-ft = ft
unit-mi = mi
unit-ft2 = ft2
unit-gal = gal
unit-gal-per-day = gal/day
unit-short-tons = short tons
unit-feeds = feeds
unit-racks = racks
unit-loops = loops
unit-routes = routes
unit-entrances = entrances
unit-rooms = rooms
unit-pairs = pairs
unit-waves = waves
unit-each = each
unit-set = set
unit-room = room
unit-rack = rack
unit-pair = pair
unit-loop = loop
unit-entrance = entrance
unit-run = run
unit-crossing = crossing
unit-strand-km = strand-km
unit-step = step

count-hall = { $count ->
    [one] { $figure } hall
   *[other] { $figure } halls
}
count-rack = { $count ->
    [one] { $figure } rack
   *[other] { $figure } racks
}
count-week = { $count ->
    [one] { $figure } week
   *[other] { $figure } weeks
}
count-day = { $count ->
    [one] { $figure } day
   *[other] { $figure } days
}
count-solve = { $count ->
    [one] { $figure } solve
   *[other] { $figure } solves
}
count-line = { $count ->
    [one] { $figure } line
   *[other] { $figure } lines
}
count-rule = { $count ->
    [one] { $figure } rule
   *[other] { $figure } rules
}
count-working-day = { $count ->
    [one] { $figure } working day
   *[other] { $figure } working days
}
count-order = { $count ->
    [one] { $figure } order
   *[other] { $figure } orders
}
unit-t-a-year = t a year
unit-m3-a-day = m3 a day
unit-short-tons-a-year = short tons a year
unit-gal-a-day = gal a day
count-task = { $count ->
    [one] { $figure } task
   *[other] { $figure } tasks
}
count-unit = { $count ->
    [one] { $figure } unit
   *[other] { $figure } units
}
count-run = { $count ->
    [one] { $figure } run
   *[other] { $figure } runs
}
count-output-board = { $count ->
    [one] { $figure } UPS output board
   *[other] { $figure } UPS output boards
}
count-generator-set = { $count ->
    [one] { $figure } generator set
   *[other] { $figure } generator sets
}
count-transformer = { $count ->
    [one] { $figure } transformer
   *[other] { $figure } transformers
}
count-board = { $count ->
    [one] { $figure } board
   *[other] { $figure } boards
}
count-transfer-switch = { $count ->
    [one] { $figure } low-voltage transfer switch
   *[other] { $figure } low-voltage transfer switches
}
count-second = { $count ->
    [one] { $figure } second
   *[other] { $figure } seconds
}
count-hour = { $count ->
    [one] { $figure } hour
   *[other] { $figure } hours
}
count-meet-me-room = { $count ->
    [one] { $figure } meet-me room
   *[other] { $figure } meet-me rooms
}
count-wavelength = { $count ->
    [one] { $figure } wavelength
   *[other] { $figure } wavelengths
}
count-pair = { $count ->
    [one] { $figure } pair
   *[other] { $figure } pairs
}
quarter = Q{ $number }
quarter-of-year = Q{ $number } { $year }

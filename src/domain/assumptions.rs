//! What every plan takes for granted, and what some plans do besides: the texts, each with what it is about.

use crate::domain::plan::Assumption;

/// Frequency of the machines that the catalogs list, Hz.
pub const CATALOG_HZ: f64 = 60.0;

/// An assumption of the planner itself: what it is about, and what is assumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing(pub &'static str, pub &'static str);

impl Standing {
    /// As a plan holds it.
    pub fn assumption(self) -> Assumption {
        Assumption { about: self.0.to_owned(), text: self.1.to_owned() }
    }
}

/// Those of every plan, in their order.
pub const STANDING: &[Standing] = &[
    Standing(
        "prices",
        "Equipment prices are of 2025-26 and national; the regional index moves work and what is priced in place, not delivered equipment.",
    ),
    Standing("prices", "Low and high totals add all low and all high ends: the true spread of a sum is narrower."),
    Standing(
        "mining",
        "Miners that still run give way to the data halls whenever the site would exceed its power. Where a week has a value, what \
         halls that are converted or given up lose by it is weighed at an upper bound; what miners that stay for good lose is not.",
    ),
    Standing("tenant", "Racks, fabric switches and their optics are the tenant's and are not in the capex."),
    Standing("land", "The site owns its land; no purchase is in the capex."),
    Standing(
        "halls",
        "Banks of several halls that must carry the same, in the same ways and by the same dates, are built alike, unless \
         the halls may give each other equipment or crews go from one to the other; unequal plant is looked for only where equal plant does not fit.",
    ),
    Standing(
        "blocks",
        "Sets, UPS modules and transfer switches go round the low-voltage boards; which transformers, batteries and tanks \
             belong to a block is the designer's.",
    ),
    Standing(
        "fault level",
        "Fault currents are symmetrical: X/R ratios above those of the breakers' tests raise what gear must interrupt, by 5 \
             to 15 %. The short-circuit study decides.",
    ),
    Standing(
        "paths",
        "Water mains and headers are planned and priced as one path; rings, valves and a second path for maintenance are \
             the designer's.",
    ),
    Standing(
        "studies",
        "Not studied: arc flash, ground-fault protection and selectivity, harmonics on re-used transformers, recharge of \
             batteries on generators, day tanks and winterization, hydrogen ventilation, outdoor air and humidity, floor under \
             batteries and UPS, twenty-year extremes of temperature.",
    ),
    Standing(
        "scope",
        "Not in the bill: paralleling gear of generators on medium voltage, feeds of network racks, static transfer switches, \
             remote power panels, spare parts, temporary power, noise control where no neighbor is given, what a survey finds. \
             The contingency must carry them.",
    ),
    Standing("re-use", "Re-used gear is taken as surveyed; cleaning, testing and refurbishment are not in the bill."),
    Standing(
        "utility",
        "The utility's own work behind the point of delivery is only in the plan where the facility lists it.",
    ),
];

/// What wetted pads and towers are held to, where the facility has no value of its own for them.
pub const WET_BULB: Standing = Standing(
    "wet bulb",
    "Pads and towers are held to the design wet bulb. Where that is only the one coincident with the dry bulb, the 0.4 % \
         design wet bulb for evaporation is some kelvin higher and they give less: state `climate.evaporation_wet_bulb_c`.",
);

/// What ratings mean on another frequency than [`CATALOG_HZ`].
pub const FREQUENCY: Standing = Standing(
    "frequency",
    "Ratings of generators, engines, transformers, motors and switchgear are of 60 Hz equipment. On 50 Hz it is other \
         equipment: sets of the same engine give up to a sixth less, transformers have more iron. Have its ratings, prices and \
         lead times before ordering.",
);

/// How halls are worked on where no trade waits for its crews.
pub const OWN_CREWS: Standing =
    Standing("schedule", "All halls are worked on at the same time, each with its own crews of every trade.");

/// How halls are worked on where trades have crews for fewer halls than are converted.
pub const SHARED_CREWS: Standing = Standing(
    "schedule",
    "A trade for which the facility has crews in fewer halls than are converted goes from hall to hall: its work in a hall waits \
         until it is done in an earlier one. All other trades work in all halls at the same time, with crews of their own in each.",
);

/// In which order crews go through halls of which another is not looked for.
pub const HALL_ORDER: Standing = Standing(
    "hall order",
    "Crews go through the halls in the facility's order: another is looked for where time has worth (a deadline, a value of a \
         week, or the earliest date asked for), among up to eight halls. Order the halls in the facility file as they are to be \
         built.",
);

/// What a reserved slot takes for granted.
pub const RESERVED_SLOTS: Standing = Standing(
    "reserved slots",
    "A reserved slot is taken to be there for the asking when it is reserved, and ratings, voltages and numbers not \
                 to change after that. What the reservation costs beside the price is lost where they do; so is the slot where \
                 the released package comes late.",
);

/// What work in two shifts takes for granted.
pub const TWO_SHIFTS: Standing = Standing(
    "two shifts",
    "Work in two shifts takes for granted crews and supervision for both, light, and leave to work at night where \
                  neighbors hear it.",
);

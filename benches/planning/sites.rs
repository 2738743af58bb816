//! Sites of any size, built from the immersion hall of the examples: its first quarter, halved, many times over.

use jiff::ToSpan;
use retrofit::domain::{Objective, Place};
use retrofit::input::Request;
use retrofit::validate::{Site, SiteAsset, SiteHall, load};

/// How the halls of a campus differ.
#[derive(Clone, Copy)]
pub enum Halls {
    /// In nothing.
    Equal,
    /// There are so many kinds, which differ in size, distance and dates.
    Kinds(usize),
    /// All of them, in size, distance and dates.
    Different,
}

/// One site of the table.
pub struct Campus {
    pub name: &'static str,
    pub halls: usize,
    pub differ: Halls,
    /// Gap to the bound at which every solver may stop, percent.
    pub gap_pct: f64,
}

/// The sites, smallest first.
pub const CAMPUSES: &[Campus] = &[
    Campus { name: "1 hall", halls: 1, differ: Halls::Equal, gap_pct: 0.1 },
    Campus { name: "8 halls, equal", halls: 8, differ: Halls::Equal, gap_pct: 0.1 },
    Campus { name: "8 halls, 4 kinds", halls: 8, differ: Halls::Kinds(4), gap_pct: 0.1 },
    Campus { name: "8 halls, all different", halls: 8, differ: Halls::Different, gap_pct: 0.1 },
    Campus { name: "60 halls, equal", halls: 60, differ: Halls::Equal, gap_pct: 0.5 },
    Campus { name: "60 halls, 6 kinds", halls: 60, differ: Halls::Kinds(6), gap_pct: 0.5 },
    Campus { name: "60 halls, all different", halls: 60, differ: Halls::Different, gap_pct: 0.5 },
];

/// Mining power of an ordinary hall, MW: eight make the 200 MW of the example.
const HALL_MW: f64 = 25.0;

impl Campus {
    /// The validated site: what the site as a whole has grows with the halls.
    pub fn site(&self) -> Site {
        let (mut site, _) = load(&Request::new("examples/helios/facility.yaml")).expect("the example is valid");
        let (hall, assets) = (site.halls[0].clone(), site.assets.clone());
        let of_hall: Vec<&SiteAsset> = assets.iter().filter(|asset| asset.place == hall.place()).collect();
        site.halls.clear();
        site.assets.retain(|asset| asset.place == Place::Site);
        for number in 0..self.halls {
            let (hall, size) = self.hall(&hall, number);
            site.assets.extend(of_hall.iter().map(|asset| moved(asset, &hall, size)));
            site.halls.push(hall);
        }
        let share = site.halls.iter().map(|hall| hall.mining_mw).sum::<f64>() / site.utility.firm_mw;
        grow(&mut site, share);
        site.target.objective = Some(Objective::Value);
        site.target.value_of_week_usd = Some(200_000.0);
        site
    }

    /// One hall, and its size as a share of the quarter that it is made from.
    fn hall(&self, quarter: &SiteHall, number: usize) -> (SiteHall, f64) {
        let kind = match self.differ {
            Halls::Equal => 0,
            Halls::Kinds(kinds) => number % kinds,
            Halls::Different => number,
        };
        let size = HALL_MW * (1.0 + kind as f64 * 0.7 / self.halls.min(60) as f64) / quarter.mining_mw;
        let hall = SiteHall {
            id: format!("h{number}"),
            length_m: quarter.length_m * size,
            mining_mw: (quarter.mining_mw * size * 10.0).round() / 10.0,
            mining_may_stop: quarter.mining_may_stop.map(|day| day + (14 * kind as i64).days()),
            substation_distance_m: 120.0 + 20.0 * kind as f64,
            position_m: Some((100.0 * (number % 10) as f64, 60.0 * (number / 10) as f64)),
            ..quarter.clone()
        };
        (hall, size)
    }
}

/// An asset of the quarter in a hall of another size.
fn moved(asset: &SiteAsset, hall: &SiteHall, size: f64) -> SiteAsset {
    let id = format!("{}_{}", asset.id, hall.id);
    SiteAsset { id, count: (f64::from(asset.count) * size).ceil() as u32, place: hall.place(), ..asset.clone() }
}

/// Grid, water, land and the site's assets for another share of the example's power.
fn grow(site: &mut Site, share: f64) {
    for measure in
        [&mut site.utility.firm_mw, &mut site.utility.approved_mw, &mut site.water_m3_per_day, &mut site.yard_m2]
    {
        *measure *= share;
    }
    site.assets.iter_mut().filter(|asset| asset.place == Place::Site).for_each(|asset| {
        asset.count = (f64::from(asset.count) * share).ceil() as u32;
    });
}

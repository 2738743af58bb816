//! Power: from the rack's plug to the utility.

use crate::domain::Service;
use crate::input::catalog::ParameterId as P;
use crate::requirements::{Derivation, HallLoad, HallRule, SiteRule};
use crate::validate::Site;

/// The rules of the halls.
pub const HALL: &[(Service, HallRule)] = &[
    (Service::RackPower, rack_power),
    (Service::RackFeeds, rack_feeds),
    (Service::CriticalPower, critical_power),
    (Service::RideThrough, ride_through),
    (Service::LowVoltagePower, low_voltage_power),
    (Service::Transformation, transformation),
    (Service::StandbyPower, standby_power),
    (Service::Fuel, fuel),
];

/// The rules of the site.
pub const SITE: &[(Service, SiteRule)] = &[
    (Service::MediumVoltage, medium_voltage),
    (Service::HighVoltageTransformation, high_voltage_transformation),
    (Service::GridImport, grid_import),
    (Service::Grounding, grounding),
];

/// Voltage up to which a utility's delivery is used as medium voltage without a transformer between, kV.
pub const HIGHEST_MEDIUM_VOLTAGE_KV: f64 = 38.0;

fn rack_power(site: &Site, load: &HallLoad) -> Derivation {
    Derivation::new(load.it_kw, "P = n x p, on each of the feeds that the policy asks for")
        .input("n", load.racks.into(), "racks", load.origin.clone())
        .input("p", site.target.rack.power_kw, "kW", site.origin("target", "rack.power_kw"))
        .source("dual-corded racks: either feed carries the whole rack")
}

fn rack_feeds(site: &Site, load: &HallLoad) -> Derivation {
    let feeds = f64::from(site.target.rack.feeds);
    Derivation::new(f64::from(load.racks) * feeds, "n x f")
        .input("n", load.racks.into(), "racks", load.origin.clone())
        .input("f", feeds, "feeds a rack", site.origin("target", "rack.feeds"))
        .source("rack maker's power-shelf configuration")
}

fn critical_power(site: &Site, load: &HallLoad) -> Derivation {
    Derivation::new(load.critical_kw(), "P = n x p x (1 + s), plus pumps on UPS")
        .input("n", load.racks.into(), "racks", load.origin.clone())
        .input("p", site.target.rack.power_kw, "kW", site.origin("target", "rack.power_kw"))
        .input("s", site.target.network_share_pct, "%", site.origin("target", "network_share_pct"))
        .source("no diversity: training load moves in lockstep, demand factor 1.0")
}

fn ride_through(site: &Site, load: &HallLoad) -> Derivation {
    let minutes = site.target.ride_through_minutes;
    Derivation::new(ride_through_kwh(site, load.critical_kw()), "E = P t / 60, delivered at the UPS output")
        .input("P", load.critical_kw(), "kW", format!("requirement {}.critical_power, fixed part", load.hall))
        .input("t", minutes, "min", site.origin("target", "ride_through_minutes"))
        .source("energy balance; battery ratings are stated as delivered")
}

/// Battery energy for a load on UPS, kWh delivered.
pub fn ride_through_kwh(site: &Site, critical_kw: f64) -> f64 {
    critical_kw * site.target.ride_through_minutes / 60.0
}

/// Load of the low-voltage boards that does not depend on what is bought: racks, network, house. kW.
fn board_kw(site: &Site, load: &HallLoad) -> f64 {
    load.critical_kw() + load.it_kw * site.parameter(P::HouseLoadPct) / 100.0
}

fn low_voltage_power(site: &Site, load: &HallLoad) -> Derivation {
    board_kva(site, load, "S = (P + h P_it) / pf, plus UPS losses and mechanical plant")
        .source("boards at a continuous share of their rating: NEC 210.20(A), 215.3")
}

fn transformation(site: &Site, load: &HallLoad) -> Derivation {
    board_kva(site, load, "S = (P + h P_it) / pf, plus UPS losses and mechanical plant")
        .source("transformers loaded continuously to nameplate at most")
}

fn board_kva(site: &Site, load: &HallLoad, formula: &str) -> Derivation {
    Derivation::new(board_kw(site, load) / site.parameter(P::PowerFactor), formula)
        .input("P", load.critical_kw(), "kW", format!("requirement {}.critical_power, fixed part", load.hall))
        .input("P_it", load.it_kw, "kW", format!("requirement {}.rack_power", load.hall))
        .parameter(site, "h", P::HouseLoadPct, "%")
        .parameter(site, "pf", P::PowerFactor, "")
}

fn standby_power(site: &Site, load: &HallLoad) -> Derivation {
    let coverage = site.target.generator_coverage_pct;
    Derivation::new(
        board_kw(site, load) * coverage / 100.0,
        "P = k (P_c + h P_it), plus k of losses and mechanical plant",
    )
    .input("k", coverage, "%", site.origin("target", "generator_coverage_pct"))
    .input("P_c", load.critical_kw(), "kW", format!("requirement {}.critical_power, fixed part", load.hall))
    .input("P_it", load.it_kw, "kW", format!("requirement {}.rack_power", load.hall))
    .parameter(site, "h", P::HouseLoadPct, "%")
    .source("engines rated without a limit of hours at the load (Uptime: engines are the primary source)")
}

fn fuel(site: &Site, load: &HallLoad) -> Derivation {
    let standby_kw = board_kw(site, load) * site.target.generator_coverage_pct / 100.0;
    Derivation::new(fuel_l(site, standby_kw), "V = P t f")
        .input("P", standby_kw, "kW", format!("requirement {}.standby_power, fixed part", load.hall))
        .input("t", site.target.fuel_hours, "h", site.origin("target", "fuel_hours"))
        .parameter(site, "f", P::FuelLPerKwh, "L/kWh")
        .source("full-load consumption of a 2.6 MW data-center set")
}

/// Fuel for a standby load over the required hours, L.
pub fn fuel_l(site: &Site, standby_kw: f64) -> f64 {
    standby_kw * site.target.fuel_hours * site.parameter(P::FuelLPerKwh)
}

fn medium_voltage(site: &Site, loads: &[HallLoad]) -> Option<Derivation> {
    Some(site_kva(site, loads).source("feeders at a continuous share of their rating"))
}

/// Needed only where the utility delivers above medium voltage.
fn high_voltage_transformation(site: &Site, loads: &[HallLoad]) -> Option<Derivation> {
    (site.utility.voltage_kv > HIGHEST_MEDIUM_VOLTAGE_KV).then(|| {
        site_kva(site, loads)
            .input("U", site.utility.voltage_kv, "kV", site.origin("facility", "utility.voltage_kv"))
            .source("power transformers loaded continuously to nameplate at most")
    })
}

fn site_kva(site: &Site, loads: &[HallLoad]) -> Derivation {
    let kw: f64 = loads.iter().map(|load| board_kw(site, load)).sum();
    Derivation::new(
        kw / site.parameter(P::PowerFactor),
        "S = sum over halls of (P + h P_it) / pf, plus losses and plant",
    )
    .input("sum", kw, "kW", "requirements of the halls, low_voltage_power, fixed part")
    .parameter(site, "pf", P::PowerFactor, "")
}

fn grid_import(site: &Site, loads: &[HallLoad]) -> Option<Derivation> {
    let kw: f64 = loads.iter().map(|load| board_kw(site, load)).sum();
    Some(
        Derivation::new(
            kw / 1000.0,
            "P = sum over halls of (P + h P_it) / 1000, plus losses and plant on the design day",
        )
        .input("sum", kw, "kW", "requirements of the halls, low_voltage_power, fixed part")
        .source("firm power only: a data hall cannot be curtailed; remaining miners give way on the design day"),
    )
}

fn grounding(_: &Site, loads: &[HallLoad]) -> Option<Derivation> {
    let mw: f64 = loads.iter().map(|load| load.it_kw).sum::<f64>() / 1000.0;
    Some(
        Derivation::new(mw, "by IT MW")
            .input("P_it", mw, "MW", "requirements of the halls, rack_power")
            .source("allowance by size: a grounding study replaces it"),
    )
}

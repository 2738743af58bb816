//! Power: from the rack's plug to the utility.

use crate::domain::Service;
use crate::input::catalog::ParameterId as P;
use crate::physics::electrical::three_phase_kva;
use crate::requirements::conditions::medium_voltage_kv;
use crate::requirements::{Derivation, HallLoad, HallRule, SiteRule};
use crate::validate::Site;

/// The rules of the halls.
pub const HALL: &[(Service, HallRule)] = &[
    (Service::RackPower, rack_power),
    (Service::RackFeeds, rack_feeds),
    (Service::CriticalPower, critical_power),
    (Service::CorePower, core_power),
    (Service::RideThrough, ride_through),
    (Service::UpsOutput, ups_output),
    (Service::LowVoltageFeeders, low_voltage_feeders),
    (Service::LowVoltagePower, low_voltage_power),
    (Service::Transformation, transformation),
    (Service::StandbyPower, standby_power),
    (Service::TransferSwitches, transfer_switches),
    (Service::Fuel, fuel),
    (Service::FuelFill, fuel_fill),
    (Service::MediumVoltageCable, medium_voltage_cable),
];

/// The rules of the site.
pub const SITE: &[(Service, SiteRule)] = &[
    (Service::MediumVoltage, medium_voltage),
    (Service::HighVoltageTransformation, high_voltage_transformation),
    (Service::GridImport, grid_import),
    (Service::OnSitePower, on_site_power),
    (Service::LoadSmoothing, load_smoothing),
    (Service::Grounding, grounding),
];

/// Voltage up to which a utility's delivery is used as medium voltage without a transformer between, kV.
pub const HIGHEST_MEDIUM_VOLTAGE_KV: f64 = 38.0;

/// What generators carry of the core, percent, wherever there are generators: racks may be left to the grid, pumps and
/// network not.
const CORE_COVERAGE_PCT: f64 = 100.0;

/// The part of a load that generators carry, percent.
pub fn generator_coverage_pct(site: &Site, core: bool) -> f64 {
    match site.target.generator_coverage_pct {
        0.0 => 0.0,
        _ if core => CORE_COVERAGE_PCT,
        coverage => coverage,
    }
}

fn racks(site: &Site, load: &HallLoad, formula: &str) -> Derivation {
    Derivation::new(formula).input("n", load.racks.into(), "racks", load.origin.clone()).input(
        "p",
        site.target.rack.power_kw,
        "kW",
        site.origin("target", "rack.power_kw"),
    )
}

fn network(site: &Site, load: &HallLoad, formula: &str) -> Derivation {
    racks(site, load, formula).input(
        "s",
        site.target.network_share_pct,
        "%",
        site.origin("target", "network_share_pct"),
    )
}

fn rack_power(site: &Site, load: &HallLoad) -> Derivation {
    network(site, load, "P = n * p * (1 + s / 100)")
        .source("dual-corded racks, network and storage with them: either feed carries the whole rack")
}

fn rack_feeds(site: &Site, load: &HallLoad) -> Derivation {
    Derivation::new("F = n * f")
        .input("n", load.racks.into(), "racks", load.origin.clone())
        .input("f", site.target.rack.feeds.into(), "feeds a rack", site.origin("target", "rack.feeds"))
        .source("rack maker's power-shelf configuration")
}

fn critical_power(site: &Site, load: &HallLoad) -> Derivation {
    racks(site, load, "P = n * p")
        .drawn_by("losses of the busway")
        .source("no diversity: training load moves in lockstep, demand factor 1.0")
}

fn core_power(site: &Site, load: &HallLoad) -> Derivation {
    network(site, load, "P = n * p * s / 100")
        .drawn_by("pumps of CDUs and facility water")
        .source("what must outlive the racks has its own UPS: without flow the coolant overheats in seconds")
}

fn ride_through(site: &Site, load: &HallLoad) -> Derivation {
    network(site, load, "E = n * p * (1 + s / 100) * t / 60")
        .input("t", site.target.ride_through_minutes, "min", site.origin("target", "ride_through_minutes"))
        .drawn_by("losses of the busway and pumps on UPS")
        .source("energy balance; battery ratings are stated as delivered")
}

/// Battery energy for a load on UPS, kWh delivered.
pub fn ride_through_kwh(site: &Site, critical_kw: f64) -> f64 {
    critical_kw * site.target.ride_through_minutes / 60.0
}

fn ups_output(site: &Site, load: &HallLoad) -> Derivation {
    network(site, load, "S = n * p * (1 + s / 100) / pf")
        .parameter(site, "pf", P::PowerFactor, "")
        .drawn_by("losses of the busway and pumps on UPS")
        .source("boards at a continuous share of their rating: NEC 210.20(A), 215.3")
}

/// Load of the low-voltage boards that does not depend on what is bought: racks, network, house. kW.
fn board_kw(site: &Site, load: &HallLoad) -> f64 {
    load.critical_kw() + load.it_kw * site.parameter(P::HouseLoadPct) / 100.0
}

fn board(site: &Site, load: &HallLoad, formula: &str) -> Derivation {
    network(site, load, formula).parameter(site, "h", P::HouseLoadPct, "%").parameter(site, "pf", P::PowerFactor, "")
}

fn board_kva(site: &Site, load: &HallLoad) -> Derivation {
    board(site, load, "S = n * p * (1 + s / 100 + h / 100) / pf")
        .drawn_by("losses of UPS and boards, pumps, fans, chillers")
}

fn low_voltage_feeders(site: &Site, load: &HallLoad) -> Derivation {
    board_kva(site, load)
        .source("cable and tray by the power carried: feeders at 125 % of continuous load, NEC 215.2(A)(1)")
}

fn low_voltage_power(site: &Site, load: &HallLoad) -> Derivation {
    board_kva(site, load).source("boards at a continuous share of their rating: NEC 210.20(A), 215.3")
}

fn transformation(site: &Site, load: &HallLoad) -> Derivation {
    board_kva(site, load).source("transformers loaded continuously to nameplate at most")
}

/// What generators carry does not wait for the utility: racks and house by the target's coverage, the core in full.
fn standby(site: &Site, load: &HallLoad, formula: &str) -> Derivation {
    network(site, load, formula)
        .parameter(site, "h", P::HouseLoadPct, "%")
        .input("k", generator_coverage_pct(site, false), "%", site.origin("target", "generator_coverage_pct"))
        .input("k_core", generator_coverage_pct(site, true), "%", "in full wherever there are generators")
}

fn standby_power(site: &Site, load: &HallLoad) -> Derivation {
    standby(site, load, "P = n * p * (k / 100 * (1 + h / 100) + k_core / 100 * s / 100)")
        .drawn_by("the covered part of losses and mechanical plant")
        .source("engines rated without a limit of hours at the load (Uptime: engines are the primary source)")
}

fn transfer_switches(site: &Site, load: &HallLoad) -> Derivation {
    standby(site, load, "S = n * p * (k / 100 * (1 + h / 100) + k_core / 100 * s / 100) / pf")
        .parameter(site, "pf", P::PowerFactor, "")
        .drawn_by("the covered part of losses and mechanical plant")
        .source("every covered board changes over between utility and generators")
}

fn fuel(site: &Site, load: &HallLoad) -> Derivation {
    fuel_volume(site, load).source("full-load consumption of a 2.6 MW data-center set")
}

fn fuel_fill(site: &Site, load: &HallLoad) -> Derivation {
    fuel_volume(site, load).source("the tanks are handed over full for the hours asked for")
}

fn fuel_volume(site: &Site, load: &HallLoad) -> Derivation {
    standby(site, load, "V = n * p * (k / 100 * (1 + h / 100) + k_core / 100 * s / 100) * t * f")
        .input("t", site.target.fuel_hours, "h", site.origin("target", "fuel_hours"))
        .parameter(site, "f", P::FuelLPerKwh, "L/kWh")
        .drawn_by("the covered part of losses and mechanical plant")
}

/// Fuel for a standby load over the required hours, L.
pub fn fuel_l(site: &Site, standby_kw: f64) -> f64 {
    standby_kw * site.target.fuel_hours * site.parameter(P::FuelLPerKwh)
}

/// Two circuits to each hall at least: a loop, each side of which carries all.
fn medium_voltage_cable(site: &Site, load: &HallLoad) -> Derivation {
    let hall = site.hall(&load.place()).expect("a load belongs to a hall of the site");
    let volts = medium_voltage_kv(site) * 1000.0;
    let origin = site.origin("facility", &format!("halls.{}.substation_distance_m", load.hall));
    board(site, load, "L = 2 * d * ceil(n * p * (1 + s / 100 + h / 100) * (1 + m / 100) / pf / S_c)")
        .input("d", hall.substation_distance_m, "m", origin)
        .parameter(site, "m", P::CableMarginPct, "%")
        .input(
            "S_c",
            three_phase_kva(volts, site.parameter(P::MediumVoltageCircuitA), 1.0),
            "kVA",
            format!("sqrt(3) x {volts:.0} V x {:.0} A of one circuit", site.parameter(P::MediumVoltageCircuitA)),
        )
        .source("a loop of two sides, each good for the hall with its plant and losses (margin m)")
}

fn site_kva(site: &Site, loads: &[HallLoad]) -> Derivation {
    Derivation::new("S = SUM / pf")
        .sum_of_halls(loads, "P", "kW", Service::LowVoltagePower, |load| board_kw(site, load))
        .parameter(site, "pf", P::PowerFactor, "")
        .drawn_by("losses and mechanical plant")
}

fn medium_voltage(site: &Site, loads: &[HallLoad]) -> Option<Derivation> {
    Some(site_kva(site, loads).source("feeders at a continuous share of their rating"))
}

/// Needed only where the utility delivers above medium voltage.
fn high_voltage_transformation(site: &Site, loads: &[HallLoad]) -> Option<Derivation> {
    (site.utility.voltage_kv > HIGHEST_MEDIUM_VOLTAGE_KV)
        .then(|| site_kva(site, loads).source("power transformers loaded continuously to nameplate at most"))
}

fn grid_import(site: &Site, loads: &[HallLoad]) -> Option<Derivation> {
    Some(
        Derivation::new("P = SUM / 1000")
            .sum_of_halls(loads, "P", "kW", Service::LowVoltagePower, |load| board_kw(site, load))
            .drawn_by("losses and plant on the design day")
            .source("firm power only: a data hall cannot be curtailed; remaining miners give way on the design day"),
    )
}

/// Nothing has to be generated on site; where gas is there, it may stand in for the grid.
fn on_site_power(site: &Site, _: &[HallLoad]) -> Option<Derivation> {
    let gas_mw = site.utility.gas_mw?;
    Some(
        Derivation::new("P = 0 * gas")
            .input("gas", gas_mw, "MW", site.origin("facility", "utility.gas_mw"))
            .source("an option, up to the gas that is there: engines count as grid import where they are bought"),
    )
}

/// Only where the utility limits swings.
fn load_smoothing(site: &Site, loads: &[HallLoad]) -> Option<Derivation> {
    let limit_mw = site.utility.swing_limit_mw?;
    Some(
        Derivation::new("P = max(0, SUM / 1000 * w / 100 * (1 - r / 100) - L)")
            .sum_of_halls(loads, "P", "kW", Service::RackPower, |load| load.it_kw)
            .input("w", site.target.load_swing_pct, "%", site.origin("target", "load_swing_pct"))
            .input("r", site.target.rack.smoothing_pct, "%", site.origin("target", "rack.smoothing_pct"))
            .input("L", limit_mw, "MW", site.origin("facility", "utility.swing_limit_mw"))
            .source("synchronized training load: swings of all racks add, storage in the rack takes its part"),
    )
}

fn grounding(_: &Site, loads: &[HallLoad]) -> Option<Derivation> {
    Some(
        Derivation::new("P = SUM / 1000")
            .sum_of_halls(loads, "P", "kW", Service::RackPower, |load| load.it_kw)
            .source("allowance by IT MW: a grounding study replaces it"),
    )
}

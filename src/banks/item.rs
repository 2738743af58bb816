//! What one unit of a catalog item gives in a bank, or why it is not admissible there.

use crate::domain::format::amount;
use crate::domain::{Policy, Service};
use crate::gap::rating::{gear_kva, generator, heat_rejection_share};
use crate::input::catalog::{ConnectsAt, Item, ParameterId as P};
use crate::input::facility::{AssetKind, HallKind};
use crate::physics::thermal::{cdu_share, thin_air_share};
use crate::requirements::building::floor_load;
use crate::requirements::conditions::CHILLED_WATER_C;
use crate::requirements::cooling::{
    facility_fill_item, facility_fill_share, facility_head_kpa, lpm_per_kw, technology_head_kpa, winter_c,
};
use crate::requirements::hall_loads;

use super::{Order, orders};

/// Units whose quantity need not be whole.
const MEASURES: &[&str] = &["m", "m2", "m3", "km", "t", "MW", "MVA"];

impl Item {
    /// Whether it is bought by measure, in quantities that need not be whole.
    pub fn is_measured(&self) -> bool {
        MEASURES.contains(&self.unit.as_str())
    }
}

/// Usable capacity of one unit in the bank's unit.
///
/// # Errors
/// Why the item is not admissible here, as a clause for a report.
pub fn unit_capacity(order: &Order, item: &Item) -> Result<f64, String> {
    if item.cost_usd.is_none() && orders::of(order, item).next().is_none() {
        return Err("no price is known".to_owned());
    }
    match order.demand.service {
        Service::RackPower => busway_kw(order, item),
        Service::RackFeeds => whip(order, item),
        Service::LowVoltagePower | Service::UpsOutput | Service::TransferSwitches => {
            Ok(gear_kva(order.site, order.site.low_voltage_v(&order.demand.place), amps(item)?))
        }
        Service::MediumVoltage => {
            at_voltage(item, order.conditions.medium_voltage_kv)?;
            Ok(gear_kva(order.site, order.conditions.medium_voltage_kv * 1000.0, amps(item)?))
        }
        Service::Transformation => at_voltage(item, order.conditions.medium_voltage_kv).and_then(|()| capacity(item)),
        Service::HighVoltageTransformation => {
            at_voltage(item, order.site.utility.voltage_kv).and_then(|()| capacity(item))
        }
        Service::MediumVoltageCable => {
            at_voltage(item, order.conditions.medium_voltage_kv).and_then(|()| capacity(item))
        }
        Service::StandbyPower => standby(order, item),
        Service::Demolition => strips(order, item).and_then(|()| capacity(item)),
        Service::OnSitePower => Ok(generator(order.site, order.conditions, capacity(item)?).0),
        Service::LiquidCooling => cdu_kw(order, item),
        Service::FacilityWater | Service::ChilledCirculation => pump_skid(order, item),
        Service::AirCooling => Ok(capacity(item)? * thin_air(order)),
        Service::FacilityFill => stays_liquid(order, item),
        Service::Wavelengths => reaches(order, item),
        Service::ClusterCabling => joins(order, item),
        Service::HeatRejection => rejected_kw(order, item, order.conditions.facility_water_c),
        Service::ChilledWater => rejected_kw(order, item, CHILLED_WATER_C),
        Service::FloorRating => on_slab(order).and_then(|()| bears(order, item)),
        Service::WhiteSpace => bears(order, item),
        Service::Envelope => closes(order, item),
        _ => capacity(item),
    }
}

fn capacity(item: &Item) -> Result<f64, String> {
    item.capacity.as_ref().map(|figure| figure.value).ok_or_else(|| "no capacity is published".to_owned())
}

fn amps(item: &Item) -> Result<f64, String> {
    item.amps.as_ref().map(|figure| figure.value).ok_or_else(|| "no current rating is published".to_owned())
}

fn busway_kw(order: &Order, item: &Item) -> Result<f64, String> {
    let (volts, rack) = (order.site.low_voltage_v(&order.demand.place), &order.site.target.rack);
    if volts < rack.min_voltage_v || volts > rack.max_voltage_v {
        return Err(format!("{volts} V; the rack takes {} to {} V", rack.min_voltage_v, rack.max_voltage_v));
    }
    // A run feeds whole racks.
    let kw = gear_kva(order.site, volts, amps(item)?) * order.site.parameter(P::PowerFactor);
    match (kw / rack.power_kw).floor() {
        0.0 => Err(format!("carries {} kW, less than one rack", amount(kw))),
        racks => Ok(racks * rack.power_kw),
    }
}

/// A whip carries its share of the rack when the other half of the feeds is out.
fn whip(order: &Order, item: &Item) -> Result<f64, String> {
    let rack = &order.site.target.rack;
    let kva = gear_kva(order.site, order.site.low_voltage_v(&order.demand.place), amps(item)?);
    let needed_kva = rack.power_kw / (f64::from(rack.feeds) / 2.0).max(1.0) / order.site.parameter(P::PowerFactor);
    if kva < needed_kva {
        return Err(format!("carries {} kVA continuously; {} kVA are needed", amount(kva), amount(needed_kva)));
    }
    capacity(item)
}

fn at_voltage(item: &Item, kv: f64) -> Result<(), String> {
    if item.made_for_kv(kv) {
        return Ok(());
    }
    let listed = item.voltages_kv.iter().map(f64::to_string);
    let window = item.voltage_window_kv.map(|window| format!("{} to {}", window.low, window.high));
    let offered: Vec<String> = listed.chain(window).collect();
    Err(format!("wrong voltage: made for {} kV, the site has {kv} kV", offered.join(", ")))
}

/// Sets on the medium-voltage bus are made for its voltage; those on low voltage are wound for the hall's.
fn standby(order: &Order, item: &Item) -> Result<f64, String> {
    if item.connects_at == Some(ConnectsAt::MediumVoltage) {
        at_voltage(item, order.conditions.medium_voltage_kv)?;
    }
    Ok(generator(order.site, order.conditions, capacity(item)?).0)
}

/// Heat of one CDU: the smaller of its heat limit at the design approach and its flow limit.
fn cdu_kw(order: &Order, item: &Item) -> Result<f64, String> {
    let approach = item.approach_k.as_ref().ok_or("no approach is published, so its heat cannot be rated")?;
    let flow = item.flow_lpm.as_ref().ok_or("no flow is published, so it cannot be sized")?;
    if item.serves_one_rack && order.policy != Policy::NPlus(0) {
        return Err(format!("serves one rack alone: no spare can take over, and {} is asked for", order.policy));
    }
    has_head(item, technology_head_kpa(order.site))?;
    let by_heat = capacity(item)? * cdu_share(order.site.parameter(P::CduApproachK), approach.value);
    Ok(by_heat.min(flow.value / lpm_per_kw(order.site)))
}

/// At the rated flow or less, a pump leaves its rated head or more.
fn has_head(item: &Item, needed_kpa: f64) -> Result<(), String> {
    let head = item.head_kpa.as_ref().ok_or("no head is published, so its flow cannot be held against the loop")?;
    if head.value < needed_kpa {
        return Err(format!("leaves {} kPa of head; the loop takes {needed_kpa:.0} kPa", head.value));
    }
    Ok(())
}

/// Fans move a volume: thinner air carries less heat.
fn thin_air(order: &Order) -> f64 {
    thin_air_share(order.site.elevation_m, order.site.parameter(P::AirCooledDeratePctPer300M))
}

/// Immersion tanks are stripped by who is equipped for their oil, and nothing else is.
fn strips(order: &Order, item: &Item) -> Result<(), String> {
    let here = order.site.assets.iter().filter(|asset| asset.place == order.demand.place);
    let tanks = here.into_iter().any(|asset| asset.kind == AssetKind::ImmersionTank);
    match (tanks, item.strips.contains(&AssetKind::ImmersionTank)) {
        (true, false) => Err("takes out no immersion tanks and their oil".to_owned()),
        (false, true) => Err("no immersion tanks stand there".to_owned()),
        _ => Ok(()),
    }
}

fn pump_skid(order: &Order, item: &Item) -> Result<f64, String> {
    let supply_c = match order.demand.service {
        Service::ChilledCirculation => CHILLED_WATER_C,
        _ => order.conditions.facility_water_c,
    };
    has_head(item, facility_head_kpa(order.site, supply_c))?;
    // Rated with water; antifreeze carries less at the same flow.
    Ok(capacity(item)? * facility_fill_share(order.site))
}

fn stays_liquid(order: &Order, item: &Item) -> Result<f64, String> {
    let (freeze, winter) = (item.freeze_c.as_ref().ok_or("its freezing point is not published")?, winter_c(order.site));
    if freeze.value > winter {
        return Err(format!("freezes at {} C; the winter goes to {winter} C", freeze.value));
    }
    match facility_fill_item(order.site) {
        Some(least) if least.freeze_c.as_ref().is_some_and(|figure| freeze.value < figure.value) => {
            Err(format!("holds more antifreeze than the winter asks for: {} stays liquid too", least.name))
        }
        _ => capacity(item),
    }
}

/// Held against the longest route that is within the limit, so that it suits whichever is taken.
fn reaches(order: &Order, item: &Item) -> Result<f64, String> {
    let reach = item.reach_km.as_ref().ok_or("its reach is not published")?;
    let longest = super::fiber::longest_km(order);
    if reach.value < longest {
        return Err(format!("reaches {} km; a route is {longest} km long", reach.value));
    }
    capacity(item)
}

/// All accelerators of the hall hang on one fabric.
fn joins(order: &Order, item: &Item) -> Result<f64, String> {
    let loads = hall_loads(order.site);
    let racks = loads.iter().find(|load| load.place() == order.demand.place).map_or(0, |load| load.racks);
    let accelerators = f64::from(racks * order.site.target.rack.accelerators);
    match &item.most_accelerators {
        Some(most) if accelerators > most.value => Err(format!(
            "joins {} accelerators without blocking; the hall has {}",
            amount(most.value),
            amount(accelerators)
        )),
        _ => capacity(item),
    }
}

fn rejected_kw(order: &Order, item: &Item, leaving_c: f64) -> Result<f64, String> {
    let rating = item.heat_rejection.as_ref().ok_or("no rating point is published")?;
    let share = heat_rejection_share(order.site, order.conditions, rating.principle, leaving_c, rating.into())?.0;
    Ok(capacity(item)? * share)
}

fn bears(order: &Order, item: &Item) -> Result<f64, String> {
    let load = floor_load(order.site);
    match &item.floor_kg_per_m2 {
        Some(rated) if rated.value >= load => capacity(item),
        Some(rated) => Err(format!("bears {} kg/m2; racks put {load:.0} kg/m2 on it", rated.value)),
        None => Err("no floor rating is published".to_owned()),
    }
}

/// Floor works need a building to stand in.
fn on_slab(order: &Order) -> Result<(), String> {
    match order.site.hall(&order.demand.place).map(|hall| hall.kind) {
        Some(HallKind::Building) => Ok(()),
        _ => Err("no building stands there".to_owned()),
    }
}

fn closes(order: &Order, item: &Item) -> Result<f64, String> {
    on_slab(order)?;
    match order.site.hall(&order.demand.place) {
        Some(hall) if item.suits_envelope.contains(&hall.envelope) => capacity(item),
        _ => Err("does not suit the envelope that stands".to_owned()),
    }
}

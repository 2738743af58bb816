//! What one new unit gives at the site, from the catalog's figure and the site's conditions.

use super::facts::Facts;
use super::fiber;
use super::report::Report;
use crate::domain::plan::BankPlan;
use crate::domain::{Place, Policy, Service};
use crate::gap::rating::FARTHEST_WATER_K;
use crate::input::catalog::{ConnectsAt, Coolant, Figure, HeatRejectionPrinciple, Item, ParameterId as P};
use crate::input::facility::{AssetKind, HallKind};
use crate::physics::electrical::{engine_share, three_phase_kva};
use crate::physics::structure;
use crate::physics::thermal::{approach_share, cdu_share, chiller_share, thin_air_share};
use crate::requirements::RackFlow;
use crate::requirements::conditions::CHILLED_WATER_C;
use crate::requirements::cooling::winter_c;
use crate::requirements::rack_flow::fluid;
use crate::validate::{Site, SiteAsset};

/// Every new unit of every bank.
pub fn new_units(facts: &Facts, report: &mut Report) {
    for bank in &facts.plan.banks {
        let Some(id) = &bank.chosen.item else { continue };
        report.expect(bank.chosen.units > 0.0, &bank.id, || format!("buys {} units of {id}", bank.chosen.units));
        match facts.item(&bank.chosen) {
            None => report.wrong(&bank.id, format!("the catalogs have no item {id}")),
            Some(item) if !item.serves(bank.service) => {
                report.wrong(&bank.id, format!("{id} supplies {}", item.service))
            }
            Some(item) => match unit_capacity(facts, bank, item) {
                Err(reason) => report.wrong(&bank.id, format!("{id}: {reason}")),
                Ok(most) => report.at_most(&bank.id, "the unit capacity", bank.chosen.unit_capacity, most),
            },
        }
    }
}

/// Whether one fabric joins all accelerators of the hall.
fn joins(facts: &Facts, bank: &BankPlan, item: &Item) -> Result<(), String> {
    let Some(most) = &item.most_accelerators else { return Ok(()) };
    let racks: u32 = facts.loads.iter().filter(|load| load.place() == bank.place).map(|load| load.racks).sum();
    let accelerators = f64::from(racks * facts.site.target.rack.accelerators);
    if accelerators <= most.value {
        Ok(())
    } else {
        Err(format!("joins {} of {accelerators} accelerators", most.value))
    }
}

/// Load that racks put on their floor, kg/m2.
pub fn floor_load_kg_per_m2(site: &Site) -> f64 {
    let rack = &site.target.rack;
    structure::floor_load_kg_per_m2(rack.weight_kg, site.parameter(P::FloorLoadFactor), rack.floor_m2)
}

fn unit_capacity(facts: &Facts, bank: &BankPlan, item: &Item) -> Result<f64, String> {
    let conditions = &facts.conditions;
    let gear = |volts: f64| gear_kva(facts.site, item, volts);
    let low_voltage = facts.low_voltage_v(&bank.place);
    if item.serves_one_rack && facts.policy(bank.service) != Policy::NPlus(0) {
        return Err("serves one rack alone, so that no spare can take over".to_owned());
    }
    match bank.service {
        Service::RackPower => {
            let kw = on_rack_voltage(facts, low_voltage).and(gear(low_voltage))? * facts.site.parameter(P::PowerFactor);
            let rack_kw = facts.site.target.rack.power_kw;
            Ok((kw / rack_kw).floor() * rack_kw)
        }
        Service::RackFeeds => whip(facts, item, low_voltage),
        Service::LowVoltagePower | Service::UpsOutput | Service::TransferSwitches => gear(low_voltage),
        Service::MediumVoltageCable => made_for(item, conditions.medium_voltage_kv).and(capacity(item)),
        Service::MediumVoltage => {
            made_for(item, conditions.medium_voltage_kv).and(gear(conditions.medium_voltage_kv * 1000.0))
        }
        Service::Transformation => made_for(item, conditions.medium_voltage_kv).and(capacity(item)),
        Service::HighVoltageTransformation => made_for(item, facts.site.utility.voltage_kv).and(capacity(item)),
        Service::StandbyPower if item.connects_at == Some(ConnectsAt::MediumVoltage) => {
            made_for(item, conditions.medium_voltage_kv).and(engine(facts, item))
        }
        Service::StandbyPower | Service::OnSitePower => engine(facts, item),
        Service::Demolition => {
            let at_hall = |asset: &&SiteAsset| asset.place == bank.place && asset.kind == AssetKind::ImmersionTank;
            let fits = facts.site.assets.iter().any(|asset| at_hall(&asset))
                == item.strips.contains(&AssetKind::ImmersionTank);
            fits.then_some(())
                .ok_or("strips other equipment than stands there")
                .map_err(str::to_owned)
                .and(capacity(item))
        }
        Service::AirCooling => {
            let per_300_m = facts.site.parameter(P::AirCooledDeratePctPer300M);
            Ok(capacity(item)? * thin_air_share(facts.site.elevation_m, per_300_m))
        }
        Service::FacilityWater | Service::ChilledCirculation => pumps(facts, bank, item),
        Service::FacilityFill => liquid_in_winter(facts, item).and(capacity(item)),
        Service::Wavelengths => bridges_routes(facts, item).and(capacity(item)),
        Service::ClusterCabling => joins(facts, bank, item).and(capacity(item)),
        Service::LiquidCooling => cdu(facts, item),
        Service::HeatRejection => outdoors(facts, item, conditions.facility_water_c),
        Service::ChilledWater => outdoors(facts, item, CHILLED_WATER_C),
        Service::FloorRating => in_building(facts, bank).and(bears(facts, item)).and(capacity(item)),
        Service::WhiteSpace => bears(facts, item).and(capacity(item)),
        Service::Envelope => in_building(facts, bank).and(suits(facts, bank, item)).and(capacity(item)),
        _ => capacity(item),
    }
}

fn figure(figure: &Option<Figure>, what: &str) -> Result<f64, String> {
    figure.as_ref().map(|figure| figure.value).ok_or_else(|| format!("no {what} is published"))
}

fn capacity(item: &Item) -> Result<f64, String> {
    figure(&item.capacity, "capacity")
}

fn gear_kva(site: &Site, item: &Item, volts: f64) -> Result<f64, String> {
    let share = site.parameter(P::ContinuousLoadPct) / 100.0;
    Ok(three_phase_kva(volts, figure(&item.amps, "current rating")?, share))
}

fn on_rack_voltage(facts: &Facts, volts: f64) -> Result<(), String> {
    let rack = &facts.site.target.rack;
    let accepted = (rack.min_voltage_v..=rack.max_voltage_v).contains(&volts);
    if accepted { Ok(()) } else { Err(format!("the racks do not take {volts} V")) }
}

/// Half of the feeds carry the rack when the other half is out.
fn whip(facts: &Facts, item: &Item, volts: f64) -> Result<f64, String> {
    let rack = &facts.site.target.rack;
    let kva = gear_kva(facts.site, item, volts)?;
    let needed_kva = rack.power_kw / (f64::from(rack.feeds) / 2.0).max(1.0) / facts.site.parameter(P::PowerFactor);
    if kva >= needed_kva { capacity(item) } else { Err(format!("carries {kva} kVA of {needed_kva}")) }
}

/// Made for a system of this voltage.
pub fn made_for(item: &Item, kv: f64) -> Result<(), String> {
    let listed = item.voltages_kv.iter().any(|&own| (own / kv - 1.0).abs() <= 0.03);
    let in_class = item.voltage_window_kv.map(|class| kv >= class.low && kv <= class.high);
    let made = listed || in_class.unwrap_or(item.voltages_kv.is_empty());
    if made { Ok(()) } else { Err(format!("not made for {kv} kV")) }
}

fn engine(facts: &Facts, item: &Item) -> Result<f64, String> {
    let site = facts.site;
    let (by_height, by_heat) = (site.parameter(P::EngineDeratePctPer300M), site.parameter(P::EngineDeratePctPerK));
    Ok(capacity(item)? * engine_share(site.elevation_m, facts.conditions.dry_air_c, by_height, by_heat))
}

/// Limited by heat at the design approach and by flow at the racks' temperature rise.
fn cdu(facts: &Facts, item: &Item) -> Result<f64, String> {
    let (site, rack) = (facts.site, &facts.site.target.rack);
    let flow = RackFlow::of(site);
    at_least_head(item, flow.pressure_drop_kpa.unwrap_or(0.0) + site.parameter(P::TechnologyLoopKpa))?;
    let share = cdu_share(site.parameter(P::CduApproachK), figure(&item.approach_k, "approach")?);
    let racks = figure(&item.flow_lpm, "flow")? / flow.lpm;
    let by_flow = racks * rack.power_kw * rack.liquid_share_pct / 100.0;
    Ok((capacity(item)? * share).min(by_flow))
}

fn at_least_head(item: &Item, needed_kpa: f64) -> Result<(), String> {
    let head_kpa = figure(&item.head_kpa, "head")?;
    if head_kpa >= needed_kpa { Ok(()) } else { Err(format!("leaves {head_kpa} kPa of {needed_kpa}")) }
}

/// Head that a fill asks of the pumps of a loop, kPa: pipes lose by the friction of smooth walls.
pub fn facility_head_kpa(site: &Site, fill: &Coolant, celsius: f64) -> f64 {
    let (filled, water) = (fluid(fill, celsius), fluid(&site.catalog.coolants["water"], celsius));
    let denser = filled.density_kg_per_m3 / water.density_kg_per_m3;
    let thicker = filled.viscosity_mpa_s / water.viscosity_mpa_s / denser;
    let in_pipes_kpa = site.parameter(P::FacilityPipeKpa);
    site.parameter(P::FacilityLoopKpa) - in_pipes_kpa + in_pipes_kpa * denser * thicker.sqrt().sqrt()
}

/// What the loops of a place are filled with.
fn filling<'a>(facts: &Facts<'a>, place: &Place) -> &'a Coolant {
    let fill = facts.bank_of(place, Service::FacilityFill).and_then(|fill| facts.item(&fill.chosen));
    &facts.site.catalog.coolants[fill.and_then(|item| item.coolant.as_deref()).unwrap_or("water")]
}

/// The rated heat of a pump skid with the fill, where it leaves the head that the loop asks for.
fn pumps(facts: &Facts, bank: &BankPlan, item: &Item) -> Result<f64, String> {
    let supply_c = match bank.service {
        Service::ChilledCirculation => CHILLED_WATER_C,
        _ => facts.conditions.facility_water_c,
    };
    at_least_head(item, facility_head_kpa(facts.site, filling(facts, &bank.place), supply_c))?;
    Ok(capacity(item)? * fill_share(facts, bank))
}

/// Heat that the fill bought for the hall carries for that of water.
fn fill_share(facts: &Facts, bank: &BankPlan) -> f64 {
    let fill = facts.bank_of(&bank.place, Service::FacilityFill).and_then(|fill| facts.item(&fill.chosen));
    let coolants = &facts.site.catalog.coolants;
    let carries = |id: &str| {
        let row = fluid(&coolants[id], facts.site.target.rack.coolant_supply_c);
        row.density_kg_per_m3 * row.heat_capacity_kj_per_kg_k
    };
    fill.and_then(|item| item.coolant.as_deref()).map_or(1.0, |id| carries(id) / carries("water"))
}

/// The fill stays liquid at the coldest of what the facility says of its winters.
fn liquid_in_winter(facts: &Facts, item: &Item) -> Result<(), String> {
    let freeze_c = figure(&item.freeze_c, "freezing point")?;
    let winter_c = winter_c(facts.site);
    if freeze_c <= winter_c { Ok(()) } else { Err(format!("freezes at {freeze_c} C, winter {winter_c} C")) }
}

fn bridges_routes(facts: &Facts, item: &Item) -> Result<(), String> {
    let reach_km = figure(&item.reach_km, "reach")?;
    let routes = facts.bank_of(&Place::Site, Service::FiberRoutes).map(|bank| fiber::chosen(facts, bank));
    let longest = routes.unwrap_or_default().iter().map(|route| route.length_km).fold(0.0, f64::max);
    if reach_km >= longest { Ok(()) } else { Err(format!("reaches {reach_km} of {longest} km")) }
}

/// Limited by the water it must give, the air it stands in, and the thinner air of the height.
pub fn outdoors(facts: &Facts, item: &Item, leaving_c: f64) -> Result<f64, String> {
    let (site, rating) = (facts.site, item.heat_rejection.as_ref().ok_or("no rating point is published")?);
    if facts.conditions.dry_air_c > rating.max_air_c.value {
        return Err(format!("does not run at {} C", facts.conditions.dry_air_c));
    }
    let air_c = facts.conditions.air_c(rating.principle);
    let (rated_leaving_c, rated_air_c) = (rating.leaving_water_c.value, rating.entering_air_c.value);
    let share = match rating.principle {
        HeatRejectionPrinciple::Chiller if leaving_c < rated_leaving_c - FARTHEST_WATER_K => 0.0,
        HeatRejectionPrinciple::Chiller => {
            let colder_k = (rated_leaving_c - leaving_c).max(0.0);
            let by_water = 1.0 - colder_k * site.parameter(P::ChillerDeratePctPerKWater) / 100.0;
            chiller_share(air_c, rated_air_c, site.parameter(P::ChillerDeratePctPerK)) * by_water
        }
        _ => approach_share(leaving_c, air_c, rated_leaving_c, rated_air_c),
    };
    let thin_air = thin_air_share(site.elevation_m, site.parameter(P::AirCooledDeratePctPer300M));
    Ok(capacity(item)? * share * thin_air)
}

fn bears(facts: &Facts, item: &Item) -> Result<(), String> {
    let load = floor_load_kg_per_m2(facts.site);
    let rated = figure(&item.floor_kg_per_m2, "floor rating")?;
    if rated >= load { Ok(()) } else { Err(format!("bears {rated} kg/m2 of {load}")) }
}

fn in_building(facts: &Facts, bank: &BankPlan) -> Result<(), String> {
    let building = facts.hall(&bank.place).is_some_and(|hall| hall.kind == HallKind::Building);
    if building { Ok(()) } else { Err("no building stands there".to_owned()) }
}

fn suits(facts: &Facts, bank: &BankPlan, item: &Item) -> Result<(), String> {
    let suits = facts.hall(&bank.place).is_some_and(|hall| item.suits_envelope.contains(&hall.envelope));
    if suits { Ok(()) } else { Err("does not suit the envelope that stands".to_owned()) }
}

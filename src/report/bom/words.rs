//! What a row says in words: specification, who supplies it, how far its price can be trusted.

use super::measure::is_measured;
use super::rows::{Bill, Row};
use crate::domain::Service;
use crate::domain::bought::{BoughtItem, SpecFigure};
use crate::domain::format::{amount, figure};
use crate::domain::plan::{BankPlan, BomLine, Plan, PriceStatus};
use crate::report::facts::is_of_utility;

/// What stands in the place of a price of installation that is in the price of the goods.
pub const INCLUDED: &str = "included";

/// Ratings, redundancy, and what a unit gives here after derating; of goods by measure, and where nothing else is known, what
/// they are for. No prices.
pub fn spec(bill: &Bill, row: &Row) -> String {
    let Some(item) = bill.item(row) else { return String::new() };
    let measured = is_measured(&row.first().unit);
    // Of goods by measure, what one of them carries and covers is the measure itself; and one for one is none said.
    let says = |figure: &&SpecFigure| match figure.field.as_str() {
        "capacity" => !measured && figure.value != 1.0,
        "footprint_m2" => !measured,
        _ => true,
    };
    let figures = item.figures.iter().filter(says).map(told);
    let features = item.features.iter().map(|feature| format!("{} {}", feature.name, feature.text));
    let mut all = distinct(figures.chain(features).chain(duties(bill, row, item)));
    if measured || all.is_empty() {
        all.push(purpose(bill, row));
    }
    all.join("; ")
}

/// The services that a row's lines are for, with what is required of those that they supply alone: `for Fuel, 76,656 L required`,
/// `for Standby power, Heat rejection`.
fn purpose(bill: &Bill, row: &Row) -> String {
    let mut services: Vec<(Service, Option<f64>)> = Vec::new();
    for line in &row.lines {
        let chosen = |bank: &BankPlan| bank.chosen.item.as_ref() == Some(&line.item) && bank.chosen.kept.is_empty();
        let alone = bill.plan.banks.iter().find(|bank| bank.id == line.bank && chosen(bank));
        let required = alone.map(|bank| bank.required - bank.supplied_by_others);
        match services.iter_mut().find(|(service, _)| *service == line.service) {
            Some((_, sum)) => *sum = sum.zip(required).map(|(sum, required)| sum + required),
            None => services.push((line.service, required)),
        }
    }
    let told = |(service, required): (Service, Option<f64>)| match (service.info(), required) {
        (info, Some(required)) => format!("{}, {} {} required", info.label, amount(required), info.unit),
        (info, None) => info.label.to_owned(),
    };
    let all = services.into_iter().map(told).chain(routes(bill, row));
    format!("for {}", all.collect::<Vec<_>>().join(", "))
}

/// The routes that fiber is laid or leased for, as the facility names them: `routes north_line (0.92 ms) + south_line (1.10 ms)`.
fn routes(bill: &Bill, row: &Row) -> Option<String> {
    let bank = bill.banks(row).find(|bank| bank.service == Service::FiberRoutes)?;
    Some(format!("routes {} round trip", bank.chosen.label))
}

/// What the banks of a row ask of its item, by place where they differ.
fn duties(bill: &Bill, row: &Row, item: &BoughtItem) -> Vec<String> {
    let asked: Vec<(&BankPlan, String)> = bill.banks(row).filter_map(|bank| Some((bank, duty(bank, item)?))).collect();
    let texts = distinct(asked.iter().map(|(_, text)| text.clone()));
    if texts.len() < 2 {
        return texts;
    }
    let places = |text: &String| {
        let alike = asked.iter().filter(|(_, other)| other == text);
        distinct(alike.map(|(bank, _)| bank.place.to_string())).join(", ")
    };
    texts.iter().map(|text| format!("{}: {text}", places(text))).collect()
}

fn told(of: &SpecFigure) -> String {
    format!("{} {} {}", of.name, figure(of.value), of.unit).trim_end().to_owned()
}

/// What the bank asks of its chosen item: `N+1, 1,180 kW each here after derating`.
fn duty(bank: &BankPlan, item: &BoughtItem) -> Option<String> {
    if bank.chosen.item.as_ref() != Some(&item.id) {
        return None;
    }
    let rated = item.figures.iter().find(|figure| figure.field == "capacity").map(|figure| figure.value);
    let here = bank.chosen.unit_capacity;
    let derated = rated.is_none_or(|rated| (rated - here).abs() > 1e-6 * rated) && here > 0.0;
    let unit = bank.service.info().unit;
    let redundancy = bank.service.can_be_redundant().then(|| format!("redundancy {}", bank.policy));
    let each = derated.then(|| format!("{} {unit} each as planned here", amount(here)));
    let all: Vec<String> = redundancy.into_iter().chain(each).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// What all equipment is held to at the site: `60 m above sea level, -35 to 28 C, 60 Hz; 25 kV; 415 V (north, south)`.
pub fn conditions(plan: &Plan) -> String {
    let site = &plan.site;
    let warm = amount(site.design_dry_bulb_c);
    let air = match site.extreme_low_c {
        Some(cold) => format!("{} to {warm} C outdoors", amount(cold)),
        None => format!("up to {warm} C outdoors"),
    };
    let mut volts: Vec<(f64, Vec<&str>)> = Vec::new();
    for hall in &plan.halls {
        match volts.iter_mut().find(|(known, _)| *known == hall.low_voltage_v) {
            Some((_, halls)) => halls.push(&hall.id),
            None => volts.push((hall.low_voltage_v, vec![&hall.id])),
        }
    }
    let low = volts.iter().map(|(volts, halls)| format!("{} V in {}", amount(*volts), halls.join(", ")));
    let medium = format!("{} kV and {} Hz", amount(site.medium_voltage_kv), amount(site.frequency_hz));
    let all = [format!("{} m above sea level", amount(site.elevation_m)), air, medium];
    all.into_iter().chain(low).collect::<Vec<_>>().join(", ")
}

/// What a bank is held to: `N+1; 11,945 kW required, 12,500 kW usable`, with what it keeps.
pub fn bank_duty(plan: &Plan, bank: &BankPlan) -> String {
    let unit = bank.service.info().unit;
    let [required, usable] = [bank.required, bank.chosen.usable].map(amount);
    let is_asset = |id: &str| plan.assets.iter().any(|asset| asset.id == id);
    let kept = bank.chosen.kept.iter().filter(|kept| is_asset(&kept.asset));
    let kept: Vec<String> = kept.map(|kept| format!("{} x {}", kept.units, kept.asset)).collect();
    let reused = if kept.is_empty() { String::new() } else { format!("; re-used: {}", kept.join(", ")) };
    let policy = if bank.service.can_be_redundant() { format!("{}; ", bank.policy) } else { String::new() };
    format!("{policy}{required} {unit} required, {usable} {unit} usable{reused}")
}

/// What is recommended to be kept in store for the row's item: `3 each: fuses; 1 set: filters`; nothing where no rule concerns it,
/// and where it is on order.
pub fn spares(bill: &Bill, row: &Row) -> String {
    let line = row.first();
    let own = bill.plan.spares.iter().filter(|spare| spare.item == line.item && line.order.is_none());
    own.map(|spare| format!("{} {}: {}", figure(spare.quantity), spare.unit, spare.name)).collect::<Vec<_>>().join("; ")
}

/// Texts in their order, each once.
pub fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for text in texts {
        if !all.contains(&text) {
            all.push(text);
        }
    }
    all
}

/// Who furnishes and who installs, and that it is proposed; nothing where the plan does not say.
pub fn supply(bill: &Bill, row: &Row) -> Option<String> {
    let line = row.first();
    match bill.item(row) {
        _ if line.order.is_some() => Some("OFCI, on order".to_owned()),
        _ if is_of_utility(line) => Some("OFOI, by the utility".to_owned()),
        item => item.map(|item| format!("{}, proposed", item.supply.label())),
    }
}

/// How far the price can be trusted: the catalog's word, `offer` for a price of the facility file, nothing where there is none.
pub fn confidence(line: &BomLine) -> Option<&'static str> {
    let offered = line.order.is_some() || is_of_utility(line);
    let offer = (offered && line.price_status != PriceStatus::Unpriced).then_some("offer");
    line.price_confidence.map(|confidence| confidence.label()).or(offer)
}

/// How a line's price holds installation: `apart`, or `included` and not known apart; nothing where there is no price.
pub fn installation(line: &BomLine) -> Option<&'static str> {
    line.unit_price.map(|_| if line.price_split.is_some() { "apart" } else { INCLUDED })
}

/// The name of a price status in files.
pub fn status(status: PriceStatus) -> &'static str {
    match status {
        PriceStatus::Published => "published",
        PriceStatus::Estimate => "estimate",
        PriceStatus::Unpriced => "unpriced",
    }
}

/// Places of a row: `q1, q2`.
pub fn places(row: &Row) -> String {
    distinct(row.lines.iter().map(|line| line.place.to_string())).join(", ")
}

/// Ids of the requirements that a row serves: its banks', and those that they cover besides.
pub fn requirements(bill: &Bill, row: &Row) -> String {
    let covered = bill.banks(row).flat_map(|bank| &bank.chosen.covers);
    let covered = covered.map(|draw| format!("{}.{}", draw.place, draw.service));
    distinct(row.lines.iter().map(|line| line.bank.clone()).chain(covered)).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::bom::sample;

    #[test]
    fn specification_and_supply_are_the_items() {
        let plan = sample::plan();
        let bill = Bill::of(&plan);
        let row = bill.lines().find(|row| row.first().line == 2).unwrap();
        assert!(spec(&bill, row).starts_with("current 1,200 A; connection lugs"), "{}", spec(&bill, row));
        assert_eq!(supply(&bill, row).unwrap(), "OFCI, proposed");
    }
}

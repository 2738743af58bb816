//! Approvals: sizes from the bill of materials, rules from the catalogs, permits from the tasks, lost days one by one.

use super::facts::Facts;
use super::fiber;
use super::report::Report;
use super::words::said;
use crate::domain::calendar::day_number;
use crate::domain::plan::Task;
use crate::domain::studies::approvals::{HarderPath, PermitPlan, RuleResult, RuleStatus, Size};
use crate::domain::{ApprovalPath, Permit, Place, RuleTrigger, Service};
use crate::input::catalog::{Activity, Item, ParameterId as P, Rule};
use crate::input::facility::BuildMethod;
use crate::validate::SiteRoute;

/// Every size is what the requirements, the bill of materials and the chosen routes make it.
pub fn sizes(facts: &Facts, report: &mut Report) {
    let claimed = &facts.plan.studies.approvals.sizes;
    let triggers: Vec<RuleTrigger> = claimed.iter().map(|size| size.trigger).collect();
    report.expect(triggers == RuleTrigger::ALL, "sizes", || "are not one for each trigger".to_owned());
    for size in claimed {
        let (what, unit) = size.trigger.label();
        report.equal(what, unit, size.value, value(facts, size.trigger));
        report.expect(size.missing.is_some() == lacks(facts, size.trigger), what, || {
            format!("is said to lack {}, which is not so", said(&size.missing))
        });
    }
}

fn value(facts: &Facts, trigger: RuleTrigger) -> f64 {
    match trigger {
        RuleTrigger::GridMw => required(facts, Service::GridImport),
        RuleTrigger::StandbyMw => nameplate(facts, Service::StandbyPower) / 1000.0,
        RuleTrigger::NoxTPerYear => {
            let emergency = facts.site.parameter(P::EmergencyHoursPerYear);
            // kW at hours, and MW at all hours, times g/kWh.
            grams(facts, Service::StandbyPower, emergency) / 1e6 + grams(facts, Service::OnSitePower, 8_760_000.0) / 1e6
        }
        RuleTrigger::StoredFuelL => nameplate(facts, Service::Fuel),
        RuleTrigger::BatteryKwh => nameplate(facts, Service::RideThrough),
        RuleTrigger::DisturbedM2 => disturbed_m2(facts),
        RuleTrigger::WaterM3PerDay => required(facts, Service::MakeUpWater),
        RuleTrigger::FiberBuildKm => routes(facts).iter().map(|route| route.build_km).sum(),
        RuleTrigger::FiberAerialKm => {
            let aerial = |route: &&&SiteRoute| route.build_method == Some(BuildMethod::Aerial);
            routes(facts).iter().filter(aerial).map(|route| route.build_km).sum()
        }
        RuleTrigger::RailroadCrossings => routes(facts).iter().map(|route| f64::from(route.railroad_crossings)).sum(),
        RuleTrigger::Always => 1.0,
    }
}

fn required(facts: &Facts, service: Service) -> f64 {
    let of_site = |place: &Place, own: Service| *place == Place::Site && own == service;
    let mut all = facts.plan.requirements.iter().filter(|it| of_site(&it.place, it.service));
    all.next().map_or(0.0, |requirement| requirement.fixed + requirement.drawn)
}

/// The items bought of a service with their quantity, from the bill of materials.
fn bought<'a>(facts: &Facts<'a>, service: Service) -> impl Iterator<Item = (&'a Item, f64)> {
    let (plan, catalog) = (facts.plan, &facts.site.catalog);
    let lines = plan.bom.iter().filter(move |line| line.service == service);
    let items = lines.filter_map(|line| Some((catalog.items.get(&line.item)?, line.quantity)));
    items.filter(move |(item, _)| item.serves(service))
}

fn capacity(item: &Item) -> f64 {
    item.capacity.as_ref().map_or(0.0, |figure| figure.value)
}

/// Units of assets kept for a service, each with the nameplate of one.
fn kept(facts: &Facts, service: Service) -> Vec<(f64, f64)> {
    let banks = facts.plan.banks.iter().filter(|bank| bank.service == service);
    let nameplate = |id: &str| facts.site.assets.iter().find(|asset| asset.id == id).map(|asset| asset.nameplate);
    banks
        .flat_map(|bank| &bank.chosen.kept)
        .filter_map(|kept| Some((f64::from(kept.units), nameplate(&kept.asset)?)))
        .collect()
}

fn nameplate(facts: &Facts, service: Service) -> f64 {
    let new: f64 = bought(facts, service).map(|(item, units)| units * capacity(item)).sum();
    new + kept(facts, service).iter().map(|(units, nameplate)| units * nameplate).sum::<f64>()
}

fn grams(facts: &Facts, service: Service, hours: f64) -> f64 {
    let of = |(item, units): (&Item, f64)| Some(units * capacity(item) * hours * item.nox_g_per_kwh.as_ref()?.value);
    bought(facts, service).filter_map(of).sum()
}

fn routes<'a>(facts: &Facts<'a>) -> Vec<&'a SiteRoute> {
    facts.bank_of(&Place::Site, Service::FiberRoutes).map_or_else(Vec::new, |bank| fiber::chosen(facts, bank))
}

fn disturbed_m2(facts: &Facts) -> f64 {
    let cable_m: f64 = bought(facts, Service::MediumVoltageCable).map(|(_, meters)| meters).sum();
    required(facts, Service::Yard) + cable_m * facts.site.parameter(P::TrenchWidthM)
}

/// Whether a size is only known in part.
fn lacks(facts: &Facts, trigger: RuleTrigger) -> bool {
    let unknown = |service| bought(facts, service).any(|(item, _)| item.nox_g_per_kwh.is_none());
    match trigger {
        RuleTrigger::NoxTPerYear => {
            let engines = [Service::StandbyPower, Service::OnSitePower];
            engines.into_iter().any(|service| unknown(service) || !kept(facts, service).is_empty())
        }
        RuleTrigger::StoredFuelL => true,
        RuleTrigger::BatteryKwh => bought(facts, Service::LoadSmoothing).next().is_some(),
        _ => false,
    }
}

/// Every rule of the catalogs has the standing that its region, operator, class and size give it.
pub fn rules(facts: &Facts, report: &mut Report) {
    let study = &facts.plan.studies.approvals;
    for rule in &facts.site.catalog.rules {
        let claimed: Vec<&RuleResult> = study.rules.iter().filter(|result| result.id == rule.id).collect();
        let unchecked = study.unchecked.iter().filter(|id| **id == rule.id).count();
        let expected = match place(facts, rule) {
            Some(true) => (1, 0),
            Some(false) => (0, 0),
            None => (0, 1),
        };
        report.expect((claimed.len(), unchecked) == expected, &rule.id, || "is not where it belongs".to_owned());
        for result in claimed {
            let size = study.sizes.iter().find(|size| size.trigger == rule.trigger);
            let status = size.map(|size| standing(facts, rule, size));
            report.expect(status == Some(result.status), &rule.id, || {
                format!("stands as {} and should as {}", said(&result.status), said(&status))
            });
            report.expect(same(rule, result), &rule.id, || "is not the catalogs' rule".to_owned());
            let recorded = |id: &String| facts.plan.sources.iter().any(|record| record.id == *id);
            report.expect(result.sources.iter().all(recorded), &rule.id, || "has a source not recorded".to_owned());
        }
    }
    let local =
        facts.site.catalog.rules.iter().filter(|rule| !rule.regions.is_empty() && place(facts, rule) != Some(false));
    report.equal("rules of the region", "", study.local_rules.into(), local.count() as f64);
    let known = facts.site.catalog.rules.len();
    report.expect(study.rules.len() + study.unchecked.len() <= known, "rules", || "are more than known".to_owned());
}

/// Whether a rule is one of this place; nothing where the facility does not say enough.
fn place(facts: &Facts, rule: &Rule) -> Option<bool> {
    let site = facts.site;
    let outside_class =
        !rule.ozone.is_empty() && !rule.ozone.iter().any(|class| site.ozone_nonattainment == Some(*class));
    let region = site.region.as_deref().map(|region| {
        let country = region.split('-').next().unwrap_or(region);
        let inside = rule.regions.iter().any(|own| own == region || own == country);
        // A country alone does not say which of its states.
        let open = region == country && rule.regions.iter().any(|own| own.split('-').next() == Some(country));
        (inside || !open).then_some(inside)
    });
    let operator = site
        .utility
        .grid_operator
        .as_ref()
        .map(|operator| rule.grid_operators.iter().any(|named| named.eq_ignore_ascii_case(operator)));
    let answers = [
        if rule.regions.is_empty() { Some(true) } else { region.flatten() },
        if rule.grid_operators.is_empty() { Some(true) } else { operator },
        Some(!outside_class),
    ];
    if answers.contains(&Some(false)) {
        Some(false)
    } else {
        answers.into_iter().collect::<Option<Vec<_>>>().map(|_| true)
    }
}

fn standing(facts: &Facts, rule: &Rule, size: &Size) -> RuleStatus {
    let steps = facts.plan.bom.iter().any(|line| line.service == Service::GridImport);
    let reached = size.value > 0.0 && size.value >= rule.at_least;
    match (reached, size.missing.is_some(), size.value > 0.0 && size.value >= rule.at_least * 0.8) {
        (true, ..) if rule.only_if_enlarged && !steps => RuleStatus::NotEnlarged,
        (true, ..) => RuleStatus::Applies,
        (false, true, _) => RuleStatus::Unknown,
        (false, false, true) => RuleStatus::Near,
        (false, false, false) => RuleStatus::Below,
    }
}

fn same(rule: &Rule, result: &RuleResult) -> bool {
    (&rule.name, rule.trigger, rule.at_least) == (&result.name, result.trigger, result.at_least)
        && (&rule.asks, &rule.note, &rule.sources) == (&result.asks, &result.note, &result.sources)
        && (rule.permit, rule.path, rule.confidence.label()) == (result.permit, result.path, result.confidence.as_str())
}

/// Every task that obtains a permit stands in the list with its dates, and with the harder path that rules lead to.
pub fn permits(facts: &Facts, report: &mut Report) {
    let claimed = &facts.plan.studies.approvals.permits;
    let activity = |task: &Task| facts.site.catalog.activities.iter().find(|activity| activity.id == task.activity);
    let tasks = facts.plan.tasks.iter().filter_map(|task| Some((task, activity(task)?)));
    let expected: Vec<PermitPlan> = tasks.filter_map(|(task, activity)| permit(facts, task, activity)).collect();
    report.expect(claimed.len() == expected.len(), "permits", || format!("{} listed", claimed.len()));
    for (claimed, expected) in claimed.iter().zip(&expected) {
        report.expect(claimed == expected, &expected.task, || {
            format!("is {} and should be {}", said(&claimed), said(&expected))
        });
    }
}

fn permit(facts: &Facts, task: &Task, activity: &Activity) -> Option<PermitPlan> {
    let permit = activity.permit?;
    let (path, held) = (facts.site.approval_paths.get(&permit).copied(), facts.site.permits_held.contains(&permit));
    let idle = held || task.weeks.high <= 0.0;
    Some(PermitPlan {
        permit,
        task: task.id.clone(),
        path,
        held,
        weeks: task.weeks,
        start: task.start,
        finish: task.finish,
        total_float_days: task.total_float_days,
        critical: task.critical,
        harder: if idle { None } else { harder(facts, task, activity, permit, path) },
    })
}

fn harder(
    facts: &Facts,
    task: &Task,
    activity: &Activity,
    permit: Permit,
    planned: Option<ApprovalPath>,
) -> Option<HarderPath> {
    let results = &facts.plan.studies.approvals.rules;
    let of = |rule: &&RuleResult| rule.status == RuleStatus::Applies && rule.permit == Some(permit);
    let path = results.iter().filter(of).filter_map(|rule| rule.path).max()?;
    let weeks = activity.by_path.get(&path).map(|estimate| estimate.range());
    let longer = weeks.is_some_and(|weeks| weeks.likely > task.weeks.likely);
    if !planned.map_or(longer, |planned| path > planned) {
        return None;
    }
    let rules = results.iter().filter(of).filter(|rule| rule.path == Some(path)).map(|rule| rule.name.clone());
    let float_weeks = task.total_float_days as f64 / 7.0;
    let delay_weeks = weeks.map(|weeks| (weeks.likely - task.weeks.likely - float_weeks).max(0.0));
    Some(HarderPath { path, rules: rules.collect(), weeks, delay_weeks })
}

/// Crews are the facility's; the spans hold every working day that is lost outdoors, and no other.
pub fn work(facts: &Facts, report: &mut Report) {
    let (site, study) = (facts.site, &facts.plan.studies.approvals);
    let crews: Vec<u32> = study.crews.iter().map(|crew| crew.halls).collect();
    let limits: Vec<u32> = site.crews.values().copied().collect();
    report.expect(crews == limits, "crews", || format!("are {} and should be {}", said(&crews), said(&limits)));
    let Some(last) = facts.plan.halls.iter().map(|hall| hall.ready).max() else { return };
    let lost = |day: &i64| site.calendar.works_on(*day) && !site.outdoor_calendar.works_on(*day);
    let all = (day_number(site.start_date)..=day_number(last)).filter(lost).count();
    let mut told = 0;
    for stop in &study.outdoor_stops {
        let (first, last) = (day_number(stop.first), day_number(stop.last));
        let in_span = (first..=last).filter(lost).count();
        let open = (first..=last).any(|day| site.outdoor_calendar.works_on(day));
        report.expect(in_span == stop.working_days as usize && !open, "outdoors", || {
            format!("{} to {} loses {in_span} working days, or works in between", stop.first, stop.last)
        });
        told += in_span;
    }
    report.expect(told == all, "outdoors", || format!("{told} working days are lost of {all}"));
}

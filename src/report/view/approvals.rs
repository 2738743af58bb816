//! Approvals: rules that apply or nearly do, permits with their dates, crews and seasons.

use serde::Serialize;

use crate::domain::RuleTrigger;
use crate::domain::format::{amount, list, plural, sentence, span, weeks};
use crate::domain::plan::Plan;
use crate::domain::studies::ApprovalStudy;
use crate::domain::studies::approvals::{HarderPath, PermitPlan, RuleResult, RuleStatus, Size};
use crate::report::style::Style;

/// Standings that are reported, in their order, each with its word.
const REPORTED: [(RuleStatus, &str); 4] = [
    (RuleStatus::Applies, "applies"),
    (RuleStatus::NotEnlarged, "if enlarged"),
    (RuleStatus::Unknown, "not known"),
    (RuleStatus::Near, "near"),
];

/// The section on approvals.
#[derive(Serialize)]
pub struct ApprovalView {
    summary: String,
    findings: Vec<String>,
    rules: Vec<RuleRow>,
    permits: Vec<PermitRow>,
    limits: Vec<String>,
}

#[derive(Serialize)]
struct RuleRow {
    standing: &'static str,
    name: String,
    measured: String,
    from: String,
    asks: String,
    permit: String,
    sources: String,
}

#[derive(Serialize)]
struct PermitRow {
    permit: &'static str,
    path: String,
    weeks: String,
    held: &'static str,
    start: String,
    finish: String,
    float: String,
    critical: &'static str,
}

impl ApprovalView {
    /// How many findings the section holds.
    pub fn findings(&self) -> usize {
        self.findings.len()
    }

    /// Prepares the section; nothing where there is neither rule nor permit.
    pub fn of(plan: &Plan, style: &Style) -> Option<ApprovalView> {
        let study = &plan.studies.approvals;
        let empty = study.rules.is_empty() && study.unchecked.is_empty() && study.permits.is_empty();
        (!empty).then(|| ApprovalView {
            summary: summary(study),
            findings: findings(study),
            rules: rules(study),
            permits: study.permits.iter().map(permit).collect(),
            limits: limits(study),
        })
    }
}

fn of_status(study: &ApprovalStudy, status: RuleStatus) -> impl Iterator<Item = &RuleResult> {
    study.rules.iter().filter(move |rule| rule.status == status)
}

fn summary(study: &ApprovalStudy) -> String {
    let count = |status| of_status(study, status).count();
    let [applies, enlarged, unknown, near] = REPORTED.map(|(status, _)| count(status));
    let others = [
        (enlarged, "would bind an enlarged connection"),
        (unknown, "cannot be judged"),
        (near, "near (the plan is at most 20 % below)"),
    ];
    let others = others.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("; {what}: {count}"));
    let all = plural(study.rules.len() as f64, "rule");
    format!("Of {all} of this place, those that apply: {applies}{}.", others.collect::<String>())
}

fn rules(study: &ApprovalStudy) -> Vec<RuleRow> {
    let rows = REPORTED.iter().flat_map(|&(status, word)| of_status(study, status).map(move |rule| (rule, word)));
    rows.map(|(rule, standing)| row(study, rule, standing)).collect()
}

fn row(study: &ApprovalStudy, rule: &RuleResult, standing: &'static str) -> RuleRow {
    let (what, unit) = rule.trigger.label();
    let size = study.sizes.iter().find(|size| size.trigger == rule.trigger);
    let path = rule.path.map(|path| format!(": {}", path.label())).unwrap_or_default();
    let held = study.permits.iter().any(|permit| Some(permit.permit) == rule.permit && permit.held);
    let held = if held { ", held" } else { "" };
    let (measured, from) = match rule.trigger {
        RuleTrigger::Always => (what.to_owned(), "-".to_owned()),
        _ => (size.map_or_else(|| "-".to_owned(), measured), from(rule.at_least, unit)),
    };
    RuleRow {
        standing,
        name: rule.name.clone(),
        measured,
        from,
        asks: std::iter::once(&rule.asks).chain(&rule.note).cloned().collect::<Vec<_>>().join(" "),
        permit: rule.permit.map_or_else(|| "-".to_owned(), |permit| format!("{}{path}{held}", permit.label())),
        sources: format!("{} ({})", rule.sources.join(", "), rule.confidence),
    }
}

/// `Power drawn 17.4 MW`; `at least` where a part is missing, `not known` where all is.
fn measured(size: &Size) -> String {
    let (what, unit) = size.trigger.label();
    let known = match (&size.missing, size.value > 0.0) {
        (Some(_), false) => return format!("{what} not known"),
        (Some(_), true) => "at least ",
        (None, _) => "",
    };
    format!("{what} {known}{} {unit}", amount(size.value)).trim_end().to_owned()
}

fn from(at_least: f64, unit: &str) -> String {
    if at_least > 0.0 { format!("{} {unit}", amount(at_least)).trim_end().to_owned() } else { "any".to_owned() }
}

fn permit(permit: &PermitPlan) -> PermitRow {
    let path = match permit.path {
        Some(path) => path.label(),
        None if permit.held => "-",
        None => "not given: planned over all paths",
    };
    let [low, likely, high] = [permit.weeks.low, permit.weeks.likely, permit.weeks.high].map(amount);
    let none = permit.weeks.high <= 0.0;
    PermitRow {
        permit: permit.permit.label(),
        path: path.to_owned(),
        weeks: if none { "-".to_owned() } else { format!("{low} / {likely} / {high}") },
        held: if permit.held { "yes" } else { "no" },
        start: if none { "-".to_owned() } else { permit.start.to_string() },
        finish: if none { "-".to_owned() } else { permit.finish.to_string() },
        float: if none { "-".to_owned() } else { permit.total_float_days.to_string() },
        critical: if permit.critical && !none { "yes" } else { "no" },
    }
}

/// Paths harder than planned, sizes that are not known, rules that could not be checked.
fn findings(study: &ApprovalStudy) -> Vec<String> {
    let harder = study.permits.iter().filter_map(|permit| Some(harder_path(permit, permit.harder.as_ref()?)));
    let unknown = |size: &&Size| of_status(study, RuleStatus::Unknown).any(|rule| rule.trigger == size.trigger);
    let sizes = study.sizes.iter().filter(unknown).filter_map(|size| {
        let (what, _) = size.trigger.label();
        Some(format!("{what} is not known far enough; missing: {}.", size.missing.as_ref()?))
    });
    let unchecked = (!study.unchecked.is_empty()).then(|| {
        let (rules, ids) = (plural(study.unchecked.len() as f64, "rule"), study.unchecked.join(", "));
        format!(
            "{rules} could not be checked, for the facility gives no `region` or no `utility.grid_operator`: {ids}."
        )
    });
    harder.chain(sizes).chain(unchecked).chain(elsewhere(study)).collect()
}

/// A region of which the catalogs know nothing.
fn elsewhere(study: &ApprovalStudy) -> Option<String> {
    (study.local_rules == 0).then(|| {
        "The catalogs hold no rule of this region: what its authorities ask is not known here, and the weeks of permits are those \
         of the United States. Have both from local counsel, in a catalog of your own."
            .to_owned()
    })
}

fn harder_path(permit: &PermitPlan, harder: &HarderPath) -> String {
    let planned = match permit.path {
        Some(path) => format!("the facility names a {}", path.label()),
        None => "no path is given".to_owned(),
    };
    let takes = harder.weeks.map(|on_path| format!(", likely {}", weeks(on_path.likely))).unwrap_or_default();
    let effect = match harder.delay_weeks {
        Some(delay) if delay >= 0.5 => format!(" A hall would be ready {} later.", weeks(delay)),
        Some(_) => " The float takes it up.".to_owned(),
        None => String::new(),
    };
    format!(
        "{}: {} leads to a {}{takes}; {planned}, and {} are planned.{effect}",
        permit.permit.label(),
        list(&harder.rules),
        harder.path.label(),
        weeks(permit.weeks.likely),
    )
}

/// Crews and seasons, a line each.
fn limits(study: &ApprovalStudy) -> Vec<String> {
    let crew = |halls: u32| plural(f64::from(halls), "hall");
    let crews = study.crews.iter().map(|limit| {
        format!("{}: crews for {} at a time; later halls wait.", sentence(&limit.trade), crew(limit.halls))
    });
    let stops = study.outdoor_stops.iter().map(|stop| {
        let days = plural(f64::from(stop.working_days), "working day");
        format!("Outdoors: no work {}, {days}.", span(stop.first.to_string(), stop.last.to_string()))
    });
    crews.chain(stops).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn a_harder_path_is_told_with_what_it_costs_in_time() {
        let view = ApprovalView::of(&sample::plan(), &Style::default()).unwrap();
        assert_eq!(
            view.findings[0],
            "Building: County site-plan rule leads to a hearing, likely 14 weeks; the facility names a review, and 8 weeks are \
             planned. The float takes it up."
        );
    }

    #[test]
    fn rules_below_their_size_are_not_listed() {
        let view = ApprovalView::of(&sample::plan(), &Style::default()).unwrap();
        let standings: Vec<&str> = view.rules.iter().map(|rule| rule.standing).collect();
        assert_eq!(standings, ["applies", "applies", "if enlarged", "not known", "near"]);
        assert_eq!(
            view.summary,
            "Of 6 rules of this place, those that apply: 2; would bind an enlarged connection: 1; cannot be judged: 1; near (the \
             plan is at most 20 % below): 1."
        );
    }

    #[test]
    fn a_region_without_rules_is_said_to_have_none() {
        let told = |plan: &Plan| {
            ApprovalView::of(plan, &Style::default())
                .unwrap()
                .findings
                .iter()
                .any(|it| it.contains("no rule of this region"))
        };
        let mut plan = sample::plan();
        assert!(!told(&plan));
        plan.studies.approvals.local_rules = 0;
        assert!(told(&plan));
    }

    #[test]
    fn an_empty_study_has_no_section() {
        let mut plan = sample::plan();
        let study = &mut plan.studies.approvals;
        (study.rules, study.unchecked, study.permits) = (Vec::new(), Vec::new(), Vec::new());
        assert!(ApprovalView::of(&plan, &Style::default()).is_none());
    }
}

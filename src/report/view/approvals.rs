//! Approvals: rules that apply or nearly do, permits with their dates, crews and seasons.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::RuleTrigger;
use crate::domain::format::sentence;
use crate::domain::plan::Plan;
use crate::domain::studies::ApprovalStudy;
use crate::domain::studies::approvals::{HarderPath, PermitPlan, RuleResult, RuleStatus, Size};
use crate::report::style::{Style, args};

/// Standings that are reported, in their order.
const REPORTED: [RuleStatus; 4] = [RuleStatus::Applies, RuleStatus::NotEnlarged, RuleStatus::Unknown, RuleStatus::Near];

/// A delay that rounds to nothing is not told, weeks.
const TOLD_FROM_WEEKS: f64 = 0.5;

/// The section on approvals.
#[derive(JsonSchema, Serialize)]
pub struct ApprovalView {
    summary: String,
    findings: Vec<String>,
    rules: Vec<RuleRow>,
    permits: Vec<PermitRow>,
    limits: Vec<String>,
}

#[derive(JsonSchema, Serialize)]
struct RuleRow {
    standing: String,
    name: String,
    measured: String,
    from: String,
    asks: String,
    permit: String,
    sources: String,
}

#[derive(JsonSchema, Serialize)]
struct PermitRow {
    permit: String,
    path: String,
    weeks: String,
    held: String,
    start: String,
    finish: String,
    float: String,
    critical: String,
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
            summary: summary(study, style),
            findings: findings(study, style),
            rules: rules(study, style),
            permits: study.permits.iter().map(|planned| permit(planned, style)).collect(),
            limits: limits(study, style),
        })
    }
}

/// Rules that bind and lead to a harder path than is planned, where that would make a hall late: a sentence each.
pub fn delays(plan: &Plan, style: &Style) -> Vec<String> {
    let late = plan.studies.approvals.permits.iter().filter(|permit| delays_a_hall(permit));
    late.filter_map(|permit| Some(harder_path(permit, permit.harder.as_ref()?, style))).collect()
}

/// Whether a harder path of the permit would make a hall late.
pub fn delays_a_hall(permit: &PermitPlan) -> bool {
    permit.harder.as_ref().and_then(|harder| harder.delay_weeks).is_some_and(|delay| delay >= TOLD_FROM_WEEKS)
}

fn of_status(study: &ApprovalStudy, status: RuleStatus) -> impl Iterator<Item = &RuleResult> {
    study.rules.iter().filter(move |rule| rule.status == status)
}

fn summary(study: &ApprovalStudy, style: &Style) -> String {
    let [applies, enlarged, unknown, near] = REPORTED.map(|status| of_status(study, status).count());
    let others = [(enlarged, "approvals-if-enlarged"), (unknown, "approvals-not-judged"), (near, "approvals-near")];
    let told = |(count, message): &(usize, &str)| style.say(message, args!["figure" => count.to_string()]);
    let first = args![
        "rules" => style.count("rule", study.rules.len() as f64),
        "figure" => applies.to_string(),
        "others" => others.iter().filter(|(count, _)| *count > 0).map(told).collect::<String>(),
    ];
    style.say("approvals-summary", first)
}

fn rules(study: &ApprovalStudy, style: &Style) -> Vec<RuleRow> {
    let rows = REPORTED.iter().flat_map(|&status| of_status(study, status).map(move |rule| (rule, status)));
    rows.map(|(rule, status)| row(study, rule, status, style)).collect()
}

fn row(study: &ApprovalStudy, rule: &RuleResult, status: RuleStatus, style: &Style) -> RuleRow {
    let size = study.sizes.iter().find(|size| size.trigger == rule.trigger);
    let (measured, from) = match rule.trigger {
        RuleTrigger::Always => (style.named("trigger", rule.trigger), "-".to_owned()),
        _ => (size.map_or_else(|| "-".to_owned(), |size| measured(size, style)), from(rule, style)),
    };
    let confidence = style.named("confidence", &rule.confidence);
    let sources = args!["sources" => style.joined(&rule.sources), "confidence" => confidence];
    let asks: Vec<&str> = std::iter::once(&rule.asks).chain(&rule.note).map(String::as_str).collect();
    RuleRow {
        standing: style.named("standing", status),
        name: style.recorded(&rule.name),
        measured,
        from,
        asks: style.recorded(&asks.join(" ")),
        permit: permit_of_rule(study, rule, style),
        sources: style.say("sourced", sources),
    }
}

/// `Building: review, held`; a dash where the rule asks for none.
fn permit_of_rule(study: &ApprovalStudy, rule: &RuleResult, style: &Style) -> String {
    let Some(permit) = rule.permit else { return "-".to_owned() };
    let name = style.named("permit", permit);
    let told = match rule.path {
        Some(path) => style.say("approvals-permit-path", args!["permit" => name, "path" => style.named("path", path)]),
        None => name,
    };
    match study.permits.iter().any(|planned| planned.permit == permit && planned.held) {
        true => style.say("approvals-permit-held", args!["permit" => told]),
        false => told,
    }
}

/// `Power drawn 17.4 MW`; `at least` where a part is missing, `not known` where all is.
fn measured(size: &Size, style: &Style) -> String {
    let message = match (&size.missing, size.value > 0.0) {
        (Some(_), false) => "approvals-measured-unknown",
        (Some(_), true) => "approvals-measured-least",
        (None, _) => "approvals-measured",
    };
    let (what, size) = (style.named("trigger", size.trigger), sized(size.value, size.trigger, style));
    style.say(message, args!["what" => what, "size" => size])
}

/// A size with its unit, where it has one.
fn sized(value: f64, trigger: RuleTrigger, style: &Style) -> String {
    match trigger.label().1 {
        "" => style.amount(value),
        unit => style.quantity(value, unit),
    }
}

fn from(rule: &RuleResult, style: &Style) -> String {
    if rule.at_least > 0.0 { sized(rule.at_least, rule.trigger, style) } else { style.word("approvals-from-any") }
}

fn permit(permit: &PermitPlan, style: &Style) -> PermitRow {
    let path = match permit.path {
        Some(path) => style.named("path", path),
        None if permit.held => "-".to_owned(),
        None => style.word("approvals-path-not-given"),
    };
    let [low, likely, high] = [permit.weeks.low, permit.weeks.likely, permit.weeks.high].map(|it| style.amount(it));
    let none = permit.weeks.high <= 0.0;
    let unless_none = |text: String| if none { "-".to_owned() } else { text };
    let yes_no = |yes: bool| style.word(if yes { "yes" } else { "no" });
    PermitRow {
        permit: style.named("permit", permit.permit),
        path,
        weeks: unless_none(format!("{low} / {likely} / {high}")),
        held: yes_no(permit.held),
        start: unless_none(style.date(permit.start)),
        finish: unless_none(style.date(permit.finish)),
        float: unless_none(permit.total_float_days.to_string()),
        critical: yes_no(permit.critical && !none),
    }
}

/// Paths harder than planned, sizes that are not known, rules that could not be checked.
fn findings(study: &ApprovalStudy, style: &Style) -> Vec<String> {
    let harder = study.permits.iter().filter_map(|permit| Some(harder_path(permit, permit.harder.as_ref()?, style)));
    let unknown = |size: &&Size| of_status(study, RuleStatus::Unknown).any(|rule| rule.trigger == size.trigger);
    let sizes = study.sizes.iter().filter(unknown).filter_map(|size| {
        let what = style.named("trigger", size.trigger);
        Some(style.say("approvals-size-unknown", args!["what" => what, "missing" => size.missing.as_deref()?]))
    });
    let unchecked = (!study.unchecked.is_empty()).then(|| {
        let rules = style.count("rule", study.unchecked.len() as f64);
        style.say("approvals-unchecked", args!["rules" => rules, "ids" => style.joined(&study.unchecked)])
    });
    // A region of which the catalogs know nothing.
    let elsewhere = (study.local_rules == 0).then(|| style.word("approvals-elsewhere"));
    harder.chain(sizes).chain(unchecked).chain(elsewhere).collect()
}

fn harder_path(permit: &PermitPlan, harder: &HarderPath, style: &Style) -> String {
    let planned = match permit.path {
        Some(path) => style.say("approvals-path-named", args!["path" => style.named("path", path)]),
        None => style.word("approvals-path-none"),
    };
    let effect = match harder.delay_weeks {
        Some(delay) if delay >= TOLD_FROM_WEEKS => style.say("approvals-later", args!["weeks" => style.weeks(delay)]),
        Some(_) => style.word("approvals-in-float"),
        None => "none".to_owned(),
    };
    let rules: Vec<String> = harder.rules.iter().map(|rule| style.recorded(rule)).collect();
    let told = args![
        "permit" => style.named("permit", permit.permit),
        "count" => rules.len(),
        "rules" => style.list(&rules),
        "path" => style.named("path", harder.path),
        "likely" => harder.weeks.map_or_else(|| "none".to_owned(), |weeks| style.weeks(weeks.likely)),
        "planned" => planned,
        "weeks" => style.weeks(permit.weeks.likely),
        "effect" => effect,
    ];
    style.say("approvals-harder", told)
}

/// Crews and seasons, a line each.
fn limits(study: &ApprovalStudy, style: &Style) -> Vec<String> {
    let crews = study.crews.iter().map(|limit| {
        let (trade, halls) = (sentence(&limit.trade), style.count("hall", f64::from(limit.halls)));
        style.say("approvals-crew", args!["trade" => style.entry("trade", &limit.trade, &trade), "halls" => halls])
    });
    let stops = study.outdoor_stops.iter().map(|stop| {
        let days = style.count("working-day", f64::from(stop.working_days));
        style.say("approvals-outdoors", args!["span" => style.date_span(stop.first, stop.last), "days" => days])
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
    fn a_path_that_makes_a_hall_late_is_told_in_the_answer_and_the_risks() {
        let (mut plan, style) = (sample::plan(), Style::default());
        assert!(delays(&plan, &style).is_empty());
        let harder = plan.studies.approvals.permits.iter_mut().find_map(|permit| permit.harder.as_mut()).unwrap();
        harder.delay_weeks = Some(20.4);
        let told = delays(&plan, &style).concat();
        assert!(
            told.contains("County site-plan rule leads to a hearing") && told.ends_with("ready 20 weeks later."),
            "{told}"
        );
        let templates = crate::report::Templates::default();
        for audience in ["engineer", "client", "board", "procurement"] {
            let report = crate::report::render(&plan, None, &style, &templates, audience).unwrap();
            assert!(report.contains(&format!("- **Date at risk** {told}")), "{audience}");
            let has_risks = audience == "client" || audience == "board";
            assert!(!has_risks || report.contains(&format!("- {told}")), "{audience}");
            assert!(!report.contains("Rules may lead to a harder path"), "{audience}");
        }
    }

    #[test]
    fn rules_below_their_size_are_not_listed() {
        let view = ApprovalView::of(&sample::plan(), &Style::default()).unwrap();
        let standings: Vec<&str> = view.rules.iter().map(|rule| rule.standing.as_str()).collect();
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

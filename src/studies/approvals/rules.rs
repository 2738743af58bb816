//! Rules held against sizes.

use crate::domain::studies::approvals::{RuleResult, RuleStatus, Size};
use crate::domain::{Place, Service};
use crate::input::catalog::Rule;
use crate::studies::Basis;
use crate::validate::Site;

/// Part of a rule's size from which it is near.
const NEAR: f64 = 0.8;

/// Every rule that concerns the site with its status, and the ids of those that could not be checked.
pub fn results(basis: &Basis, sizes: &[Size]) -> (Vec<RuleResult>, Vec<String>) {
    let bank = basis.bank(&Place::Site, Service::GridImport);
    let enlarged = bank.is_some_and(|bank| bank.chosen.units > 0.0);
    let (mut results, mut unchecked) = (Vec::new(), Vec::new());
    for rule in &basis.site.catalog.rules {
        match concerns(rule, basis.site) {
            Some(true) => results.extend(
                sizes
                    .iter()
                    .find(|size| size.trigger == rule.trigger)
                    .map(|size| result(rule, status(size, rule.at_least, rule.only_if_enlarged && !enlarged))),
            ),
            Some(false) => {}
            None => unchecked.push(rule.id.clone()),
        }
    }
    (results, unchecked)
}

/// How many rules that concern the site, or may, are of a region that holds it.
pub fn local(site: &Site) -> u32 {
    let of_a_region = |rule: &&Rule| !rule.regions.is_empty() && concerns(rule, site) != Some(false);
    site.catalog.rules.iter().filter(of_a_region).count() as u32
}

/// How many rules a facility leaves unchecked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UncheckedRules {
    /// Rules of regions.
    pub by_region: usize,
    /// Rules of grid operators.
    pub by_grid_operator: usize,
}

/// Rules that cannot be checked for want of the site's region, and for want of its grid operator.
pub fn unchecked_rules(site: &Site) -> UncheckedRules {
    let open: Vec<&Rule> = site.catalog.rules.iter().filter(|rule| concerns(rule, site).is_none()).collect();
    UncheckedRules {
        by_region: open.iter().filter(|rule| !rule.regions.is_empty()).count(),
        by_grid_operator: open.iter().filter(|rule| !rule.grid_operators.is_empty()).count(),
    }
}

/// Whether a rule is one of the site's region, grid operator and ozone class; nothing where the facility does not say.
fn concerns(rule: &Rule, site: &Site) -> Option<bool> {
    let class = rule.ozone.is_empty() || site.ozone_nonattainment.is_some_and(|class| rule.ozone.contains(&class));
    let operator = among(&rule.grid_operators, site.utility.grid_operator.as_ref(), |_, _| false);
    let region = among(&rule.regions, site.region.as_ref(), within);
    match (class, region, operator) {
        (false, ..) | (_, Some(false), _) | (.., Some(false)) => Some(false),
        (true, Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

/// Whether one of the names is given, in whatever case, or holds what is given; any where there are no names.
fn among(names: &[String], given: Option<&String>, holds: fn(&str, &str) -> bool) -> Option<bool> {
    if names.is_empty() {
        return Some(true);
    }
    let given = given?;
    let matches = names.iter().any(|name| name.eq_ignore_ascii_case(given) || holds(name, given));
    // A site that names its country alone may lie in the rule's state.
    let perhaps = names.iter().any(|name| holds(given, name));
    if matches || !perhaps { Some(matches) } else { None }
}

/// `US-TX` lies within `US`.
fn within(outer: &str, inner: &str) -> bool {
    inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with('-'))
}

/// Nothing triggers no rule, whatever its size.
fn status(size: &Size, at_least: f64, not_enlarged: bool) -> RuleStatus {
    match size.value {
        value if value > 0.0 && value >= at_least && not_enlarged => RuleStatus::NotEnlarged,
        value if value > 0.0 && value >= at_least => RuleStatus::Applies,
        _ if size.missing.is_some() => RuleStatus::Unknown,
        value if value > 0.0 && value >= NEAR * at_least => RuleStatus::Near,
        _ => RuleStatus::Below,
    }
}

fn result(rule: &Rule, status: RuleStatus) -> RuleResult {
    RuleResult {
        id: rule.id.clone(),
        name: rule.name.clone(),
        trigger: rule.trigger,
        at_least: rule.at_least,
        status,
        asks: rule.asks.clone(),
        permit: rule.permit,
        path: rule.path,
        note: rule.note.clone(),
        sources: rule.sources.clone(),
        confidence: rule.confidence.label().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::RuleTrigger;

    fn standing(value: f64, missing: bool, not_enlarged: bool) -> RuleStatus {
        let missing = missing.then(|| "something".to_owned());
        status(&Size { trigger: RuleTrigger::GridMw, value, missing }, 75.0, not_enlarged)
    }

    #[test]
    fn a_rule_applies_from_its_size_on() {
        assert_eq!(standing(75.0, false, false), RuleStatus::Applies);
        assert_eq!(standing(74.9, false, false), RuleStatus::Near);
        assert_eq!(standing(60.0, false, false), RuleStatus::Near);
        assert_eq!(standing(59.9, false, false), RuleStatus::Below);
        assert_eq!(standing(200.0, false, true), RuleStatus::NotEnlarged);
    }

    #[test]
    fn what_is_missing_can_only_add() {
        assert_eq!(standing(75.0, true, false), RuleStatus::Applies);
        assert_eq!(standing(74.9, true, false), RuleStatus::Unknown);
    }

    #[test]
    fn nothing_triggers_no_rule() {
        let none = Size { trigger: RuleTrigger::StandbyMw, value: 0.0, missing: None };
        assert_eq!(status(&none, 0.0, false), RuleStatus::Below);
    }

    #[test]
    fn regions_hold_their_states() {
        let rule = ["US-TX".to_owned()];
        let given = |region: &str| among(&rule, Some(&region.to_owned()), within);
        assert_eq!(given("US-TX"), Some(true));
        assert_eq!(given("US-WA"), Some(false));
        assert_eq!(given("US"), None, "a country alone may or may not be Texas");
        assert_eq!(among(&["US".to_owned()], Some(&"US-WA".to_owned()), within), Some(true));
        assert_eq!(among(&rule, None, within), None);
        assert_eq!(among(&[], None, within), Some(true));
    }
}

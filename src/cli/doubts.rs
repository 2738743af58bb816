//! What is doubtful in catalogs, for people and for machines.

use serde_json::{Value, json};

use crate::domain::format::plural;
use crate::lint::{Finding, RULES, Rule, figures};
use crate::validate::Site;

/// Findings by rule, each rule that found anything with its count, and a last line that sums up.
pub fn text(site: &Site, found: &[Finding]) -> String {
    let sections: String = RULES.iter().map(|rule| section(rule, found)).collect();
    let catalog = &site.catalog;
    let size = [
        plural(catalog.items.len() as f64, "item"),
        plural(catalog.sources.len() as f64, "source"),
        plural(figures(catalog).len() as f64, "figure"),
    ];
    format!("{sections}{}: {}\n", size.join(", "), plural(found.len() as f64, "finding"))
}

fn section(rule: &Rule, found: &[Finding]) -> String {
    let own: Vec<&Finding> = found.iter().filter(|finding| finding.rule == rule.id).collect();
    if own.is_empty() {
        return String::new();
    }
    let width = own.iter().map(|finding| finding.subject.len()).max().unwrap_or(0);
    let line = |finding: &&Finding| {
        let place = finding.place.as_ref().map(|place| format!(" ({place})")).unwrap_or_default();
        format!("  {:<width$}  {}{place}\n", finding.subject, finding.message)
    };
    format!("{} ({}): {}\n{}\n", rule.id, own.len(), rule.about, own.iter().map(line).collect::<String>())
}

/// The same as data, in the same order.
pub fn data(found: &[Finding]) -> Value {
    let one = |finding: &Finding| {
        json!({
            "rule": finding.rule,
            "severity": if finding.broken { "error" } else { "warning" },
            "subject": finding.subject,
            "place": finding.place,
            "message": finding.message,
        })
    };
    found.iter().map(one).collect()
}

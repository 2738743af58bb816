//! The plan in ten lines, for a terminal.

use jiff::civil::Date;

use super::facts::{cost_driver, date_driver, dated_orders, headline_text, it_mw, per_it_mw, racks};
use super::style::{Style, args};
use crate::domain::fit::Fit;
use crate::domain::format::{date_span, list, mw, plural};
use crate::domain::plan::{HallPlan, Plan, Proof};

/// The plan in about ten lines, in English: what can be done, for how much, by when, and what drives it. Ends with a newline.
pub fn summary(plan: &Plan) -> String {
    let style = Style::default();
    let rows = [
        ("Plan", Some(format!("{}, for {}", plan.site.facility, plan.site.target))),
        ("Result", Some(result(plan))),
        ("Capex", Some(headline_text(plan, &style))),
        ("Per IT MW", per_it_mw(plan, &style)),
        ("Ready", Some(ready(plan))),
        ("Date driver", date_driver(plan, &style)),
        ("Cost driver", cost_driver(plan, &style)),
        ("First orders", first_orders(plan)),
        ("Unpriced", unpriced(plan)),
        ("Minimized", Some(plan.solution.objective.clone())),
        ("Proof", Some(proof(plan, &style))),
    ];
    rows.into_iter().filter_map(|(label, text)| Some(format!("{label:<13}{}\n", text?))).collect()
}

fn result(plan: &Plan) -> String {
    let left_out = plan.fit.as_ref().map(|fit| fit.asked()).filter(|asked| f64::from(*asked) > racks(plan));
    let of_asked = left_out.map_or_else(String::new, |asked| format!(" of {asked} asked for"));
    let size = format!("{}{of_asked}, {} IT", plural(racks(plan), "rack"), mw(it_mw(plan)));
    format!("feasible: {} with {size}", plural(plan.halls.len() as f64, "hall"))
}

/// Halls with the same dates share one entry.
fn ready(plan: &Plan) -> String {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for hall in &plan.halls {
        let dates = dates(hall);
        match groups.iter_mut().find(|(known, _)| *known == dates) {
            Some((_, halls)) => halls.push(hall.id.clone()),
            None => groups.push((dates, vec![hall.id.clone()])),
        }
    }
    let texts: Vec<String> = groups.iter().map(|(dates, halls)| format!("{} {dates}", list(halls))).collect();
    texts.join("; ")
}

fn dates(hall: &HallPlan) -> String {
    format!("{} ({})", hall.ready, date_span(hall.ready_low, hall.ready_high))
}

/// The same order of several halls is one.
fn first_orders(plan: &Plan) -> Option<String> {
    let mut groups: Vec<((Date, &str), Vec<String>)> = Vec::new();
    for (date, order) in dated_orders(plan) {
        let line = order.first();
        let order = (date, line.description.as_str());
        match groups.iter_mut().find(|(known, _)| *known == order) {
            Some((_, places)) => places.push(line.place.to_string()),
            None => groups.push((order, vec![line.place.to_string()])),
        }
    }
    let text = |((date, what), places): &((Date, &str), Vec<String>)| format!("{what} for {} by {date}", list(places));
    let texts: Vec<String> = groups.iter().take(3).map(text).collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}

fn unpriced(plan: &Plan) -> Option<String> {
    let count = plan.capex.lines_unpriced;
    (count > 0).then(|| format!("{} of {}, in no sum", plural(count as f64, "line"), plan.bom.len()))
}

/// What the solver's end proves, in one sentence without a full stop.
pub(super) fn proof(plan: &Plan, style: &Style) -> String {
    let each = plan.solution.date_gap_weeks / plan.halls.len().max(1) as f64;
    let message = match plan.solution.proof {
        Proof::Optimal => plan.fit.as_ref().map_or("proof-optimal", proof_of_racks),
        Proof::Incumbent if each > 0.0 => "proof-incumbent-dates",
        Proof::Incumbent => "proof-incumbent",
    };
    style.say(message, args!["gap" => style.percent(plan.solution.gap_pct), "weeks" => style.weeks(each)])
}

/// What is proved where racks were fitted: only between several halls can another split have more.
fn proof_of_racks(fit: &Fit) -> &'static str {
    match (fit.halls.len(), fit.maximal) {
        _ if fit.racks() == fit.asked() => "proof-optimal-all-racks",
        (1, true) => "proof-optimal-full-hall",
        (1, false) => "proof-optimal-one-hall",
        _ => "proof-optimal-racks",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn reads_in_ten_lines() {
        insta::assert_snapshot!(summary(&sample::plan()));
    }

    #[test]
    fn an_incumbent_is_never_called_optimal() {
        let mut plan = sample::plan();
        plan.solution.proof = Proof::Incumbent;
        assert!(!summary(&plan).contains("optimal"));
    }
}

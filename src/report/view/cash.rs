//! Money by quarter: what is bound, and what is paid.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::plan::Plan;
use crate::report::cash::{self, Quarter};
use crate::report::style::{Style, args};

/// Money of the direct cost by quarter.
#[derive(JsonSchema, Serialize)]
pub struct CashView {
    terms: String,
    undated: Option<String>,
    soft: String,
    quarters: Vec<QuarterRow>,
}

#[derive(JsonSchema, Serialize)]
struct QuarterRow {
    quarter: String,
    committed: String,
    committed_sum: String,
    paid: String,
    paid_sum: String,
}

impl CashView {
    /// Prepares the section; nothing where no order has a date and a price.
    pub fn of(plan: &Plan, style: &Style) -> Option<CashView> {
        let quarters = cash::by_quarter(plan);
        let undated = cash::undated_usd(plan);
        let soft = plan.capex.total.likely - plan.capex.direct.likely;
        (!quarters.is_empty()).then(|| CashView {
            terms: terms(plan, style),
            undated: (undated > 0.0).then(|| style.say("cash-undated", args!["amount" => style.usd(undated)])),
            soft: style.say("cash-soft", args!["amount" => style.usd(soft)]),
            quarters: rows(&quarters, style),
        })
    }
}

/// On which terms payments are taken to follow.
fn terms(plan: &Plan, style: &Style) -> String {
    let terms = plan.payment;
    let told = args![
        "deposit" => style.percent(terms.deposit_pct),
        "delivery" => style.percent(terms.delivery_pct),
        "rest" => style.percent(100.0 - terms.deposit_pct - terms.delivery_pct),
        "retainage" => style.percent(terms.retainage_pct),
        "advance" => style.percent(terms.utility_pct),
        "days" => style.count("day", terms.days)
    ];
    style.say("cash-terms", told)
}

/// The quarters with their running sums.
fn rows(quarters: &[Quarter], style: &Style) -> Vec<QuarterRow> {
    let usd = |usd: f64| if usd > 0.0 { style.usd(usd) } else { "-".to_owned() };
    let (mut committed, mut paid) = (0.0, 0.0);
    let row = |quarter: &Quarter| {
        committed += quarter.committed_usd;
        paid += quarter.paid_usd;
        QuarterRow {
            quarter: style.quarter_of_year(quarter.first),
            committed: usd(quarter.committed_usd),
            committed_sum: usd(committed),
            paid: usd(quarter.paid_usd),
            paid_sum: usd(paid),
        }
    };
    quarters.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn quarters_follow_each_other_and_end_with_all_that_is_bound_and_paid() {
        let (plan, style) = (sample::plan(), Style::default());
        let view = CashView::of(&plan, &style).unwrap();
        let all = style.usd(plan.capex.direct.likely - cash::undated_usd(&plan));
        let last = view.quarters.last().unwrap();
        assert_eq!((&last.committed_sum, &last.paid_sum), (&all, &all));
        assert_eq!(view.quarters[0].quarter, style.quarter_of_year(cash::committed(&plan)[0].0));
    }

    #[test]
    fn nothing_is_told_where_nothing_is_bought() {
        let mut plan = sample::plan();
        plan.bom.clear();
        assert!(CashView::of(&plan, &Style::default()).is_none());
    }
}

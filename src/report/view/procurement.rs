//! What buyers need of the bill of materials: sums by system and trade, and how prices are known.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::plan::{BomLine, Plan, PriceStatus};
use crate::domain::{Range, System};
use crate::report::style::{Style, args};

/// The bill of materials in sums.
#[derive(JsonSchema, Serialize)]
pub struct ProcurementView {
    systems: Vec<SystemLines>,
    total: LineSum,
    statuses: Vec<StatusRow>,
}

/// The lines of one system by trade.
#[derive(JsonSchema, Serialize)]
struct SystemLines {
    system: String,
    sum: LineSum,
    trades: Vec<TradeLines>,
}

#[derive(JsonSchema, Serialize)]
struct TradeLines {
    trade: String,
    sum: LineSum,
}

/// Lines counted and summed; what has no price is in the count alone.
#[derive(JsonSchema, Serialize)]
struct LineSum {
    lines: String,
    unpriced: String,
    low: String,
    likely: String,
    high: String,
}

/// Lines whose price is known in one way.
#[derive(JsonSchema, Serialize)]
struct StatusRow {
    status: String,
    lines: String,
    likely: String,
    share: String,
}

impl ProcurementView {
    /// Prepares the sums.
    pub fn of(plan: &Plan, style: &Style) -> ProcurementView {
        let lines: Vec<&BomLine> = plan.bom.iter().collect();
        let mut systems: Vec<System> = lines.iter().map(|line| line.service.info().system).collect();
        systems.sort_unstable();
        systems.dedup();
        ProcurementView {
            systems: systems.into_iter().map(|system| of_system(&lines, system, style)).collect(),
            total: sum(&lines, style),
            statuses: statuses(plan, style),
        }
    }
}

fn of_system(lines: &[&BomLine], system: System, style: &Style) -> SystemLines {
    let lines: Vec<&BomLine> = lines.iter().copied().filter(|line| line.service.info().system == system).collect();
    let mut divisions: Vec<&str> = lines.iter().map(|line| division(line)).collect();
    divisions.sort_unstable();
    divisions.dedup();
    let trade = |wanted: &str| {
        let lines: Vec<&BomLine> = lines.iter().copied().filter(|line| division(line) == wanted).collect();
        TradeLines { trade: trade_name(wanted, style), sum: sum(&lines, style) }
    };
    SystemLines {
        system: style.system(system),
        sum: sum(&lines, style),
        trades: divisions.into_iter().map(trade).collect(),
    }
}

/// The division of MasterFormat that a line belongs to: `26` for electrical work.
fn division(line: &BomLine) -> &str {
    line.masterformat.split(' ').next().unwrap_or_default()
}

fn trade_name(division: &str, style: &Style) -> String {
    let named = style.find(&format!("division-{division}"), &args![]);
    let name = named.unwrap_or_else(|| style.word("division-other"));
    style.say("procurement-trade", args!["division" => division, "name" => name])
}

fn sum(lines: &[&BomLine], style: &Style) -> LineSum {
    let priced: Vec<Range> = lines.iter().filter_map(|line| line.amount).collect();
    let range: Range = priced.iter().copied().sum();
    // Where nothing has a price, the sum is not nothing but not known.
    let usd = |usd: f64| if priced.is_empty() { style.word("not-priced") } else { style.usd(usd) };
    LineSum {
        lines: lines.len().to_string(),
        unpriced: lines.iter().filter(|line| line.amount.is_none()).count().to_string(),
        low: usd(range.low),
        likely: usd(range.likely),
        high: usd(range.high),
    }
}

/// How prices are known, the firmest first.
fn statuses(plan: &Plan, style: &Style) -> Vec<StatusRow> {
    let of_status = |status: PriceStatus| {
        let lines = || plan.bom.iter().filter(move |line| line.price_status == status);
        let likely: f64 = lines().filter_map(|line| line.amount).map(|range| range.likely).sum();
        let priced = status != PriceStatus::Unpriced;
        StatusRow {
            status: style.named("price", status),
            lines: lines().count().to_string(),
            likely: if priced { style.usd(likely) } else { "-".to_owned() },
            share: if priced { style.percent(100.0 * likely / plan.capex.direct.likely) } else { "-".to_owned() },
        }
    };
    [PriceStatus::Published, PriceStatus::Estimate, PriceStatus::Unpriced].map(of_status).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn trades_add_up_to_their_system_and_all_to_the_direct_cost() {
        let (plan, style) = (sample::plan(), Style::default());
        let view = ProcurementView::of(&plan, &style);
        assert_eq!(view.total.likely, style.usd(plan.capex.direct.likely));
        let fiber = view.systems.iter().find(|system| system.system == "Network").unwrap();
        assert_eq!((fiber.sum.unpriced.as_str(), fiber.sum.likely.as_str()), ("1", "not priced"));
        let lines = |sum: &LineSum| sum.lines.parse::<usize>().unwrap();
        for system in &view.systems {
            assert_eq!(system.trades.iter().map(|trade| lines(&trade.sum)).sum::<usize>(), lines(&system.sum));
        }
        assert_eq!(view.systems.iter().map(|system| lines(&system.sum)).sum::<usize>(), plan.bom.len());
    }
}

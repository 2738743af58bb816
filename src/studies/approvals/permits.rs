//! Permits: their tasks, and the paths that rules lead to.

use crate::domain::plan::Task;
use crate::domain::studies::approvals::{HarderPath, PermitPlan, RuleResult, RuleStatus};
use crate::domain::{ApprovalPath, Permit, Range};
use crate::input::catalog::{Activity, Estimate};
use crate::studies::Basis;

/// Every task that obtains a permit, in the order of the tasks.
pub fn permits(basis: &Basis, rules: &[RuleResult]) -> Vec<PermitPlan> {
    basis.tasks.iter().filter_map(|task| permit(basis, rules, task)).collect()
}

fn permit(basis: &Basis, rules: &[RuleResult], task: &Task) -> Option<PermitPlan> {
    let activity = basis.site.catalog.activities.iter().find(|activity| activity.id == task.activity)?;
    let permit = activity.permit?;
    let (path, held) = (basis.site.approval_paths.get(&permit).copied(), basis.site.permits_held.contains(&permit));
    let open = !held && task.weeks.high > 0.0;
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
        harder: hardest(rules, permit)
            .filter(|_| open)
            .and_then(|hardest| harder(activity, task, path, hardest, rules)),
    })
}

/// The hardest path that a rule leads to which applies.
fn hardest(rules: &[RuleResult], permit: Permit) -> Option<ApprovalPath> {
    leading(rules, permit).filter_map(|rule| rule.path).max()
}

fn leading(rules: &[RuleResult], permit: Permit) -> impl Iterator<Item = &RuleResult> {
    rules.iter().filter(move |rule| rule.status == RuleStatus::Applies && rule.permit == Some(permit))
}

/// A path beyond the one that the facility names, or longer than the task where it names none.
fn harder(
    activity: &Activity,
    task: &Task,
    planned: Option<ApprovalPath>,
    hardest: ApprovalPath,
    rules: &[RuleResult],
) -> Option<HarderPath> {
    let weeks = activity.by_path.get(&hardest).map(Estimate::range);
    let beyond = match planned {
        Some(planned) => hardest > planned,
        None => weeks.is_some_and(|weeks| weeks.likely > task.weeks.likely),
    };
    let of_path = leading(rules, activity.permit?).filter(|rule| rule.path == Some(hardest));
    beyond.then(|| HarderPath {
        path: hardest,
        rules: of_path.map(|rule| rule.name.clone()).collect(),
        weeks,
        delay_weeks: weeks.map(|weeks| delay_weeks(weeks, task.weeks, task.total_float_days)),
    })
}

/// What a longer duration takes beyond the task's own and its float.
fn delay_weeks(on_path: Range, planned: Range, float_days: i64) -> f64 {
    (on_path.likely - planned.likely - float_days as f64 / 7.0).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn float_takes_up_a_harder_path_first() {
        // 78 weeks for 26: 52 more, of which 21 days are free.
        assert_eq!(delay_weeks(Range::exact(78.0), Range::exact(26.0), 21), 49.0);
        assert_eq!(delay_weeks(Range::exact(78.0), Range::exact(26.0), 400), 0.0);
    }
}

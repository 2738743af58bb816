//! What re-use saves: for each bank that keeps equipment, the cheapest way to build it from new units alone, less its cost.

use crate::domain::Service;
use crate::domain::plan::{BankPlan, Decision, Plan};

/// Money that new units in place of kept ones would cost, over all places.
pub struct Saved {
    /// What the kept units supply.
    pub service: Service,
    /// Units kept.
    pub units: u32,
    /// USD, likely; nothing where no way of new units alone is priced.
    pub usd: Option<f64>,
}

/// Savings by service, in the order of the services. Land, power and water that the site has are no equipment and not counted.
pub fn savings(plan: &Plan) -> Vec<Saved> {
    let mut all: Vec<Saved> = Vec::new();
    for bank in &plan.banks {
        let units: u32 =
            bank.chosen.kept.iter().filter(|kept| is_equipment(plan, &kept.asset)).map(|kept| kept.units).sum();
        if units == 0 {
            continue;
        }
        let usd = new_alone(bank).map(|usd| (usd - bank.chosen.cost.likely).max(0.0));
        match all.iter_mut().find(|saved| saved.service == bank.service) {
            Some(saved) => {
                saved.units += units;
                saved.usd = saved.usd.zip(usd).map(|(a, b)| a + b);
            }
            None => all.push(Saved { service: bank.service, units, usd }),
        }
    }
    all.sort_by_key(|saved| saved.service);
    all
}

fn is_equipment(plan: &Plan, id: &str) -> bool {
    let used = |decision| matches!(decision, Decision::Reuse | Decision::Move);
    plan.assets.iter().any(|asset| asset.id == id && used(asset.decision))
}

/// The cheapest alternative that keeps nothing, carries the load and is not ruled out, USD.
fn new_alone(bank: &BankPlan) -> Option<f64> {
    let needed = bank.required - bank.supplied_by_others;
    let keeps = |label: &str| bank.chosen.kept.iter().any(|kept| label.contains(&kept.asset));
    let fits = bank.alternatives.iter().filter(|other| !other.barred && !keeps(&other.label));
    let carrying = fits.filter(|other| other.usable.is_some_and(|usable| usable >= needed));
    carrying.filter_map(|other| other.cost_usd).filter(|usd| *usd > 0.0).min_by(f64::total_cmp)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::Alternative;
    use crate::report::sample;

    #[test]
    fn what_new_units_would_cost_is_saved() {
        let mut plan = sample::plan();
        let keeps = |bank: &BankPlan| bank.chosen.kept.iter().any(|kept| kept.asset == "padmounts_a");
        let at = plan.banks.iter().position(keeps).expect("the sample keeps its padmounts");
        plan.banks = vec![plan.banks[at].clone()];
        let (cost, enough) = (plan.banks[0].chosen.cost.likely, plan.banks[0].required);
        let other = |label: &str, usd: f64, usable: f64, barred| Alternative {
            cost_usd: Some(usd),
            usable: Some(usable),
            barred,
            ..Alternative::rejected(label, String::new())
        };
        plan.banks[0].alternatives = vec![
            other("existing padmounts_a + 1 x new", cost + 1.0, enough, false),
            other("8 x new, too few", cost + 1e6, enough / 2.0, false),
            other("7 x new, ruled out", cost + 2e6, enough, true),
            other("9 x new", cost + 5e6, enough, false),
        ];
        assert_eq!(savings(&plan)[0].usd, Some(5e6));
        plan.banks[0].alternatives.pop();
        assert_eq!(savings(&plan)[0].usd, None);
    }
}

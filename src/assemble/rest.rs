//! The rest of the plan, seen from one bank: what another candidate in the chosen one's place would break, or make dearer elsewhere.

use std::collections::BTreeMap;

use crate::banks::{Bank, draw_id, drawn};
use crate::domain::blocks::{Misdealt, misdealt};
use crate::domain::format::{amount, usd};
use crate::domain::plan::{CandidatePlan, Proof};
use crate::domain::{Place, Policy, Service, Total};
use crate::optimize::DEALT;
use crate::requirements::bank_id;

use super::Findings;

/// Rounds in which banks follow each other's draws; they settle in three or four.
const MOST_ROUNDS: usize = 12;

/// What was chosen of every bank, by the bank's id.
type Chosen<'a> = BTreeMap<&'a str, &'a CandidatePlan>;

/// All that was chosen, with what it comes to, worked out once for all banks.
pub struct Rest<'a> {
    findings: &'a Findings<'a>,
    chosen: Chosen<'a>,
    /// What is asked of every bank, what others supply of it taken off.
    asked: BTreeMap<&'a str, f64>,
    /// What the chosen candidates supply of other banks' services, by the bank's id.
    covers: BTreeMap<String, f64>,
}

impl<'a> Rest<'a> {
    /// That of a choice.
    pub fn of(findings: &'a Findings<'a>) -> Rest<'a> {
        let chosen: Chosen = findings.choice.chosen.iter().map(|(id, candidate)| (id.as_str(), candidate)).collect();
        let mut covers = BTreeMap::new();
        for cover in chosen.values().flat_map(|candidate| &candidate.covers) {
            *covers.entry(draw_id(cover)).or_default() += cover.amount;
        }
        Rest { findings, asked: asked(findings.banks, &chosen), chosen, covers }
    }

    /// What was chosen of a bank.
    pub fn chosen(&self, bank: &Bank) -> &'a CandidatePlan {
        self.chosen[bank.id.as_str()]
    }

    /// What other banks supply of a bank's service.
    pub fn covered(&self, bank: &Bank) -> f64 {
        self.covers.get(&bank.id).copied().unwrap_or_default()
    }

    /// What another candidate that carries the load would break: the fault level, the blocks on the boards, what stands elsewhere,
    /// what the site has.
    pub fn limit(&self, bank: &Bank, other: &CandidatePlan) -> Option<String> {
        let own = self.fault(bank, other).or_else(|| self.blocks(bank, other)).or_else(|| self.taken(bank, other));
        own.or_else(|| self.site(bank, other))
    }

    /// Why a candidate that carries the load within all limits was not chosen.
    pub fn reason(&self, bank: &'a Bank, other: &'a CandidatePlan) -> String {
        let dearer = other.cost.likely - self.chosen(bank).cost.likely;
        if dearer >= 1.0 {
            return format!("costs {} more", usd(dearer));
        }
        let same = dearer > -1.0;
        let less = if same { "costs the same".to_owned() } else { format!("costs {} less itself", usd(-dearer)) };
        let elsewhere = self.elsewhere(bank, other, -dearer).or_else(|| self.too_late(bank, other));
        format!("{less}, but {}", elsewhere.unwrap_or_else(|| self.as_a_whole().to_owned()))
    }

    /// What the solver's end says of the plan with any other candidate.
    fn as_a_whole(&self) -> &'static str {
        match self.findings.choice.solution.proof {
            Proof::Optimal => "the whole plan with it costs no less or is ready later",
            Proof::Incumbent => "whether the whole plan is better with it is not proved",
        }
    }

    /// What goes with it, where that costs more than it saves.
    fn elsewhere(&self, bank: &'a Bank, other: &'a CandidatePlan, saved_usd: f64) -> Option<String> {
        let changes = match self.followed(bank, other) {
            Ok(changes) => changes,
            Err(service) => return Some(format!("needs more of {} than can be had", service.info().label)),
        };
        let more: f64 = changes.values().copied().total();
        let most = changes.iter().max_by(|a, b| a.1.total_cmp(b.1)).filter(|_| more >= saved_usd.max(1.0))?;
        Some(format!("costs {} more in what goes with it, most of it {}", usd(more), most.0.info().label))
    }

    /// What the other banks cost more, by service, where each follows what is then asked of it; the service of which no way supplies
    /// as much, where there is one.
    fn followed(&self, bank: &'a Bank, other: &'a CandidatePlan) -> Result<BTreeMap<Service, f64>, Service> {
        let banks = self.findings.banks;
        let mut chosen = self.chosen.clone();
        chosen.insert(bank.id.as_str(), other);
        for _ in 0..MOST_ROUNDS {
            let asked = asked(banks, &chosen);
            let before = chosen.clone();
            for follower in banks.iter().filter(|follower| follower.id != bank.id) {
                let id = follower.id.as_str();
                if (asked[id] - self.asked[id]).abs() > 1e-9 * self.asked[id].abs() {
                    chosen.insert(id, resized(follower, self.chosen[id], asked[id]).ok_or(follower.service)?);
                }
            }
            if chosen == before {
                break;
            }
        }
        let mut more = BTreeMap::new();
        for follower in banks.iter().filter(|follower| follower.id != bank.id) {
            let id = follower.id.as_str();
            *more.entry(follower.service).or_default() += chosen[id].cost.likely - self.chosen[id].cost.likely;
        }
        Ok(more)
    }

    /// How much longer it takes than what was chosen, where its hall would wait for it.
    fn too_late(&self, bank: &Bank, other: &CandidatePlan) -> Option<String> {
        let task = |id: &String| self.findings.schedule.tasks.iter().find(|task| task.id == *id);
        let lead = self.findings.schedule.tasks.iter().find(|it| it.is_lead && it.bank.as_ref() == Some(&bank.id))?;
        let begins = lead.after.iter().filter_map(|link| task(&link.task)).map(|before| before.finish).max()?;
        let may_begin_later = f64::from(begins.until(lead.late_start).ok()?.get_days()) / 7.0;
        let weeks = |candidate: &CandidatePlan| candidate.lead_weeks.likely + candidate.install_weeks.likely;
        let longer = weeks(other) - weeks(self.chosen(bank)) - may_begin_later.max(0.0);
        (longer > 0.0).then(|| format!("takes {} weeks longer than its hall can wait", amount(longer.ceil())))
    }

    /// Boards and transformers that do not go together with what was chosen of the other.
    fn fault(&self, bank: &Bank, other: &CandidatePlan) -> Option<String> {
        let chosen = |service| self.chosen.get(bank_id(&bank.place, service).as_str());
        match bank.service {
            Service::LowVoltagePower => {
                let (rated, fault) =
                    (other.interrupting_rating_ka?, chosen(Service::Transformation)?.fault_current_ka?);
                (rated < fault).then(|| format!("interrupts {rated:.1} kA; {fault:.1} kA can flow into a fault"))
            }
            Service::Transformation => {
                let (rated, fault) =
                    (chosen(Service::LowVoltagePower)?.interrupting_rating_ka?, other.fault_current_ka?);
                too_strong(fault, rated)
            }
            _ => None,
        }
    }

    /// Units that do not go round the boards, or boards round which the units do not go.
    fn blocks(&self, bank: &Bank, other: &CandidatePlan) -> Option<String> {
        let of = |service| self.findings.banks.iter().find(|it| it.service == service && it.place == bank.place);
        let boards = of(Service::LowVoltagePower)?;
        let partly = self.findings.site.target.generator_coverage_pct < 100.0;
        let dealt = DEALT.iter().filter(|service| !partly || **service == Service::CriticalPower);
        let apart = |on: &CandidatePlan, bank: &Bank, units: &CandidatePlan| {
            misdealt(on.on_boards?, boards.policy, units.on_boards?, bank.most, bank.policy != Policy::NPlus(0))
        };
        if bank.service == Service::LowVoltagePower {
            let mut dealt = dealt.filter_map(|service| of(*service));
            let (of, fault) = dealt.find_map(|dealt| Some((dealt, apart(other, dealt, self.chosen(dealt))?)))?;
            let units = format!("{} units of {}", self.chosen(of).on_boards?.units, of.service.info().label);
            return Some(match fault {
                Misdealt::Uneven => format!("{units} cannot be dealt out to its boards evenly"),
                Misdealt::TooLittle => format!("{units} carry too little on each of its boards"),
                Misdealt::Overload => format!("{units} would overload the buses of its boards"),
            });
        }
        let fault = apart(self.chosen(boards), bank, other).filter(|_| dealt.copied().any(|it| it == bank.service))?;
        let boards = format!("the {} boards of this plan", self.chosen(boards).on_boards?.units);
        Some(match fault {
            Misdealt::Uneven => format!("its units cannot be dealt out to {boards} evenly"),
            Misdealt::TooLittle => format!("its units carry too little on each of {boards}"),
            Misdealt::Overload => format!("its units would overload the buses of {boards}"),
        })
    }

    /// An asset or an order of which the other banks leave it too little.
    fn taken(&self, bank: &Bank, other: &CandidatePlan) -> Option<String> {
        let elsewhere = || self.chosen.iter().filter(|(id, _)| **id != bank.id).map(|(_, candidate)| candidate);
        let of_asset = |asset: &str| {
            elsewhere().flat_map(|it| &it.kept).filter(|kept| kept.asset == asset).map(|kept| kept.units).sum::<u32>()
        };
        let assets = &self.findings.site.assets;
        let short = other.kept.iter().find(|kept| {
            let there = assets.iter().find(|asset| asset.id == kept.asset).map_or(u32::MAX, |asset| asset.count);
            kept.units > there.saturating_sub(of_asset(&kept.asset))
        });
        short.map(|kept| format!("would keep {}, which this plan uses elsewhere", kept.asset))
    }

    /// A limit of the site.
    fn site(&self, bank: &Bank, other: &CandidatePlan) -> Option<String> {
        let limits = [Service::GridImport, Service::MakeUpWater, Service::Yard];
        limits.into_iter().find_map(|service| {
            let limit = self.findings.banks.iter().find(|it| it.service == service && it.place == Place::Site)?;
            let of = |candidate: &CandidatePlan| drawn(candidate, &Place::Site, service);
            let needed = self.asked[limit.id.as_str()] + self.covered(limit) - of(self.chosen(bank)) + of(other);
            let most = limit.candidates.iter().map(|candidate| candidate.usable).fold(0.0, f64::max);
            let info = service.info();
            (needed > most * (1.0 + 1e-9)).then(|| {
                let [needed, most] = [needed, most].map(|value| format!("{} {}", amount(value), info.unit));
                format!("would need {needed} of {}; {most} can be had", info.label)
            })
        })
    }
}

/// What is asked of every bank, what others supply of it taken off.
fn asked<'a>(banks: &'a [Bank], chosen: &Chosen) -> BTreeMap<&'a str, f64> {
    let mut asked: BTreeMap<&str, f64> = banks.iter().map(|bank| (bank.id.as_str(), bank.fixed)).collect();
    for candidate in chosen.values() {
        for (draws, sign) in [(&candidate.draws, 1.0), (&candidate.covers, -1.0)] {
            for draw in draws {
                if let Some(sum) = asked.get_mut(draw_id(draw).as_str()) {
                    *sum += sign * draw.amount;
                }
            }
        }
    }
    asked
}

/// What was chosen of a bank in the number that carries another load, else the cheapest way that does. What stands on boards, and
/// boards, keep their number where it is enough.
fn resized<'a>(bank: &'a Bank, chosen: &'a CandidatePlan, asked: f64) -> Option<&'a CandidatePlan> {
    let carries = |candidate: &&CandidatePlan| candidate.usable >= asked * (1.0 - 1e-9);
    if chosen.on_boards.is_some() && carries(&chosen) {
        return Some(chosen);
    }
    let ways = || bank.candidates.iter().chain(&bank.dropped).filter(carries);
    let kept = |candidate: &CandidatePlan| candidate.kept.iter().map(|kept| kept.asset.clone()).collect::<Vec<_>>();
    let alike =
        |other: &&CandidatePlan| other.item == chosen.item && other.mode == chosen.mode && kept(other) == kept(chosen);
    let cheapest =
        |ways: &mut dyn Iterator<Item = &'a CandidatePlan>| ways.min_by(|a, b| a.cost.likely.total_cmp(&b.cost.likely));
    cheapest(&mut ways().filter(alike)).or_else(|| cheapest(&mut ways()))
}

/// Why transformers cannot stand before boards of such a rating, kA; nothing where they can.
pub fn too_strong(fault_ka: f64, rated_ka: f64) -> Option<String> {
    (rated_ka < fault_ka)
        .then(|| format!("can feed {fault_ka:.1} kA into a fault; the boards of this plan interrupt {rated_ka:.1} kA"))
}

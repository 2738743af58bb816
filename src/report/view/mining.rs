//! Mining: power and income while halls are converted, and afterwards.

use serde::Serialize;

use crate::domain::format::{amount, usd, weeks};
use crate::domain::plan::Plan;
use crate::domain::studies::MiningStudy;
use crate::domain::studies::mining::{AfterConversion, BridgePower, MiningPhase};

/// Power below which there is none to speak of, MW.
const LITTLE_MW: f64 = 0.05;

/// The section on mining.
#[derive(Serialize)]
pub struct MiningView {
    summary: Option<String>,
    phases: Vec<PhaseRow>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct PhaseRow {
    from: String,
    events: String,
    mining: String,
    data: String,
    draw: String,
    supply: String,
    headroom: String,
}

impl MiningView {
    /// Prepares the section; nothing where no hall mines and no gas is at hand.
    pub fn of(plan: &Plan) -> Option<MiningView> {
        let study = &plan.studies.mining;
        let empty = study.phases.is_empty() && study.bridge.is_none();
        (!empty).then(|| MiningView {
            summary: summary(study),
            phases: study.phases.iter().map(row).collect(),
            notes: notes(study),
        })
    }
}

fn summary(study: &MiningStudy) -> Option<String> {
    let (earned, lost) = (usd(study.earned_usd?), usd(study.lost_usd?));
    Some(format!(
        "Until the last hall is ready, miners earn a margin of {earned}; from their stop to their ready date, halls lose {lost}."
    ))
}

/// What miners give up until the last hall is ready; nothing where that is less than a megawatt-hour.
fn curtailed(study: &MiningStudy) -> Option<String> {
    let cost = study.curtailed_usd.map_or_else(String::new, |cost| format!(", a margin of {}", usd(cost)));
    (study.curtailed_mwh >= 1.0).then(|| {
        format!(
            "Until the last hall is ready, miners give up {} MWh for want of power{cost}, were every day a design day. A hall whose \
             weeks are worth less may go live later.",
            amount(study.curtailed_mwh)
        )
    })
}

fn row(phase: &MiningPhase) -> PhaseRow {
    PhaseRow {
        from: phase.from.to_string(),
        events: phase.events.join("; "),
        mining: amount(phase.mining_mw),
        data: amount(phase.data_mw),
        draw: amount(phase.draw_mw),
        supply: amount(phase.supply_mw),
        headroom: amount(phase.headroom_mw),
    }
}

fn notes(study: &MiningStudy) -> Vec<String> {
    let short = study.phases.iter().filter(|phase| phase.headroom_mw < -LITTLE_MW);
    let gives_way = short
        .map(|phase| format!("From {} miners give way by {} on a design day.", phase.from, mw(-phase.headroom_mw)));
    let after = if study.phases.is_empty() { Vec::new() } else { after(&study.after) };
    gives_way.chain(curtailed(study)).chain(after).chain(study.bridge.as_ref().map(bridge)).collect()
}

fn after(after: &AfterConversion) -> Vec<String> {
    let headroom_mw = after.hashing_mw + after.unused_mw;
    let drawn = format!(
        "Afterwards {} may be drawn (curtailable power included); the data halls take {} on the design day, which leaves {} for \
         miners.",
        mw(after.supply_mw),
        mw(after.draw_mw),
        mw(headroom_mw),
    );
    let miners = match after.miners_mw {
        miners if miners > LITTLE_MW => format!(
            "Halls that are not converted hold {} of miners, of which {} can go on{}.",
            mw(miners),
            mw(after.hashing_mw),
            yearly(after.hashing_usd_per_year),
        ),
        _ => "No hall keeps its miners.".to_owned(),
    };
    let unused = (after.unused_mw > LITTLE_MW).then(|| {
        let other = if after.hashing_mw > LITTLE_MW { "the other " } else { "" };
        let worth = yearly(after.unused_usd_per_year);
        format!("Mining with {other}{} would take a container park{worth}.", mw(after.unused_mw))
    });
    let cooler = (headroom_mw > LITTLE_MW).then(|| {
        "Only the design day's headroom is counted, for all 8,760 hours; what cooler hours leave beyond it can be mined with as \
         a flexible load, and is in no sum."
            .to_owned()
    });
    [Some(drawn), Some(miners), unused, cooler].into_iter().flatten().collect()
}

/// As in the table, so that the figures are the same.
fn mw(megawatts: f64) -> String {
    format!("{} MW", amount(megawatts))
}

/// `, worth $1 M a year at the given margin`; nothing where no margin is given.
fn yearly(usd_per_year: Option<f64>) -> String {
    usd_per_year.map_or_else(String::new, |worth| format!(", worth {} a year at the given margin", usd(worth)))
}

fn bridge(bridge: &BridgePower) -> String {
    let gas = format!("Gas at the site could fuel {}", mw(bridge.gas_mw));
    match (bridge.engines_built, bridge.step_connected, bridge.weeks) {
        (Some(built), Some(step), Some(time)) => format!(
            "{gas}: engines of {} carry load from {built}, {} before the utility's step of {step}, and stay as its addition.",
            mw(bridge.engines_mw),
            weeks(time),
        ),
        (Some(built), Some(step), None) => {
            format!(
                "{gas}: engines of {}, built {built}, come no earlier than the utility's step of {step}.",
                mw(bridge.engines_mw)
            )
        }
        (Some(built), None, _) => format!(
            "{gas}: engines of {} from {built} stand in for the grid for good, as no step of the utility is bought.",
            mw(bridge.engines_mw)
        ),
        (None, ..) => format!("{gas}; no engines are bought."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn headroom_without_miners_asks_for_a_container_park() {
        let view = MiningView::of(&sample::plan()).unwrap();
        assert!(
            view.notes
                .iter()
                .any(|note| { note.starts_with("Mining with 3 MW would take a container park, worth $578 k a year") })
        );
    }

    #[test]
    fn engines_ahead_of_the_step_are_a_bridge() {
        let view = MiningView::of(&sample::plan()).unwrap();
        assert!(view.notes.last().unwrap().contains("26 weeks before the utility's step of 2028-03-26"));
    }

    #[test]
    fn a_site_that_neither_mines_nor_has_gas_has_no_section() {
        let mut plan = sample::plan();
        (plan.studies.mining.phases, plan.studies.mining.bridge) = (Vec::new(), None);
        assert!(MiningView::of(&plan).is_none());
    }
}

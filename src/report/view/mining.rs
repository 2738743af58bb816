//! Mining: power and income while halls are converted, and afterwards.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::plan::Plan;
use crate::domain::studies::MiningStudy;
use crate::domain::studies::mining::{AfterConversion, BridgePower, MiningPhase};
use crate::report::style::{Style, args};

/// Power below which there is none to speak of, MW.
const LITTLE_MW: f64 = 0.05;

/// The section on mining.
#[derive(JsonSchema, Serialize)]
pub struct MiningView {
    summary: Option<String>,
    phases: Vec<PhaseRow>,
    notes: Vec<String>,
}

#[derive(JsonSchema, Serialize)]
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
    pub fn of(plan: &Plan, style: &Style) -> Option<MiningView> {
        let study = &plan.studies.mining;
        let empty = study.phases.is_empty() && study.bridge.is_none();
        (!empty).then(|| MiningView {
            summary: summary(study, style),
            phases: study.phases.iter().map(|phase| row(phase, style)).collect(),
            notes: notes(study, style),
        })
    }
}

fn summary(study: &MiningStudy, style: &Style) -> Option<String> {
    let (earned, lost) = (style.usd(study.earned_usd?), style.usd(study.lost_usd?));
    Some(style.say("mining-summary", args!["earned" => earned, "lost" => lost]))
}

/// What miners give up until the last hall is ready; nothing where that is less than a megawatt-hour.
fn curtailed(study: &MiningStudy, style: &Style) -> Option<String> {
    let cost = study.curtailed_usd.map_or_else(|| "none".to_owned(), |cost| style.usd(cost));
    let told = || args!["energy" => style.quantity(study.curtailed_mwh, "MWh"), "cost" => cost];
    (study.curtailed_mwh >= 1.0).then(|| style.say("mining-curtailed", told()))
}

fn row(phase: &MiningPhase, style: &Style) -> PhaseRow {
    let events: Vec<String> = phase.events.iter().map(|event| style.recorded(event)).collect();
    PhaseRow {
        from: style.date(phase.from),
        events: style.clauses(&events),
        mining: style.amount(phase.mining_mw),
        data: style.amount(phase.data_mw),
        draw: style.amount(phase.draw_mw),
        supply: style.amount(phase.supply_mw),
        headroom: style.amount(phase.headroom_mw),
    }
}

fn notes(study: &MiningStudy, style: &Style) -> Vec<String> {
    let short = study.phases.iter().filter(|phase| phase.given_up_mw > LITTLE_MW);
    let gives_way = short.map(|phase| {
        let told = args!["date" => style.date(phase.from), "power" => mw(phase.given_up_mw, style)];
        style.say("mining-gives-way", told)
    });
    let after = if study.phases.is_empty() { Vec::new() } else { after(&study.after, style) };
    let bridge = study.bridge.as_ref().map(|power| bridge(power, style));
    gives_way.chain(curtailed(study, style)).chain(after).chain(bridge).collect()
}

fn after(after: &AfterConversion, style: &Style) -> Vec<String> {
    let headroom_mw = after.hashing_mw + after.unused_mw;
    let [supply, draw, left] = [after.supply_mw, after.draw_mw, headroom_mw].map(|power| mw(power, style));
    let drawn = style.say("mining-after", args!["supply" => supply, "draw" => draw, "left" => left]);
    let miners = match after.miners_mw > LITTLE_MW {
        true => {
            let [miners, hashing] = [after.miners_mw, after.hashing_mw].map(|power| mw(power, style));
            let worth = yearly(after.hashing_usd_per_year, style);
            style.say("mining-miners-stay", args!["miners" => miners, "hashing" => hashing, "worth" => worth])
        }
        false => style.word("mining-no-miners-stay"),
    };
    let unused = (after.unused_mw > LITTLE_MW).then(|| {
        let message = if after.hashing_mw > LITTLE_MW { "mining-park-other" } else { "mining-park" };
        let worth = yearly(after.unused_usd_per_year, style);
        style.say(message, args!["power" => mw(after.unused_mw, style), "worth" => worth])
    });
    let cooler = (headroom_mw > LITTLE_MW).then(|| style.word("mining-cooler-hours"));
    [Some(drawn), Some(miners), unused, cooler].into_iter().flatten().collect()
}

/// As in the table, so that the figures are the same.
fn mw(megawatts: f64, style: &Style) -> String {
    style.quantity(megawatts, "MW")
}

/// What a year is worth at the given margin; `none` where no margin is given.
fn yearly(usd_per_year: Option<f64>, style: &Style) -> String {
    usd_per_year.map_or_else(|| "none".to_owned(), |worth| style.usd(worth))
}

fn bridge(bridge: &BridgePower, style: &Style) -> String {
    let date = |day: Option<jiff::civil::Date>| day.map_or_else(|| "-".to_owned(), |day| style.date(day));
    let message = match (bridge.engines_built, bridge.step_connected, bridge.weeks) {
        (Some(_), Some(_), Some(_)) => "mining-engines-before-step",
        (Some(_), Some(_), None) => "mining-engines-after-step",
        (Some(_), None, _) => "mining-engines-for-good",
        (None, ..) => "mining-no-engines",
    };
    let told = args![
        "gas" => mw(bridge.gas_mw, style),
        "engines" => mw(bridge.engines_mw, style),
        "built" => date(bridge.engines_built),
        "step" => date(bridge.step_connected),
        "weeks" => style.weeks(bridge.weeks.unwrap_or_default()),
    ];
    style.say(message, told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn headroom_without_miners_asks_for_a_container_park() {
        let view = MiningView::of(&sample::plan(), &Style::default()).unwrap();
        assert!(
            view.notes
                .iter()
                .any(|note| { note.starts_with("Mining with 3 MW would take a container park, worth $578 k a year") })
        );
    }

    #[test]
    fn engines_ahead_of_the_step_are_a_bridge() {
        let view = MiningView::of(&sample::plan(), &Style::default()).unwrap();
        assert!(view.notes.last().unwrap().contains("26 weeks before the utility's step of 2028-03-26"));
    }

    #[test]
    fn a_site_that_neither_mines_nor_has_gas_has_no_section() {
        let mut plan = sample::plan();
        (plan.studies.mining.phases, plan.studies.mining.bridge) = (Vec::new(), None);
        assert!(MiningView::of(&plan, &Style::default()).is_none());
    }
}

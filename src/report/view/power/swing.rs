//! What the utility sees of training steps, in sentences.

use crate::domain::format::{mw, percent};
use crate::domain::studies::power::LoadSwing;

/// The swing, the limit, and what is not known of them.
pub fn sentences(swing: &LoadSwing) -> Vec<String> {
    if swing.swing_pct == 0.0 {
        return vec![format!(
            "The target states no load swing. Training moves all {} of racks within seconds: ask the tenant for the swing and \
             the utility for its limits on swing and ramp.",
            mw(swing.racks_mw)
        )];
    }
    let seen = format!(
        "Synchronized training swings {} of the racks' {}, of which storage in the racks takes {}: {} within seconds.",
        percent(swing.swing_pct),
        mw(swing.racks_mw),
        percent(swing.smoothing_pct),
        mw(swing.swing_mw)
    );
    let ramp = "Its limit on ramps is not known and must be asked: it sets the energy that smoothing needs.".to_owned();
    vec![seen, limit(swing), ramp]
}

fn limit(swing: &LoadSwing) -> String {
    let Some(limit_mw) = swing.limit_mw else {
        return "The utility's limit is not known; no storage is planned against swings.".to_owned();
    };
    let left_mw = (swing.swing_mw - swing.storage_mw).max(0.0);
    let (accepted, left) = (mw(limit_mw), mw(left_mw));
    // The limit is read to a tenth of a MW.
    match (swing.storage_mw > 0.0, left_mw > limit_mw + 0.05) {
        (true, true) => format!(
            "Battery storage of {} leaves {left}, above the {accepted} that the utility accepts.",
            mw(swing.storage_mw)
        ),
        (true, false) => format!(
            "Battery storage of {} leaves {left} of the {accepted} that the utility accepts.",
            mw(swing.storage_mw)
        ),
        (false, true) => format!("The utility accepts {accepted}, and no battery storage is planned."),
        (false, false) => format!("The utility accepts {accepted}; no battery storage is needed."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn swing(limit_mw: Option<f64>, storage_mw: f64) -> LoadSwing {
        LoadSwing { racks_mw: 40.0, swing_pct: 60.0, smoothing_pct: 30.0, swing_mw: 16.8, storage_mw, limit_mw }
    }

    #[test]
    fn the_limit_decides() {
        let cases = [
            (Some(10.0), 0.0, "accepts 10.0 MW, and no battery storage is planned"),
            (Some(10.0), 10.0, "leaves 6.8 MW of the 10.0 MW"),
            (Some(5.0), 10.0, "leaves 6.8 MW, above the 5.0 MW"),
            (Some(20.0), 0.0, "no battery storage is needed"),
            (None, 0.0, "limit is not known"),
        ];
        for (limit_mw, storage_mw, expected) in cases {
            let text = sentences(&swing(limit_mw, storage_mw)).join(" ");
            assert!(text.contains(expected), "{text}");
        }
    }
}

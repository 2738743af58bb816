//! What the utility sees of training steps, in sentences.

use crate::domain::studies::power::LoadSwing;
use crate::report::style::{Style, args};

/// The swing, the limit, and what is not known of them.
pub fn sentences(swing: &LoadSwing, style: &Style) -> Vec<String> {
    if swing.swing_pct == 0.0 {
        return vec![style.say("power-swing-unknown", args!["racks" => style.mw(swing.racks_mw)])];
    }
    let seen = args![
        "share" => style.percent(swing.swing_pct),
        "racks" => style.mw(swing.racks_mw),
        "smoothing" => style.percent(swing.smoothing_pct),
        "swing" => style.mw(swing.swing_mw),
    ];
    vec![style.say("power-swing", seen), limit(swing, style), style.word("power-swing-ramp")]
}

fn limit(swing: &LoadSwing, style: &Style) -> String {
    let Some(limit_mw) = swing.limit_mw else { return style.word("power-swing-no-limit") };
    let left_mw = (swing.swing_mw - swing.storage_mw).max(0.0);
    // The limit is read to a tenth of a MW.
    let message = match (swing.storage_mw > 0.0, left_mw > limit_mw + 0.05) {
        (true, true) => "power-swing-storage-short",
        (true, false) => "power-swing-storage",
        (false, true) => "power-swing-no-storage-short",
        (false, false) => "power-swing-no-storage",
    };
    let [storage, left, accepted] = [swing.storage_mw, left_mw, limit_mw].map(|mw| style.mw(mw));
    style.say(message, args!["storage" => storage, "left" => left, "accepted" => accepted])
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
            let text = sentences(&swing(limit_mw, storage_mw), &Style::default()).join(" ");
            assert!(text.contains(expected), "{text}");
        }
    }
}

//! Grid connection and what hangs on it.

use crate::diagnostic::{Code, Diagnostic};
use crate::input::Inputs;
use crate::input::facility::{Asset, AssetKind};

/// Part of an ampere rating that may be loaded continuously (NEC 210.20: 125 % of the continuous load).
const CONTINUOUS: f64 = 0.8;
/// Sums of rounded figures are compared with this slack.
const ROUNDING: f64 = 1.0 + 1e-9;

/// Firm power is a part of the power approved.
pub fn firm_above_approved(inputs: &Inputs) -> Vec<Diagnostic> {
    let utility = &inputs.facility.data.utility;
    let message = format!("{} MW firm are more than {} MW approved", utility.firm_mw, utility.approved_mw);
    match utility.firm_mw > utility.approved_mw {
        true => vec![utility_contradiction(inputs, message, "firm_mw", "approved_mw")],
        false => Vec::new(),
    }
}

/// Curtailable power is a part of firm power.
pub fn curtailable_above_firm(inputs: &Inputs) -> Vec<Diagnostic> {
    let utility = &inputs.facility.data.utility;
    let message = format!("{} MW curtailable are more than {} MW firm", utility.curtailable_mw, utility.firm_mw);
    match utility.curtailable_mw > utility.firm_mw {
        true => vec![utility_contradiction(inputs, message, "curtailable_mw", "firm_mw")],
        false => Vec::new(),
    }
}

fn utility_contradiction(inputs: &Inputs, message: String, part: &str, whole: &str) -> Diagnostic {
    let at = |key: &str| inputs.facility.document.locate(&format!("/utility/{key}"));
    Diagnostic::error(Code::Contradiction, message)
        .at(at(part), "the part")
        .and(at(whole), "the whole")
        .help(format!("`{part}` is a part of `{whole}`"))
}

/// All halls together mine with no more than the utility delivers.
pub fn halls_draw_more_than_firm(inputs: &Inputs) -> Vec<Diagnostic> {
    let (document, facility) = (&inputs.facility.document, &inputs.facility.data);
    let drawn: f64 = facility.halls.iter().map(|hall| hall.mining_mw).sum();
    if drawn <= facility.utility.firm_mw * ROUNDING {
        return Vec::new();
    }
    let message = format!("the halls draw {drawn:.1} MW, but the utility delivers {} MW", facility.utility.firm_mw);
    let found = Diagnostic::error(Code::Contradiction, message)
        .at(document.locate("/utility/firm_mw"), "delivered")
        .help("correct `firm_mw`, or the `mining_mw` of the halls");
    let drawing = facility.halls.iter().enumerate().filter(|(_, hall)| hall.mining_mw > 0.0);
    let places = drawing.map(|(index, _)| document.locate(&format!("/halls/{index}/mining_mw")));
    vec![places.fold(found, |found, place| found.and(place, "drawn"))]
}

/// No board carries more than all transformers of its hall together deliver.
pub fn boards_above_their_transformers(inputs: &Inputs) -> Vec<Diagnostic> {
    let assets = || inputs.facility.data.assets.iter().enumerate();
    let boards = assets().filter(|(_, asset)| asset.kind == AssetKind::LvSwitchboard);
    boards.filter_map(|(index, board)| board_above_transformers(inputs, index, board)).collect()
}

fn board_above_transformers(inputs: &Inputs, index: usize, board: &Asset) -> Option<Diagnostic> {
    let (document, assets) = (&inputs.facility.document, &inputs.facility.data.assets);
    let feeds = |asset: &Asset| asset.kind == AssetKind::Transformer && asset.hall == board.hall;
    let feeding: Vec<usize> = (0..assets.len()).filter(|&i| feeds(&assets[i])).collect();
    let fed: f64 = feeding.iter().filter_map(|&i| Some(assets[i].rating_kva? * f64::from(assets[i].count))).sum();
    let carried = 3f64.sqrt() * board.voltage_v? * board.rating_a? * CONTINUOUS / 1000.0;
    if feeding.is_empty() || carried <= fed * ROUNDING {
        return None;
    }
    let message = format!(
        "one board of `{}` carries {carried:.0} kVA, but all transformers of its hall deliver {fed:.0} kVA",
        board.id
    );
    let found = Diagnostic::error(Code::Contradiction, message)
        .at(document.locate(&format!("/assets/{index}/rating_a")), "the board's rating")
        .and(document.locate(&format!("/assets/{index}/voltage_v")), "")
        .help("correct the rating or voltage of the board, or the rating or count of the transformers");
    let keys = feeding.iter().flat_map(|i| [format!("/assets/{i}/rating_kva"), format!("/assets/{i}/count")]);
    Some(keys.fold(found, |found, pointer| found.and(document.locate(&pointer), "")))
}

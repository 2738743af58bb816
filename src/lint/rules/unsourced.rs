//! What is not published is an estimate, and an estimate says why it is reasonable.

use super::OWN_ESTIMATE;
use crate::input::catalog::Confidence;
use crate::lint::{Doubt, Figure, Shelf};

pub(super) fn check(shelf: &Shelf) -> Vec<Doubt> {
    shelf.figures.iter().filter_map(doubt).collect()
}

fn doubt(figure: &Figure) -> Option<Doubt> {
    let estimate = figure.confidence == Confidence::Estimate;
    let own = figure.sources.iter().all(|source| source == OWN_ESTIMATE);
    let message = match (estimate, own) {
        (false, true) => "rests on an estimate alone, but is trusted beyond one",
        (true, _) if figure.note.trim().is_empty() => "an estimate without a note that says why it is reasonable",
        _ => return None,
    };
    Some(Doubt::new(&figure.path, message))
}

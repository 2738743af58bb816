//! The name that was probably meant.

/// The nearest of some names: equal but for case and dashes, or within a third of the letters. Ties go to the first.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.trim().to_lowercase().replace(['-', ' '], "_");
    let written = plain(written);
    let allowed = (written.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&written, &plain(name)), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// ``did you mean `name`?``, or the known names where none is near.
pub fn did_you_mean<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    match (nearest(written, known.iter().copied()), &known[..]) {
        (Some(name), _) => format!("did you mean `{name}`?"),
        (None, []) => "there is none to choose from".into(),
        (None, _) => format!("known are {}", list(&known)),
    }
}

/// Names in backticks, the first twelve of a long list.
pub fn list(names: &[&str]) -> String {
    const SHOWN: usize = 12;
    let shown: Vec<String> = names.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
    match names.len().saturating_sub(SHOWN) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let known = ["mining_mw", "slab_kg_per_m2", "dry_cooler"];
        assert_eq!(nearest("minig_mw", known), Some("mining_mw"));
        assert_eq!(nearest("Dry-Cooler", known), Some("dry_cooler"));
        assert_eq!(nearest("roof", known), None);
    }
}

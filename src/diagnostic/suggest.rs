//! The name that was probably meant.

/// The nearest of some names: equal but for case and dashes, or within a third of the letters of the shorter; of one or two
/// letters any other name is another word. Ties go to the first.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.trim().to_lowercase().replace(['-', ' '], "_");
    let letters = |text: &str| text.chars().count();
    let written = plain(written);
    known
        .into_iter()
        .map(|name| (plain(name), name))
        .map(|(meant, name)| {
            (strsim::damerau_levenshtein(&written, &meant), letters(&written).min(letters(&meant)), name)
        })
        .filter(|(distance, shorter, _)| *distance <= shorter / 3)
        .min_by_key(|(distance, ..)| *distance)
        .map(|(.., name)| name)
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

    #[test]
    fn two_letters_are_no_slip_of_two_others() {
        let languages = ["ar", "en", "zh"];
        assert_eq!(nearest("fr", languages), None);
        assert_eq!(nearest("car", languages), None);
        assert_eq!(nearest("EN", languages), Some("en"));
        assert_eq!(did_you_mean("fr", languages), "known are `ar`, `en`, `zh`");
    }
}

//! Findings that several halls share are told once.

use crate::domain::format::list;

/// `q1 and q2: text`, one sentence for each text, in the order of its first hall.
pub fn by_hall(findings: impl Iterator<Item = (String, String)>) -> Vec<String> {
    let mut merged: Vec<(Vec<String>, String)> = Vec::new();
    for (hall, text) in findings {
        match merged.iter_mut().find(|(_, known)| *known == text) {
            Some((halls, _)) => halls.push(hall),
            None => merged.push((vec![hall], text)),
        }
    }
    merged.into_iter().map(|(halls, text)| format!("{}: {text}.", list(&halls))).collect()
}

#[cfg(test)]
mod tests {
    use super::by_hall;

    #[test]
    fn a_shared_finding_is_told_once() {
        let found = [("a", "low"), ("b", "dark"), ("c", "low")].map(|(hall, text)| (hall.to_owned(), text.to_owned()));
        assert_eq!(by_hall(found.into_iter()), ["a and c: low.", "b: dark."]);
    }
}

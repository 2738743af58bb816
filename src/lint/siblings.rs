//! Entries of one kind against each other.

use std::collections::BTreeMap;

/// How far from the median of its kind a figure may lie, either way.
pub const FACTOR: f64 = 3.0;

/// Members a kind must have for its median to say anything.
const LEAST: usize = 3;

/// A figure that lies far from the median of its kind.
pub struct Outlier {
    /// Whose figure it is.
    pub id: String,
    /// The figure.
    pub value: f64,
    /// The median of its kind.
    pub median: f64,
    /// Members of the kind.
    pub count: usize,
}

/// Figures (kind, id, value) outside [`FACTOR`] of the median of their kind, in the order of kinds.
pub fn outliers<K: Ord>(figures: impl Iterator<Item = (K, String, f64)>) -> Vec<Outlier> {
    let mut kinds: BTreeMap<K, Vec<(String, f64)>> = BTreeMap::new();
    for (kind, id, value) in figures {
        kinds.entry(kind).or_default().push((id, value));
    }
    kinds.into_values().filter(|members| members.len() >= LEAST).flat_map(far_out).collect()
}

fn far_out(members: Vec<(String, f64)>) -> Vec<Outlier> {
    let (count, median) = (members.len(), median(members.iter().map(|(_, value)| *value).collect()));
    let far = |value: f64| value > FACTOR * median || value * FACTOR < median;
    let outlying = members.into_iter().filter(|(_, value)| far(*value));
    outlying.map(|(id, value)| Outlier { id, value, median, count }).collect()
}

/// The middle of a set that is not empty.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 { values[middle] } else { f64::midpoint(values[middle - 1], values[middle]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(values: &[f64]) -> Vec<String> {
        let figures = values.iter().enumerate().map(|(i, &value)| ((), i.to_string(), value));
        outliers(figures).into_iter().map(|outlier| outlier.id).collect()
    }

    #[test]
    fn the_median_is_the_middle_or_between_the_two_middles() {
        assert_eq!(median(vec![9.0, 1.0, 4.0]), 4.0);
        assert_eq!(median(vec![9.0, 1.0, 4.0, 6.0]), 5.0);
    }

    #[test]
    fn only_what_lies_beyond_the_factor_is_far() {
        assert_eq!(ids(&[100.0, 100.0, 300.0]), [""; 0]);
        assert_eq!(ids(&[100.0, 100.0, 301.0]), ["2"]);
        assert_eq!(ids(&[33.0, 100.0, 100.0]), ["0"]);
        assert_eq!(ids(&[1.0, 100.0]), [""; 0], "two have no median to speak of");
    }
}

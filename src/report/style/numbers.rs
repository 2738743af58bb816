//! How digits are set: the marks between them, and the digits themselves.

/// The marks of a number, read off an example: `1,234.5`, `1.234,5`, `1 234,5`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberMarks {
    group: String,
    decimal: String,
    digits: Vec<char>,
}

impl NumberMarks {
    /// Marks from an example of one thousand two hundred and thirty-four and a half; nothing where it is none.
    ///
    /// ```
    /// use retrofit::report::NumberMarks;
    /// let marks = NumberMarks::from_example("1.234,5").unwrap();
    /// assert_eq!(marks.set("12,500.25"), "12.500,25");
    /// assert!(NumberMarks::from_example("1,234").is_none());
    /// ```
    pub fn from_example(example: &str) -> Option<NumberMarks> {
        let letters: Vec<char> = example.chars().collect();
        let value = |letter: &char| DIGITS.iter().find_map(|digits| digits.chars().position(|digit| digit == *letter));
        let places: Vec<usize> = (0..letters.len()).filter(|&at| value(&letters[at]).is_some()).collect();
        let read: Vec<usize> = letters.iter().filter_map(value).collect();
        if read != [1, 2, 3, 4, 5] || places.first() != Some(&0) || places.last() != Some(&(letters.len() - 1)) {
            return None;
        }
        let between = |from: usize, to: usize| letters[from + 1..to].iter().collect::<String>();
        let (group, decimal) = (between(places[0], places[1]), between(places[3], places[4]));
        let set = DIGITS.iter().find(|digits| digits.contains(letters[0]))?;
        let fits = places[1] + 2 == places[3] && !decimal.is_empty() && group != decimal;
        fits.then(|| NumberMarks { group, decimal, digits: set.chars().collect() })
    }

    /// Whether digits are 0 to 9.
    pub fn has_western_digits(&self) -> bool {
        self.digits[0] == '0'
    }

    /// A text with its digits alone set.
    pub fn digits_of(&self, text: &str) -> String {
        text.chars().map(|letter| letter.to_digit(10).map_or(letter, |value| self.digits[value as usize])).collect()
    }

    /// A figure as `domain::format` writes it (`12,500.25`), with these marks and digits.
    pub fn set(&self, figure: &str) -> String {
        let mark = |letter: char| match letter {
            ',' => self.group.clone(),
            '.' => self.decimal.clone(),
            other => other.to_string(),
        };
        self.digits_of(&figure.chars().map(mark).collect::<String>())
    }
}

/// `1,234.5`.
impl Default for NumberMarks {
    fn default() -> NumberMarks {
        NumberMarks { group: ",".to_owned(), decimal: ".".to_owned(), digits: DIGITS[0].chars().collect() }
    }
}

/// Sets of digits, zero first: Western, Arabic, Persian, Devanagari.
const DIGITS: [&str; 4] = ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_says_all() {
        let set = |example: &str| NumberMarks::from_example(example).map(|marks| marks.set("-9,876.5"));
        assert_eq!(set("1,234.5").unwrap(), "-9,876.5");
        assert_eq!(set("1 234,5").unwrap(), "-9 876,5");
        assert_eq!(set("1234.5").unwrap(), "-9876.5");
        assert_eq!(set("١٬٢٣٤٫٥").unwrap(), "-٩٬٨٧٦٫٥");
        for wrong in ["", "1,234", "12,345", "1,23,4.5", "1.234.5", "x1,234.5", "1,234.6"] {
            assert_eq!(set(wrong), None, "{wrong}");
        }
    }
}

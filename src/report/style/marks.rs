//! Text that is in English wherever it stands: a view marks it, and it becomes an element where text is made safe.

use super::{ENGLISH, Style};

/// What stands before and after text that is in English, in Markdown and in HTML.
pub const RECORDED: (&str, &str) = ("<span lang=\"en\" dir=\"ltr\">", "</span>");

/// Marks within texts: letters that Unicode keeps for the inside of programs, so that no file means anything by them.
const OPENS: char = '\u{fdd0}';
const CLOSES: char = '\u{fdd1}';

impl Style {
    /// Text of files, catalogs or a plan as it stands there, marked as English where the report is not.
    pub fn as_recorded(&self, text: &str) -> String {
        match self.language() == ENGLISH || text.is_empty() {
            true => text.to_owned(),
            false => format!("{OPENS}{}{CLOSES}", unmarked(text)),
        }
    }
}

/// Text with its marks as elements, and without those that lack the other one of their pair.
pub fn with_elements(text: &str) -> String {
    let mut parts = text.split(OPENS);
    let first = unmarked(parts.next().unwrap_or_default());
    parts.fold(first, |told, part| match part.split_once(CLOSES) {
        Some((english, rest)) => format!("{told}{}{english}{}{}", RECORDED.0, RECORDED.1, unmarked(rest)),
        None => told + part,
    })
}

/// Text without marks, for where no element can stand.
pub fn unmarked(text: &str) -> String {
    text.replace([OPENS, CLOSES], "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::style::StyleRequest;

    #[test]
    fn marks_come_in_pairs() {
        let chinese = Style::new(StyleRequest { language: Some("zh".to_owned()), ..StyleRequest::default() });
        let marked = chinese.as_recorded("a b");
        assert_eq!(with_elements(&format!("2 x {marked};")), "2 x <span lang=\"en\" dir=\"ltr\">a b</span>;");
        assert_eq!(unmarked(&chinese.as_recorded(&marked)), "a b");
        assert_eq!(with_elements("\u{fdd1}a\u{fdd0}b"), "ab");
        assert_eq!(Style::default().as_recorded("a b"), "a b");
    }
}

//! Formulas of requirements as text that can be evaluated: what a report prints is what gave the number.

use exmex::{DeepEx, Express};

use crate::domain::plan::FormulaInput;

/// The value of `V = expression` (or of an expression alone) with its inputs.
///
/// # Errors
/// The expression cannot be read, or names something that is no input.
///
/// ```
/// use retrofit::domain::formula::evaluate;
/// use retrofit::domain::plan::FormulaInput;
/// let input = |name: &str, value| FormulaInput {
///     name: name.to_owned(), value, unit: String::new(), origin: String::new(),
/// };
/// let inputs = [input("n", 90.0), input("p", 132.0), input("f", 87.0)];
/// assert_eq!(evaluate("Q = n * p * f / 100", &inputs), Ok(10335.6));
/// assert!(evaluate("Q = n * q", &inputs).is_err());
/// ```
pub fn evaluate(formula: &str, inputs: &[FormulaInput]) -> Result<f64, String> {
    // Not the library's flat form: it applies a function to the first factor only of a longer product (see the tests).
    let expression = DeepEx::<f64>::parse(right_side(formula)).map_err(|error| error.to_string())?;
    let value = |name: &String| {
        let input = inputs.iter().find(|input| input.name == *name);
        input.map(|input| input.value).ok_or_else(|| format!("`{name}` is no input"))
    };
    let values = expression.var_names().iter().map(value).collect::<Result<Vec<f64>, String>>()?;
    expression.eval(&values).map_err(|error| error.to_string())
}

/// The formula with `number` written for each input that it names.
///
/// ```
/// use retrofit::domain::formula::substituted;
/// use retrofit::domain::plan::FormulaInput;
/// let n = FormulaInput { name: "n".to_owned(), value: 90.0, unit: "racks".to_owned(), origin: String::new() };
/// assert_eq!(substituted("Q = n * ceil(n / 7)", &[n], |input| input.value.to_string()), "90 * ceil(90 / 7)");
/// ```
pub fn substituted(formula: &str, inputs: &[FormulaInput], number: impl Fn(&FormulaInput) -> String) -> String {
    let mut text = String::new();
    for word in words(right_side(formula)) {
        match inputs.iter().find(|input| input.name == word) {
            Some(input) => text.push_str(&number(input)),
            None => text.push_str(word),
        }
    }
    text
}

/// What stands right of the equals sign.
fn right_side(formula: &str) -> &str {
    formula.split_once('=').map_or(formula, |(_, right)| right).trim()
}

/// The text cut into names and what lies between them.
fn words(text: &str) -> Vec<&str> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| is_name(c) != is_name(first)).unwrap_or(rest.len());
        words.push(&rest[..end]);
        rest = &rest[end..];
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs() -> Vec<FormulaInput> {
        let input = |(name, value): &(&str, f64)| FormulaInput {
            name: (*name).to_owned(),
            value: *value,
            unit: String::new(),
            origin: String::new(),
        };
        [("n", 7.0), ("p", 3.0), ("pf", 0.5), ("S_c", 10.0), ("d", 150.0)].iter().map(input).collect()
    }

    #[test]
    fn functions_take_their_whole_argument() {
        let of = |formula: &str| evaluate(formula, &inputs()).unwrap();
        // 7 x 3 x 1.5 / 0.5 / 10 = 6.3
        assert_eq!(of("L = 2 * d * ceil(n * p * (1 + pf) / pf / S_c)"), 2.0 * 150.0 * 7.0);
        assert_eq!(of("P = max(0, n * p / 2 - S_c)"), 0.5);
        assert_eq!(of("P = max(0, n - S_c) * 2"), 0.0);
        assert_eq!(of("Q = (100 - n + p) / 2 / 4"), 12.0);
        assert_eq!(of("A = 0"), 0.0);
    }
}

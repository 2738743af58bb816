//! Money: the plan counts in US dollars; another currency is had by a rate that the report tells.

use super::{Style, args};
use crate::domain::Range;
use crate::domain::format::{decimals, significant};

/// The currency that plans count in.
pub const PLAN_CURRENCY: &str = "USD";

/// A currency, and what one US dollar is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Currency {
    /// ISO 4217: `USD`, `EUR`.
    pub code: String,
    /// Units of it for one US dollar.
    pub per_usd: f64,
}

impl Default for Currency {
    fn default() -> Currency {
        Currency { code: PLAN_CURRENCY.to_owned(), per_usd: 1.0 }
    }
}

impl Currency {
    /// Whether it is not the plan's.
    pub fn is_foreign(&self) -> bool {
        self.code != PLAN_CURRENCY
    }
}

/// A size of money with its name: a million is `M`.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Scale {
    /// What one of it is.
    pub size: f64,
    /// Its name behind the figure.
    pub name: String,
}

/// `EUR=0.92`: a currency with its rate.
///
/// # Errors
/// What is wrong with the text.
impl std::str::FromStr for Currency {
    type Err = String;

    fn from_str(text: &str) -> Result<Currency, String> {
        let (code, rate) = match text.split_once('=') {
            Some((code, rate)) => (code, rate.parse().ok()),
            None if text == PLAN_CURRENCY => (text, Some(1.0)),
            None => return Err(format!("a currency needs its rate, units for one US dollar: {text}=0.92")),
        };
        let is_code = code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase());
        match rate.filter(|rate: &f64| rate.is_finite() && *rate > 0.0) {
            _ if !is_code => Err("a currency is named by its three letters in ISO 4217, as in EUR=0.92".to_owned()),
            None => Err(format!("the rate of {code} is no number above 0")),
            Some(rate) if code == PLAN_CURRENCY && rate != 1.0 => Err("plans count in USD: its rate is 1".to_owned()),
            Some(per_usd) => Ok(Currency { code: code.to_owned(), per_usd }),
        }
    }
}

impl Style {
    /// Money with three significant figures, in the report's currency: `$128 M`.
    pub fn usd(&self, usd: f64) -> String {
        let rounded = significant(usd * self.currency.per_usd, 3);
        let scales = self.scales();
        let scale = scales.iter().find(|scale| rounded.abs() >= scale.size);
        let (size, name) = scale.map_or((1.0, ""), |scale| (scale.size, scale.name.as_str()));
        let (sign, figure) = (if rounded < 0.0 { "-" } else { "" }, self.set(&decimals(rounded.abs() / size, 2)));
        let message = if name.is_empty() { "money-plain" } else { "money" };
        let currency = self.currency_sign();
        let amount = format!("{}{figure}", self.sign(rounded));
        let money =
            args!["sign" => sign, "figure" => figure, "amount" => amount, "scale" => name, "currency" => currency];
        self.say(message, money)
    }

    /// Both ends of money: `$110 M to $151 M`; one figure where they read the same.
    pub fn usd_span(&self, range: Range) -> String {
        self.span(self.usd(range.low), self.usd(range.high))
    }

    /// Money with its ends: `$128 M ($110 M to $151 M)`; without them where they read the same.
    pub fn usd_with_span(&self, range: Range) -> String {
        let (likely, span) = (self.usd(range.likely), self.usd_span(range));
        match likely == span {
            true => likely,
            false => self.say("with-span", args!["likely" => likely, "span" => span]),
        }
    }

    /// The sign of the currency in the reader's language; its code where the language has none.
    pub fn currency_sign(&self) -> String {
        let code = &self.currency.code;
        self.words.find(&format!("currency-{code}"), None).unwrap_or_else(|| format!("{code}\u{a0}"))
    }

    /// `1e9 B, 1e6 M, 1e3 k`: sizes with their names, the largest first.
    pub fn scales(&self) -> Vec<Scale> {
        let told = self.word("money-scales");
        let scale = |part: &str| {
            let (size, name) = part.trim().split_once(' ')?;
            Some(Scale { size: size.parse().ok()?, name: name.to_owned() })
        };
        told.split(',').filter_map(scale).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::format;

    #[test]
    fn english_dollars_are_written_as_everywhere() {
        let style = Style::default();
        for amount in [0.0, -0.2, 949.6, 999.6, 35_049.0, 1_204_000.0, 127_500_000.0, 2_345_000_000.0, -1_500_000.0] {
            assert_eq!(style.usd(amount), format::usd(amount));
        }
    }

    #[test]
    fn a_currency_has_its_rate() {
        assert_eq!("EUR=0.92".parse(), Ok(Currency { code: "EUR".to_owned(), per_usd: 0.92 }));
        assert_eq!("USD".parse(), Ok(Currency::default()));
        for wrong in ["EUR", "EUR=", "EUR=0", "EUR=-1", "eur=0.9", "EUR=inf", "USD=2", ""] {
            assert!(wrong.parse::<Currency>().is_err(), "{wrong}");
        }
    }
}

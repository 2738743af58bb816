//! Values of arguments, from their text.

use std::ops::RangeInclusive;

use crate::domain::studies::CostScope;
use crate::domain::{Objective, Service};
use crate::input::brand::Units;
use crate::input::suggest::did_you_mean;
use crate::report::Currency;

pub fn scope(text: &str) -> Result<CostScope, String> {
    let ids = CostScope::ALL.map(CostScope::id);
    let found = CostScope::ALL.into_iter().find(|scope| scope.id() == text);
    found.ok_or_else(|| did_you_mean(text, ids))
}

pub fn currency(text: &str) -> Result<Currency, String> {
    text.parse()
}

pub fn units(text: &str) -> Result<Units, String> {
    match text {
        "si" => Ok(Units::Si),
        "us_customary" | "us" => Ok(Units::UsCustomary),
        other => Err(did_you_mean(other, ["si", "us_customary"])),
    }
}

pub fn seconds(text: &str) -> Result<f64, String> {
    number(text, 0.001..=1e6, "seconds")
}

pub fn weeks(text: &str) -> Result<f64, String> {
    number(text, 1.0 / 7.0..=520.0, "weeks")
}

/// `2` or `2%`.
pub fn percent(text: &str) -> Result<f64, String> {
    number(text.strip_suffix('%').unwrap_or(text).trim_end(), 0.0..=100.0, "percent")
}

fn number(text: &str, allowed: RangeInclusive<f64>, unit: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number| allowed.contains(number));
    number.ok_or_else(|| format!("expected {} to {} {unit}", allowed.start(), allowed.end()))
}

/// The only format of the optimization model.
pub fn lp(text: &str) -> Result<String, String> {
    match text {
        "lp" => Ok(text.to_owned()),
        _ => Err("the model is written as `lp` alone; what a plan decides is JSON by `retrofit plan --format json`"
            .to_owned()),
    }
}

/// The only format of a schema.
pub fn json(text: &str) -> Result<String, String> {
    if text == "json" { Ok(text.to_owned()) } else { Err("a schema is `json` alone".to_owned()) }
}

/// What shells and `man` read has no other format.
pub fn no_format(_: &str) -> Result<String, String> {
    Err("this is written for a shell or for `man`, which read one format: leave out --format".to_owned())
}

pub fn objective(text: &str) -> Result<Objective, String> {
    let found = Objective::ALL.into_iter().find(|objective| objective.id() == text);
    found.ok_or_else(|| did_you_mean(text, Objective::ALL.map(Objective::id)))
}

pub fn service(text: &str) -> Result<Service, String> {
    let ids = Service::ALL.iter().map(|service| service.info().id);
    let found = Service::ALL.iter().find(|service| service.info().id == text);
    found.copied().ok_or_else(|| did_you_mean(text, ids))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_may_have_its_sign() {
        assert_eq!(percent("2%"), Ok(2.0));
        assert_eq!(percent("0.5 %"), Ok(0.5));
        assert!(percent("2 weeks").is_err());
    }

    #[test]
    fn what_has_one_format_says_what_to_use() {
        assert_eq!((lp("lp"), json("json")), (Ok("lp".to_owned()), Ok("json".to_owned())));
        for refused in [lp("json"), json("yaml"), no_format("json")] {
            assert!(refused.is_err());
        }
    }

    #[test]
    fn a_service_is_found_or_the_nearest_named() {
        assert_eq!(service("critical_power"), Ok(Service::CriticalPower));
        assert!(service("critcal_power").unwrap_err().contains("`critical_power`"));
    }
}

//! Working days.

use std::str::FromStr;

use jiff::civil::Date;

/// The days on which a site works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    workdays_per_week: u8,
    holidays: Vec<Holiday>,
}

/// A day that is not worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// The same day each year.
    Yearly {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// One day.
    Once(Date),
}

impl Calendar {
    /// A calendar that works the first `workdays_per_week` days from Monday, less the holidays.
    pub fn new(workdays_per_week: u8, holidays: Vec<Holiday>) -> Calendar {
        Calendar { workdays_per_week, holidays }
    }
}

/// The text of a holiday was neither `MM-DD` nor `YYYY-MM-DD`.
#[derive(Debug, thiserror::Error)]
#[error("not a day: expected MM-DD for each year or YYYY-MM-DD for once")]
pub struct NotADay;

impl FromStr for Holiday {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Holiday, NotADay> {
        if let Ok(date) = text.parse::<Date>() {
            return Ok(Holiday::Once(date));
        }
        // 2024 is a leap year, so that 02-29 is a day.
        let date: Date = format!("2024-{text}").parse().map_err(|_| NotADay)?;
        Ok(Holiday::Yearly { month: date.month(), day: date.day() })
    }
}

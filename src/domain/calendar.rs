//! Working days, and the arithmetic of days that are worked or elapse.
//!
//! Days are numbered so that durations are integers: day `n` begins at the boundary `n` and ends at the boundary `n + 1`.
//! A start is the boundary before its first day (that day's morning), a finish the boundary after its last day (that day's
//! evening), so that a task of `d` days without a pause has `finish = start + d`, and one of zero days `finish = start`.

use std::str::FromStr;

use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Day 0, a Monday.
const DAY_ZERO: Date = Date::constant(2000, 1, 3);

/// The years whose yearly holidays are kept; no plan reaches beyond them.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2199;

/// Part of a day below which a duration is not rounded up: it is noise of floating-point arithmetic.
const NOISE_DAYS: f64 = 1e-6;

/// The number of a day, and of the boundary at its morning: days since Monday, 3 January 2000.
///
/// ```
/// use retrofit::domain::calendar::{date_of, day_number};
/// let date = jiff::civil::date(2026, 11, 22);
/// assert_eq!(date_of(day_number(date)), date);
/// ```
pub fn day_number(date: Date) -> i64 {
    i64::from((date - DAY_ZERO).get_days())
}

/// The day with this number.
///
/// # Panics
/// Outside the years -9999 to 9999.
pub fn date_of(day: i64) -> Date {
    DAY_ZERO.saturating_add(SignedDuration::from_hours(day.clamp(-MOST_DAYS, MOST_DAYS) * 24))
}

/// Days from the zero day beyond which a date stands still, so that no duration is too long to be dated.
const MOST_DAYS: i64 = 2_000_000;

/// Weeks as whole days of which each week has `days_per_week`, rounded up.
fn whole_days(weeks: f64, days_per_week: i64) -> i64 {
    (weeks * days_per_week as f64 - NOISE_DAYS).ceil().max(0.0) as i64
}

/// Elapsed weeks as days, rounded up: what a lag takes.
///
/// ```
/// use retrofit::domain::calendar::elapsed_days;
/// assert_eq!(elapsed_days(2.0), 14);
/// assert_eq!(elapsed_days(0.5), 4);
/// ```
pub fn elapsed_days(weeks: f64) -> i64 {
    whole_days(weeks, 7)
}

/// On which days a task passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TaskCalendar {
    /// On the site's working days.
    Worked,
    /// On the site's working days outside the season in which work outdoors stands still.
    Outdoors,
    /// Seven days a week.
    Elapsed,
}

/// The days on which work is done: a site's working days, or every day for what merely elapses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    days_per_week: i64,
    closed: Vec<ClosedDay>,
}

/// A holiday on a day of the working week. Both fields rise from one closed day to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct ClosedDay {
    /// Its rank among the days of the working week, holidays included.
    rank_in_weeks: i64,
    /// The rank of the first working day after it among working days.
    rank: i64,
}

/// A day that is not worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// The same day each year, from 2000 to 2199.
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
    ///
    /// # Panics
    /// When `workdays_per_week` is not between 1 and 7.
    pub fn new(workdays_per_week: u8, holidays: Vec<Holiday>) -> Calendar {
        assert!((1..=7).contains(&workdays_per_week), "a week has 1 to 7 working days, not {workdays_per_week}");
        let mut calendar = Calendar { days_per_week: i64::from(workdays_per_week), closed: Vec::new() };
        let mut days: Vec<i64> =
            holidays.iter().flat_map(Holiday::days).filter(|&day| calendar.works_on(day)).collect();
        days.sort_unstable();
        days.dedup();
        let ranks = days.into_iter().map(|day| calendar.rank_in_weeks(day));
        calendar.closed =
            (0..).zip(ranks).map(|(earlier, rank)| ClosedDay { rank_in_weeks: rank, rank: rank - earlier }).collect();
        calendar
    }

    /// The calendar of what elapses: seven days a week, no holidays.
    pub const fn every_day() -> Calendar {
        Calendar { days_per_week: 7, closed: Vec::new() }
    }

    /// Working days of a week that has no holiday.
    pub fn workdays_per_week(&self) -> u8 {
        self.days_per_week as u8
    }

    /// The days from one to another (both included) that belong to the working week and are not worked, in spans between
    /// which work is done.
    ///
    /// ```
    /// use retrofit::domain::Calendar;
    /// let calendar = Calendar::new(5, vec!["2026-12-24".parse().unwrap(), "12-25".parse().unwrap()]);
    /// let date = jiff::civil::date;
    /// let spans = calendar.closed_spans(date(2026, 1, 1), date(2026, 12, 31));
    /// assert_eq!(spans, [(date(2026, 12, 24), date(2026, 12, 25))]);
    /// ```
    pub fn closed_spans(&self, from: Date, until: Date) -> Vec<(Date, Date)> {
        let in_week = |day: i64| day.rem_euclid(7) < self.days_per_week;
        let closed = (day_number(from)..=day_number(until)).filter(|&day| in_week(day) && !self.works_on(day));
        let mut spans: Vec<(i64, i64)> = Vec::new();
        for day in closed {
            match spans.last_mut() {
                Some((_, last)) if self.next_working(*last) > day => *last = day,
                _ => spans.push((day, day)),
            }
        }
        spans.into_iter().map(|(first, last)| (date_of(first), date_of(last))).collect()
    }

    /// Weeks as whole working days, rounded up; 5.0000000001 days are 5.
    ///
    /// ```
    /// use retrofit::domain::Calendar;
    /// assert_eq!(Calendar::new(5, vec![]).days(1.3), 7);
    /// assert_eq!(Calendar::every_day().days(1.3), 10);
    /// ```
    pub fn days(&self, weeks: f64) -> i64 {
        whole_days(weeks, self.days_per_week)
    }

    /// Whether the day with this number is worked.
    pub fn works_on(&self, day: i64) -> bool {
        self.next_working(day) == day
    }

    /// The day itself where it is worked, else the first working day after it.
    pub fn next_working(&self, day: i64) -> i64 {
        self.nth(self.rank(day))
    }

    /// The day itself where it is worked, else the last working day before it.
    pub fn previous_working(&self, day: i64) -> i64 {
        self.nth(self.rank(day + 1) - 1)
    }

    /// The day itself where it is worked, else the first working day after it, as a date.
    pub fn next_date(&self, date: Date) -> Date {
        date_of(self.next_working(day_number(date)))
    }

    /// The day itself where it is worked, else the last working day before it, as a date.
    pub fn previous_date(&self, date: Date) -> Date {
        date_of(self.previous_working(day_number(date)))
    }

    /// The working day `count` working days after `day`, counted from the first working day on or after it.
    pub fn add(&self, day: i64, count: i64) -> i64 {
        self.nth(self.rank(day) + count)
    }

    /// The working day `count` working days before `day`: undoes [`Calendar::add`] on working days.
    pub fn subtract(&self, day: i64, count: i64) -> i64 {
        self.add(day, -count)
    }

    /// Working days from one boundary to another; negative where the other is earlier.
    ///
    /// ```
    /// use retrofit::domain::Calendar;
    /// assert_eq!(Calendar::new(5, vec![]).days_between(0, 14), 10);
    /// ```
    pub fn days_between(&self, from: i64, to: i64) -> i64 {
        self.rank(to) - self.rank(from)
    }

    /// The finish of `days` working days that start at the working day `start`; the start itself for none.
    pub fn finish(&self, start: i64, days: i64) -> i64 {
        match days {
            0 => start,
            _ => self.add(start, days - 1) + 1,
        }
    }

    /// The latest working day at which `days` working days may start to finish at or before `limit`.
    pub fn latest_start(&self, limit: i64, days: i64) -> i64 {
        match days {
            0 => self.previous_working(limit),
            _ => self.nth(self.rank(limit) - days),
        }
    }

    /// The earliest working day at which `days` working days may start to finish at or after `bound`.
    pub fn earliest_start(&self, bound: i64, days: i64) -> i64 {
        match days {
            0 => self.next_working(bound),
            _ => self.nth(self.rank(bound - 1) + 1 - days),
        }
    }

    /// The rank of `day` among the working days: of a day that is not worked, that of the next working day.
    fn rank(&self, day: i64) -> i64 {
        let rank = self.rank_in_weeks(day);
        rank - self.closed.partition_point(|closed| closed.rank_in_weeks < rank) as i64
    }

    /// The working day with this rank: the inverse of `rank` on working days.
    fn nth(&self, rank: i64) -> i64 {
        let rank = rank + self.closed.partition_point(|closed| closed.rank <= rank) as i64;
        rank.div_euclid(self.days_per_week) * 7 + rank.rem_euclid(self.days_per_week)
    }

    /// As `rank`, as if there were no holidays.
    fn rank_in_weeks(&self, day: i64) -> i64 {
        day.div_euclid(7) * self.days_per_week + day.rem_euclid(7).min(self.days_per_week)
    }
}

impl Holiday {
    /// Every day of a part of the year, from a day to another (both `MM-DD`, both included, over the new year where the
    /// first is later).
    ///
    /// # Errors
    /// One of the two is no day of a year.
    pub fn season(from: &str, to: &str) -> Result<Vec<Holiday>, NotADay> {
        let day = |text: &str| match text.parse()? {
            Holiday::Yearly { month, day } => Ok((month, day)),
            Holiday::Once(_) => Err(NotADay),
        };
        let (first, last) = (day(from)?, day(to)?);
        let within = |day| if first <= last { (first..=last).contains(&day) } else { day >= first || day <= last };
        // 2024 is a leap year, so that 02-29 is a day.
        let year = Date::constant(2024, 1, 1).series(jiff::ToSpan::days(1)).take(366);
        let days = year.map(|date| (date.month(), date.day())).filter(|day| within(*day));
        Ok(days.map(|(month, day)| Holiday::Yearly { month, day }).collect())
    }

    /// The numbers of the days it falls on; 29 February only in leap years.
    fn days(&self) -> Vec<i64> {
        match *self {
            Holiday::Once(date) => vec![day_number(date)],
            Holiday::Yearly { month, day } => {
                YEARS.filter_map(|year| Date::new(year, month, day).ok()).map(day_number).collect()
            }
        }
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

/// The first day of a day's quarter.
pub fn quarter(day: Date) -> Date {
    Date::new(day.year(), (day.month() - 1) / 3 * 3 + 1, 1).expect("every quarter has a first day")
}

/// The first day of the quarter after one that begins on `day`.
pub fn next_quarter(day: Date) -> Date {
    day.saturating_add(3.months())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn calendar(workdays: u8, holidays: &[&str]) -> Calendar {
        Calendar::new(workdays, holidays.iter().map(|text| text.parse().unwrap()).collect())
    }

    /// Monday to Friday; Thanksgiving of 2026 once, Christmas each year, 4 July (a Saturday in 2026).
    fn office() -> Calendar {
        calendar(5, &["2026-11-26", "12-25", "07-04"])
    }

    #[test]
    fn a_task_pauses_at_weekends_and_holidays() {
        let calendar = office();
        let monday = day_number(date(2026, 11, 23));
        assert_eq!(
            date_of(calendar.finish(monday, 5) - 1),
            date(2026, 11, 30),
            "Thursday is a holiday, then a weekend"
        );
        assert_eq!(calendar.finish(monday, 0), monday);
        assert_eq!(Calendar::every_day().finish(monday, 14), monday + 14);
    }

    #[test]
    fn days_that_are_not_worked_snap_both_ways() {
        let calendar = office();
        let christmas = day_number(date(2026, 12, 25));
        assert_eq!(date_of(calendar.previous_working(christmas)), date(2026, 12, 24));
        assert_eq!(date_of(calendar.next_working(christmas)), date(2026, 12, 28));
        assert_eq!(calendar.next_working(christmas + 3), christmas + 3);
    }

    #[test]
    fn weeks_round_up_but_noise_does_not() {
        let five = office();
        assert_eq!(five.days(1.000_000_000_1), 5);
        assert_eq!(five.days(0.1 + 0.2), 2);
        assert_eq!(five.days(1.01), 6);
        assert_eq!(five.days(0.0), 0);
        assert_eq!(calendar(6, &[]).days(2.0), 12);
        assert_eq!(elapsed_days(3.0 / 7.0), 3);
    }

    #[test]
    fn a_leap_day_is_a_holiday_in_leap_years_alone() {
        let calendar = calendar(7, &["02-29"]);
        assert!(!calendar.works_on(day_number(date(2028, 2, 29))));
        assert!(calendar.works_on(day_number(date(2027, 3, 1))));
    }

    #[test]
    fn a_season_may_span_the_new_year() {
        let winter = Calendar::new(7, Holiday::season("12-15", "02-28").unwrap());
        assert!(winter.works_on(day_number(date(2026, 12, 14))));
        assert!(!winter.works_on(day_number(date(2026, 12, 15))));
        assert!(!winter.works_on(day_number(date(2027, 2, 28))));
        assert!(winter.works_on(day_number(date(2027, 3, 1))));
        assert_eq!(Holiday::season("06-01", "06-30").unwrap().len(), 30);
        assert!(Holiday::season("13-01", "06-30").is_err());
    }

    #[test]
    fn holidays_read_in_two_forms() {
        assert_eq!("12-25".parse::<Holiday>().unwrap(), Holiday::Yearly { month: 12, day: 25 });
        assert_eq!("2026-11-26".parse::<Holiday>().unwrap(), Holiday::Once(date(2026, 11, 26)));
        assert!("13-01".parse::<Holiday>().is_err());
    }

    proptest! {
        #[test]
        fn arithmetic_agrees_with_walking_day_by_day(workdays in 1u8..=7, start in 8000i64..12000, count in 0i64..60) {
            let calendar = calendar(workdays, &["2026-11-26", "12-25", "01-01", "07-04"]);
            let worked = (start..).filter(|&day| is_worked(workdays, day)).nth(count as usize).unwrap();
            prop_assert_eq!(calendar.add(start, count), worked);
            prop_assert_eq!(calendar.subtract(worked, count), calendar.next_working(start));
        }

        #[test]
        fn starts_and_finishes_are_tight(limit in 8000i64..12000, days in 0i64..60) {
            let calendar = office();
            let latest = calendar.latest_start(limit, days);
            prop_assert!(calendar.works_on(latest));
            prop_assert!(calendar.finish(latest, days) <= limit);
            prop_assert!(calendar.finish(calendar.next_working(latest + 1), days) > limit);
            let earliest = calendar.earliest_start(limit, days);
            prop_assert!(calendar.works_on(earliest));
            prop_assert!(calendar.finish(earliest, days) >= limit);
            prop_assert!(calendar.finish(calendar.previous_working(earliest - 1), days) < limit);
        }

        #[test]
        fn later_days_and_longer_work_never_finish_earlier(start in 8000i64..12000, days in 0i64..60) {
            let calendar = office();
            let (this, next) = (calendar.next_working(start), calendar.next_working(start + 1));
            prop_assert!(calendar.finish(this, days) <= calendar.finish(next, days));
            prop_assert!(calendar.finish(this, days) < calendar.finish(this, days + 1));
        }
    }

    /// The definition, without arithmetic.
    fn is_worked(workdays: u8, day: i64) -> bool {
        let date = date_of(day);
        let holiday =
            matches!((date.month(), date.day()), (12, 25) | (1, 1) | (7, 4)) || date == jiff::civil::date(2026, 11, 26);
        date.weekday().to_monday_zero_offset() < workdays as i8 && !holiday
    }
}

//! Scales and axes: figures with round ticks, and time by quarters.

use jiff::civil::Date;

use super::svg::{Svg, widest, width_of};
use crate::domain::calendar::{next_quarter, quarter};
use crate::report::style::Style;

/// A straight scale from figures to coordinates.
#[derive(Clone, Copy)]
pub struct Scale {
    /// The figures at both ends.
    pub domain: (f64, f64),
    /// The coordinates at both ends.
    pub range: (f64, f64),
}

impl Scale {
    /// The coordinate of a figure.
    pub fn at(&self, value: f64) -> f64 {
        let share = (value - self.domain.0) / (self.domain.1 - self.domain.0);
        self.range.0 + share * (self.range.1 - self.range.0)
    }
}

/// Round figures from zero up to at least `most`, about `count` steps.
pub fn ticks(most: f64, count: usize) -> Vec<f64> {
    let rough = (most / count as f64).max(f64::MIN_POSITIVE);
    let power = 10f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].iter().map(|factor| factor * power).find(|step| *step >= rough * 0.999);
    let step = step.unwrap_or(10.0 * power);
    let steps = (most / step - 1e-9).ceil().max(1.0) as usize;
    (0..=steps).map(|index| index as f64 * step).collect()
}

/// Round figures up to at least `most` whose names stand apart on an axis of a length; at most about `count` steps.
pub fn ticks_apart(most: f64, count: usize, length: f64, name: impl Fn(f64) -> String) -> Vec<f64> {
    let stand_apart = |marks: &Vec<f64>| {
        let names: Vec<String> = marks.iter().map(|mark| name(*mark)).collect();
        widest(&names) + 8.0 <= length / (marks.len() - 1) as f64
    };
    (1..=count).rev().map(|count| ticks(most, count)).find(stand_apart).unwrap_or_else(|| ticks(most, 1))
}

/// Days from left to right.
#[derive(Clone, Copy)]
pub struct Time {
    from: Date,
    scale: Scale,
}

impl Time {
    /// From the first day of the first quarter to the end of the last.
    pub fn of(from: Date, to: Date, range: (f64, f64)) -> Time {
        let (from, to) = (quarter(from), next_quarter(quarter(to)));
        Time { from, scale: Scale { domain: (0.0, days(from, to)), range } }
    }

    /// The coordinates of the first day and the end of the last.
    pub fn range(&self) -> (f64, f64) {
        self.scale.range
    }

    /// The coordinate of a day's morning.
    pub fn at(&self, day: Date) -> f64 {
        self.scale.at(days(self.from, day))
    }

    /// The coordinate of a day's evening.
    pub fn end_of(&self, day: Date) -> f64 {
        self.scale.at(days(self.from, day) + 1.0)
    }

    /// First days of the quarters, both ends included.
    fn quarters(&self) -> Vec<Date> {
        let mut quarters = vec![self.from];
        while let Some(last) = quarters.last().filter(|day| days(self.from, **day) < self.scale.domain.1) {
            quarters.push(next_quarter(*last));
        }
        quarters
    }

    /// Lines at quarters from `top` to `bottom`, and the names of years and quarters above them.
    pub fn draw(&self, svg: &mut Svg, top: f64, bottom: f64, style: &Style) {
        let quarters = self.quarters();
        let wide = self.scale.range.1 - self.scale.range.0;
        let roomy = wide / (quarters.len() as f64) > width_of(&style.quarter(self.from)) + 6.0;
        for pair in quarters.windows(2) {
            let (left, middle) = (self.at(pair[0]), (self.at(pair[0]) + self.at(pair[1])) / 2.0);
            let new_year = pair[0].month() == 1;
            svg.line(
                if new_year { "grid year" } else { "grid" },
                (left, if new_year { top - 28.0 } else { top }),
                (left, bottom),
            );
            if roomy {
                svg.text("tick middle", (middle, top - 5.0), &style.quarter(pair[0]));
            }
            if new_year || pair[0] == self.from {
                svg.text("tick strong", (left + 4.0, top - 19.0), &style.year(pair[0]));
            }
        }
        svg.line("grid", (self.scale.range.1, top), (self.scale.range.1, bottom));
    }
}

/// Height that the names of quarters and years take above the first line.
pub const TIME_HEAD: f64 = 34.0;

fn days(from: Date, to: Date) -> f64 {
    f64::from((to - from).get_days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn ticks_are_round_and_reach_the_top() {
        assert_eq!(ticks(18.0, 5), [0.0, 5.0, 10.0, 15.0, 20.0]);
        assert_eq!(ticks(261e6, 6), [0.0, 50e6, 100e6, 150e6, 200e6, 250e6, 300e6]);
        assert_eq!(ticks(0.0, 4).len(), 2);
    }

    #[test]
    fn time_begins_and_ends_with_a_quarter() {
        let time = Time::of(date(2027, 2, 14), date(2027, 5, 3), (100.0, 282.0));
        assert_eq!(time.at(date(2027, 1, 1)), 100.0);
        assert_eq!(time.at(date(2027, 7, 1)), 281.0 + 1.0);
        assert_eq!(time.quarters().len(), 3);
        assert!(time.end_of(date(2027, 3, 1)) > time.at(date(2027, 3, 1)));
    }
}

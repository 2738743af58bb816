//! Whether a site can be planned, asked so often and not more.

use super::clash::{Cheapest, cheapest};
use crate::optimize::Choice;
use crate::schedule::Schedule;
use crate::validate::Site;
use crate::{Effort, Prepared, Unplannable};

/// What is known of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// There is a plan.
    Fits,
    /// There is none: a second run of the solver agreed, and named a conflict.
    Not,
    /// The solver ended without either, or was not asked any more.
    Undecided,
}

/// Asks the solver, and counts.
pub struct Oracle {
    effort: Effort,
    most: usize,
    /// Questions so far.
    pub asked: usize,
    /// Whether a question was left open, because the solver ended undecided or because they were used up.
    pub cut_short: bool,
}

impl Oracle {
    /// One that answers this many questions.
    pub fn new(effort: Effort, most: usize) -> Oracle {
        Oracle { effort, most, asked: 0, cut_short: false }
    }

    /// How far each run of the solver goes.
    pub fn effort(&self) -> Effort {
        self.effort
    }

    /// Whether the site can be planned.
    pub fn ask(&mut self, site: &Site) -> Answer {
        match self.choose(site) {
            Some(Ok(_)) => Answer::Fits,
            Some(Err(Unplannable::Infeasible(_) | Unplannable::NothingToConvert)) => Answer::Not,
            Some(Err(_)) | None => {
                self.cut_short = true;
                Answer::Undecided
            }
        }
    }

    /// What the cheapest plan without a budget costs; nothing where there is none, or no question is left.
    pub fn cheapest(&mut self, site: &Site) -> Option<Cheapest> {
        self.another().then(|| cheapest(site, self.effort).ok()).flatten()
    }

    /// What is chosen for a site and when; nothing where no question is left.
    pub fn choose(&mut self, site: &Site) -> Option<Result<(Choice, Schedule), Unplannable>> {
        self.another().then(|| Prepared::new(site).and_then(|prepared| prepared.choose(self.effort)))
    }

    /// Counts a question; false where none is left.
    fn another(&mut self) -> bool {
        let left = self.asked < self.most;
        self.cut_short |= !left;
        self.asked += usize::from(left);
        left
    }
}

/// The least whole number in `(low, high]` that fits, where `low` does not, and whether the one below it was shown not to.
/// `high` is tried first, then the one below it; nothing where `high` does not fit.
pub fn least(low: i64, high: i64, mut fits: impl FnMut(i64) -> Answer) -> Option<(i64, bool)> {
    if fits(high) != Answer::Fits {
        return None;
    }
    let (mut none, mut some, mut shown) = (low, high, true);
    let mut next = high - 1;
    while some - none > 1 {
        match fits(next) {
            Answer::Fits => some = next,
            Answer::Not => (none, shown) = (next, true),
            Answer::Undecided => (none, shown) = (next, false),
        }
        next = none + (some - none) / 2;
    }
    Some((some, shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(limit: i64) -> impl FnMut(i64) -> Answer {
        move |number| if number >= limit { Answer::Fits } else { Answer::Not }
    }

    #[test]
    fn the_least_that_fits_is_found_and_the_one_below_shown_not_to() {
        for limit in 1..=20 {
            assert_eq!(least(0, 20, from(limit)), Some((limit, true)));
        }
        assert_eq!(least(0, 20, from(21)), None);
    }

    #[test]
    fn what_is_not_decided_is_not_called_the_least() {
        let undecided = |number| if number > 7 { Answer::Fits } else { Answer::Undecided };
        assert_eq!(least(0, 20, undecided), Some((8, false)));
    }
}

//! Where checks put what they find, and how closely numbers must agree.

use super::Finding;
use crate::domain::Range;

/// Relative difference that floating-point sums and the solver may leave.
const RELATIVE: f64 = 1e-6;

/// Absolute difference beside it, for amounts near zero.
const ABSOLUTE: f64 = 1e-9;

/// Half a cent, and the noise of sums: money that agrees within it is the same to the cent.
pub const HALF_CENT: f64 = 0.005_001;

/// The findings of one check.
pub struct Report {
    check: &'static str,
    /// What was found.
    pub findings: Vec<Finding>,
}

impl Report {
    /// An empty report of a check.
    pub fn new(check: &'static str) -> Report {
        Report { check, findings: Vec::new() }
    }

    /// Adds a finding.
    pub fn wrong(&mut self, subject: &str, message: impl Into<String>) {
        self.findings.push(Finding { check: self.check, subject: subject.to_owned(), message: message.into() });
    }

    /// Adds a finding unless it holds.
    pub fn expect(&mut self, holds: bool, subject: &str, message: impl FnOnce() -> String) {
        if !holds {
            self.wrong(subject, message());
        }
    }

    /// Both numbers are the same but for noise; NaN never is.
    pub fn equal(&mut self, subject: &str, what: &str, claimed: f64, found: f64) {
        let holds = (claimed - found).abs() <= slack(found);
        self.expect(holds, subject, || format!("{what} is {claimed} and should be {found}"));
    }

    /// The claim is no more than what was found.
    pub fn at_most(&mut self, subject: &str, what: &str, claimed: f64, most: f64) {
        self.expect(claimed <= most + slack(most), subject, || format!("{what} is {claimed}, more than {most}"));
    }

    /// The claim is no less than what was found.
    pub fn at_least(&mut self, subject: &str, what: &str, claimed: f64, least: f64) {
        self.expect(claimed >= least - slack(least), subject, || format!("{what} is {claimed}, less than {least}"));
    }

    /// The same money at all three points, but for `slack` USD.
    pub fn money(&mut self, subject: &str, what: &str, claimed: Range, found: Range, slack: f64) {
        let ends = [(claimed.low, found.low), (claimed.likely, found.likely), (claimed.high, found.high)];
        let holds = ends.iter().all(|(claimed, found)| (claimed - found).abs() <= slack);
        self.expect(holds, subject, || format!("{what} is {} USD and should be {} USD", told(claimed), told(found)));
    }
}

fn slack(of: f64) -> f64 {
    of.abs() * RELATIVE + ABSOLUTE
}

fn told(range: Range) -> String {
    format!("{:.2}/{:.2}/{:.2}", range.low, range.likely, range.high)
}

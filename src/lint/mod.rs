//! What is doubtful in catalogs that can be planned with: evidence that is thin or old, figures far from those of their like,
//! entries that nothing uses. Validation refuses what is wrong; these rules point at what a careful reader would ask about.

mod figures;
mod rules;
mod siblings;

use crate::validate::{Catalog, Site};

pub use figures::Figure;

/// Something doubtful.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static str,
    /// What it is about: the path of an entry or a figure, `items.ups.cost_usd`.
    pub subject: String,
    /// File and line, where it stands in a file.
    pub place: Option<String>,
    /// What is doubtful, in one sentence without a full stop.
    pub message: String,
    /// Whether it refers to something that does not exist.
    pub broken: bool,
}

/// One question that is asked of the catalogs.
pub struct Rule {
    /// Its name.
    pub id: &'static str,
    /// What it looks for.
    pub about: &'static str,
    check: fn(&Shelf) -> Vec<Doubt>,
}

/// Every rule, in the order of the report.
pub const RULES: &[Rule] = rules::ALL;

/// The catalogs as the rules see them.
struct Shelf<'a> {
    catalog: &'a Catalog,
    figures: Vec<Figure>,
}

/// What a rule finds: subject and message.
struct Doubt {
    subject: String,
    message: String,
    broken: bool,
}

impl Doubt {
    fn new(subject: impl Into<String>, message: impl Into<String>) -> Doubt {
        Doubt { subject: subject.into(), message: message.into(), broken: false }
    }

    /// A reference to what does not exist.
    fn broken(self) -> Doubt {
        Doubt { broken: true, ..self }
    }
}

/// Every figure of the catalogs, with its evidence.
pub fn figures(catalog: &Catalog) -> Vec<Figure> {
    figures::of(catalog)
}

/// All findings: rule by rule in the order of the table, and by subject within a rule.
pub fn lint(site: &Site) -> Vec<Finding> {
    let shelf = Shelf { catalog: &site.catalog, figures: figures(&site.catalog) };
    RULES.iter().flat_map(|rule| findings(site, rule, &shelf)).collect()
}

fn findings(site: &Site, rule: &Rule, shelf: &Shelf) -> Vec<Finding> {
    let finding = |doubt: Doubt| Finding {
        rule: rule.id,
        place: place(site, &doubt.subject),
        subject: doubt.subject,
        message: doubt.message,
        broken: doubt.broken,
    };
    let mut found: Vec<Finding> = (rule.check)(shelf).into_iter().map(finding).collect();
    found.sort();
    found
}

/// File and line of a path, else of the nearest part around it.
fn place(site: &Site, path: &str) -> Option<String> {
    let around = path.rmatch_indices('.').map(|(end, _)| &path[..end]);
    [path].into_iter().chain(around).find_map(|part| site.positions.get(&format!("catalog.{part}")).cloned())
}

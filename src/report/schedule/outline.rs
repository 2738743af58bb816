//! The rows of a schedule in an order to fold: site and halls, within them trades and phases, within them activities.

use super::network::{Activity, Network};
use crate::domain::Place;
use crate::report::facts::phase_label;

/// A row: a heading over rows of the next level, or an activity.
pub struct Row {
    /// Its number, from 1: the same in every run and every format.
    pub number: usize,
    /// 1 for places, 2 for trades and phases, 3 for activities.
    pub level: usize,
    /// Its place in the work breakdown structure: `2.3.1`.
    pub wbs: String,
    /// What the row is.
    pub content: Content,
}

/// What a row is.
pub enum Content {
    /// A heading with the indices of all activities below it.
    Heading {
        /// The place, trade or phase.
        name: String,
        /// Indices in [`Network::activities`].
        activities: Vec<usize>,
    },
    /// The index in [`Network::activities`].
    Activity(usize),
}

/// All rows, and the number of each activity's row.
pub struct Outline {
    /// From top to bottom.
    pub rows: Vec<Row>,
    /// Row numbers by the activities' indices.
    pub numbers: Vec<usize>,
}

impl Outline {
    /// The rows of a network.
    pub fn of(network: &Network) -> Outline {
        let mut outline = Outline { rows: Vec::new(), numbers: vec![0; network.activities.len()] };
        for (i, (place, groups)) in sections(network).into_iter().enumerate() {
            let place_wbs = format!("{}", i + 1);
            let all = groups.iter().flat_map(|(_, activities)| activities.clone()).collect();
            outline.push(1, place_wbs.clone(), Content::Heading { name: heading(&place), activities: all });
            for (j, (name, activities)) in groups.into_iter().enumerate() {
                let wbs = format!("{place_wbs}.{}", j + 1);
                outline.push(2, wbs.clone(), Content::Heading { name, activities: activities.clone() });
                for (k, activity) in activities.into_iter().enumerate() {
                    outline.push(3, format!("{wbs}.{}", k + 1), Content::Activity(activity));
                    outline.numbers[activity] = outline.rows.len();
                }
            }
        }
        outline
    }

    /// The number of an activity's row.
    pub fn number(&self, activity: usize) -> usize {
        self.numbers[activity]
    }

    fn push(&mut self, level: usize, wbs: String, content: Content) {
        self.rows.push(Row { number: self.rows.len() + 1, level, wbs, content });
    }
}

/// Activities by trade or phase.
type Groups = Vec<(String, Vec<usize>)>;

/// Places with their groups, each in the order in which it first occurs.
fn sections(network: &Network) -> Vec<(Place, Groups)> {
    let mut sections: Vec<(Place, Groups)> = Vec::new();
    for (i, activity) in network.activities.iter().enumerate() {
        let section = match sections.iter().position(|(place, _)| *place == activity.place) {
            Some(section) => section,
            None => {
                sections.push((activity.place.clone(), Vec::new()));
                sections.len() - 1
            }
        };
        let (groups, name) = (&mut sections[section].1, group(network, activity));
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, activities)) => activities.push(i),
            None => groups.push((name, vec![i])),
        }
    }
    sections
}

/// The trade of what serves a bank, the phase of all else.
fn group(network: &Network, activity: &Activity) -> String {
    let Some(task) = activity.task else { return "Milestones".to_owned() };
    let bank = network.plan.banks.iter().find(|bank| task.bank.as_ref() == Some(&bank.id));
    bank.map_or_else(|| phase_label(&task.phase), |bank| bank.service.info().system.label().to_owned())
}

fn heading(place: &Place) -> String {
    match place {
        Place::Site => "Site".to_owned(),
        Place::Hall(id) => format!("Hall {id}"),
    }
}

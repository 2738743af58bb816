//! Where a service is needed: one hall, or the site as a whole.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A hall of the facility by its id, or the site.
///
/// Written `site` or as the id of the hall, in files as in messages; no hall may be called `site`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The site as a whole.
    Site,
    /// One hall, by the id it has in the facility.
    Hall(String),
}

impl Place {
    /// The hall's id, or nothing for the site.
    pub fn hall(&self) -> Option<&str> {
        match self {
            Place::Site => None,
            Place::Hall(id) => Some(id),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.hall().unwrap_or("site"))
    }
}

impl From<&str> for Place {
    fn from(text: &str) -> Place {
        match text {
            "site" => Place::Site,
            hall => Place::Hall(hall.to_owned()),
        }
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Place, D::Error> {
        Ok(Place::from(String::deserialize(deserializer)?.as_str()))
    }
}

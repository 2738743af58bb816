//! The facilities that `retrofit init` writes.

/// A commented facility file that is valid as it stands, to be filled in.
pub const STARTER: &str = include_str!("../../templates/starter.yaml");

/// A kind of mine to start from.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// Its name on the command line.
    pub name: &'static str,
    /// What kind of mine it is.
    pub title: &'static str,
    /// A facility file that is valid as it stands.
    pub text: &'static str,
}

/// All presets; the first is written where nothing is asked for.
pub const PRESETS: &[Preset] = &[
    Preset { name: "starter", title: "barn of 40 MW with round figures, each key with a comment", text: STARTER },
    Preset {
        name: "barn",
        title: "ambient-air barn of 18 MW, after a published site",
        text: include_str!("../../examples/moses-lake/facility.yaml"),
    },
    Preset {
        name: "immersion",
        title: "immersion hall of 200 MW, four data halls, after a published site",
        text: include_str!("../../examples/helios/facility.yaml"),
    },
    Preset {
        name: "containers",
        title: "containers of 5 MW in a yard",
        text: include_str!("../../examples/container-site/facility.yaml"),
    },
];

/// A preset's text with the name and place of another mine.
pub fn named(text: &str, name: &str, place: &str) -> String {
    let quoted = |value: &str| serde_json::Value::from(value).to_string();
    let line = |line: &str| match line {
        _ if line.starts_with("name:") => format!("name: {}\n", quoted(name)),
        _ if line.starts_with("place:") => format!("place: {}\n", quoted(place)),
        _ => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::facility::Facility;

    #[test]
    fn every_preset_is_a_facility_and_takes_a_name() {
        for preset in PRESETS {
            let text = named(preset.text, "Mine \"North\"", "Town: here");
            let facility: Facility = serde_yaml::from_str(&text).unwrap();
            assert_eq!((facility.name.as_str(), facility.place.as_str()), ("Mine \"North\"", "Town: here"));
            assert!(facility.halls.iter().any(|hall| hall.convertible), "{}", preset.name);
        }
    }
}

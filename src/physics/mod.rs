#![doc = include_str!("README.md")]

pub mod air;
pub mod coolant;
pub mod electrical;
pub mod energy;
pub mod exchanger;
pub mod hydraulics;
mod interpolate;
pub mod labor;
pub mod network;
pub mod rack;
pub mod standby;
pub mod structure;
pub mod thermal;

/// Whole units that fit into a measured quantity; the small allowance keeps 0.3 / 0.1 at three.
fn whole(quantity: f64) -> u32 {
    (quantity + 1e-9).floor() as u32
}

#[cfg(test)]
mod tests {
    /// Each file of formulas with its text.
    const FILES: &[(&str, &str)] = &[
        ("air", include_str!("air.rs")),
        ("coolant", include_str!("coolant.rs")),
        ("electrical", include_str!("electrical.rs")),
        ("energy", include_str!("energy.rs")),
        ("exchanger", include_str!("exchanger.rs")),
        ("hydraulics", include_str!("hydraulics.rs")),
        ("labor", include_str!("labor.rs")),
        ("network", include_str!("network.rs")),
        ("rack", include_str!("rack.rs")),
        ("standby", include_str!("standby.rs")),
        ("structure", include_str!("structure.rs")),
        ("thermal", include_str!("thermal.rs")),
    ];

    #[test]
    fn the_table_names_every_formula_once_and_no_other() {
        let table = include_str!("README.md");
        let rows = table.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
        let mut named: Vec<String> = rows.map(str::to_owned).collect();
        let mut written: Vec<String> = FILES.iter().flat_map(|(file, text)| formulas(file, text)).collect();
        named.sort();
        written.sort();
        assert_eq!(named, written);
    }

    #[test]
    fn no_file_is_left_out() {
        let parts = include_str!("mod.rs").lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
        assert_eq!(parts.collect::<Vec<_>>(), FILES.iter().map(|(file, _)| *file).collect::<Vec<_>>());
    }

    /// Public functions of a file as `file::name`.
    fn formulas(file: &str, text: &str) -> Vec<String> {
        let code = text.lines().filter_map(|line| line.trim_start().strip_prefix("pub fn "));
        let names = code.map(|rest| rest.split(['(', '<']).next().unwrap_or_default());
        names.map(|name| format!("{file}::{name}")).collect()
    }
}

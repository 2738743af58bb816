//! Power chain: currents, busway, fault levels, voltage drop, losses, engine derating.

use super::whole;

/// Apparent power of a three-phase circuit at a continuous share of its rated current, kVA.
///
/// `S = sqrt(3) V I k`, with V line to line in volts, I in amperes, k the continuous share (0.8 for equipment that is not
/// 100 % rated: NEC 210.20(A), 215.3).
///
/// ```
/// use retrofit::physics::electrical::three_phase_kva;
/// // An 800 A busway at 415 V carries 455 kW at 0.99 power factor and 80 %.
/// assert_eq!((three_phase_kva(415.0, 800.0, 0.8) * 0.99).round(), 455.0);
/// ```
pub fn three_phase_kva(volts: f64, amps: f64, continuous_share: f64) -> f64 {
    3f64.sqrt() * volts * amps * continuous_share / 1000.0
}

/// Line current of a balanced three-phase load, A: `I = P / (sqrt(3) V pf)`, V line to line.
///
/// ```
/// use retrofit::physics::electrical::line_amps;
/// // 100 kW at 480 V and unity power factor: 120 A, the figure of every motor and feeder table.
/// assert!((line_amps(100.0, 480.0, 1.0) - 120.28).abs() < 0.01);
/// ```
pub fn line_amps(kw: f64, volts: f64, power_factor: f64) -> f64 {
    full_load_amps(kw / power_factor, volts)
}

/// Full-load current of a three-phase transformer or machine, A: `FLA = S / (sqrt(3) V)`, V line to line.
///
/// ```
/// use retrofit::physics::electrical::full_load_amps;
/// assert_eq!(full_load_amps(2500.0, 480.0).round(), 3007.0);
/// assert_eq!(full_load_amps(2500.0, 415.0).round(), 3478.0);
/// ```
pub fn full_load_amps(kva: f64, volts: f64) -> f64 {
    kva * 1000.0 / (3f64.sqrt() * volts)
}

/// Rating that conductors and devices need for a load, A: `1.25 I_continuous + I_other`.
///
/// NEC 210.19, 210.20, 215.2 and 215.3, for loads of three hours and more; an assembly listed for 100 % needs the plain sum.
/// The load of a training cluster is continuous, all of it.
///
/// ```
/// use retrofit::physics::electrical::conductor_amps;
/// // A 33 kW shelf at 415 V draws 48 A: a 60 A whip is just enough.
/// assert_eq!(conductor_amps(48.0, 0.0), 60.0);
/// ```
pub fn conductor_amps(continuous_a: f64, other_a: f64) -> f64 {
    1.25 * continuous_a + other_a
}

/// Whole racks that one run of busway feeds: `floor(I_busway k / I_rack)`, k the continuous share (0.8, or 1 if listed so).
///
/// ```
/// use retrofit::physics::electrical::racks_per_run;
/// // 800 A at 80 % carries 640 A: three racks of 192 A.
/// assert_eq!(racks_per_run(800.0, 192.0, 0.8), 3);
/// ```
pub fn racks_per_run(busway_amps: f64, rack_amps: f64, continuous_share: f64) -> u32 {
    whole(busway_amps * continuous_share / rack_amps)
}

/// Greatest symmetrical fault current behind a transformer, kA.
///
/// `Isc = FLA / (Z / 1.075 + S / S_source)`; the 7.5 % allows for the impedance tolerance of IEEE C57.12.00, and the source
/// is an infinite bus where its fault level (MVA) is not known. Motors, UPS and generators in parallel add to it and are
/// not in it.
///
/// ```
/// use retrofit::physics::electrical::fault_current_ka;
/// // 1,500 kVA, 480 V, 5.75 %: 31.4 kA without the tolerance (IAEI Magazine, 2018-08), 33.7 kA with it.
/// assert!((fault_current_ka(1500.0, 480.0, 5.75, None) - 33.73).abs() < 0.01);
/// // 2,500 kVA at 415 V stands just at 65 kA.
/// assert!((fault_current_ka(2500.0, 415.0, 5.75, None) - 65.0).abs() < 0.1);
/// // Behind a source of 500 MVA it is 59.5 kA: 3,478 A / (0.0575 / 1.075 + 2.5 / 500).
/// assert!((fault_current_ka(2500.0, 415.0, 5.75, Some(500.0)) - 59.47).abs() < 0.02);
/// ```
pub fn fault_current_ka(kva: f64, volts: f64, impedance_pct: f64, source_mva: Option<f64>) -> f64 {
    let source = source_mva.map_or(0.0, |mva| kva / 1000.0 / mva);
    full_load_amps(kva, volts) / (impedance_pct / 100.0 / 1.075 + source) / 1000.0
}

/// Fault level that a source leaves behind a transformer, MVA: `S_sc = 1 / (Z / (1.075 S) + 1 / S_source)`.
///
/// The same path as [`fault_current_ka`], told as apparent power so that it is the source of the next transformer; an infinite
/// bus where the fault level of the source (MVA) is not known.
///
/// ```
/// use retrofit::physics::electrical::{fault_current_ka, fault_level_mva, three_phase_kva};
/// // 100 MVA of 9 % leave 1,194 MVA of an infinite bus, and half of that behind a source as strong as they are.
/// let level = fault_level_mva(100_000.0, 9.0, None);
/// assert!((level - 1194.4).abs() < 0.1);
/// assert!((fault_level_mva(100_000.0, 9.0, Some(level)) - level / 2.0).abs() < 1e-9);
/// // Both formulas say the same of any voltage.
/// let ka = fault_current_ka(100_000.0, 34_500.0, 9.0, Some(5000.0));
/// assert!((three_phase_kva(34_500.0, ka, 1.0) - fault_level_mva(100_000.0, 9.0, Some(5000.0))).abs() < 1e-9);
/// ```
pub fn fault_level_mva(kva: f64, impedance_pct: f64, source_mva: Option<f64>) -> f64 {
    let source = source_mva.map_or(0.0, |mva| 1.0 / mva);
    1.0 / (impedance_pct / 100.0 / 1.075 / (kva / 1000.0) + source)
}

/// Fault current that a rotating machine adds in the first cycles, kA: `I = FLA / X''`.
///
/// X'' is the subtransient reactance per unit: of a generator 0.10 to 0.20, of a group of low-voltage motors with their leads
/// about 0.25, which gives four times their full-load current (IEEE 141). The maker's figure replaces these.
///
/// ```
/// use retrofit::physics::electrical::{full_load_amps, machine_fault_ka};
/// // Motors of 400 A add 1.6 kA; a generator of 3,125 kVA at 480 V and 12 % adds 31.3 kA.
/// assert_eq!(machine_fault_ka(400.0, 0.25), 1.6);
/// assert!((machine_fault_ka(full_load_amps(3125.0, 480.0), 0.12) - 31.3).abs() < 0.05);
/// ```
pub fn machine_fault_ka(full_load_amps: f64, subtransient_pu: f64) -> f64 {
    full_load_amps / subtransient_pu / 1000.0
}

/// Rated apparent power of a generating set, kVA: `S = P / 0.8`.
///
/// Sets are rated at 0.8 lagging power factor (ISO 8528-1, NEMA MG 1 part 32), whatever the power factor of the load.
///
/// ```
/// use retrofit::physics::electrical::generator_kva;
/// // The alternator of a 2,500 kW set is one of 3,125 kVA.
/// assert_eq!(generator_kva(2500.0), 3125.0);
/// ```
pub fn generator_kva(kw: f64) -> f64 {
    kw / 0.8
}

/// Fault current of all sources on one bus, kA: their plain sum.
///
/// Differences of angle are left out, so that it is never below the vector sum: on the safe side of an interrupting rating.
///
/// ```
/// use retrofit::physics::electrical::total_fault_ka;
/// // A transformer of 56.2 kA with motors of 1.6 kA and a generator of 31.3 kA in parallel: above 65 kA gear.
/// assert!((total_fault_ka(&[56.2, 1.6, 31.3]) - 89.1).abs() < 1e-9);
/// ```
pub fn total_fault_ka(sources_ka: &[f64]) -> f64 {
    sources_ka.iter().fold(0.0, |sum, ka| sum + ka)
}

/// Voltage drop along a three-phase feeder, percent of its line voltage.
///
/// `dV = sqrt(3) I L (R cos phi + X sin phi)`, R and X in ohm/km to neutral (NEC chapter 9, table 9 and its note 2). NEC
/// 215.2 advises at most 3 % on a feeder and 5 % to the farthest outlet.
///
/// ```
/// use retrofit::physics::electrical::voltage_drop_pct;
/// // 4 AWG copper in PVC conduit has 1.02 and 0.157 ohm/km; the table gives an effective 0.95 ohm/km at 0.85 power factor.
/// let drop = voltage_drop_pct(70.0, 480.0, 100.0, 1.02, 0.157, 0.85);
/// assert!((drop - 100.0 * 3f64.sqrt() * 70.0 * 0.1 * 0.95 / 480.0).abs() < 0.01);
/// ```
pub fn voltage_drop_pct(
    amps: f64,
    volts: f64,
    length_m: f64,
    ohm_per_km: f64,
    reactance_ohm_per_km: f64,
    power_factor: f64,
) -> f64 {
    let reactive = (1.0 - power_factor * power_factor).sqrt();
    let effective_ohm = (ohm_per_km * power_factor + reactance_ohm_per_km * reactive) * length_m / 1000.0;
    100.0 * 3f64.sqrt() * amps * effective_ohm / volts
}

/// Losses of a transformer at a share of its rating, kW: `P = P_0 + P_k s^2`, no-load and load losses.
///
/// ```
/// use retrofit::physics::electrical::transformer_loss_kw;
/// // 2,500 kVA by the European limits of 2021 (regulation 548/2014, tier 2: 1.575 and 18.5 kW). Losses are the least share
/// // of the load where both are equal, at 29 % of the rating: the two numbers say 99.57 %.
/// let share = (1.575f64 / 18.5).sqrt();
/// let loss = transformer_loss_kw(1.575, 18.5, share);
/// assert!((loss - 3.15).abs() < 1e-9);
/// assert!((1.0 - loss / (2500.0 * share) - 0.9957).abs() < 0.0001);
/// ```
pub fn transformer_loss_kw(no_load_kw: f64, load_loss_kw: f64, load_share: f64) -> f64 {
    no_load_kw + load_loss_kw * load_share * load_share
}

/// Efficiency of stages in series: their product.
///
/// Its inverse is the electrical factor in PUE.
///
/// ```
/// use retrofit::physics::electrical::chain_efficiency;
/// // Two stages of one half leave a quarter.
/// assert_eq!(chain_efficiency(&[0.5, 0.5]), 0.25);
/// ```
pub fn chain_efficiency(stages: &[f64]) -> f64 {
    stages.iter().product()
}

/// Share of its rating that a standby engine gives at a height (m) and air temperature (C).
///
/// Ratings hold to 300 m and 40 C; beyond, power falls by `pct_per_300_m` for each 300 m and `pct_per_k` for each kelvin
/// (an engine maker's derating sheet; the vendor's own curve replaces it). Never below zero.
///
/// ```
/// use retrofit::physics::electrical::engine_share;
/// assert_eq!(engine_share(250.0, 38.0, 3.4, 2.0), 1.0);
/// assert!((engine_share(900.0, 42.0, 3.4, 2.0) - 0.892).abs() < 1e-12);
/// ```
pub fn engine_share(elevation_m: f64, air_c: f64, pct_per_300_m: f64, pct_per_k: f64) -> f64 {
    let height = (elevation_m - 300.0).max(0.0) / 300.0 * pct_per_300_m;
    let heat = (air_c - 40.0).max(0.0) * pct_per_k;
    (1.0 - (height + heat) / 100.0).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a rack of 132 kW draws at 0.99 power factor through shelves of 96.5 % efficiency.
    fn rack_amps(volts: f64) -> f64 {
        line_amps(132.0 / 0.965, volts, 0.99)
    }

    #[test]
    fn a_rack_and_its_shelves() {
        for (volts, shelf, whip, rack) in [(415.0, 48.1, 60.1, 192.2), (480.0, 41.5, 51.9, 166.2)] {
            let amps = line_amps(33.0 / 0.965, volts, 0.99);
            assert!((amps - shelf).abs() < 0.06, "{amps}");
            assert!((conductor_amps(amps, 0.0) - whip).abs() < 0.06);
            assert!((rack_amps(volts) - rack).abs() < 0.06);
        }
    }

    #[test]
    fn whole_racks_on_a_busway() {
        // Volts, continuous share, racks on 800, 1,000, 1,200 and 1,600 A.
        let cases = [
            (415.0, 0.8, [3, 4, 4, 6]),
            (480.0, 0.8, [3, 4, 5, 7]),
            (415.0, 1.0, [4, 5, 6, 8]),
            (480.0, 1.0, [4, 6, 7, 9]),
        ];
        for (volts, share, racks) in cases {
            let fed = [800.0, 1000.0, 1200.0, 1600.0].map(|busway| racks_per_run(busway, rack_amps(volts), share));
            assert_eq!(fed, racks, "{volts} V at {share}");
        }
    }

    #[test]
    fn power_on_a_busway() {
        for (volts, kw) in [(415.0, [455.0, 683.0, 911.0]), (480.0, [527.0, 790.0, 1054.0])] {
            let carried = [800.0, 1200.0, 1600.0].map(|amps| (three_phase_kva(volts, amps, 0.8) * 0.99).round());
            assert_eq!(carried, kw);
        }
    }

    #[test]
    fn fault_levels_behind_transformers_of_575_percent() {
        // kVA, then A and kA at 415 V, then at 480 V.
        let cases = [
            (1500.0, 2087.0, 39.0, 1804.0, 34.0),
            (2500.0, 3478.0, 65.0, 3007.0, 56.0),
            (3000.0, 4174.0, 78.0, 3608.0, 67.0),
            (3500.0, 4869.0, 91.0, 4210.0, 79.0),
            (5000.0, 6956.0, 130.0, 6014.0, 112.0),
        ];
        for (kva, amps_415, ka_415, amps_480, ka_480) in cases {
            for (volts, amps, ka) in [(415.0, amps_415, ka_415), (480.0, amps_480, ka_480)] {
                assert_eq!(full_load_amps(kva, volts).round(), amps);
                assert_eq!(fault_current_ka(kva, volts, 5.75, None).round(), ka, "{kva} kVA at {volts} V");
            }
        }
    }

    #[test]
    fn efficiency_from_the_grid_to_the_rack() {
        // Transformers of 0.995 and 0.99, the UPS, low voltage and busway of 0.99: efficiency and loss factor.
        for (ups, efficiency, factor) in [(0.97, 0.946, 1.057), (0.99, 0.965, 1.036), (1.0, 0.975, 1.025)] {
            let chain = chain_efficiency(&[0.995, 0.99, ups, 0.99]);
            assert!((chain - efficiency).abs() < 0.0005, "{chain}");
            assert!((1.0 / chain - factor).abs() < 0.0006);
        }
    }
}

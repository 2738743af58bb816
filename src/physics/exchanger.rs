//! Counter-flow heat exchangers: the plates of a CDU, or those between facility water and a kept loop.
//!
//! Sources: Incropera and DeWitt, Fundamentals of Heat and Mass Transfer, chapter 11 (effectiveness and NTU).

/// Capacity rate of a flow, kW/K: `C = rho c V`.
///
/// ```
/// use retrofit::physics::exchanger::capacity_rate_kw_per_k;
/// // 60 L/min, which is 1 L/s, of water at 25 C (997.0 kg/m3, 4.182 kJ/(kg K)).
/// assert!((capacity_rate_kw_per_k(60.0, 997.0 * 4.182) - 4.169).abs() < 0.001);
/// ```
pub fn capacity_rate_kw_per_k(flow_lpm: f64, heat_capacity_kj_per_m3_k: f64) -> f64 {
    flow_lpm * heat_capacity_kj_per_m3_k / 60_000.0
}

/// Share of the greatest possible heat that a counter-flow exchanger transfers.
///
/// `e = (1 - exp(-NTU (1 - r))) / (1 - r exp(-NTU (1 - r)))`, and `NTU / (1 + NTU)` at r = 1; r the smaller capacity rate
/// over the larger, 0 to 1.
///
/// ```
/// use retrofit::physics::exchanger::effectiveness;
/// assert_eq!(effectiveness(1.0, 1.0), 0.5);
/// // With a condensing or boiling side (r = 0) it is 1 - exp(-NTU).
/// assert!((effectiveness(2.0, 0.0) - 0.8647).abs() < 0.0001);
/// ```
pub fn effectiveness(ntu: f64, capacity_ratio: f64) -> f64 {
    let slack = 1.0 - capacity_ratio;
    if slack < 1e-9 {
        return ntu / (1.0 + ntu);
    }
    let decay = (-ntu * slack).exp();
    (1.0 - decay) / (1.0 - capacity_ratio * decay)
}

/// Conductance of an exchanger from one rating point, kW/K: heat over the logarithmic mean temperature difference.
///
/// A rating point fixes it. All four temperatures in C; neither end difference may be zero or negative.
///
/// ```
/// use retrofit::physics::exchanger::conductance_kw_per_k;
/// // End differences of 20 K and 10 K: 14.43 K in the logarithmic mean.
/// assert!((conductance_kw_per_k(144.27, 60.0, 30.0, 20.0, 40.0) - 10.0).abs() < 0.001);
/// assert_eq!(conductance_kw_per_k(100.0, 40.0, 30.0, 20.0, 30.0), 10.0);
/// ```
pub fn conductance_kw_per_k(heat_kw: f64, hot_in_c: f64, hot_out_c: f64, cold_in_c: f64, cold_out_c: f64) -> f64 {
    let (one, other) = (hot_in_c - cold_out_c, hot_out_c - cold_in_c);
    let mean = if (one - other).abs() < 1e-6 { one } else { (one - other) / (one / other).ln() };
    heat_kw / mean
}

/// Heat that an exchanger transfers between two inlet temperatures, kW: `Q = e C_min (T_hot,in - T_cold,in)`.
///
/// ```
/// use retrofit::physics::exchanger::transferred_kw;
/// // NTU 1 at equal rates: half of 10 kW/K over 20 K.
/// assert!((transferred_kw(10.0, 10.0, 10.0, 40.0, 20.0) - 100.0).abs() < 1e-9);
/// ```
pub fn transferred_kw(
    conductance_kw_per_k: f64,
    hot_kw_per_k: f64,
    cold_kw_per_k: f64,
    hot_in_c: f64,
    cold_in_c: f64,
) -> f64 {
    let (least, most) = (hot_kw_per_k.min(cold_kw_per_k), hot_kw_per_k.max(cold_kw_per_k));
    effectiveness(conductance_kw_per_k / least, least / most) * least * (hot_in_c - cold_in_c)
}

/// Approach of a CDU that carries a heat, K: technology supply over facility supply.
///
/// `Q / (e C_min) - Q / C_hot`: the difference of the inlets, less what the technology side cools down by.
///
/// ```
/// use retrofit::physics::exchanger::approach_k;
/// // NTU 1 at equal rates of 10 kW/K: 100 kW need inlets 20 K apart, and the hot side leaves 10 K cooler.
/// assert!((approach_k(100.0, 10.0, 10.0, 10.0) - 10.0).abs() < 1e-9);
/// ```
pub fn approach_k(heat_kw: f64, conductance_kw_per_k: f64, hot_kw_per_k: f64, cold_kw_per_k: f64) -> f64 {
    let inlets_k = heat_kw / transferred_kw(conductance_kw_per_k, hot_kw_per_k, cold_kw_per_k, 1.0, 0.0);
    inlets_k - heat_kw / hot_kw_per_k
}

/// Heat that a CDU carries at an approach and flows other than rated, kW: [`approach_k`] turned round.
///
/// It replaces `thermal::cdu_share` where both flows are known. The conductance is that of the rating point; at flows far
/// from it take [`conductance_at_flows_kw_per_k`].
///
/// ```
/// use retrofit::physics::exchanger::heat_at_approach_kw;
/// assert!((heat_at_approach_kw(10.0, 10.0, 10.0, 10.0) - 100.0).abs() < 1e-9);
/// ```
pub fn heat_at_approach_kw(approach: f64, conductance_kw_per_k: f64, hot_kw_per_k: f64, cold_kw_per_k: f64) -> f64 {
    approach / approach_k(1.0, conductance_kw_per_k, hot_kw_per_k, cold_kw_per_k)
}

/// Conductance at other flows, kW/K, each flow as a share of that at the rating point.
///
/// `UA = 2 UA_0 / (h^-n + c^-n)`: both films take half of the resistance at the rating point and follow the flow with the
/// exponent n (plates 0.6 to 0.8; an engineering estimate, which a maker's selection replaces). Turbulent flow only.
///
/// ```
/// use retrofit::physics::exchanger::conductance_at_flows_kw_per_k;
/// assert_eq!(conductance_at_flows_kw_per_k(130.0, 1.0, 1.0, 0.7), 130.0);
/// // Half of both flows at n = 1 halves it; n = 0 leaves it.
/// assert_eq!(conductance_at_flows_kw_per_k(130.0, 0.5, 0.5, 1.0), 65.0);
/// assert_eq!(conductance_at_flows_kw_per_k(130.0, 0.5, 0.5, 0.0), 130.0);
/// ```
pub fn conductance_at_flows_kw_per_k(
    conductance_kw_per_k: f64,
    hot_flow_share: f64,
    cold_flow_share: f64,
    exponent: f64,
) -> f64 {
    2.0 * conductance_kw_per_k / (hot_flow_share.powf(-exponent) + cold_flow_share.powf(-exponent))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rates of the published point, kW/K: 740 kW over 11.5 K and over 15 K.
    const HOT: f64 = 740.0 / 11.5;
    const COLD: f64 = 740.0 / 15.0;

    #[test]
    fn logarithmic_mean_and_effectiveness_agree_on_a_published_point() {
        // nVent RackChiller CDU800, application example, 2024: 39 -> 27.5 C against 20 -> 35 C, an approach of 7.5 K.
        let conductance = conductance_kw_per_k(740.0, 39.0, 27.5, 20.0, 35.0);
        assert!((conductance - 132.9).abs() < 0.1, "{conductance}");
        assert!((transferred_kw(conductance, HOT, COLD, 39.0, 20.0) - 740.0).abs() < 0.01);
        assert!((approach_k(740.0, conductance, HOT, COLD) - 7.5).abs() < 1e-6);
    }

    #[test]
    fn heat_goes_with_the_approach_at_constant_flows() {
        let conductance = conductance_kw_per_k(740.0, 39.0, 27.5, 20.0, 35.0);
        assert!((heat_at_approach_kw(3.75, conductance, HOT, COLD) - 370.0).abs() < 0.01);
    }

    #[test]
    fn effectiveness_has_no_jump_at_equal_rates() {
        assert!((effectiveness(2.0, 1.0 - 1e-6) - effectiveness(2.0, 1.0)).abs() < 1e-6);
    }
}

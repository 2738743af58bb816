//! How plant that meets the outdoor air runs in one hour of the year, at the heat of the design day.

use crate::domain::Service;
use crate::domain::studies::cooling::HeatRejectionPrinciple;
use crate::input::catalog::ParameterId as P;
use crate::input::facility::ClimateBin;
use crate::physics::thermal::{
    adiabatic_air_c, air_flow_share, chiller_cop, chiller_power_kw, evaporation_l_per_h, fan_power_share,
    free_cooling_coil_kw_per_k, free_cooling_kw, make_up_l_per_h, pad_heat_kw,
};
use crate::requirements::Conditions;
use crate::requirements::conditions::CHILLED_WATER_C;
use crate::studies::equipment::Machines;
use crate::validate::Site;

/// The air at which the line of chillers' performance is named, C.
const COP_AIR_C: f64 = 25.0;

/// One hour of a group of machines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Operation {
    /// Power, kW.
    pub kw: f64,
    /// Make-up water, L/h.
    pub water_l_per_h: f64,
    /// Whether compressors run.
    pub compressors: bool,
}

/// The hour of a bin.
pub fn operation(
    site: &Site,
    conditions: &Conditions,
    service: Service,
    machines: &Machines,
    bin: &ClimateBin,
) -> Operation {
    let leaving_c = if service == Service::ChilledWater { CHILLED_WATER_C } else { conditions.facility_water_c };
    let hour = Hour { site, conditions, machines, bin, leaving_c };
    match machines.principle {
        HeatRejectionPrinciple::Dry => hour.fans(conditions.dry_air_c, hour.dry_air_c()),
        HeatRejectionPrinciple::Adiabatic => hour.adiabatic(),
        HeatRejectionPrinciple::Evaporative => hour.evaporative(),
        HeatRejectionPrinciple::Chiller => hour.chiller(),
    }
}

struct Hour<'a> {
    site: &'a Site,
    conditions: &'a Conditions,
    machines: &'a Machines,
    bin: &'a ClimateBin,
    leaving_c: f64,
}

impl Hour<'_> {
    fn parameter(&self, id: P) -> f64 {
        self.site.parameter(id)
    }

    fn dry_air_c(&self) -> f64 {
        self.bin.dry_bulb_c + self.parameter(P::RecirculationK)
    }

    fn wet_bulb_c(&self) -> f64 {
        self.bin.wet_bulb_c + self.parameter(P::RecirculationK)
    }

    /// Fans that were chosen for one air, in another: the cube of the air flow that is needed.
    fn fans(&self, design_air_c: f64, air_c: f64) -> Operation {
        let share = air_flow_share(self.leaving_c, design_air_c, air_c);
        let kw = self.machines.design_kw * fan_power_share(share, self.parameter(P::FanFloorPct) / 100.0);
        Operation { kw, water_l_per_h: 0.0, compressors: false }
    }

    /// Pads stay dry while outdoor air is as cold as the air behind them on the design day.
    fn adiabatic(&self) -> Operation {
        let design_air_c = self.conditions.adiabatic_air_c;
        let dry_air_c = self.dry_air_c();
        if dry_air_c <= design_air_c {
            return self.fans(design_air_c, dry_air_c);
        }
        let effectiveness = self.parameter(P::AdiabaticEffectivenessPct) / 100.0;
        let air_c = adiabatic_air_c(dry_air_c, self.wet_bulb_c(), effectiveness);
        // Less air for the same heat is warmed by more.
        let rise_k = self.parameter(P::AdiabaticAirRiseK) / air_flow_share(self.leaving_c, design_air_c, air_c);
        let bound_kw = pad_heat_kw(self.machines.heat_kw, dry_air_c - air_c, rise_k);
        Operation { water_l_per_h: self.make_up_l_per_h(bound_kw), ..self.fans(design_air_c, air_c) }
    }

    /// Towers run dry where the air is cold enough for their coil alone; else wet, and all heat leaves as vapor.
    fn evaporative(&self) -> Operation {
        let wet_approach_k = self.leaving_c - self.conditions.wet_bulb_c;
        let dry_below_c = self.leaving_c - wet_approach_k / (self.parameter(P::TowerDryPct) / 100.0);
        if self.dry_air_c() <= dry_below_c {
            return self.fans(dry_below_c, self.dry_air_c());
        }
        let fans = self.fans(self.conditions.wet_bulb_c, self.wet_bulb_c());
        Operation { water_l_per_h: self.make_up_l_per_h(self.machines.heat_kw), ..fans }
    }

    fn make_up_l_per_h(&self, bound_kw: f64) -> f64 {
        make_up_l_per_h(evaporation_l_per_h(bound_kw), self.parameter(P::CyclesOfConcentration))
    }

    /// The coil takes what it can, compressors the rest; at most what the design day draws.
    fn chiller(&self) -> Operation {
        let (machines, rise_k) = (self.machines, self.parameter(P::FacilityWaterRiseK));
        let approach_k = self.parameter(P::FreeCoolingApproachK);
        let coil = free_cooling_coil_kw_per_k(machines.heat_kw, rise_k, approach_k);
        let free_kw = free_cooling_kw(coil, self.leaving_c + rise_k, self.dry_air_c());
        let fans_kw = machines.design_kw * self.fan_share();
        if free_kw >= machines.heat_kw {
            let air_flow = air_flow_share(self.leaving_c, self.leaving_c - approach_k, self.dry_air_c());
            let kw = fans_kw * fan_power_share(air_flow, self.parameter(P::FanFloorPct) / 100.0);
            return Operation { kw, water_l_per_h: 0.0, compressors: false };
        }
        let kw = chiller_power_kw(machines.heat_kw, free_kw, self.cop(), fans_kw).min(machines.design_kw);
        Operation { kw, water_l_per_h: 0.0, compressors: true }
    }

    /// Fans of what a chiller draws at its rating point.
    fn fan_share(&self) -> f64 {
        let fans_kw = self.machines.rated_kw * self.parameter(P::ChillerFanPct) / 100.0;
        (fans_kw / self.machines.rated_draw_kw).min(1.0)
    }

    /// The line of performance laid through the rating point.
    fn cop(&self) -> f64 {
        let (machines, fall_per_k) = (self.machines, self.parameter(P::ChillerCopFallPerK));
        let rated = machines.rated_kw / (machines.rated_draw_kw * (1.0 - self.fan_share()));
        let at_25_c = rated + (machines.rated_air_c - COP_AIR_C) * fall_per_k;
        chiller_cop(self.dry_air_c(), at_25_c, fall_per_k, self.parameter(P::ChillerCopFloor))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Request;
    use crate::validate::load;

    /// The barn of the examples with conditions of a round design day: water of 36 C, pads that give air of 24 C.
    fn hour(machines: &Machines, dry_bulb_c: f64, wet_bulb_c: f64) -> Operation {
        let (site, _) = load(&Request::new("examples/moses-lake/facility.yaml")).expect("the example is valid");
        let conditions = Conditions { facility_water_c: 36.0, adiabatic_air_c: 24.0, ..Conditions::of(&site) };
        let recirculation_k = site.parameter(P::RecirculationK);
        let (dry_bulb_c, wet_bulb_c) = (dry_bulb_c - recirculation_k, wet_bulb_c - recirculation_k);
        let bin = ClimateBin { dry_bulb_c, wet_bulb_c, hours: 1.0 };
        operation(&site, &conditions, Service::HeatRejection, machines, &bin)
    }

    fn machines(principle: HeatRejectionPrinciple, heat_kw: f64, draw_kw: f64, rated_air_c: f64) -> Machines {
        Machines {
            name: String::new(),
            principle,
            heat_kw,
            design_kw: draw_kw,
            rated_kw: heat_kw,
            rated_draw_kw: draw_kw,
            rated_air_c,
        }
    }

    #[test]
    fn pads_evaporate_what_the_design_day_of_the_catalogs_says() {
        // 1.48 L/kWh x 0.86 of the coil's heat x 4/3 at four cycles: 1.70 L for each kWh.
        let coolers = machines(HeatRejectionPrinciple::Adiabatic, 1000.0, 23.0, 24.0);
        let wet = hour(&coolers, 36.0, 20.0);
        assert!((wet.water_l_per_h / 1700.0 - 1.0).abs() < 0.01, "{wet:?}");
        assert_eq!(wet.kw, 23.0);
        // Air of 24 C needs no pads; at 12 C half the air flow is enough, an eighth of the power.
        assert_eq!(hour(&coolers, 24.0, 20.0).water_l_per_h, 0.0);
        assert!((hour(&coolers, 12.0, 5.0).kw - 23.0 / 8.0).abs() < 1e-9);
    }

    #[test]
    fn towers_make_up_all_heat() {
        // 1.98 L for each kWh of heat at four cycles.
        let towers = machines(HeatRejectionPrinciple::Evaporative, 1000.0, 23.0, 24.0);
        assert!((hour(&towers, 20.0, 15.0).water_l_per_h / 1980.0 - 1.0).abs() < 0.01);
    }

    #[test]
    fn a_chiller_runs_on_its_fans_when_the_air_is_cold() {
        // 2,075 kW with 350 kW in all: a reference design names 73 kW for free cooling.
        let chillers = machines(HeatRejectionPrinciple::Chiller, 2075.0, 350.0, 35.0);
        let free = hour(&chillers, 26.0, 15.0);
        assert!((free.kw - 73.0).abs() < 1.0 && !free.compressors, "{free:?}");
        let hot = hour(&chillers, 35.0, 20.0);
        assert!(hot.compressors && hot.kw > free.kw && hot.kw < 350.0, "{hot:?}");
        // Warmer than the return water: the coil takes nothing, and the whole rating point is back.
        assert!(hour(&chillers, 46.0, 25.0).kw <= 350.0);
    }
}

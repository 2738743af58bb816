//! How plant that meets the outdoor air runs in one hour of the year, at the heat of the design day.

use crate::domain::Service;
use crate::domain::studies::cooling::HeatRejectionPrinciple;
use crate::input::catalog::ParameterId as P;
use crate::input::facility::ClimateBin;
use crate::physics::thermal::{
    adiabatic_air_c, air_flow_share, chiller_cop, chiller_power_kw, evaporation_l_per_h, fan_power_share,
    free_cooling_coil_kw_per_k, free_cooling_kw, make_up_l_per_h, pad_heat_kw,
};
use crate::requirements::conditions::CHILLED_WATER_C;
use crate::studies::Basis;
use crate::studies::equipment::Machines;

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
pub fn operation(basis: &Basis, service: Service, machines: &Machines, bin: &ClimateBin) -> Operation {
    let hour = Hour { basis, machines, bin, leaving_c: leaving_c(basis, service) };
    match machines.principle {
        HeatRejectionPrinciple::Dry => hour.fans(basis.conditions.dry_air_c, hour.dry_air_c()),
        HeatRejectionPrinciple::Adiabatic => hour.adiabatic(),
        HeatRejectionPrinciple::Evaporative => hour.evaporative(),
        HeatRejectionPrinciple::Chiller => hour.chiller(),
    }
}

fn leaving_c(basis: &Basis, service: Service) -> f64 {
    if service == Service::ChilledWater { CHILLED_WATER_C } else { basis.conditions.facility_water_c }
}

struct Hour<'a> {
    basis: &'a Basis<'a>,
    machines: &'a Machines,
    bin: &'a ClimateBin,
    leaving_c: f64,
}

impl Hour<'_> {
    fn parameter(&self, id: P) -> f64 {
        self.basis.site.parameter(id)
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
        let design_air_c = self.basis.conditions.adiabatic_air_c;
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

    /// Towers run wet all year, and all heat leaves as vapor.
    fn evaporative(&self) -> Operation {
        let fans = self.fans(self.basis.conditions.wet_bulb_c, self.wet_bulb_c());
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

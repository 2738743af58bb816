//! The figures each kind of asset needs, and those it does not use.

use crate::diagnostic::{Code, Diagnostic};
use crate::input::Inputs;
use crate::input::facility::{Asset, AssetKind};
use AssetKind::{
    Battery, DryCooler, EvaporativeTower, ExhaustFan, FuelTank, Generator, ImmersionTank, LvSwitchboard,
    MiningContainer, MvSwitchgear, PowerTransformer, Transformer, Ups,
};

/// One optional figure of an asset.
struct Field {
    key: &'static str,
    value: fn(&Asset) -> Option<f64>,
    /// Kinds that must have it.
    needed: &'static [AssetKind],
    /// Kinds that may have it besides.
    used: &'static [AssetKind],
}

const BY_KW: &[AssetKind] = &[Ups, Generator, DryCooler, EvaporativeTower, ExhaustFan, ImmersionTank, MiningContainer];

const FIELDS: &[Field] = &[
    Field { key: "rating_kva", value: |a| a.rating_kva, needed: &[PowerTransformer, Transformer], used: &[] },
    Field { key: "rating_a", value: |a| a.rating_a, needed: &[MvSwitchgear, LvSwitchboard], used: &[] },
    Field { key: "rating_kw", value: |a| a.rating_kw, needed: BY_KW, used: &[] },
    Field { key: "rating_kwh", value: |a| a.rating_kwh, needed: &[Battery], used: &[] },
    Field { key: "rating_l", value: |a| a.rating_l, needed: &[FuelTank], used: &[] },
    Field {
        key: "voltage_v",
        value: |a| a.voltage_v,
        needed: &[MvSwitchgear, Transformer, LvSwitchboard],
        used: &[PowerTransformer, Ups, Battery, Generator, MiningContainer],
    },
    Field {
        key: "interrupting_rating_ka",
        value: |a| a.interrupting_rating_ka,
        needed: &[],
        used: &[MvSwitchgear, LvSwitchboard],
    },
    Field { key: "impedance_pct", value: |a| a.impedance_pct, needed: &[], used: &[PowerTransformer, Transformer] },
    Field {
        key: "rated_leaving_water_c",
        value: |a| a.rated_leaving_water_c,
        needed: &[DryCooler, EvaporativeTower],
        used: &[],
    },
    Field {
        key: "rated_entering_air_c",
        value: |a| a.rated_entering_air_c,
        needed: &[DryCooler, EvaporativeTower],
        used: &[],
    },
];

/// An asset has the nameplate of its kind, and what it takes to judge it.
pub fn fields_that_kinds_need(inputs: &Inputs) -> Vec<Diagnostic> {
    let lacking = |field: &Field, asset: &Asset| field.needed.contains(&asset.kind) && (field.value)(asset).is_none();
    each(inputs, lacking, |asset, field| {
        let message = format!("`{}` needs `{}`", asset.id, field.key);
        (Code::MissingRating, message, format!("add `{}`; without it the asset cannot be counted on", field.key))
    })
}

/// An asset has no figure that would be ignored.
pub fn fields_that_kinds_do_not_use(inputs: &Inputs) -> Vec<Diagnostic> {
    let unused = |field: &Field, asset: &Asset| {
        (field.value)(asset).is_some() && !field.needed.contains(&asset.kind) && !field.used.contains(&asset.kind)
    };
    each(inputs, unused, |asset, field| {
        let keys: Vec<String> = keys_of(asset.kind).iter().map(|key| format!("`{key}`")).collect();
        let message = format!("`{}` has `{}`, which its kind does not use", asset.id, field.key);
        (Code::ForeignRating, message, format!("this kind has {}", keys.join(", ")))
    })
}

/// The nameplate of one unit, in the unit of its kind.
pub fn nameplate(asset: &Asset) -> Option<f64> {
    let rating = |field: &&Field| field.key.starts_with("rating_") && field.needed.contains(&asset.kind);
    FIELDS.iter().find(rating).and_then(|field| (field.value)(asset))
}

fn each(
    inputs: &Inputs,
    applies: impl Fn(&Field, &Asset) -> bool,
    say: impl Fn(&Asset, &Field) -> (Code, String, String),
) -> Vec<Diagnostic> {
    let document = &inputs.facility.document;
    let mut found = Vec::new();
    for (index, asset) in inputs.facility.data.assets.iter().enumerate() {
        for field in FIELDS.iter().filter(|field| applies(field, asset)) {
            let (code, message, help) = say(asset, field);
            let place = document.locate_key(&format!("/assets/{index}/{}", field.key));
            let kind = document.locate(&format!("/assets/{index}/kind"));
            found.push(Diagnostic::error(code, message).at(place, "").and(kind, "of this kind").help(help));
        }
    }
    found
}

fn keys_of(kind: AssetKind) -> Vec<&'static str> {
    let has = |field: &&Field| field.needed.contains(&kind) || field.used.contains(&kind);
    FIELDS.iter().filter(has).map(|field| field.key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nameplate_is_in_the_unit_of_the_kind() {
        for field in FIELDS.iter().filter(|field| field.key.starts_with("rating_")) {
            for kind in field.needed {
                assert_eq!(field.key, format!("rating_{}", kind.rating_unit().to_lowercase()));
            }
        }
    }
}

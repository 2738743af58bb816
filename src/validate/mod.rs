//! From files as written to a [`Site`] that cannot hold a wrong value.

pub mod site;

pub use site::{Catalog, Site, SiteAsset, SiteHall};

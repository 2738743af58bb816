//! What a user brings for a report, checked before anything is rendered: templates and language packs.

mod blocks;
mod fields;
mod pack;
mod template;

pub use pack::check_pack;
pub use template::check_templates;

//! The schedule for other programs: MS Project, Primavera P6, spreadsheets, calendars.
//!
//! Other schedulers reckon in hours and reckon dates again, so that a file holds what dates follow from: calendars,
//! durations, links, and the few limits that no link stands for. `network` derives these from the plan, `outline` puts them
//! into an order to fold and gives each row its number, and there is one file a format.
//!
//! A working day has eight hours, 8:00 to 17:00, on every calendar, deliveries and approvals too: these pass on one without
//! weekends. So days of the plan are days in every program, and a finish is shown on the last day and not on the morning after.

mod data;
mod ical;
mod msproject;
mod network;
mod outline;
mod p6;
mod quality;
mod table;
mod xml;

pub use data::schedule_json;
pub use ical::schedule_ical;
pub use msproject::schedule_msproject;
pub use network::ScheduleError;
pub use p6::schedule_p6;
pub(super) use quality::{Quality, Share};
pub use table::schedule_csv;

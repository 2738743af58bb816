//! The program; see `retrofit::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    retrofit::cli::main()
}

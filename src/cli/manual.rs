//! Completions for shells and pages for `man`, both made from the arguments.

use std::path::Path;

use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;

use super::args::Cli;
use super::exit::Failure;
use super::folder;
use super::talk::Talk;

/// The completions of a shell.
pub fn completions(shell: Shell) -> Vec<u8> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "retrofit", &mut text);
    text
}

/// The page of the program to stdout; with a folder, one of each command in it, in place of those of the same names.
///
/// # Errors
/// When the folder cannot be written.
pub fn man(dir: Option<&Path>, talk: &Talk) -> Result<(), Failure> {
    let Some(dir) = dir else {
        let mut page = Vec::new();
        Man::new(Cli::command()).render(&mut page).map_err(Failure::internal)?;
        return talk.bytes(&page);
    };
    folder::make(dir)?;
    clap_mangen::generate_to(Cli::command(), dir).map_err(folder::unwritable(dir))?;
    talk.say(&format!("wrote a page for each command to {}", dir.display()));
    Ok(())
}

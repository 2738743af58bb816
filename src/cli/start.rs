//! A facility file to start from: a preset, or what a terminal answers.

use std::io::{self, IsTerminal, Write};

use anyhow::anyhow;
use serde_json::{Value, json};

use super::args::{Format, InitArgs};
use super::exit::Failure;
use super::folder;
use super::talk::Talk;
use crate::input::starter::{PRESETS, Preset, named};
use crate::input::suggest::did_you_mean;

/// Writes a facility file where there is none, or lists what to start from.
///
/// # Errors
/// An unknown preset, or a file that is there or cannot be written.
pub fn init(args: &InitArgs, talk: &Talk) -> Result<(), Failure> {
    if args.list {
        return list(args.format, talk);
    }
    let text = match &args.preset {
        Some(name) => preset(name)?.text.to_owned(),
        None if asks() && args.format == Format::Text => asked()?,
        None => PRESETS[0].text.to_owned(),
    };
    folder::write_new(&args.path, &text)?;
    let path = args.path.display();
    if args.format == Format::Json {
        talk.data(&format!("{:#}\n", json!({ "ok": true, "path": path.to_string() })))?;
    }
    talk.say(&format!("wrote {path}; put in the site's figures, then `retrofit plan {path}`"));
    Ok(())
}

fn list(format: Format, talk: &Talk) -> Result<(), Failure> {
    let data: Value = PRESETS.iter().map(|preset| json!({ "name": preset.name, "title": preset.title })).collect();
    talk.data(&match format {
        Format::Text => PRESETS.iter().map(|preset| format!("{:<12}{}\n", preset.name, preset.title)).collect(),
        Format::Json => format!("{data:#}\n"),
    })
}

fn preset(name: &str) -> Result<&'static Preset, Failure> {
    let help = || did_you_mean(name, PRESETS.iter().map(|preset| preset.name));
    let found = PRESETS.iter().find(|preset| preset.name == name);
    found.ok_or_else(|| Failure::input(anyhow!("no preset is called `{name}`")).help(help()))
}

/// Whether there is somebody to ask.
fn asks() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// The preset that is nearest, with the mine's own name and place; an empty answer takes what stands in brackets.
fn asked() -> Result<String, Failure> {
    let name = ask("Name of the mine", "My mine")?;
    let place = ask("Town, state, country", "Town, State, Country")?;
    let kinds: Vec<&str> = PRESETS.iter().map(|preset| preset.name).collect();
    let kind = ask(&format!("Kind of mine ({})", kinds.join(", ")), kinds[0])?;
    Ok(named(preset(&kind)?.text, &name, &place))
}

fn ask(question: &str, usual: &str) -> Result<String, Failure> {
    let read = || -> io::Result<String> {
        let mut stderr = io::stderr().lock();
        write!(stderr, "{question} [{usual}]: ")?;
        stderr.flush()?;
        let mut answer = String::new();
        io::stdin().read_line(&mut answer)?;
        Ok(answer.trim().to_owned())
    };
    let answer = read().map_err(|error| Failure::input(anyhow::Error::new(error).context("cannot ask")))?;
    Ok(if answer.is_empty() { usual.to_owned() } else { answer })
}

//! What is printed where: data on stdout, talk on stderr.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use serde_json::json;

use super::exit::Failure;

/// The two outputs and how the reader wants them.
pub struct Talk {
    quiet: bool,
    json: bool,
    color: bool,
}

impl Talk {
    /// Color only for a terminal, and not where `NO_COLOR` is set to anything.
    pub fn new(quiet: bool, json: bool) -> Talk {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Talk { quiet, json, color: io::stderr().is_terminal() && !refused }
    }

    /// Whether diagnostics may be colored.
    pub fn color(&self) -> bool {
        self.color
    }

    /// Prints data.
    pub fn data(&self, text: &str) -> Result<(), Failure> {
        self.bytes(text.as_bytes())
    }

    /// Prints what is no text, for a file or another program.
    pub fn binary(&self, bytes: &[u8]) -> Result<(), Failure> {
        if io::stdout().is_terminal() {
            let message = anyhow::anyhow!("this format is no text for a terminal");
            return Err(Failure::input(message).help("name a file with --out, or send it on with `>` or `|`"));
        }
        self.bytes(bytes)
    }

    /// Prints bytes. A reader that went away has seen what it wanted.
    pub fn bytes(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut stdout = io::stdout().lock();
        match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                Err(Failure::input(anyhow::Error::new(error).context("cannot write to stdout")))
            }
            _ => Ok(()),
        }
    }

    /// Says something, unless the reader wants quiet.
    pub fn say(&self, text: &str) {
        if !self.quiet {
            to_stderr(&format!("{text}\n"));
        }
    }

    /// Shows on a terminal that something goes on, and for how long, until it is dropped; elsewhere nothing.
    pub fn progress(&self, what: &'static str) -> Progress {
        if self.quiet || !io::stderr().is_terminal() { Progress(None) } else { Progress::start(what) }
    }

    /// Says why a command failed: as JSON on stdout for machines, else as text on stderr.
    pub fn failure(&self, failure: &Failure) {
        if self.json {
            // The failure is already being reported; that its reader went away changes nothing.
            let _ = self.data(&machine_text(failure));
        } else {
            to_stderr(&human_text(failure, self.color));
        }
    }
}

/// A line on the terminal that counts seconds; gone when dropped.
pub struct Progress(Option<(Sender<()>, JoinHandle<()>)>);

/// Between two looks at the line; also what must have passed before it is shown.
const TICK: Duration = Duration::from_millis(500);

impl Progress {
    fn start(what: &'static str) -> Progress {
        let (stop, stopped) = mpsc::channel();
        let ticking = thread::spawn(move || {
            let begun = Instant::now();
            while stopped.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
                to_stderr(&format!("\r\x1b[K{what}, {} s", begun.elapsed().as_secs()));
            }
            to_stderr("\r\x1b[K");
        });
        Progress(Some((stop, ticking)))
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((stop, ticking)) = self.0.take() {
            drop(stop);
            // A line that could not be shown is no failure of what it told of.
            let _ = ticking.join();
        }
    }
}

/// Writes to stderr. There is nowhere left to report that stderr is closed.
fn to_stderr(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

fn human_text(failure: &Failure, color: bool) -> String {
    let mut text = String::new();
    if let Some(details) = &failure.details {
        text += &format!("{}\n\n", details.text.trim_end());
    }
    text += &format!("{} {}\n", painted("Error:", "1;31", color), failure.error);
    for cause in failure.error.chain().skip(1) {
        text += &format!("  {} {cause}\n", painted("Caused by:", "1", color));
    }
    for help in failure.help.iter().flat_map(|help| help.lines()) {
        // What is set in belongs to the line before.
        let label = if help.starts_with(' ') { String::new() } else { painted("help:", "1;36", color) + " " };
        text += &format!("{label}{help}\n");
    }
    text
}

fn painted(text: &str, style: &str, color: bool) -> String {
    if color { format!("\x1b[{style}m{text}\x1b[0m") } else { text.to_owned() }
}

fn machine_text(failure: &Failure) -> String {
    let causes: Vec<String> = failure.error.chain().skip(1).map(ToString::to_string).collect();
    let value = json!({ "error": {
        "exit_code": failure.exit.code(),
        "message": failure.error.to_string(),
        "causes": causes,
        "details": failure.details.as_ref().map(|details| &details.json),
        "help": failure.help,
    }});
    format!("{value:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure() -> Failure {
        let error = anyhow::anyhow!("no such file").context("cannot read plan.json");
        Failure::input(error).details("at line 3\n".to_owned(), json!([{ "line": 3 }])).help("write one first")
    }

    #[test]
    fn a_failure_reads_as_error_cause_and_help() {
        let text = "at line 3\n\nError: cannot read plan.json\n  Caused by: no such file\nhelp: write one first\n";
        assert_eq!(human_text(&failure(), false), text);
    }

    #[test]
    fn machines_get_the_same() {
        let value: serde_json::Value = serde_json::from_str(&machine_text(&failure())).unwrap();
        assert_eq!(value["error"]["exit_code"], 2);
        assert_eq!(value["error"]["causes"][0], "no such file");
        assert_eq!(value["error"]["details"][0]["line"], 3);
    }
}

//! The same model outside: as a file for the bare solver, and built and solved by a Python stack from the same data.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use petgraph::visit::EdgeRef;
use retrofit::graph::TaskDuration;
use retrofit::optimize::weeks_between;
use retrofit::{Effort, Prepared};
use serde_json::{Value, json};

/// The script that solves.
const SCRIPT: &str = "benches/planning/stacks.py";

/// What one way of solving took.
pub struct Stack {
    /// Seconds with reading or building; nothing where it did not run.
    pub seconds: Option<f64>,
    /// For the table.
    pub text: String,
}

/// What there is on this machine.
pub struct Stacks {
    python: bool,
}

impl Stacks {
    /// Looks for Python with the packages, which the script installs beside the build where they lack.
    pub fn find() -> Stacks {
        let ready = Command::new("python3").args([SCRIPT, "--install"]).status().is_ok_and(|status| status.success());
        if !ready {
            eprintln!("python3 with highspy and pulp is not there: only this program is timed");
        }
        Stacks { python: ready }
    }

    /// The model as a file, then by Python.
    pub fn run(&self, prepared: &Prepared, effort: Effort) -> [Stack; 2] {
        if !self.python {
            return ["file", "python"].map(|_| Stack { seconds: None, text: "-".to_owned() });
        }
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
        let (model, data) = (folder.join("model.lp"), folder.join("data.json"));
        fs::write(&model, prepared.model()).expect("the build's folder can be written");
        fs::write(&data, exported(prepared).to_string()).expect("the build's folder can be written");
        [("--file", &model), ("--data", &data)].map(|(way, path)| solve(way, path, effort))
    }
}

fn solve(way: &str, path: &Path, effort: Effort) -> Stack {
    let figures = [effort.gap_pct / 100.0, effort.time_limit_seconds].map(|figure| figure.to_string());
    let output = Command::new("python3").arg(SCRIPT).arg(way).arg(path).args(figures).output().expect("python3 runs");
    // The solver greets on the same stream, whatever it is told.
    let text = String::from_utf8_lossy(&output.stdout);
    let Ok(told) = serde_json::from_str::<Value>(text.lines().last().unwrap_or_default()) else {
        eprintln!("{way}: no answer ({}) {}", output.status, String::from_utf8_lossy(&output.stderr));
        return Stack { seconds: None, text: "no answer".to_owned() };
    };
    let figure = |name: &str| told[name].as_f64().unwrap_or(f64::NAN);
    let text = format!(
        "{:.2} + {:.2} s, gap {:.2} %, {:.3} M",
        figure("build_seconds"),
        figure("solve_seconds"),
        figure("gap_pct"),
        figure("objective")
    );
    Stack { seconds: Some(figure("build_seconds") + figure("solve_seconds")), text }
}

/// All that the model is made from, as data.
fn exported(prepared: &Prepared) -> Value {
    let (site, network) = (prepared.site, prepared.network());
    let banks: Vec<Value> = prepared
        .banks
        .iter()
        .map(|bank| {
            json!({
                "id": bank.id, "service": bank.service, "place": bank.place, "policy": bank.policy, "fixed": bank.fixed,
                "most": bank.most, "candidates": bank.candidates,
            })
        })
        .collect();
    let tasks: Vec<Value> = network
        .order
        .iter()
        .map(|&node| {
            let task = &network.graph[node];
            let (kind, weeks) = match task.duration {
                TaskDuration::Weeks(weeks) => ("fixed", weeks.likely),
                TaskDuration::Lead => ("lead_weeks", 0.0),
                TaskDuration::Install => ("install_weeks", 0.0),
            };
            let hall = site.hall(&task.place);
            json!({
                "node": node.index(), "bank": task.bank, "kind": kind, "weeks": weeks, "hall": hall.map(|hall| &hall.id),
                "makes_ready": task.makes_ready, "stops_mining": task.stops_mining,
                "mining_mw": hall.map_or(0.0, |hall| hall.mining_mw),
                "week_usd": site.value_of_week_usd(&task.place),
                "not_before": task.not_before.map(|day| weeks_between(site.start_date, day)),
            })
        })
        .collect();
    let links: Vec<Value> = network
        .graph
        .edge_references()
        .map(|edge| {
            let (from, to, link) = (edge.source().index(), edge.target().index(), edge.weight());
            json!({ "from": from, "to": to, "kind": link.kind, "lag": link.lag_weeks })
        })
        .collect();
    json!({
        "banks": banks, "tasks": tasks, "links": links, "soft_share": site.soft_share(),
        "generators_carry_all": site.target.generator_coverage_pct >= 100.0,
        "margin_usd_per_mwh": site.mining.as_ref().map_or(0.0, |mining| mining.margin_usd_per_mwh),
    })
}

//! How a report reads: audiences, languages, currency, units, a user's templates and packs.

use std::fs;
use std::path::Path;

use assert_cmd::Command as Run;

const PLAN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/plan.json");

/// The report of the fixture by the program, in a folder: exit code, stdout, stderr.
fn report_in(dir: &Path, args: &[&str]) -> (i32, String, String) {
    report_of(PLAN, dir, args)
}

/// The report of a plan by the program, in a folder.
fn report_of(plan: &str, dir: &Path, args: &[&str]) -> (i32, String, String) {
    let mut run = Run::new(assert_cmd::cargo::cargo_bin!("retrofit"));
    let output = run.current_dir(dir).args(["report", plan]).args(args).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn report(args: &[&str]) -> String {
    let dir = tempfile::tempdir().unwrap();
    let (code, stdout, stderr) = report_in(dir.path(), args);
    assert_eq!((code, stderr.as_str()), (0, ""), "{args:?}");
    stdout
}

/// Writes files into a folder of their own.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

#[test]
fn the_report_of_a_board_in_three_languages() {
    for language in ["en", "zh", "ar"] {
        insta::assert_snapshot!(format!("board_{language}"), report(&["--template", "board", "--language", language]));
    }
}

#[test]
fn the_reports_of_clients_and_buyers() {
    for audience in ["client", "procurement"] {
        insta::assert_snapshot!(audience, report(&["--template", audience]));
    }
}

#[test]
fn every_audience_reads_in_every_language_with_whole_tables() {
    for audience in ["engineer", "client", "board", "procurement"] {
        for language in ["en", "zh", "ar"] {
            let text = report(&["--template", audience, "--language", language]);
            let columns = |row: &str| row.replace("\\|", "").matches('|').count();
            let rows: Vec<&str> = text.lines().collect();
            for pair in rows.windows(2).filter(|pair| pair[0].starts_with('|') && pair[1].starts_with('|')) {
                assert_eq!(columns(pair[0]), columns(pair[1]), "{audience} {language}: {}", pair[1]);
            }
            assert!(!text.contains("{$"), "{audience} {language}: a figure is missing");
        }
    }
}

fn facility(example: &str) -> String {
    format!("{}/examples/{example}/facility.yaml", env!("CARGO_MANIFEST_DIR"))
}

/// The plan of an example, in a folder of its own.
fn planned(example: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let facility = facility(example);
    let mut run = Run::new(assert_cmd::cargo::cargo_bin!("retrofit"));
    run.args(["plan", &facility, "--quiet", "--out"]).arg(dir.path()).assert().success();
    dir
}

/// The frontier of the container site, three points at most.
fn walked(dir: &Path) -> String {
    let mut run = Run::new(assert_cmd::cargo::cargo_bin!("retrofit"));
    let args = ["frontier", &facility("container-site"), "--points", "3", "--format", "json", "--quiet"];
    let output = run.current_dir(dir).args(args).output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_report_shows_a_frontier_of_its_inputs_and_refuses_all_else() {
    let dir = planned("container-site");
    let plan = dir.path().join("plan.json");
    let report = |frontier: &str, format: &str| {
        fs::write(dir.path().join("frontier.json"), frontier).unwrap();
        report_of(plan.to_str().unwrap(), dir.path(), &["--frontier", "frontier.json", "--format", format])
    };
    let frontier = walked(dir.path());
    let ends: Vec<&str> = frontier.split("\"last_ready\": \"").skip(1).map(|rest| &rest[..10]).collect();
    assert!(ends.len() > 1, "{frontier}");
    let (code, text, stderr) = report(&frontier, "md");
    assert_eq!((code, stderr.as_str()), (0, ""));
    let section = text.split("## What an earlier date costs").nth(1).unwrap();
    ends.iter()
        .enumerate()
        .for_each(|(at, end)| assert!(section.contains(&format!("| {} | {end} |", at + 1)), "{end}"));
    let (_, page, _) = report(&frontier, "html");
    let figure = page.split("id=\"figure-frontier\"").nth(1).and_then(|rest| rest.split("</figure>").next()).unwrap();
    assert!(ends.iter().all(|end| figure.contains(end)) && figure.contains("<svg"), "{figure}");
    let other = frontier.replacen("\"sha256\": \"", "\"sha256\": \"0", 1);
    for (frontier, place, cause) in [
        ("[]", "1:1", "it is an object, with its keys between braces"),
        ("{\n  \"schema\": \"retrofit/plan/1\"\n}", "2:3", "`retrofit/plan/1` is no frontier"),
        (&frontier[..frontier.len() / 2], "", "EOF while parsing"),
        (&other, "", "the frontier was walked with another facility `facility.yaml` than the plan"),
    ] {
        let (code, stdout, stderr) = report(frontier, "md");
        assert_eq!((code, stdout.as_str()), (2, ""), "{cause}");
        let told = [cause, &format!("frontier.json:{place}"), "help: `retrofit frontier FACILITY --format json`"];
        assert!(told.iter().all(|told| stderr.contains(told)), "{stderr}");
    }
}

#[test]
fn pictures_have_the_words_and_units_of_the_report() {
    let figures = |args: &[&str]| {
        let page = report(&[&["--format", "html"], args].concat());
        page.split("<figure ").skip(1).filter_map(|part| part.split("</figure>").next()).collect::<String>()
    };
    assert!(figures(&[]).contains(">Rack UPS, 415 V<") && figures(&[]).contains(">45.0<"));
    assert!(figures(&["--language", "zh"]).contains(">机柜 UPS，415 V<"));
    let customary = figures(&["--units", "us_customary"]);
    assert!(customary.contains(">113.0<") && customary.contains("9.0 °F to the limit") && !customary.contains("°C"));
    // Drawn from the right: the utility stands at the right end of the picture.
    assert!(figures(&["--language", "ar"]).contains("x=\"1008\""));
}

#[test]
fn euros_and_customary_units_change_the_figures() {
    let text = report(&["--currency", "EUR=0.5", "--units", "us_customary"]);
    // $42.5 M in all; 1,180 m2 of white space; a design day of 41.2 °C.
    assert!(text.contains("**€21.2 M**"), "{text}");
    assert!(text.contains("0.5 EUR for one US dollar"));
    assert!(text.contains("| White space | barn_a | 12,701 | 16,146 | 0 | ft2 |"));
    assert!(text.contains("| At | °F | Because |") && text.contains("| design dry bulb | 106.2 |"));
}

#[test]
fn a_currency_without_a_rate_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let (code, stdout, stderr) = report_in(dir.path(), &["--currency", "EUR"]);
    assert_eq!((code, stdout.as_str()), (2, ""));
    assert!(stderr.contains("a currency needs its rate"), "{stderr}");
}

#[test]
fn a_brand_names_client_and_formats() {
    let dir = folder(&[
        (
            "house/brand.yaml",
            "schema: retrofit/brand/1\nclient: Acme Compute\nlogo: logo.png\ndisclaimer: Not an offer.\n\
             currency: { code: CHF, per_usd: 0.8 }\nnumber_example: \"1'234.5\"\ndate_pattern: DD.MM.YYYY\n",
        ),
        ("house/logo.png", "not looked into"),
    ]);
    let (code, text, stderr) = report_in(dir.path(), &["--brand", "house/brand.yaml", "--template", "board"]);
    assert_eq!((code, stderr.as_str()), (0, ""));
    assert!(text.contains("![Acme Compute](<house/logo.png>)"), "{text}");
    assert!(text.contains("**Client** Acme Compute") && text.ends_with("**Note** Not an offer.\n"), "{text}");
    // $42.5 M, 2028-12-11.
    assert!(text.contains("CHF\u{a0}34 M") && text.contains("11.12.2028"), "{text}");
}

#[test]
fn mistakes_of_a_brand_have_their_line() {
    let brand = "schema: retrofit/brand/1\nclient: Acme\nlogo: none.png\n";
    let dir = folder(&[("brand.yaml", brand), ("dates.yaml", "schema: retrofit/brand/1\ndate_pattern: MM/YYYY\n")]);
    for (file, place, text) in [
        ("brand.yaml", "brand.yaml:3:7", "cannot use the logo none.png"),
        ("dates.yaml", "dates.yaml:2:15", "does not say how a day is written"),
    ] {
        let (code, stdout, stderr) = report_in(dir.path(), &["--brand", file]);
        assert_eq!((code, stdout.as_str()), (2, ""));
        assert!(stderr.contains(place) && stderr.contains(text), "{stderr}");
    }
}

#[test]
fn every_mistake_in_a_template_has_its_line_and_column() {
    let template = "# {{facilty}}\n\n{{#each answer.halls}}\n- {{id}} {{racs}} {{../fasility}}\n{{/each}}\n{{t \"gap-titel\"}} \
                    {{unitof \"m2\"}}\n{{> report/gapp}}\n{{#each cost.systems as |it|}}{{it.sum.lowest}}{{/each}}\n";
    let dir = folder(&[("mine/own.md.hbs", template)]);
    let (code, stdout, stderr) = report_in(dir.path(), &["--templates", "mine", "--template", "own"]);
    assert_eq!((code, stdout.as_str()), (2, ""));
    for (place, code, help) in [
        ("1:5", "unknown-field", "`facility`"),
        ("4:12", "unknown-field", "`racks`"),
        ("4:24", "unknown-field", "`facility`"),
        ("6:6", "unknown-message", "`gap-title`"),
        ("6:21", "unknown-field", "`unit_of`"),
        ("7:5", "unknown-template", "`report/gap`"),
        ("8:40", "unknown-field", "`likely`"),
    ] {
        let here = stderr.split("error[").find(|part| part.contains(&format!("own.md.hbs:{place}\n")));
        let here = here.unwrap_or_else(|| panic!("{place} is not told: {stderr}"));
        assert!(here.starts_with(code) && here.contains(help), "{place}: {here}");
    }
}

#[test]
fn a_template_that_is_not_closed_is_a_mistake_of_its_user() {
    let cases = [
        ("a\n{{#if facility}}\nb\n{{/each}}\n", "4:1"),
        ("a\n  {{#if facility}}\nb\n", "2:3"),
        ("a\n{{#if facility}}\n {{#each halls}}b\n{{/if}}\n", "3:2"),
        ("a\n{{#if facility\nb\n", "2:1"),
    ];
    for (text, place) in cases {
        let dir = folder(&[("own.md.hbs", text)]);
        let (code, stdout, stderr) = report_in(dir.path(), &["--template", "own.md.hbs"]);
        assert_eq!((code, stdout.as_str()), (2, ""));
        assert!(
            stderr.contains("error[bad-template]") && stderr.contains(&format!("own.md.hbs:{place}\n")),
            "{stderr}"
        );
    }
}

#[test]
fn own_partials_stand_before_the_built_in_ones() {
    let dir = folder(&[("mine/report/top_risks.md.hbs", "## Ours\n\n{{top.[0]}}\n")]);
    let (code, text, _) = report_in(dir.path(), &["--templates", "mine", "--template", "board"]);
    assert_eq!(code, 0);
    assert!(text.contains("## Ours\n\nCapex may end at") && !text.contains("Largest risks"));
    let (code, _, stderr) = report_in(dir.path(), &["--template", "bord"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("error[unknown-template]") && stderr.contains("did you mean `board`?"), "{stderr}");
}

#[test]
fn a_fourth_language_needs_a_file_and_nothing_else() {
    let french = "answer-title = Réponse\nnumber-example = 1\u{202f}234,5\ndate-pattern = D MMMM YYYY\nmonth-12 = décembre\n\
                  count-rack = { $count ->\n    [one] { $figure } baie\n   *[other] { $figure } baies\n}\n\
                  gap-titel = Manque\n";
    let dir = folder(&[("mine/languages/fr.ftl", french), ("wrong/fr.ftl", "answer-driver = { $wath }\nx\n")]);
    for args in [["--templates", "mine", "--lang", "fr"], ["--templates", "mine", "--lang", "mine/languages/fr.ftl"]] {
        let (code, text, stderr) = report_in(dir.path(), &args);
        assert_eq!(code, 0, "{stderr}");
        assert!(text.contains("## Réponse") && text.contains("132 baies of NVIDIA"), "{text}");
        assert!(text.contains("11 décembre 2028") && text.contains("| 9\u{202f}240 |"), "{text}");
        assert_eq!(stderr.matches("warning[missing-messages]").count(), 1, "{stderr}");
        assert!(stderr.contains("fr.ftl:9:1") && stderr.contains("did you mean `gap-title`?"), "{stderr}");
    }
    let (code, _, stderr) = report_in(dir.path(), &["--lang", "wrong/fr.ftl"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("error[bad-language-pack]") && stderr.contains("fr.ftl:1:1"), "{stderr}");
    let (code, _, stderr) = report_in(dir.path(), &["--lang", "arr"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("error[unknown-language]") && stderr.contains("known are `ar`, `en`, `zh`"), "{stderr}");
}

#[test]
fn a_page_has_language_direction_marked_evidence_and_its_logo_inside() {
    let brand = "schema: retrofit/brand/1\nclient: Acme\nlogo: logo.png\nlanguage: ar\n";
    let dir = folder(&[("brand.yaml", brand), ("logo.png", "\u{1}")]);
    let (code, page, stderr) = report_in(dir.path(), &["--brand", "brand.yaml", "--format", "html"]);
    assert_eq!((code, stderr.as_str()), (0, ""));
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(
        page.contains("<img class=\"logo\" src=\"data:image/png;base64,AQ&#x3D;&#x3D;\" alt=\"Acme\">"),
        "{}",
        &page[..3000]
    );
    assert!(page.contains("<td><span lang=\"en\" dir=\"ltr\">one small unit saves no new one under N+1</span></td>"));
    assert!(!page.contains("&lt;span"));
}

#[test]
fn a_page_says_who_it_is_for_once_and_keeps_what_a_user_wrote() {
    let own = "{{> report/head}}\n# Our own title\n\nAn important first paragraph.\n";
    let dir = folder(&[("own.md.hbs", own), ("brand.yaml", "schema: retrofit/brand/1\nclient: Acme Compute\n")]);
    let args = ["--template", "own.md.hbs", "--brand", "brand.yaml", "--format", "html"];
    let (code, page, stderr) = report_in(dir.path(), &args);
    assert_eq!((code, stderr.as_str()), (0, ""));
    assert_eq!(page.matches("</b> Acme Compute</p>").count(), 1);
    assert_eq!(page.matches("</strong> Acme Compute").count(), 0);
    assert!(page.contains(">Our own title</h1>") && page.contains("<p>An important first paragraph.</p>"));
    let style = page.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>")).unwrap().0;
    assert!(!style.contains("main > h1"), "a rule of style could hide what a user wrote");
}

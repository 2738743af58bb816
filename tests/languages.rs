//! What a report in another language still says in English: names and notes of files and catalogs alone, marked as English.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command as Run;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// What stands around text that is marked as English.
const MARKED: (&str, &str) = ("<span lang=\"en\" dir=\"ltr\">", "</span>");

/// Words one after the other that make a sentence.
const SENTENCE_WORDS: usize = 3;

fn retrofit() -> Run {
    Run::new(assert_cmd::cargo::cargo_bin!("retrofit"))
}

/// The plan of an example, in a folder of its own.
fn planned(example: &str, args: &[&str]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let folder = Path::new(ROOT).join("examples").join(example);
    let mut run = retrofit();
    run.current_dir(folder).args(["plan", "facility.yaml", "--quiet", "--out"]).arg(dir.path()).args(args);
    run.assert().success();
    dir
}

/// A report of the plan in a folder.
fn report(dir: &Path, format: &str, audience: &str, language: &str) -> String {
    let mut run = retrofit();
    run.current_dir(dir).args(["report", "plan.json", "--format", format, "--template", audience, "--lang", language]);
    String::from_utf8(run.assert().success().get_output().stdout.clone()).unwrap()
}

/// Texts of three words and more in the English pack, between their figures.
fn english_texts() -> Vec<String> {
    let packs = retrofit::report::built_in_english();
    let lines = packs.iter().flat_map(|pack| pack.text.lines()).filter(|line| !line.starts_with('#'));
    let texts = lines.flat_map(|line| match line.split_once(" = ") {
        Some((_, text)) if !line.starts_with(' ') => text.split(['{', '}', '"', '\'', '<', '>']).collect::<Vec<_>>(),
        _ => line.split(['{', '}', '[', ']', '"', '\'', '<', '>']).collect(),
    });
    let texts = texts.map(|text| text.trim_matches([' ', ',', ';', ':', '.', '(', ')']).to_owned());
    texts.filter(|text| !text.starts_with('$') && text.split_whitespace().count() >= SENTENCE_WORDS).collect()
}

/// A report without its marked texts, and these.
fn parted(report: &str) -> (String, Vec<String>) {
    let mut parts = report.split(MARKED.0);
    let (mut rest, mut marked) = (parts.next().unwrap_or_default().to_owned(), Vec::new());
    for part in parts {
        let (english, behind) = part.split_once(MARKED.1).expect("a mark has its end");
        marked.push(english.to_owned());
        rest += &format!("\n{behind}");
    }
    (rest, marked)
}

/// The text of a page or of Markdown: without the page's name, script, colors, and all tags.
fn read(report: &str) -> String {
    let without = |text: String, (from, to): (&str, &str)| {
        let mut parts = text.split(from);
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| text + "\n" + part.split_once(to).map_or("", |(_, rest)| rest))
    };
    let unread = [("<head>", "</head>"), ("<script", "</script>"), ("<", ">")];
    unread.into_iter().fold(report.to_owned(), without)
}

/// The first words of a sentence in English that a text holds: words in small letters, with nothing but marks between.
fn sentence(text: &str) -> Option<String> {
    let is_word =
        |word: &str| word.len() > 1 && word.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'-');
    let mut run: Vec<&str> = Vec::new();
    for token in text.split(|letter: char| letter.is_ascii_whitespace()) {
        let bare = token.trim_matches(|letter: char| letter.is_ascii_punctuation());
        if is_word(bare) {
            run.push(bare)
        } else {
            run.clear()
        }
        if run.len() == SENTENCE_WORDS {
            return Some(run.join(" "));
        }
    }
    None
}

/// All unmarked sentences, each with its line.
fn sentences(text: &str) -> Vec<String> {
    let of_english = |line: &str| line.replace(|letter: char| !letter.is_ascii(), " . ");
    text.lines().filter_map(|line| sentence(&of_english(line)).map(|found| format!("{found}: {line}"))).collect()
}

/// Words alone, one space between.
fn words(text: &str) -> String {
    let text =
        ["&#39;", "&#x27;", "&quot;", "&amp;"].iter().fold(text.to_lowercase(), |text, mark| text.replace(mark, " "));
    text.split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The text of all input files and catalogs.
fn files(example: &str) -> String {
    let folder = |path: PathBuf| fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    let mut paths =
        [folder(Path::new(ROOT).join("catalogs")), folder(Path::new(ROOT).join("examples").join(example))].concat();
    let mut texts = Vec::new();
    while let Some(path) = paths.pop() {
        match path.is_dir() {
            true => paths.extend(folder(path)),
            false if path.extension().is_some_and(|ending| ending == "yaml") => {
                texts.push(words(&fs::read_to_string(path).unwrap()));
            }
            false => {}
        }
    }
    texts.join("\n")
}

/// What is marked as English and is of no file: sentence by sentence, for notes stand one after the other.
fn of_no_file(marked: &[String], files: &str) -> Vec<String> {
    let parts: BTreeSet<&str> = marked.iter().flat_map(|text| text.split(". ")).collect();
    let told = parts.into_iter().filter(|part| sentence(part).is_some() && !files.contains(&words(part)));
    told.map(str::to_owned).collect()
}

/// Whether money is written as English writes it.
fn has_dollars(text: &str) -> bool {
    text.split('$').skip(1).any(|behind| behind.starts_with(|first: char| first.is_ascii_digit()))
}

/// Reports that hold all there is to read: pages say what Markdown does, and the engineers' has all pictures.
const REPORTS: [(&str, &str); 5] =
    [("md", "engineer"), ("md", "client"), ("md", "board"), ("md", "procurement"), ("html", "engineer")];

/// That reports of a plan hold no sentence in English that is not marked, nor a marked one that is of no file, nor money that
/// reads as in English.
fn speaks(example: &str, args: &[&str]) {
    let (texts, files, dir) = (english_texts(), files(example), planned(example, args));
    assert!(texts.len() > 500, "{}", texts.len());
    let english = read(&report(dir.path(), "md", "engineer", "en"));
    assert!(sentences(&english).len() > 200 && has_dollars(&english));
    assert!(texts.iter().filter(|text| english.contains(text.as_str())).count() > 250);
    let mut in_english = Vec::new();
    for ((format, audience), language) in REPORTS.into_iter().flat_map(|of| ["zh", "ar"].map(|language| (of, language)))
    {
        let (text, marked) = parted(&report(dir.path(), format, audience, language));
        let (text, whose) = (read(&text), format!("{example} {audience} {language} {format}"));
        assert_eq!(sentences(&text), Vec::<String>::new(), "{whose}");
        in_english.extend(marked);
        let left: Vec<&String> = texts.iter().filter(|english| text.contains(english.as_str())).collect();
        assert!(left.is_empty(), "{whose}: {left:?}");
        assert!(!has_dollars(&text), "{whose}");
    }
    assert_eq!(of_no_file(&in_english, &files), Vec::<String>::new(), "{example}");
}

#[test]
fn no_english_sentence_is_left_in_another_language() {
    speaks("moses-lake", &[]);
}

#[test]
fn no_english_sentence_is_left_of_halls_that_give_each_other_equipment() {
    speaks("phased", &["--target", "target.yaml", "--gap", "5"]);
}

#[test]
fn no_english_sentence_is_left_of_a_new_shell() {
    speaks("container-site", &[]);
}

#[test]
fn sentences_are_found_where_they_are_not_marked() {
    assert_eq!(sentences("本身便宜，但 does not fit the rest"), ["does not fit: 本身便宜，但 does not fit the rest"]);
    assert_eq!(sentences("UPS 与 DCIM，2 x pump 和 fan\nplan of"), Vec::<String>::new());
    let (rest, marked) = parted("甲<span lang=\"en\" dir=\"ltr\">a pump of the site</span>乙");
    assert_eq!(
        (sentences(&rest), of_no_file(&marked, "a pump of a site")),
        (vec![], vec!["a pump of the site".to_owned()])
    );
    assert!(of_no_file(&marked, "a pump of the site").is_empty());
}

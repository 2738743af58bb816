//! The folder of results: written whole or not at all.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::exit::Failure;

/// What the plan.json of every version names as its schema.
const ANY_PLAN: &str = "retrofit/plan/";

/// Makes `folder` hold exactly `files` (name and content).
///
/// The files are written to a folder beside it, which then takes its name. A folder that is there already is replaced
/// only if it holds a plan and nothing but files of these names: the two folders change places in one step.
///
/// # Errors
/// When the folder holds anything else, or cannot be written.
pub fn write(folder: &Path, files: &[(&str, Vec<u8>)]) -> Result<(), Failure> {
    // A link is followed: what it points to is replaced, not the link.
    let folder = fs::canonicalize(folder).or_else(|_| std::path::absolute(folder)).map_err(unwritable(folder))?;
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    check(&folder, &names)?;
    let parent = folder.parent().unwrap_or(&folder);
    fs::create_dir_all(parent).map_err(unwritable(parent))?;
    let new = Beside::create(&folder, "new").map_err(unwritable(&folder))?;
    for (name, content) in files {
        write_file(&new.path.join(name), content).map_err(unwritable(&folder.join(name)))?;
    }
    replace(&folder, new).map_err(unwritable(&folder))
}

/// Refuses a folder that [`write()`] would not replace by files of these names.
///
/// # Errors
/// When it holds anything else, is no folder, or cannot be read.
pub fn check(folder: &Path, names: &[&str]) -> Result<(), Failure> {
    match foreign(folder, names) {
        Ok(None) if holds_plan(folder) => Ok(()),
        Ok(None) => {
            let message = anyhow::anyhow!("{} holds files, but no plan of this program", folder.display());
            Err(Failure::input(message).help("name another folder with --out, or move the files away"))
        }
        Ok(Some(name)) => {
            let message = anyhow::anyhow!("{} holds `{name}`, which no plan writes", folder.display());
            Err(Failure::input(message).help("name another folder with --out, or move the file away"))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(unwritable(folder)(error).help("name another folder with --out")),
    }
}

/// Whether the folder is empty or its `plan.json` is one of this program's.
fn holds_plan(folder: &Path) -> bool {
    let empty = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    let plan = fs::read_to_string(folder.join("plan.json")).unwrap_or_default();
    empty || plan.contains(ANY_PLAN)
}

/// A failure to write what is at a path.
pub fn unwritable(path: &Path) -> impl FnOnce(io::Error) -> Failure {
    let message = format!("cannot write {}", path.display());
    move |error| Failure::input(anyhow::Error::new(error).context(message))
}

/// The first entry, by name, that is not one of the files.
fn foreign(folder: &Path, ours: &[&str]) -> io::Result<Option<String>> {
    let mut others = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let known = entry.file_type()?.is_file() && ours.iter().any(|name| entry.file_name() == *name);
        if !known {
            others.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    Ok(others.into_iter().min())
}

fn write_file(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(content)?;
    file.sync_all()
}

/// Gives the new folder its name. Where an old one has it, they change places, and the old one goes with the other name:
/// at no moment is there half a plan or none.
fn replace(folder: &Path, new: Beside) -> io::Result<()> {
    if folder.exists() { exchange(&new.path, folder) } else { fs::rename(&new.path, folder) }
}

#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// Elsewhere the old folder is put aside first, and comes back if the new one cannot take its place.
#[cfg(not(target_os = "linux"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    let aside = Beside::create(other, "old")?;
    fs::remove_dir(&aside.path)?;
    fs::rename(other, &aside.path)?;
    fs::rename(one, other).inspect_err(|_| drop(fs::rename(&aside.path, other)))
}

/// A folder beside another, with a name that no other run has; gone when dropped, unless it was renamed before.
struct Beside {
    path: PathBuf,
}

impl Beside {
    fn create(folder: &Path, purpose: &str) -> io::Result<Beside> {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let process = std::process::id();
        let mut number = 0;
        loop {
            let path = folder.with_file_name(format!(".{name}.{purpose}-{process}-{number}"));
            match fs::create_dir(&path) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
                created => return created.map(|()| Beside { path }),
            }
        }
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // What is left over after a failure is litter, not an error of its own.
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// Makes a folder where there is none.
///
/// # Errors
/// When it cannot be made.
pub fn make(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(unwritable(path))
}

/// Writes a file, in place of one of that name.
///
/// # Errors
/// When it cannot be written.
pub fn write_over(path: &Path, content: &[u8]) -> Result<(), Failure> {
    fs::write(path, content).map_err(unwritable(path))
}

/// Writes a file that must not be there yet.
///
/// # Errors
/// When it is there, or cannot be written.
pub fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    match File::create_new(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            Err(Failure::input(anyhow::anyhow!("{} is there already", path.display())).help("name another file"))
        }
        created => created
            .and_then(|mut file| file.write_all(text.as_bytes()))
            .with_context(|| format!("cannot write {}", path.display()))
            .map_err(Failure::input),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::exit::Exit;

    fn files(text: &str) -> Vec<(&'static str, Vec<u8>)> {
        vec![("plan.json", format!("{ANY_PLAN}1 {text}").into()), ("bom.csv", text.into())]
    }

    fn entries(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_plan_of_ours_is_replaced_whole() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("a/plan");
        write(&folder, &files("one")).unwrap();
        write(&folder, &files("two")[..1]).unwrap_err();
        write(&folder, &files("two")).unwrap();
        assert_eq!(fs::read_to_string(folder.join("bom.csv")).unwrap(), "two");
        assert_eq!(entries(&dir.path().join("a")), ["plan"]);
    }

    #[test]
    fn a_foreign_file_is_never_touched() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("plan");
        write(&folder, &files("one")).unwrap();
        fs::write(folder.join("notes.txt"), "mine").unwrap();
        let failure = write(&folder, &files("two")).unwrap_err();
        assert_eq!(failure.exit, Exit::BadInput);
        assert!(failure.error.to_string().contains("`notes.txt`"));
        assert_eq!(entries(&folder), ["bom.csv", "notes.txt", "plan.json"]);
        assert_eq!(fs::read_to_string(folder.join("bom.csv")).unwrap(), "one");
    }

    #[test]
    fn files_of_the_same_names_are_not_a_plan() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("plan");
        fs::create_dir(&folder).unwrap();
        write(&folder, &files("one")).unwrap();
        fs::write(folder.join("plan.json"), "mine").unwrap();
        assert_eq!(write(&folder, &files("two")).unwrap_err().exit, Exit::BadInput);
        assert_eq!(fs::read_to_string(folder.join("plan.json")).unwrap(), "mine");
    }

    #[test]
    fn the_old_folder_comes_back_when_the_new_one_cannot_take_its_place() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("plan");
        write(&folder, &files("one")).unwrap();
        let lost = Beside::create(&folder, "new").unwrap();
        fs::remove_dir(&lost.path).unwrap();
        replace(&folder, lost).unwrap_err();
        assert_eq!(fs::read_to_string(folder.join("bom.csv")).unwrap(), "one");
        assert_eq!(entries(dir.path()), ["plan"]);
    }

    #[test]
    fn runs_at_the_same_time_do_not_collide() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("plan");
        let first = Beside::create(&folder, "new").unwrap();
        let second = Beside::create(&folder, "new").unwrap();
        assert_ne!(first.path, second.path);
    }

    #[test]
    fn a_file_in_the_way_is_an_error() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("plan");
        fs::write(&path, "mine").unwrap();
        assert_eq!(write(&path, &files("one")).unwrap_err().exit, Exit::BadInput);
        assert_eq!(write_new(&path, "other").unwrap_err().exit, Exit::BadInput);
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    }
}

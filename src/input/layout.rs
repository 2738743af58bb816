//! Files that change how a report reads: brand, templates, language packs, logo.

use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine};

use super::brand::Brand;
use super::files::{Parsed, parse, text, unreadable};
use super::schema::FileKind;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourceText};

/// Reads a brand file.
///
/// # Errors
/// Every mistake in it; a logo that cannot be read.
pub fn read_brand(path: &Path) -> Result<Parsed<Brand>, Diagnostics> {
    let (brand, mut found) = parse::<Brand>(text(path)?, FileKind::Brand)?;
    found.extend(logo_mistake(&brand, path));
    if found.has_errors() { Err(found) } else { Ok(brand) }
}

/// The path of a brand's logo, beside the brand's file.
pub fn logo_path(brand: &Brand, file: &Path) -> Option<PathBuf> {
    let logo = brand.logo.as_ref()?;
    Some(file.parent().map_or_else(|| PathBuf::from(logo), |folder| folder.join(logo)))
}

fn logo_mistake(brand: &Parsed<Brand>, file: &Path) -> Option<Diagnostic> {
    const ENDINGS: [&str; 6] = ["png", "jpg", "jpeg", "svg", "gif", "webp"];
    let path = logo_path(&brand.data, file)?;
    let is_picture = path.extension().is_some_and(|end| ENDINGS.iter().any(|known| end.eq_ignore_ascii_case(known)));
    let why = match std::fs::metadata(&path) {
        Err(error) => error.to_string(),
        Ok(found) if !found.is_file() => "it is no file".to_owned(),
        Ok(_) if !is_picture => "it is no PNG, JPEG, SVG, GIF or WebP by its name".to_owned(),
        Ok(_) => return None,
    };
    let message = format!("cannot use the logo {}: {why}", path.display());
    let at = brand.document.locate("/logo");
    Some(Diagnostic::error(Code::UnreadableFile, message).at(at, "").help("the path is taken from the brand's folder"))
}

/// A picture as an address that holds all of it: `data:image/png;base64,...`.
///
/// # Errors
/// When it cannot be read.
pub fn data_address(path: &Path) -> Result<String, Diagnostics> {
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error.to_string()))?;
    let ending = path.extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default();
    let kind = match ending.as_str() {
        "jpg" => "jpeg",
        "svg" => "svg+xml",
        other => other,
    };
    Ok(format!("data:image/{kind};base64,{}", BASE64_STANDARD.encode(bytes)))
}

/// The files of a folder and of the folders in it whose names end so, each with its path from the folder, `/` between.
///
/// # Errors
/// A folder or file that cannot be read.
pub fn read_folder(folder: &Path, ending: &str) -> Result<Vec<(String, SourceText)>, Diagnostics> {
    let mut files = Vec::new();
    collect(folder, "", ending, &mut files)?;
    files.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(files)
}

fn collect(folder: &Path, below: &str, ending: &str, files: &mut Vec<(String, SourceText)>) -> Result<(), Diagnostics> {
    let entries = std::fs::read_dir(folder).and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
    for entry in entries.map_err(|error| unreadable(folder, &error.to_string()))? {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        match path.is_dir() {
            // Templates are at most one folder deep, packs two: `languages/fr/answer.ftl`.
            true if below.matches('/').count() < 2 => collect(&path, &format!("{below}{name}/"), ending, files)?,
            false if name.ends_with(ending) => files.push((format!("{below}{name}"), text(&path)?)),
            _ => {}
        }
    }
    Ok(())
}

/// A file that was named by its path.
///
/// # Errors
/// When it cannot be read.
pub fn read_text(path: &Path) -> Result<SourceText, Diagnostics> {
    text(path)
}

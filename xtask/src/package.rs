//! `cargo xtask package`: `career-ladder` with the app inside, as one file that needs nothing else.

use crate::preview::{Preview, get};
use crate::process::{self, cargo, command};
use crate::{build, project, tools};
use anyhow::{Context, Result, ensure};
use lexopt::Parser;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The name of the program.
const PROGRAM: &str = if cfg!(windows) { "career-ladder.exe" } else { "career-ladder" };

/// Files that go into the archive with the program.
const DOCUMENTS: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "CHANGELOG.md"];

/// Builds the program and its archive, and tries both.
pub fn run(mut arguments: Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    tools::ensure()?;
    let program = program()?;
    let archive = archive(&program)?;
    try_out(&archive)?;
    println!("{}\n{}", program.display(), archive.display());
    Ok(())
}

/// Builds the program with the app inside.
fn program() -> Result<PathBuf> {
    build::build_app(&project::app())?;
    let target = project::target();
    let app = target.join("app.tar");
    process::run(
        command("tar").arg("-cf").arg(&app).arg("-C").arg(project::app()).arg("."),
        "The app could not be put into an archive.",
    )?;
    process::run(
        cargo()
            .args(["build", "--profile", "tool", "--package", "cli", "--features", "embedded-app"])
            .env("CAREER_LADDER_APP", &app),
        "The program could not be built; the lines above say why.",
    )?;
    let program = target.join("release").join(PROGRAM);
    fs::create_dir_all(target.join("release"))?;
    fs::copy(target.join("tool").join(PROGRAM), &program)
        .with_context(|| format!("Cannot write {}", program.display()))?;
    Ok(program)
}

/// Puts the program, the licences and the list of changes into an archive.
fn archive(program: &Path) -> Result<PathBuf> {
    let folder = project::target().join("package");
    fs::create_dir_all(&folder)?;
    let name = format!("career-ladder-{}-{}.tar.gz", env::consts::OS, env::consts::ARCH);
    let archive = folder.join(name);
    let parent = program.parent().unwrap_or(Path::new("."));
    let mut tar = command("tar");
    tar.arg("-czf").arg(&archive).arg("-C").arg(parent).arg(PROGRAM);
    tar.arg("-C").arg(project::root()).args(DOCUMENTS);
    process::run(&mut tar, "The archive could not be written.")?;
    Ok(archive)
}

/// Unpacks the archive into an empty folder, builds a site there without any other program, and requests pages of
/// its preview.
fn try_out(archive: &Path) -> Result<()> {
    let folder = project::target().join("package/tried-out");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    process::run(
        command("tar").arg("-xzf").arg(archive).arg("-C").arg(&folder),
        "The archive cannot be unpacked.",
    )?;
    let mut build = packaged(&folder);
    build.arg("build").args(project::ladders()).args(["--out", "site"]);
    process::run(&mut build, "The packaged program cannot build a site.")?;
    for file in ["index.html", "_headers", "roles/cto/index.html", "sw.js"] {
        ensure!(folder.join("site").join(file).is_file(), "The packaged program wrote no {file}");
    }
    let mut preview = packaged(&folder);
    preview.arg("preview").args(project::ladders()).args(["--port", "0"]);
    let preview = Preview::start(&mut preview)?;
    let page = get(&preview.address, "/")?;
    ensure!(
        page.head.contains("text/html") && page.contains(b"data-wasm"),
        "The preview has no page at /"
    );
    let module = wasm_file(&folder.join("site/assets"))?;
    let module = get(&preview.address, &format!("/assets/{module}"))?;
    ensure!(
        module.head.contains("application/wasm") && module.body.starts_with(b"\0asm"),
        "The preview does not serve the app"
    );
    Ok(())
}

/// The unpacked program, which finds no other one. Temporary files stay in its folder.
fn packaged(folder: &Path) -> Command {
    let mut program = Command::new(folder.join(PROGRAM));
    program.current_dir(folder).env_clear().env("PATH", OsStr::new(""));
    for name in ["TMPDIR", "TEMP", "TMP"] {
        program.env(name, folder);
    }
    // Without it, Windows opens no connections.
    if let Some(system) = env::var_os("SystemRoot") {
        program.env("SystemRoot", system);
    }
    program
}

/// The name of one of the app's WebAssembly files.
fn wasm_file(assets: &Path) -> Result<String> {
    let names =
        fs::read_dir(assets)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut modules = names.filter(|name| name.ends_with(".wasm"));
    modules.next().context("The packaged program wrote no .wasm file")
}

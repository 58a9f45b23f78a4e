//! The `career-ladder` command line. Run it through `cargo xtask`.

use anyhow::{Context, Result};
use clap::{CommandFactory, Parser, Subcommand};
use cli::check::{self, CheckOptions};
use cli::compress;
use cli::diff_command::{self, DiffOptions};
use cli::headers::Host;
use cli::import_command::{self, ImportOptions};
use cli::new::{self, NewOptions};
use cli::site_options::SiteOptions;
use std::path::PathBuf;
use std::process::ExitCode;

/// Check career ladders and build sites from them.
#[derive(Debug, Parser)]
#[command(name = "career-ladder")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Report every problem of the given ladders
    #[command(long_about = check::ABOUT)]
    Check(CheckOptions),
    /// Make a ladder of a spreadsheet, CSV, Markdown, YAML, TOML or JSON
    #[command(long_about = import_command::ABOUT)]
    Import(ImportOptions),
    /// Write a ladder to begin with, as YAML or as a workbook
    #[command(long_about = new::ABOUT)]
    New(NewOptions),
    /// Print what a shell needs to complete commands and options
    Completions { shell: clap_complete::Shell },
    /// Tell what changed between two versions of a ladder, as Markdown or JSON
    #[command(long_about = diff_command::ABOUT)]
    Diff(DiffOptions),
    /// Print the configuration that a web host needs
    Headers {
        host: Host,
        #[command(flatten)]
        options: SiteOptions,
    },
    /// Check everything that a publisher provides (the first step of `cargo xtask build`)
    #[command(hide = true)]
    CheckSite {
        /// The publisher's ladders, the default first
        ladders: Vec<String>,
        /// Copy the ladders into this folder
        #[arg(long)]
        into: PathBuf,
        #[command(flatten)]
        options: SiteOptions,
    },
    /// Turn a folder that Trunk built into a site to host (the last step of `cargo xtask build`)
    #[cfg(feature = "site")]
    #[command(hide = true)]
    FinishSite {
        /// The folder that Trunk built
        folder: PathBuf,
        /// A folder with the publisher's ladders
        #[arg(long)]
        ladders: Option<PathBuf>,
        #[command(flatten)]
        options: SiteOptions,
    },
    /// Write .br and .gz copies of the files in a folder
    #[command(hide = true)]
    Compress { folder: PathBuf },
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(2)
        }
    }
}

/// Runs a command. Returns whether everything it checked is in order.
fn run(command: Command) -> Result<bool> {
    match command {
        Command::Check(options) => return check::run(&options),
        Command::New(options) => new::run(&options)?,
        Command::Completions { shell } => {
            let mut command = Cli::command();
            clap_complete::generate(shell, &mut command, "career-ladder", &mut std::io::stdout());
        }
        Command::Diff(options) => return diff_command::run(&options),
        Command::Import(options) => return import_command::run(&options),
        Command::Headers { host, options } => print!("{}", host.configuration(&options)),
        Command::CheckSite { ladders, into, options } => {
            for warning in options.theme()?.warnings()? {
                println!("warning: {warning}");
            }
            if !ladders.is_empty() {
                std::fs::create_dir_all(&into)
                    .with_context(|| format!("Cannot create {}", into.display()))?;
                let options =
                    CheckOptions { files: ladders, into: Some(into), ..CheckOptions::default() };
                return check::run(&options);
            }
        }
        #[cfg(feature = "site")]
        Command::FinishSite { folder, ladders, options } => {
            cli::site::finish(&folder, ladders.as_deref(), &options)?;
        }
        Command::Compress { folder } => compress::write_copies(&folder)?,
    }
    Ok(true)
}

//! The `career-ladder` command line.

use anyhow::{Context, Result};
use clap::{CommandFactory, Parser, Subcommand};
use cli::check::{self, CheckOptions};
use cli::diff_command::{self, DiffOptions};
use cli::headers::{self, Host, PolicySources};
use cli::import_command::{self, ImportOptions};
use cli::new::{self, NewOptions};
use cli::outcome::Outcome;
use cli::site_ladders::SiteLadders;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

/// What `career-ladder completions --help` says first.
const COMPLETIONS: &str = "\
Print what a shell needs to complete the commands and options of `career-ladder`. Save it where your shell
looks for completions, or load it when the shell starts:

  career-ladder completions bash > ~/.local/share/bash-completion/completions/career-ladder
  career-ladder completions zsh > ~/.zfunc/_career-ladder   # with ~/.zfunc in $fpath
  career-ladder completions fish > ~/.config/fish/completions/career-ladder.fish

Exit codes: 0 if it was printed; 2 for wrong arguments.";

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
    #[command(long_about = COMPLETIONS)]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Tell what changed between two versions of a ladder, as Markdown or JSON
    #[command(long_about = diff_command::ABOUT)]
    Diff(DiffOptions),
    /// Build a site to host
    #[cfg(feature = "site")]
    #[command(long_about = cli::build::ABOUT)]
    Build(cli::build::BuildOptions),
    /// Show ladders at a local address, and again after every change
    #[cfg(feature = "site")]
    #[command(long_about = cli::preview::ABOUT)]
    Preview(cli::preview::PreviewOptions),
    /// Print the configuration that a web host needs for a built site
    #[command(long_about = headers::ABOUT)]
    Headers {
        /// The kind of host
        host: Host,
        /// The folder of the built site
        #[arg(default_value = "dist", value_name = "DIR")]
        site: PathBuf,
    },
    /// Pack the data of a site for an app that Trunk serves (see Trunk.toml)
    #[command(hide = true)]
    Pack {
        /// The ladders, the site's own first
        #[arg(required = true)]
        ladders: Vec<PathBuf>,
        /// The file to write
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Write .br and .gz copies of the files in a folder (a step of `cargo xtask bench`)
    #[cfg(feature = "site")]
    #[command(hide = true)]
    Compress { folder: PathBuf },
    /// Give the files of an app that Trunk built their final names (a step of `cargo xtask build`)
    #[cfg(feature = "site")]
    #[command(hide = true)]
    PrepareApp {
        /// The folder that Trunk built
        folder: PathBuf,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            eprintln!("{error:#}");
            Outcome::Failure.into()
        }
    }
}

fn run(command: Command) -> Result<Outcome> {
    match command {
        Command::Check(options) => return check::run(&options),
        Command::New(options) => new::run(&options)?,
        Command::Completions { shell } => {
            let mut command = Cli::command();
            clap_complete::generate(shell, &mut command, "career-ladder", &mut std::io::stdout());
        }
        Command::Diff(options) => return diff_command::run(&options),
        Command::Import(options) => return import_command::run(&options),
        #[cfg(feature = "site")]
        Command::Build(options) => return cli::build::run(&options),
        #[cfg(feature = "site")]
        Command::Preview(options) => cli::preview::run(&options)?,
        Command::Headers { host, site } => {
            let (base, sources) = PolicySources::of_site(&site)?;
            print!("{}", host.configuration(&base, &sources));
        }
        Command::Pack { ladders, out } => {
            let Some(ladders) = SiteLadders::read_and_print(&ladders)? else {
                return Ok(Outcome::Problems);
            };
            fs::write(&out, ladders.data)
                .with_context(|| format!("Cannot write {}", out.display()))?;
        }
        #[cfg(feature = "site")]
        Command::Compress { folder } => cli::compress::write_copies(&folder)?,
        #[cfg(feature = "site")]
        Command::PrepareApp { folder } => cli::built_app::prepare(&folder)?,
    }
    Ok(Outcome::Success)
}

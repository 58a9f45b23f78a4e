//! Developer commands. `cargo xtask` lists them.

mod bench;
mod browsers;
mod budget;
mod build;
mod cli;
mod deny;
mod folder;
mod large;
mod package;
mod preview;
mod process;
mod project;
mod serve;
mod shots;
mod soak;
mod test;
mod tools;

use anyhow::{Result, bail};
use lexopt::{Arg, Parser};
use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask COMMAND

Commands:
  serve      Show the app at http://127.0.0.1:8080/ and reload it on every change
               --port N      use another port
               --open        open a browser
  test       Run all checks and tests, the quickest first
               --browsers LIST    run the whole browser suite in chromium, firefox, webkit,
                                  or all, then also old versions of Chromium
  build      Build the site to host, into dist/ (docs/publish.md)
               --ladder FILE…     your ladders instead of the bundled ones, the default first
               --theme FILE       your colours and typefaces
               --base PATH        the path the site is hosted under
               --site ADDRESS     the scheme and host of the site, such as https://example.org
               --connect HOST…    other hosts that pages may fetch ladders from
               --out DIR          another folder than dist/
               --no-offline       no offline use; removes what visitors kept (docs/offline.md)
  package    Build target/release/career-ladder, which contains the app, and an archive of it
  check      Report the problems of ladders (docs/write-a-ladder.md)
               FILE… [--json] [--write]
  headers    Print the configuration for a web host of a built site
               HOST [DIR]         nginx, caddy, netlify, cloudflare, or meta for meta tags
  deny       Check the licences, sources and known vulnerabilities of dependencies
  shots      Take screenshots of the pages in dist/ in three widths, light and dark
               [ADDRESS…] [--out DIR] [--quick] [--ladder FILE | --shape NAME]
  soak       Repeat a visit for 10 minutes; fails if nodes, listeners or memory grow by a tenth
               --minutes N    another duration
  bench      Measure the site against other implementations (docs/performance.md)
               [SCENE…]           first-visit, press, filter, link, own, visit; otherwise all
               --runs N           another number of runs than 9
               --quick            a short pass that fails only far from a goal, and writes nothing
               --built            use dist/ as it is, and the sites of large ladders
  large      Write a large ladder, the same every time
               FILE [--roles N] [--skills N] [--requirements N]

Missing tools are installed into .tools/. Delete that folder to install them again.";

fn main() -> ExitCode {
    match run(Parser::from_env()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Parser) -> Result<ExitCode> {
    let command = match arguments.next()? {
        Some(Arg::Value(command)) => command,
        Some(Arg::Long("help") | Arg::Short('h')) | None => {
            println!("{HELP}");
            return Ok(ExitCode::SUCCESS);
        }
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.to_string_lossy().as_ref() {
        "serve" => serve::run(arguments)?,
        "test" => test::run(arguments)?,
        "build" => build::run(arguments)?,
        "package" => package::run(arguments)?,
        name @ ("check" | "headers") => return cli::run(name, arguments.raw_args()?),
        "deny" => deny::run(arguments)?,
        "shots" => shots::run(arguments)?,
        "soak" => soak::run(arguments)?,
        "bench" => bench::run(arguments)?,
        "large" => large::run(arguments)?,
        "help" => println!("{HELP}"),
        other => bail!("Unknown command `{other}`. `cargo xtask` lists all commands."),
    }
    Ok(ExitCode::SUCCESS)
}

//! The project's commands. `cargo xtask` alone lists them.

mod after_build;
mod bench;
mod budget;
mod build;
mod check;
mod chromium;
mod deny;
mod headers;
mod hosts;
mod large;
mod process;
mod project;
mod serve;
mod shots;
mod test;
mod theme;
mod tools;

use anyhow::{Result, bail};
use lexopt::{Arg, Parser};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve [--port N] [--open]    show the page on this machine, anew with every change
cargo xtask test                         everything that has to hold before a change is done
cargo xtask build [OPTION]…              the folder to host: dist/; see docs/publish.md
    --ladder FILE…                       your ladders in place of ours, the default first
    --theme FILE                         your colours and typefaces
    --base PATH                          the path it will be hosted under
    --site ADDRESS                       the host it will be at, such as https://example.org
    --connect HOST…                      where else pages may fetch ladders from
    --out DIR                            another folder than dist/
    --no-offline                         takes back what visitors kept, see docs/offline.md
cargo xtask check FILE…                  what is wrong with a ladder; --json, --write
cargo xtask deny                         licences, sources and known faults of dependencies
cargo xtask headers HOST [OPTION]…       what nginx or caddy has to be told; --base, --connect
cargo xtask shots [--out DIR] [--quick] [--ladder FILE | --shape NAME] [ADDRESS…]
                                         pictures of dist/'s pages, three widths, light and dark
cargo xtask bench [--runs N] [SCENE…]    our pages beside others, as ratios; --built takes dist/ as it is,
                                         --own square|catalogue builds a site of that ladder, too (minutes)
cargo xtask large [--roles N] [--skills N] [--asked N] FILE   a large ladder, the same every time

What is missing is installed into .tools/ of this project. To start over, delete that folder.";

fn main() -> ExitCode {
    match run(Parser::from_env()) {
        Ok(code) => code,
        Err(trouble) => {
            eprintln!("\n{trouble}");
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
        "check" => return check::run(arguments),
        "deny" => deny::run(arguments)?,
        "headers" => hosts::run(arguments)?,
        "shots" => shots::run(arguments)?,
        "bench" => bench::run(arguments)?,
        "large" => large::run(arguments)?,
        // Called by Trunk, see Trunk.toml.
        "after-build" => after_build::run()?,
        "help" => println!("{HELP}"),
        other => bail!("There is no command `{other}`; `cargo xtask` lists the ones there are."),
    }
    Ok(ExitCode::SUCCESS)
}

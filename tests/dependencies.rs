//! What comes in with dependencies, as far as it can be seen without a network: licences and where
//! packages come from, as `deny.toml` has it. `cargo xtask deny` checks the rest.

#![allow(clippy::unwrap_used)] // a test may fail loudly

use serde_json::Value;
use spdx::{Expression, LicenseReq};
use std::collections::BTreeSet;
use std::process::{Command, Output};

/// Every package of the lock file, as cargo describes it. Those for other systems are fetched where
/// they are not on this machine.
fn packages() -> Vec<Value> {
    let output = metadata(&["--offline"]);
    let output = if output.status.success() { output } else { metadata(&[]) };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

fn metadata(more: &[&str]) -> Output {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked"])
        .args(more)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

/// The licences that `deny.toml` allows.
fn allowed() -> BTreeSet<String> {
    let text = include_str!("../deny.toml");
    let list = text.split_once("\nallow = [").unwrap().1.split_once("\n]").unwrap().0;
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_licence_is_allowed_and_every_allowed_one_is_needed() {
    let allowed = allowed();
    let mut needed = BTreeSet::new();
    let mut refused = Vec::new();
    for package in packages() {
        let name = package["name"].as_str().unwrap();
        let Some(licence) = package["license"].as_str() else {
            // Our own are not published; all others have to say.
            let is_ours = package["source"].is_null();
            assert!(is_ours, "{name} has no licence");
            continue;
        };
        let licence = licence.replace('/', " OR ");
        let expression = Expression::parse(&licence).unwrap();
        let mut accept = |requirement: &LicenseReq| {
            let is_allowed = allowed.contains(&requirement.to_string());
            if is_allowed {
                needed.insert(requirement.to_string());
            }
            is_allowed
        };
        if !expression.evaluate(|requirement| accept(requirement)) {
            refused.push(format!("{name}: {licence}"));
        }
    }
    assert!(refused.is_empty(), "deny.toml does not allow:\n{}", refused.join("\n"));
    let unneeded: Vec<_> = allowed.difference(&needed).collect();
    assert!(unneeded.is_empty(), "deny.toml allows what nobody needs: {unneeded:?}");
}

#[test]
fn every_package_comes_from_the_registry() {
    for package in packages() {
        let source = package["source"].as_str();
        // Our own have none.
        let is_known = source.is_none_or(|source| source.starts_with("registry+"));
        assert!(is_known, "{} comes from {source:?}", package["name"]);
    }
}

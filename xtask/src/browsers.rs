//! The browsers for tests, screenshots and benchmarks, with their drivers.

use crate::process::{self, command};
use anyhow::{Result, bail};
use std::sync::Once;

/// A browser that tests run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium and ChromeDriver.
    Chromium,
    /// Firefox, which needs no driver, and a program that reads what it prints.
    Firefox,
    /// WebKitGTK’s small browser, its driver, and a display in memory.
    WebKit,
}

impl Browser {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK",
        }
    }

    /// Its name in `--browsers`, and in the variable `BROWSER` that the tests read.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Debian packages. The font has the icons of roles.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver", "fonts-noto-color-emoji"],
            Self::Firefox => &["firefox-esr", "poppler-utils"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb", "poppler-utils"],
        }
    }

    /// The programs that the tests need: the names that each may have, and the variable that may give its path.
    fn programs(self) -> &'static [(&'static str, &'static [&'static str])] {
        match self {
            Self::Chromium => {
                &[("CHROMIUM", &["chromium", "google-chrome"]), ("CHROMEDRIVER", &["chromedriver"])]
            }
            Self::Firefox => &[("FIREFOX", &["firefox-esr", "firefox"])],
            Self::WebKit => &[("WEBKIT_DRIVER", &["WebKitWebDriver"]), ("XVFB", &["Xvfb"])],
        }
    }

    /// Installs it as root on Debian; otherwise the error says what to install.
    pub fn ensure(self) -> Result<()> {
        if self.is_installed() {
            return Ok(());
        }
        let names = self.packages().join(" ");
        let title = self.title();
        let variables: Vec<_> = self.programs().iter().map(|(variable, _)| *variable).collect();
        let variables = variables.join(" and ");
        let root = process::output(command("id").arg("-u")).as_deref() == Some("0");
        if !root || process::find("apt-get").is_none() {
            bail!(
                "{title} or its driver was not found. Install them (on Debian: `sudo apt-get install {names}`), or \
                 set {variables}."
            );
        }
        println!("Installing {names} (up to 1 minute) …");
        let message =
            format!("Cannot install {names}; the lines above say why. Is there a network?");
        let mut update = Ok(());
        static UPDATE: Once = Once::new();
        UPDATE.call_once(|| {
            update = process::run(command("apt-get").args(["-qq", "update"]), &message);
        });
        update?;
        let mut install = command("apt-get");
        install
            .args(["-qq", "install", "--yes", "--no-install-recommends"])
            .args(self.packages())
            .env("DEBIAN_FRONTEND", "noninteractive");
        process::run(&mut install, &message)?;
        if !self.is_installed() {
            bail!("{title} was installed but is not on PATH. Set {variables}.");
        }
        Ok(())
    }

    fn is_installed(self) -> bool {
        let is_there = |(variable, names): &(&str, &[&str])| {
            std::env::var_os(variable).is_some()
                || names.iter().any(|name| process::find(name).is_some())
        };
        self.programs().iter().all(is_there)
    }
}

//! The browser engine that the tests run in, and what its driver cannot do.

use crate::project;
use std::fs::OpenOptions;
use std::io::Write;
use std::panic::resume_unwind;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, driven by ChromeDriver and the Chrome DevTools Protocol. Every test runs in it.
    Chromium,
    /// Firefox, driven by Marionette.
    Firefox,
    /// WebKitGTK, driven by WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// Returns the engine that the variable `BROWSER` names, or Chromium.
    #[must_use]
    pub fn selected() -> Self {
        match std::env::var("BROWSER").as_deref() {
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("BROWSER is {other:?}; use chromium, firefox or webkit"),
        }
    }

    /// Returns its name in lower case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Skips the rest of the test because the engine's driver has no equivalent of a DevTools command.
    pub(crate) fn skip(command: &str) -> ! {
        let reason = DEVTOOLS_ONLY.iter().find(|(name, _)| command.starts_with(name));
        let (_, reason) = reason.unwrap_or_else(|| panic!("no reason is given for {command}"));
        Self::skip_test(reason)
    }

    /// Skips the rest of the test.
    pub fn skip_test(reason: &'static str) -> ! {
        resume_unwind(Box::new(Skipped(reason)))
    }

    /// Skips the test in this engine, for a reason that docs/browsers.md gives.
    pub fn skip_in(self, reason: &'static str) {
        if self == Self::selected() {
            Self::skip_test(reason);
        }
    }
}

/// The DevTools commands that a test may need, and what for: the table in docs/browsers.md.
const DEVTOOLS_ONLY: &[(&str, &str)] = &[
    ("Accessibility.", "reads the accessibility tree"),
    ("Browser.grantPermissions", "grants a permission, such as that to read the clipboard"),
    ("Browser.setDownloadBehavior", "chooses the folder of a download"),
    ("Emulation.setCPUThrottlingRate", "slows the processor down"),
    ("Emulation.setEmulatedMedia", "emulates a media feature"),
    ("Emulation.setScriptExecutionDisabled", "switches JavaScript off"),
    ("Emulation.", "emulates a device"),
    ("Input.", "enters text as an input method does"),
    ("Network.", "emulates a slow or broken network"),
    ("Page.addScriptToEvaluateOnNewDocument", "runs a script before those of the page"),
    ("Page.", "asks Chromium about the installed app"),
    ("SystemInfo.", "measures the load of the browser"),
    ("Log.", "reads the console and the requests"),
];

/// What a test panics with if it cannot run in the engine.
pub(crate) struct Skipped(&'static str);

impl Skipped {
    /// Appends the test and the reason to a file that `cargo xtask test` shows.
    pub(crate) fn record(&self) {
        let file = project::skipped_tests();
        let line = format!("{}: {}\n", project::test_name(), self.0);
        print!("skipped: {line}");
        let written = file.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| {
            OpenOptions::new().create(true).append(true).open(&file)?.write_all(line.as_bytes())
        });
        written.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
}

//! What the cell of a matrix means: a level, a mark, or both, as our own export writes them.

use crate::split::key;

/// What a cell says about a role and a skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RequirementCell {
    /// Nothing is required.
    None,
    /// The role builds on a role that requires the skill.
    CarriedOver,
    /// The skill is required.
    Required { level: Option<String>, kind: Option<&'static str> },
    /// The skill is required; the text says what that means.
    Described(String),
}

/// Longer texts are prose, not the name of a level.
const LONGEST_LEVEL: usize = 40;

impl RequirementCell {
    /// Reads a cell. `has_numbers` says whether other numbers than 0 and 1 occur in the table: if not, 1 is a
    /// mark.
    pub fn read(text: &str, has_numbers: bool) -> Self {
        let text = text.trim();
        if let Some(known) = Self::word(text, has_numbers) {
            return known;
        }
        if let Some((level, rest)) = text.rsplit_once('(')
            && let Some(inside) = rest.strip_suffix(')')
            && let Some(requirement) = Self::word(inside, true)
            && !level.trim().is_empty()
        {
            return match requirement {
                Self::Required { kind, .. } => {
                    Self::Required { level: Some(level.trim().to_owned()), kind }
                }
                other => other,
            };
        }
        if text.chars().count() > LONGEST_LEVEL || text.contains('\n') {
            return Self::Described(text.to_owned());
        }
        Self::Required { level: Some(text.to_owned()), kind: None }
    }

    /// The meaning of a word or mark; `None` for everything else.
    fn word(text: &str, has_numbers: bool) -> Option<Self> {
        let required = |kind| Some(Self::Required { level: None, kind });
        match key(text.trim_end_matches('\u{fe0f}')).as_str() {
            "" | "-" | "–" | "—" | "n/a" | "na" | "no" | "0" | "not required" | "✗" | "✘"
            | "❌" | "false" | "☐" => Some(Self::None),
            "carried over" => Some(Self::CarriedOver),
            "x" | "✓" | "✔" | "☑" | "✅" | "yes" | "y" | "true" | "•" | "●" | "required" => {
                required(None)
            }
            "1" if !has_numbers => required(None),
            "key" | "core" | "must" | "must have" | "★" | "⭐" => required(Some("core")),
            "nice to have" | "optional" | "(x)" | "bonus" | "preferred" | "○" => {
                required(Some("optional"))
            }
            _ => None,
        }
    }
}

/// The places of levels in common scales, for ordering their names.
pub(crate) fn known_rank(name: &str) -> Option<usize> {
    const SCALES: [&[&str]; 6] = [
        &["aware", "awareness", "novice", "none", "learning", "familiar"],
        &["basic", "beginner", "foundation", "foundational", "fundamental"],
        &[
            "working",
            "working knowledge",
            "intermediate",
            "competent",
            "practitioner",
            "developing",
        ],
        &["proficient", "skilled", "solid"],
        &["advanced", "leading"],
        &["expert", "master", "mastery", "authority"],
    ];
    let name = key(name);
    SCALES.iter().position(|names| names.contains(&name.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_levels_and_our_own_export_are_read() {
        let level =
            |level: &str, kind| RequirementCell::Required { level: Some(level.to_owned()), kind };
        let mark = |kind| RequirementCell::Required { level: None, kind };
        for (text, expected) in [
            ("", RequirementCell::None),
            (" — ", RequirementCell::None),
            ("X", mark(None)),
            ("✔️", mark(None)),
            ("Key", mark(Some("core"))),
            ("Nice to have", mark(Some("optional"))),
            ("Required", mark(None)),
            ("Carried over", RequirementCell::CarriedOver),
            ("Advanced", level("Advanced", None)),
            ("Advanced (key)", level("Advanced", Some("core"))),
            ("Level (2) (nice to have)", level("Level (2)", Some("optional"))),
            ("Advanced (carried over)", RequirementCell::CarriedOver),
            ("Advanced (soon)", level("Advanced (soon)", None)),
            ("3", level("3", None)),
            ("a\nb", RequirementCell::Described("a\nb".to_owned())),
        ] {
            assert_eq!(RequirementCell::read(text, true), expected, "{text}");
        }
        assert_eq!(RequirementCell::read("1", false), mark(None));
        assert_eq!(RequirementCell::read("1", true), level("1", None));
    }
}

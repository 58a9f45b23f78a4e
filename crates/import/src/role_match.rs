//! Matches short names with full ones: `VP of AI` and `Vice President (VP) of AI`, `Agile` and `Agile
//! methodologies`.

use crate::layout::Reading;
use crate::source::Location;
use crate::split::key;
use crate::text::Text;
use ladder::shown;

/// Longer lists are not searched for short names: each name would be compared with each.
const MAX_ROLES: usize = 5_000;
const MAX_SKILLS: usize = 500;

/// The role of this title, or of a title that this one abbreviates or spells out; added if there is none.
pub(crate) fn role_named(title: &str, location: Location, reading: &mut Reading<'_>) -> usize {
    let title = reading.mapping.role(title);
    if let Some(index) = reading.draft.roles.find(title) {
        return index;
    }
    let roles = &reading.draft.roles.items;
    if roles.len() > MAX_ROLES {
        return reading.draft.role(title, location, reading.mapping);
    }
    let spelled_out = roles.iter().position(|role| is_short_for(title, &role.item.name.text));
    let abbreviated = || roles.iter().position(|role| is_short_for(&role.item.name.text, title));
    let Some(index) = spelled_out.or_else(abbreviated) else {
        return reading.draft.role(title, location, reading.mapping);
    };
    let item = &mut reading.draft.roles.items[index].item;
    let mut short = Text::new(title, location);
    if spelled_out.is_none() {
        std::mem::swap(&mut short, &mut item.name);
    }
    let message = format!("{} is short for {}", shown(&short.text), shown(&item.name.text));
    item.set("short_title", short);
    reading.report.guessed(location, message);
    reading.draft.roles.alias(title, index);
    index
}

/// Whether `short` is what a title with an abbreviation in parentheses is called for short.
fn is_short_for(short: &str, title: &str) -> bool {
    let Some((before, rest)) = title.split_once('(') else { return false };
    let Some((abbreviation, after)) = rest.split_once(')') else { return false };
    let letters = abbreviation.chars().filter(|c| c.is_alphanumeric()).count();
    let words: Vec<&str> = before.split_whitespace().collect();
    // As many of the words before as the abbreviation has letters are what it stands for.
    let kept = words.len().saturating_sub(letters);
    let replaced = format!("{} {abbreviation} {after}", words[..kept].join(" "));
    key(short) == key(&replaced) || key(short) == key(abbreviation)
}

/// The skill of a role that a word or two stand for: all of them are words of its name.
pub(crate) fn skill_of_role(name: &str, role: usize, reading: &Reading<'_>) -> Option<usize> {
    if reading.draft.roles.items[role].skills.len() > MAX_SKILLS {
        return None;
    }
    let words: Vec<String> = key(name).split(' ').map(str::to_owned).collect();
    let is_meant = |skill: &usize| {
        let full = key(&reading.draft.skills.items[*skill].item.name.text);
        let full: Vec<&str> = full.split(' ').collect();
        words.len() < full.len() && words.iter().all(|word| full.contains(&word.as_str()))
    };
    let mut meant = reading.draft.roles.items[role]
        .skills
        .iter()
        .map(|requirement| requirement.skill)
        .filter(is_meant);
    let first = meant.next()?;
    meant.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::is_short_for;

    #[test]
    fn abbreviations_in_parentheses_are_understood() {
        for (short, title, expected) in [
            ("VP of AI", "Vice President (VP) of AI", true),
            ("CTO", "Chief Technical Officer (CTO)", true),
            ("vp of ai", "Senior Vice President (VP) of AI", false),
            ("Senior VP of AI", "Senior Vice President (VP) of AI", true),
            ("AI", "Vice President (VP) of AI", false),
            ("Lead", "Lead", false),
        ] {
            assert_eq!(is_short_for(short, title), expected, "{short}, {title}");
        }
    }
}

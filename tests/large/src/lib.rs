//! A deterministic generator of large ladders, for tests and benchmarks.

/// The size of a ladder.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Number of roles.
    pub roles: usize,
    /// Number of skills.
    pub skills: usize,
    /// Number of skills that each role requires.
    pub skills_per_role: usize,
}

impl Size {
    /// As many skills as roles.
    pub const SQUARE: Self = Self { roles: 1_000, skills: 1_000, skills_per_role: 43 };

    /// As large as a catalogue of all occupations of an economy: about 8.5 MB.
    pub const CATALOGUE: Self = Self { roles: 3_000, skills: 13_900, skills_per_role: 43 };
}

const CATEGORIES: usize = 24;
const LEVELS: usize = 5;
const WORDS: [&str; 24] = [
    "plan", "data", "review", "systems", "people", "careful", "budget", "design", "quality",
    "field", "report", "safety", "network", "teach", "measure", "repair", "market", "legal",
    "clinical", "model", "language", "material", "service", "research",
];

/// Returns a catalogue of roles in families, without moves, with one role or skill per line.
#[must_use]
pub fn large_ladder(size: Size) -> String {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut json = String::from(
        "{\n\"format\": 1,\n\"id\": \"large\",\n\"title\": \"A large catalogue\",\n\"ordered\": false,\n",
    );
    json.push_str("\"categories\": [\n");
    list(&mut json, CATEGORIES, |json, at| {
        json.push_str(&format!("{{\"id\": \"category-{at}\", \"name\": \"Category {at}\"}}"));
    });
    json.push_str("],\n\"scale\": [\n");
    list(&mut json, LEVELS, |json, at| {
        json.push_str(&format!("{{\"id\": \"level-{at}\", \"name\": \"Level {at}\"}}"));
    });
    json.push_str("],\n\"skills\": [\n");
    list(&mut json, size.skills, |json, at| {
        let name = phrase(&mut random, 3);
        let (known_as, text) = (phrase(&mut random, 4), phrase(&mut random, 14));
        let category = random.below(CATEGORIES);
        let kind = ["skill", "knowledge", "tool", "behaviour"][random.below(4)];
        json.push_str(&format!(
            "{{\"id\": \"skill-{at}\", \"name\": \"{name} {at}\", \"kind\": \"{kind}\", \
             \"category\": \"category-{category}\", \"description\": \"{text}\", \
             \"also_known_as\": [\"{known_as}\"]}}"
        ));
    });
    json.push_str("],\n\"roles\": [\n");
    list(&mut json, size.roles, |json, at| {
        let (title, family) = (phrase(&mut random, 4), random.below(120));
        let text = phrase(&mut random, 18);
        json.push_str(&format!(
            "{{\"id\": \"role-{at}\", \"title\": \"{title} {at}\", \"family\": \"Family {family}\", \
             \"summary\": \"{text}\", \"skills\": ["
        ));
        // Evenly spread, so that no role requires a skill twice and every skill is required by a role.
        let required = size.skills_per_role.min(size.skills);
        let stride = size.skills / required.max(1);
        let start = at % stride.max(1) + stride * random.below(required.max(1));
        for nth in 0..required {
            let skill = (start + nth * stride) % size.skills;
            let comma = if nth == 0 { "" } else { ", " };
            let requirement = match (random.below(10), random.below(LEVELS)) {
                (0 | 1, level) => format!(
                    "{{\"skill\": \"skill-{skill}\", \"level\": \"level-{level}\", \"kind\": \"core\"}}"
                ),
                (2, _) => format!("{{\"skill\": \"skill-{skill}\", \"kind\": \"optional\"}}"),
                (3..6, level) => {
                    format!("{{\"skill\": \"skill-{skill}\", \"level\": \"level-{level}\"}}")
                }
                _ => format!("\"skill-{skill}\""),
            };
            json.push_str(comma);
            json.push_str(&requirement);
        }
        json.push_str("]}");
    });
    json.push_str("]\n}\n");
    json
}

/// Writes `count` items, one per line.
fn list(json: &mut String, count: usize, mut item: impl FnMut(&mut String, usize)) {
    for at in 0..count {
        item(json, at);
        json.push_str(if at + 1 < count { ",\n" } else { "\n" });
    }
}

fn phrase(random: &mut Random, words: usize) -> String {
    let mut phrase = String::new();
    for nth in 0..words {
        if nth > 0 {
            phrase.push(' ');
        }
        phrase.push_str(WORDS[random.below(WORDS.len())]);
    }
    phrase
}

/// A xorshift pseudorandom number generator with a fixed seed.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % limit.max(1)
    }
}

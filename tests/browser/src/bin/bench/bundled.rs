//! The bundled ladder, as the document says it: what every page has to show.

use browser_tests::project;
use serde_json::Value;

/// The document.
pub struct Bundled(Value);

impl Bundled {
    /// Reads the document.
    pub fn read() -> Result<Self, String> {
        let file = project::root().join("public/ladders/ai-developer.json");
        let text = std::fs::read_to_string(&file);
        let text = text.map_err(|error| format!("{}: {error}", file.display()))?;
        serde_json::from_str(&text)
            .map(Self)
            .map_err(|error| format!("{}: {error}", file.display()))
    }

    /// The title of the ladder.
    pub fn title(&self) -> &str {
        text(&self.0, "title")
    }

    /// The id and the title of the role at a position.
    pub fn role(&self, at: usize) -> (&str, &str) {
        let role = &self.0["roles"][at];
        (text(role, "id"), text(role, "title"))
    }

    /// The address of every page, with the texts that it has to show.
    pub fn pages(&self) -> Vec<(String, Vec<&str>)> {
        let mut ladder = vec![self.title(), text(&self.0, "summary")];
        let mut skills: Vec<_> =
            items(&self.0, "skills").map(|skill| text(skill, "name")).collect();
        let mut pages = Vec::new();
        let mut carried = Vec::new();
        for role in items(&self.0, "roles") {
            let [title, stage, summary, impact, focus] =
                ["title", "stage", "summary", "impact", "focus"].map(|field| text(role, field));
            ladder.extend([title, stage, summary, impact, focus]);
            skills.push(role["short_title"].as_str().unwrap_or(title));
            carried.extend(items(role, "skills").map(|skill| self.skill_name(skill)));
            let mut shown = vec![title, stage, summary, impact, focus];
            shown.extend(items(role, "responsibilities").filter_map(Value::as_str));
            shown.extend(&carried);
            for video in items(role, "resources") {
                let known = |known: &&Value| known["id"] == video["resource"];
                let title =
                    items(&self.0, "resources").find(known).map(|known| text(known, "title"));
                shown.extend(title.into_iter().chain([text(video, "note")]));
            }
            pages.push((format!("/roles/{}", text(role, "id")), shown));
        }
        pages.extend([("/".to_owned(), ladder), ("/skills".to_owned(), skills)]);
        pages
    }

    /// The name of a required skill, which is an id or an object with one.
    fn skill_name(&self, required: &Value) -> &str {
        let id = required.get("skill").unwrap_or(required);
        let skill = items(&self.0, "skills").find(|skill| skill["id"] == *id);
        skill.map_or("", |skill| text(skill, "name"))
    }
}

fn text<'a>(object: &'a Value, field: &str) -> &'a str {
    object[field].as_str().unwrap_or_default()
}

fn items<'a>(object: &'a Value, field: &str) -> impl Iterator<Item = &'a Value> {
    object[field].as_array().into_iter().flatten()
}

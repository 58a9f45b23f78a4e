//! JSON-LD with schema.org types: what each page is about, for search engines. Browsers do not run it,
//! so the content security policy does not refuse it.
//!
//! No `VideoObject`: it requires a date of upload, which documents do not contain. Without `--site`,
//! addresses are left out: they have to be absolute.

use career_ladder::prerender::address;
use career_ladder::router::{RolePair, Route};
use career_ladder::stores::SharedLadder;
use ladder::{RoleIx, SkillIx};
use serde_json::{Value, json};

/// The script tag for a route's page; empty for pages that are tools and not content.
pub fn script(ladder: &SharedLadder, route: &Route, site: Option<&str>) -> String {
    let page = Page { ladder, site };
    let things = match route {
        Route::Ladder(_) => vec![page.website()],
        Route::Role(id) => ladder.role_by_id(id).map(|role| page.role(role)).unwrap_or_default(),
        Route::Matrix(_) => page.breadcrumbs(&[("Skills", route.clone())]).into_iter().collect(),
        Route::Skill(id) => {
            ladder.skill_by_id(id).map(|skill| page.skill(skill)).unwrap_or_default()
        }
        Route::Compare(ends) => page.comparison(ends, route),
        Route::Plan(_) | Route::Open | Route::NotFound(_) => Vec::new(),
    };
    if things.is_empty() {
        return String::new();
    }
    let graph = json!({ "@context": "https://schema.org", "@graph": things }).to_string();
    // A text that contains `</script>` must not end the tag.
    format!("<script type=\"application/ld+json\">{}</script>", graph.replace('<', "\\u003c"))
}

struct Page<'a> {
    ladder: &'a SharedLadder,
    site: Option<&'a str>,
}

impl Page<'_> {
    fn website(&self) -> Value {
        let ladder = self.ladder;
        without_nulls(json!({
            "@type": "WebSite",
            "name": ladder.title,
            "description": ladder.summary.as_deref(),
            "url": self.address(&Route::default()),
            "inLanguage": ladder.language,
            "license": ladder.license.as_deref(),
            "dateModified": ladder.updated,
        }))
    }

    /// <https://schema.org/Occupation> and its breadcrumbs.
    fn role(&self, role: RoleIx) -> Vec<Value> {
        let ladder = self.ladder;
        let texts = &ladder[role];
        let route = Route::Role(texts.id.clone());
        let responsibilities: Vec<_> =
            texts.responsibilities.iter().map(|each| each.text.as_str()).collect();
        let skills: Vec<_> = texts.skills.iter().map(|each| &ladder[each.skill].name).collect();
        let occupation = without_nulls(json!({
            "@type": "Occupation",
            "name": texts.title,
            "alternateName": texts.also_known_as,
            "description": texts.summary.as_deref(),
            "responsibilities": responsibilities,
            "skills": skills,
            "occupationalCategory": texts.family,
            "url": self.address(&route),
        }));
        [occupation].into_iter().chain(self.breadcrumbs(&[(&texts.title, route)])).collect()
    }

    /// <https://schema.org/DefinedTerm>
    fn skill(&self, skill: SkillIx) -> Vec<Value> {
        let texts = &self.ladder[skill];
        let route = Route::Skill(texts.id.clone());
        let term = without_nulls(json!({
            "@type": "DefinedTerm",
            "name": texts.name,
            "alternateName": texts.also_known_as,
            "description": texts.description.as_deref(),
            "url": self.address(&route),
            "inDefinedTermSet": self.address(&Route::Matrix(Default::default())),
        }));
        let breadcrumbs = self
            .breadcrumbs(&[("Skills", Route::Matrix(Default::default())), (&texts.name, route)]);
        [term].into_iter().chain(breadcrumbs).collect()
    }

    fn comparison(&self, ends: &RolePair, route: &Route) -> Vec<Value> {
        let title = |end: &Option<_>| {
            let role = self.ladder.role_by_id(end.as_ref()?)?;
            Some(self.ladder[role].title.as_str())
        };
        let chooser = ("Compare", Route::Compare(RolePair::default()));
        let breadcrumbs = match title(&ends.from).zip(title(&ends.to)) {
            Some((from, to)) => {
                self.breadcrumbs(&[chooser, (&format!("{from} → {to}"), route.clone())])
            }
            None => self.breadcrumbs(&[chooser]),
        };
        breadcrumbs.into_iter().collect()
    }

    /// <https://schema.org/BreadcrumbList>: the ladder, then the given pages. `None` without absolute
    /// addresses.
    fn breadcrumbs(&self, pages: &[(&str, Route)]) -> Option<Value> {
        self.site?;
        let first = (self.ladder.title.as_str(), Route::default());
        let items =
            std::iter::once(&first).chain(pages).enumerate().map(|(index, (name, route))| {
                json!({
                    "@type": "ListItem",
                    "position": index + 1,
                    "name": name,
                    "item": self.address(route),
                })
            });
        Some(json!({ "@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<_>>() }))
    }

    /// The absolute address of a page, if the site's is known.
    fn address(&self, route: &Route) -> Option<String> {
        self.site.map(|site| address(Some(site), route))
    }
}

/// Removes fields without a value.
fn without_nulls(mut thing: Value) -> Value {
    if let Some(fields) = thing.as_object_mut() {
        fields.retain(|_, value| {
            !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty())
        });
    }
    thing
}

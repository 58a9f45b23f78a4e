//! What each page is about, for programs that read pages: JSON-LD in the words of schema.org.
//!
//! A data block, which no browser runs and no content security policy refuses.

use super::place;
use crate::router::{RolePair, Route};
use crate::stores::SharedLadder;
use ladder::{ResourceRef, RoleIx, SkillIx, Video};
use serde_json::{Value, json};

/// The block for a route's page, as HTML; empty for pages that are tools and not content.
#[must_use]
pub fn data_block(ladder: &SharedLadder, route: &Route, site: Option<&str>) -> String {
    let page = Page { ladder, site };
    let things = match route {
        Route::Ladder(_) => vec![page.website()],
        Route::Role(id) => ladder.role_by_id(id).map(|role| page.role(role)).unwrap_or_default(),
        Route::Matrix(_) => vec![page.path(&[("Skills", route.clone())])],
        Route::Skill(id) => {
            ladder.skill_by_id(id).map(|skill| page.skill(skill)).unwrap_or_default()
        }
        Route::Compare(ends) => page.comparison(ends, route),
        Route::Plan(_) | Route::Open | Route::Nowhere(_) => Vec::new(),
    };
    if things.is_empty() {
        return String::new();
    }
    let graph = json!({ "@context": "https://schema.org", "@graph": things }).to_string();
    // A text that holds `</script>` must not end the block.
    format!("<script type=\"application/ld+json\">{}</script>", graph.replace('<', "\\u003c"))
}

/// The ladder and the site that a page is of.
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
            "description": ladder.summary,
            "url": place::address(self.site, &Route::default()),
            "inLanguage": ladder.language,
            "license": ladder.license,
            "dateModified": ladder.updated,
        }))
    }

    /// <https://schema.org/Occupation>, the way to it, and its videos.
    fn role(&self, role: RoleIx) -> Vec<Value> {
        let ladder = self.ladder;
        let texts = &ladder[role];
        let route = Route::Role(texts.id.clone());
        let responsibilities: Vec<_> =
            texts.responsibilities.iter().map(|each| &each.text).collect();
        let skills: Vec<_> = texts.skills.iter().map(|each| &ladder[each.skill].name).collect();
        let occupation = without_nulls(json!({
            "@type": "Occupation",
            "name": texts.title,
            "alternateName": texts.also_known_as,
            "description": texts.summary,
            "responsibilities": responsibilities,
            "skills": skills,
            "occupationalCategory": texts.family,
            "url": place::address(self.site, &route),
        }));
        let own = [occupation, self.path(&[(&texts.title, route)])];
        own.into_iter().chain(texts.resources.iter().filter_map(|each| self.video(each))).collect()
    }

    /// <https://schema.org/DefinedTerm>
    fn skill(&self, skill: SkillIx) -> Vec<Value> {
        let texts = &self.ladder[skill];
        let route = Route::Skill(texts.id.clone());
        let term = without_nulls(json!({
            "@type": "DefinedTerm",
            "name": texts.name,
            "alternateName": texts.also_known_as,
            "description": texts.description,
            "url": place::address(self.site, &route),
            "inDefinedTermSet": place::address(self.site, &Route::Matrix(Default::default())),
        }));
        let path =
            self.path(&[("Skills", Route::Matrix(Default::default())), (&texts.name, route)]);
        let videos = texts.resources.iter().filter_map(|each| self.video(each));
        [term, path].into_iter().chain(videos).collect()
    }

    fn comparison(&self, ends: &RolePair, route: &Route) -> Vec<Value> {
        let title = |end: &Option<_>| {
            let role = self.ladder.role_by_id(end.as_ref()?)?;
            Some(self.ladder[role].title.as_str())
        };
        let chooser = ("Compare", Route::Compare(RolePair::default()));
        match title(&ends.from).zip(title(&ends.to)) {
            Some((from, to)) => {
                vec![self.path(&[chooser, (&format!("{from} → {to}"), route.clone())])]
            }
            None => vec![self.path(&[chooser])],
        }
    }

    /// <https://schema.org/BreadcrumbList>: the ladder, then the pages on the way.
    fn path(&self, pages: &[(&str, Route)]) -> Value {
        let first = (self.ladder.title.as_str(), Route::default());
        let items =
            std::iter::once(&first).chain(pages).enumerate().map(|(place, (name, route))| {
                json!({
                    "@type": "ListItem",
                    "position": place + 1,
                    "name": name,
                    "item": place::address(self.site, route),
                })
            });
        json!({ "@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<_>>() })
    }

    /// <https://schema.org/VideoObject>, as far as the document knows of the video: when it was
    /// published and how long it is stands in no document, and is not made up.
    fn video(&self, reference: &ResourceRef) -> Option<Value> {
        let resource = &self.ladder[reference.resource];
        let video = Video::for_reference(resource, reference)?;
        Some(without_nulls(json!({
            "@type": "VideoObject",
            "name": resource.title,
            "description": resource.description.as_ref().or(reference.note.as_ref()),
            "url": video.watch_url(),
            // Whoever embeds it decides whether it starts by itself.
            "embedUrl": video.player_url().replace("autoplay=1&", ""),
            "inLanguage": resource.languages,
            "publisher": resource.provider.as_ref().map(|name| json!({ "@type": "Organization", "name": name })),
        })))
    }
}

/// Leaves out what the document does not say.
fn without_nulls(mut thing: Value) -> Value {
    if let Some(fields) = thing.as_object_mut() {
        fields.retain(|_, value| {
            !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty())
        });
    }
    thing
}

//! Our own English words on a page whose content is in another language.

use super::{Attribute, Element, Markup};
use std::borrow::Cow;

impl Markup {
    /// Says `lang="en" dir="ltr"` of every element that holds nothing but words written in the program's
    /// source, so that they are read as what they are. What comes from a document is left as it is.
    #[must_use]
    pub fn with_our_words_marked(self) -> Self {
        match self {
            Self::Element(Element(mut parts)) => {
                let says = |name: &str| parts.attributes.iter().any(|(known, _)| *known == name);
                if parts.children.iter().any(is_ours)
                    && parts.children.iter().all(may_be_ours)
                    && !says("lang")
                {
                    for (name, value) in [("lang", "en"), ("dir", "ltr")] {
                        parts.attributes.push((name, Attribute::Fixed(Some(Cow::Borrowed(value)))));
                    }
                }
                parts.children =
                    parts.children.into_iter().map(Self::with_our_words_marked).collect();
                Self::Element(Element(parts))
            }
            Self::Many(pieces) => {
                Self::Many(pieces.into_iter().map(Self::with_our_words_marked).collect())
            }
            Self::Changing(piece) => {
                Self::Changing(Box::new(move || piece().with_our_words_marked()))
            }
            other => other,
        }
    }
}

/// Words from the source are borrowed for good; those of a document never are.
fn is_ours(piece: &Markup) -> bool {
    matches!(piece, Markup::Text(Cow::Borrowed(text)) if text.contains(|c: char| c.is_ascii_alphabetic()))
}

fn may_be_ours(piece: &Markup) -> bool {
    match piece {
        Markup::Text(Cow::Borrowed(_)) | Markup::Nothing => true,
        Markup::Element(Element(parts)) => parts.tag == "svg",
        Markup::Many(pieces) => pieces.iter().all(may_be_ours),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::markup::{Markup, view};

    #[test]
    fn words_of_the_source_are_marked_and_those_of_a_document_are_not() {
        let title = "عنوان".to_owned();
        let later = move || view! { <h3>{title.clone()}</h3> <p>"Nothing yet"</p> };
        let page: Markup = view! {
            <h2 class="x">"Levels"</h2> <p>"Leads to " <b>{String::from("رئيس")}</b> "."</p> <i lang="fr">"oui"</i> <i>" "</i> {later}
        };
        let html = page.with_our_words_marked().to_html();
        let html: String = html.replace("<!>", "").replace("<!---->", "");
        assert!(html.contains("<h2 class=\"x\" lang=\"en\" dir=\"ltr\">Levels</h2>"), "{html}");
        assert!(html.contains("<p>Leads to <b>رئيس</b>.</p>"), "{html}");
        assert!(html.contains("<i lang=\"fr\">oui</i><i> </i>"), "{html}");
        assert!(html.contains("<h3>عنوان</h3>"), "{html}");
        assert!(html.contains("<p lang=\"en\" dir=\"ltr\">Nothing yet</p>"), "{html}");
    }
}

//! Markup as HTML text, as it stands at this moment.

use super::{Attribute, Element, Markup};

/// Elements that have no end tag.
/// <https://html.spec.whatwg.org/multipage/syntax.html#void-elements>
const VOID: [&str; 5] = ["input", "br", "hr", "img", "meta"];

impl Markup {
    /// Writes it as HTML. Handlers are left out; parts that change are written as they are now.
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(&self, html: &mut String) {
        match self {
            Self::Nothing => {}
            Self::Text(text) => escape(text, html),
            Self::Element(element) => element.write(html),
            Self::Many(pieces) => pieces.iter().for_each(|piece| piece.write(html)),
            Self::Changing(piece) => piece().write(html),
        }
    }
}

impl Element {
    fn write(&self, html: &mut String) {
        html.push('<');
        html.push_str(self.0.tag);
        for (name, value) in self.0.attributes.iter().chain(&self.0.properties) {
            write_attribute(name, value, html);
        }
        html.push('>');
        if !VOID.contains(&self.0.tag) {
            self.0.children.iter().for_each(|child| child.write(html));
            html.push_str("</");
            html.push_str(self.0.tag);
            html.push('>');
        }
    }
}

fn write_attribute(name: &str, value: &Attribute, html: &mut String) {
    let text = match value {
        Attribute::Fixed(text) => text.clone(),
        Attribute::Changing(text) => text(),
    };
    if let Some(text) = text {
        html.push(' ');
        html.push_str(name);
        html.push_str("=\"");
        escape(&text, html);
        html.push('"');
    }
}

/// Writes a text so that it stands for itself between tags and in quotes.
pub(crate) fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::markup::view;

    #[test]
    fn writes_what_a_browser_reads_back() {
        let name = "a \"b\" <c> & d".to_owned();
        let markup = view! {
            <ul class="x" hidden=false aria-label=name.clone() data-n=3>
                <li aria-current=Some("page")>{name} " e"</li>
                <li>{move || Some(2)}<input type="text" prop:value="v" disabled /></li>
                {None::<String>}
            </ul>
        };
        assert_eq!(
            markup.to_html(),
            "<ul class=\"x\" aria-label=\"a &quot;b&quot; &lt;c&gt; &amp; d\" data-n=\"3\">\
             <li aria-current=\"page\">a &quot;b&quot; &lt;c&gt; &amp; d e</li>\
             <li>2<input type=\"text\" disabled=\"\" value=\"v\"></li></ul>"
        );
    }
}

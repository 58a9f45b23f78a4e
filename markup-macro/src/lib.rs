//! `view!`: pages written as markup, the way Leptos writes them, but turned into plain data.
//!
//! Leptos' own `view!` gives every element a type of its own and compiles the drawing of each; that
//! took three times the bytes (see `docs/performance.md`). This one calls `crate::markup`, whose
//! drawing is compiled once. Same syntax: elements, components, `attr=value`, `on:event=handler`,
//! `prop:name=value`, `node_ref=reference`, `{expression}`.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement};
use rstml::{Infallible, Parser, ParserConfig};
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, Lit, Stmt};

/// Turns markup into a `crate::markup::Markup`.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let parser = Parser::new(ParserConfig::new().recover_block(true));
    let (nodes, errors) = parser.parse_recoverable(tokens).split_vec();
    let errors = errors.into_iter().map(rstml_error);
    let markup = many(&nodes);
    quote! {{ #(#errors)* #markup }}.into()
}

fn rstml_error(error: proc_macro2_diagnostics::Diagnostic) -> TokenStream {
    error.emit_as_expr_tokens()
}

/// One node as it is, several as a list.
fn many(nodes: &[Node]) -> TokenStream {
    let mut parts = nodes.iter().filter_map(node);
    match nodes {
        [_] => parts.next().unwrap_or_else(|| quote!(crate::markup::Markup::Nothing)),
        _ => quote!(crate::markup::Markup::Many(vec![#(#parts),*])),
    }
}

fn node(node: &Node) -> Option<TokenStream> {
    match node {
        Node::Text(text) => {
            let text = &text.value;
            Some(quote!(crate::markup::IntoMarkup::into_markup(#text)))
        }
        Node::Block(block) => {
            let value = without_braces(block);
            Some(quote_spanned!(block.span()=> crate::markup::IntoMarkup::into_markup(#value)))
        }
        Node::Element(found) => {
            let drawn = element_or_component(found);
            Some(quote!(crate::markup::IntoMarkup::into_markup(#drawn)))
        }
        Node::Fragment(fragment) => Some(many(&fragment.children)),
        _ => None,
    }
}

/// `{expression}` as the expression alone, so that the compiler does not ask what the braces are for.
fn without_braces(block: &NodeBlock) -> TokenStream {
    match block {
        NodeBlock::ValidBlock(valid) => match valid.stmts.as_slice() {
            [Stmt::Expr(expression, None)] => quote!(#expression),
            _ => quote!(#valid),
        },
        NodeBlock::Invalid(_) => quote!(#block),
    }
}

/// A call that adds a child; the forms that are shortest once compiled come first.
fn child_call(child: &Node) -> Option<TokenStream> {
    match child {
        Node::Text(text) => {
            let text = &text.value;
            Some(quote!(.text(#text)))
        }
        Node::Element(found) if !is_component(found) => {
            let element = element_or_component(found);
            Some(quote!(.element(#element)))
        }
        other => node(other).map(|child| quote!(.child(#child))),
    }
}

fn is_component(element: &NodeElement<Infallible>) -> bool {
    let name = element.name().to_string();
    name.starts_with(|c: char| c.is_ascii_uppercase()) || name.contains("::")
}

/// An element as a `crate::markup::Element`, a component as the `Markup` that it gives.
fn element_or_component(element: &NodeElement<Infallible>) -> TokenStream {
    let name = element.name().to_string();
    let attributes: Vec<&KeyedAttribute> = element
        .attributes()
        .iter()
        .filter_map(|attribute| match attribute {
            NodeAttribute::Attribute(keyed) => Some(keyed),
            NodeAttribute::Block(_) => None,
        })
        .collect();
    if name == "Show" {
        return show(element, &attributes);
    }
    if is_component(element) {
        return component(element, &attributes);
    }
    // What is fixed and comes first is one text with the name: a call for each takes more bytes.
    let fixed: Vec<String> = attributes.iter().map_while(|attribute| fixed(attribute)).collect();
    let calls = attributes.into_iter().skip(fixed.len()).map(attribute_call);
    let children = element.children.iter().filter_map(child_call);
    let begin = name + &fixed.concat();
    quote!(crate::markup::Element::new(#begin) #(#calls)* #(#children)*)
}

/// A line with the name of an attribute and one with its value, where both are written in the source.
fn fixed(attribute: &KeyedAttribute) -> Option<String> {
    let key = attribute.key.to_string().replace(' ', "");
    match attribute.value() {
        Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. }))
            if !key.starts_with("prop:") && !text.value().contains('\n') =>
        {
            Some(format!("\n{key}\n{}", text.value()))
        }
        _ => None,
    }
}

/// `<Show when=condition>…</Show>` shows its children while the condition holds.
fn show(element: &NodeElement<Infallible>, attributes: &[&KeyedAttribute]) -> TokenStream {
    let when = attributes.iter().find(|attribute| attribute.key.to_string() == "when");
    let Some(when) = when.and_then(|attribute| attribute.value()) else {
        return quote_spanned!(element.name().span()=> compile_error!("Show needs when=…"));
    };
    let children = many(&element.children);
    quote!(crate::markup::while_true(#when, move || #children))
}

/// `<RoleCard ladder role=other />` calls the component with its props, as Leptos does.
fn component(element: &NodeElement<Infallible>, attributes: &[&KeyedAttribute]) -> TokenStream {
    let name = element.name();
    let fields = attributes.iter().map(|attribute| {
        let key = format_ident!("{}", attribute.key.to_string(), span = attribute.key.span());
        match attribute.value() {
            Some(value) => quote!(.#key(#value)),
            None => quote!(.#key(#key)),
        }
    });
    quote_spanned!(name.span()=> ::leptos::component::component_view(
        #name,
        ::leptos::component::component_props_builder(&#name) #(#fields)* .build()
    ))
}

fn attribute_call(attribute: &KeyedAttribute) -> TokenStream {
    let key = attribute.key.to_string().replace(' ', "");
    let span: Span = attribute.key.span();
    let value = attribute.value().map_or_else(|| quote!(true), |value| quote!(#value));
    if let Some(event) = key.strip_prefix("on:") {
        return quote_spanned!(span=> .on(#event, #value));
    }
    if let Some(property) = key.strip_prefix("prop:") {
        return quote_spanned!(span=> .property(#property, #value));
    }
    if key == "node_ref" {
        return quote_spanned!(span=> .reference(#value));
    }
    match attribute.value() {
        Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) => {
            quote_spanned!(span=> .literal(#key, #text))
        }
        _ => quote_spanned!(span=> .attribute(#key, #value)),
    }
}

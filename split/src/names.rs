//! The names between a program and its JavaScript. wasm-bindgen gives each import a name with 16
//! digits of a digest, which no compression makes smaller, in both files; and it exports what
//! libraries offer and this page never calls, with all the code behind it.

use anyhow::{Context, Result};
use std::collections::HashMap;
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Import, Parser, Payload};

/// Exports of `wasm-streams`, for streams that are made in Rust and read in JavaScript. It is in
/// the program because Leptos' server functions ask for it, and none of these is ever made here.
const UNCALLED: &str = "intounderlying";

/// The program and its JavaScript, with short names and without exports that nobody calls.
pub fn shortened(wasm: &[u8], js: &str) -> Result<(Vec<u8>, String)> {
    let mut short = Names::default();
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("The program is no wasm.")?;
        match &payload {
            Payload::ImportSection(section) => {
                let mut imports = ImportSection::new();
                for import in section.clone().into_imports() {
                    let Import { module, name, ty } = import?;
                    imports.import(
                        module,
                        short.of(js, name),
                        wasm_encoder::EntityType::try_from(ty)?,
                    );
                }
                module.section(&imports);
            }
            Payload::ExportSection(section) => {
                let mut exports = ExportSection::new();
                for export in section.clone() {
                    let export = export?;
                    if !export.name.contains(UNCALLED) {
                        exports.export(export.name, export.kind.into(), export.index);
                    }
                }
                module.section(&exports);
            }
            other => {
                if let Some((id, range)) = other.as_section() {
                    let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
                    let data = wasm.get(range).context("The program is cut off.")?;
                    module.section(&RawSection { id, data });
                }
            }
        }
    }
    Ok((module.finish(), short.written(js)))
}

/// The short names that were given.
#[derive(Default)]
struct Names(HashMap<String, String>);

impl Names {
    /// The short name for an import that stands in the JavaScript as one word; else the name itself.
    fn of<'a>(&'a mut self, js: &str, name: &'a str) -> &'a str {
        if !name.starts_with("__wb") || !words(js).any(|word| word == name) {
            return name;
        }
        let next = format!("_{}", self.0.len());
        self.0.entry(name.to_owned()).or_insert(next)
    }

    /// The JavaScript with each name that was shortened.
    fn written(&self, js: &str) -> String {
        let mut written = String::with_capacity(js.len());
        let mut rest = js;
        while let Some(start) = rest.find(is_of_word) {
            let end = rest[start..].find(|c| !is_of_word(c)).map_or(rest.len(), |at| start + at);
            let word = &rest[start..end];
            written.push_str(&rest[..start]);
            written.push_str(self.0.get(word).map_or(word, String::as_str));
            rest = &rest[end..];
        }
        written + rest
    }
}

fn words(js: &str) -> impl Iterator<Item = &str> {
    js.split(|c| !is_of_word(c))
}

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, FunctionSection, TypeSection};

    fn program() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./x.js", "__wbg_click_0123456789abcdef", EntityType::Function(0));
        imports.import("./x.js", "other", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut exports = ExportSection::new();
        exports.export("start", ExportKind::Func, 0);
        exports.export("__wbg_intounderlyingsink_free", ExportKind::Func, 1);
        let mut code = wasm_encoder::CodeSection::new();
        let mut body = wasm_encoder::Function::new([]);
        body.instruction(&wasm_encoder::Instruction::End);
        code.function(&body);
        let mut module = Module::new();
        module
            .section(&types)
            .section(&imports)
            .section(&functions)
            .section(&exports)
            .section(&code);
        module.finish()
    }

    #[test]
    fn both_files_agree_on_the_short_names() {
        let js = "const a = { __wbg_click_0123456789abcdef: f, other: g }; b.__wbg_click_0123456789abcdefg";
        let (wasm, js) = shortened(&program(), js).unwrap();
        assert_eq!(js, "const a = { _0: f, other: g }; b.__wbg_click_0123456789abcdefg");
        let text = String::from_utf8_lossy(&wasm);
        assert!(text.contains("_0") && text.contains("other") && !text.contains("click"));
        assert!(text.contains("start") && !text.contains("intounderlying"));
        wasmparser::validate(&wasm).unwrap();
    }
}

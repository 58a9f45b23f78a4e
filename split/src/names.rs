//! The names between a program and its JavaScript. wasm-bindgen gives each import a name with 16
//! digits of a digest, which no compression makes smaller, in both files; and both hold what a library
//! offers and this page never calls.

use anyhow::{Context, Result, ensure};
use std::collections::{HashMap, HashSet};
use wasm_encoder::{
    CodeSection, ExportSection, Function, ImportSection, Instruction, Module, RawSection,
};
use wasmparser::{Import, KnownCustom, Name, Operator, Parser, Payload, TypeRef};

/// What `wasm-streams` exports, for streams that are made in Rust and read in JavaScript. It is in
/// the program because Leptos' server functions ask for it, and none of these is ever made here.
const UNCALLED: &str = "intounderlying";

/// The same as classes of the JavaScript.
const UNCALLED_CLASS: &str = "IntoUnderlying";

/// What the linker's names of its functions hold. They stand in the table of functions, so that an
/// optimiser has to keep them unless they are empty.
const UNCALLED_CODE: &str = "wasm_streams";

/// What wasm-bindgen makes of a closure that JavaScript calls, in the linker's names. `js-sys` has many of them for
/// what nobody here calls; those that are called are exported, or called by what is.
const INVOKER: &str = "12wasm_bindgen7convert8closures1__6invoke";

/// The program and its JavaScript, with short names and without exports that nobody calls.
pub fn shortened(wasm: &[u8], js: &str) -> Result<(Vec<u8>, String)> {
    let mut short = Names::default();
    let mut module = Module::new();
    let uncalled = uncalled(wasm)?;
    let (mut code, mut left) = (CodeSection::new(), 0);
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
                        exports.export(short.of(js, export.name), export.kind.into(), export.index);
                    }
                }
                module.section(&exports);
            }
            Payload::CodeSectionStart { count, .. } => left = *count,
            Payload::CodeSectionEntry(body) => {
                if uncalled.contains(&code.len()) {
                    let mut empty = Function::new([]);
                    empty.instruction(&Instruction::Unreachable).instruction(&Instruction::End);
                    code.function(&empty);
                } else {
                    code.raw(body.as_bytes());
                }
                left -= 1;
                if left == 0 {
                    module.section(&code);
                }
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
    Ok((module.finish(), short.written(&without_classes(js))))
}

/// The functions that nobody calls, by their places among those that the program defines.
fn uncalled(wasm: &[u8]) -> Result<HashSet<u32>> {
    let (mut imported, mut called) = (0, HashSet::new());
    let (mut uncalled, mut invokers) = (HashSet::new(), Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("The program is no wasm.")? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    called.insert(export?.index);
                }
            }
            Payload::CodeSectionEntry(body) => {
                for operator in body.get_operators_reader()? {
                    if let Operator::Call { function_index } = operator? {
                        called.insert(function_index);
                    }
                }
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(names) = section.as_known() else { continue };
                for names in names {
                    let Name::Function(names) = names? else { continue };
                    for naming in names {
                        let naming = naming?;
                        if naming.name.contains(UNCALLED_CODE) {
                            uncalled.insert(naming.index);
                        } else if naming.name.contains(INVOKER) {
                            invokers.push(naming.index);
                        }
                    }
                }
            }
            _ => {}
        }
    }
    uncalled.extend(invokers.into_iter().filter(|invoker| !called.contains(invoker)));
    Ok(uncalled.into_iter().filter_map(|index| index.checked_sub(imported)).collect())
}

/// The JavaScript without the classes for it, as wasm-bindgen writes them.
fn without_classes(js: &str) -> String {
    let (class, constant, other) = (
        format!("export class {UNCALLED_CLASS}"),
        format!("const {UNCALLED_CLASS}"),
        format!("if (Symbol.dispose) {UNCALLED_CLASS}"),
    );
    let (mut kept, mut until) = (String::with_capacity(js.len()), None);
    for line in js.split_inclusive('\n') {
        if until.is_none() {
            until = match line {
                _ if line.starts_with(&class) => Some("}"),
                _ if line.starts_with(&constant) || line.starts_with(&other) => Some(";"),
                _ => {
                    kept.push_str(line);
                    continue;
                }
            };
        }
        // A class ends with a brace in the first column, a statement with its semicolon.
        let end = line.trim_end();
        let is_end = |until: &str| if until == "}" { end == until } else { end.ends_with(until) };
        until = until.filter(|until| !is_end(until));
    }
    kept
}

/// The short names that were given.
#[derive(Default)]
struct Names(HashMap<String, String>);

impl Names {
    /// The short name for an import or export that stands in the JavaScript as one word; else the name itself.
    fn of<'a>(&'a mut self, js: &str, name: &'a str) -> &'a str {
        let is_given = name.starts_with("__wb") || name.starts_with("wasm_bindgen_");
        if !is_given || !words(js).any(|word| word == name) {
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

/// The JavaScript without what stands in it for imports that the program no longer has once it was made small.
pub fn without_unused(wasm: &[u8], js: &str) -> Result<String> {
    let mut imported = HashSet::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(section) = payload.context("The program is no wasm.")? {
            for import in section.into_imports() {
                imported.insert(import?.name);
            }
        }
    }
    let (mut kept, mut is_unused) = (String::with_capacity(js.len()), false);
    for line in js.split_inclusive('\n') {
        // As wasm-bindgen writes them: `_7: function(…) {` to one of these ends, all this far in.
        let named = line.strip_prefix("        _").and_then(|line| line.split_once(": function("));
        if let Some((number, _)) = named {
            is_unused = !imported.contains(format!("_{number}").as_str());
        }
        if !is_unused {
            kept.push_str(line);
        }
        is_unused &= !["        },", "        }, arguments); },"].contains(&line.trim_end());
    }
    let is_short =
        |name: &&&str| name.strip_prefix('_').is_some_and(|rest| rest.parse::<u32>().is_ok());
    for name in imported.iter().filter(is_short) {
        ensure!(
            kept.contains(&format!("{name}: function(")),
            "The program's JavaScript lost {name}."
        );
    }
    Ok(kept)
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
        (0..4).for_each(|_| _ = functions.function(0));
        let mut exports = ExportSection::new();
        exports.export("start", ExportKind::Func, 0);
        exports.export("__wbg_intounderlyingsink_free", ExportKind::Func, 1);
        exports.export("wasm_bindgen_0123456789abcdef___invoke", ExportKind::Func, 4);
        let mut code = wasm_encoder::CodeSection::new();
        let mut empty = Function::new([]);
        empty.instruction(&Instruction::End);
        let mut calling = Function::new([]);
        calling.instruction(&Instruction::Call(5)).instruction(&Instruction::End);
        [&empty, &empty, &calling, &empty].into_iter().for_each(|body| _ = code.function(body));
        let mut module = Module::new();
        let mut of_functions = wasm_encoder::NameMap::new();
        of_functions.append(2, "_RNvCs_12wasm_streams4pull");
        of_functions.append(3, "_RIn_12wasm_bindgen7convert8closures1__6invokehE");
        of_functions.append(4, "_RIn_12wasm_bindgen7convert8closures1__6invokelE");
        of_functions.append(5, "_RIn_12wasm_bindgen7convert8closures1__6invokemE");
        let mut names = wasm_encoder::NameSection::new();
        names.functions(&of_functions);
        module
            .section(&types)
            .section(&imports)
            .section(&functions)
            .section(&exports)
            .section(&code)
            .section(&names);
        module.finish()
    }

    #[test]
    fn classes_that_nobody_makes_are_left_out() {
        let js = "let a;\nexport class IntoUnderlyingSink {\n    free() {\n        b();\n    }\n}\n\
            if (Symbol.dispose) IntoUnderlyingSink.prototype.x = 1;\nexport class Kept {\n}\n\
            const IntoUnderlyingSinkFinalization = (c)\n    ? d\n    : new E(f => f.g);\nh();\n";
        assert_eq!(without_classes(js), "let a;\nexport class Kept {\n}\nh();\n");
    }

    #[test]
    fn both_files_agree_on_the_short_names() {
        let js = "const a = { __wbg_click_0123456789abcdef: f, other: g }; b.__wbg_click_0123456789abcdefg; \
            c.wasm_bindgen_0123456789abcdef___invoke()";
        let (wasm, js) = shortened(&program(), js).unwrap();
        let short = "const a = { _0: f, other: g }; b.__wbg_click_0123456789abcdefg; c._1()";
        assert_eq!(js, short);
        let text = String::from_utf8_lossy(&wasm);
        assert!(text.contains("_0") && text.contains("other") && !text.contains("click"));
        assert!(text.contains("start") && !text.contains("intounderlying"));
        wasmparser::validate(&wasm).unwrap();
        let unreachable = |wasm: &[u8]| {
            let bodies =
                Parser::new(0).parse_all(wasm).filter_map(|payload| match payload.unwrap() {
                    Payload::CodeSectionEntry(body) => Some(body),
                    _ => None,
                });
            let first = bodies.map(|body| body.get_operators_reader().unwrap().read().unwrap());
            let is_unreachable = |first| matches!(first, wasmparser::Operator::Unreachable);
            first.map(is_unreachable).collect::<Vec<_>>()
        };
        assert_eq!(unreachable(&program()), [false; 4]);
        assert_eq!(unreachable(&wasm), [true, true, false, false], "nobody calls the first two");
    }

    #[test]
    fn what_the_program_no_longer_imports_is_left_out() {
        let js = "    return {\n        _0: function(a) {\n            if (a) {\n            }\n        },\n        \
            _1: function(a) {\n            b();\n        },\n        other: c,\n    };\n";
        let (wasm, _) = shortened(&program(), "__wbg_click_0123456789abcdef").unwrap();
        let kept = "    return {\n        _0: function(a) {\n            if (a) {\n            }\n        },\n        \
            other: c,\n    };\n";
        assert_eq!(without_unused(&wasm, js).unwrap(), kept);
    }
}

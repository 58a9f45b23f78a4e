//! What several parts share stands in a file for each set of parts that shares it, and most of those files hold a
//! function or two. Each is a request and a digest, so the small ones become one, which each of those parts asks for.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, DataCountSection, DataSection, ElementSection, FunctionSection, Module, RawSection,
};
use wasmparser::{Parser, Payload};

/// Files whose code and data have fewer bytes become one.
const SMALL: u64 = 2_000;

/// Makes one file of the small ones in `folder`, which are named `chunk_…`, and has the loader and the list of what
/// each part needs ask for that one.
pub fn merge_small(folder: &Path, loader: &mut String, needed: &mut String) -> Result<()> {
    let mut small = BTreeMap::new();
    for entry in fs::read_dir(folder).context("target/ cannot be read.")? {
        let path = entry.context("target/ cannot be read.")?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let is_chunk = stem.starts_with("chunk_") && path.extension().is_some_and(|e| e == "wasm");
        if is_chunk {
            let wasm = fs::read(&path).context("A part of the program cannot be read.")?;
            if weight(&wasm)? < SMALL {
                small.insert(stem, (path, wasm));
            }
        }
    }
    let Some((first, (path, _))) = small.first_key_value() else { return Ok(()) };
    let merged = merged(small.values().map(|(_, wasm)| wasm.as_slice()))?;
    for (stem, (path, _)) in small.iter().skip(1) {
        *loader = asking_for(loader, stem, first)?;
        *needed = listing(needed, stem, first);
        fs::remove_file(path).context("target/ cannot be written to.")?;
    }
    fs::write(path, merged).context("target/ cannot be written to.")
}

/// The bytes of code and data.
fn weight(wasm: &[u8]) -> Result<u64> {
    let mut sum = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("A part is no wasm.")? {
            Payload::CodeSectionStart { range, .. } => sum += range.end - range.start,
            Payload::DataSection(section) => sum += section.range().end - section.range().start,
            _ => {}
        }
    }
    Ok(sum)
}

/// One module with the functions of all, each at its place in the table. They know nothing of each other but by that
/// table, and stand on the same types and the same imports, some without those that they do not need.
fn merged<'a>(modules: impl Iterator<Item = &'a [u8]>) -> Result<Vec<u8>> {
    let (mut types, mut imports): (&[u8], &[u8]) = (&[], &[]);
    let (mut functions, mut elements) = (FunctionSection::new(), ElementSection::new());
    let (mut code, mut data) = (CodeSection::new(), DataSection::new());
    for wasm in modules {
        let mut moved = Moved(functions.len());
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload.context("A part is no wasm.")?;
            match &payload {
                Payload::FunctionSection(section) => {
                    moved.parse_function_section(&mut functions, section.clone()).map_err(told)?;
                }
                Payload::ElementSection(section) => {
                    moved.parse_element_section(&mut elements, section.clone()).map_err(told)?;
                }
                Payload::DataSection(section) => {
                    moved.parse_data_section(&mut data, section.clone()).map_err(told)?;
                }
                Payload::CodeSectionEntry(body) => {
                    moved.parse_function_body(&mut code, body.clone()).map_err(told)?;
                }
                other => {
                    let Some((id, range)) = other.as_section() else { continue };
                    let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
                    let section = wasm.get(range).context("A part is cut off.")?;
                    match id {
                        TYPES => {
                            ensure!(types.is_empty() || types == section, "Parts differ in types.");
                            types = section;
                        }
                        IMPORTS if section.len() > imports.len() => imports = section,
                        _ => {}
                    }
                }
            }
        }
    }
    let mut module = Module::new();
    module
        .section(&RawSection { id: TYPES, data: types })
        .section(&RawSection { id: IMPORTS, data: imports })
        .section(&functions)
        .section(&elements)
        .section(&DataCountSection { count: data.len() })
        .section(&code)
        .section(&data);
    let merged = module.finish();
    wasmparser::validate(&merged).context("Small parts do not make one part.")?;
    Ok(merged)
}

/// The numbers of sections, <https://webassembly.github.io/spec/core/binary/modules.html#sections>.
const TYPES: u8 = 1;
const IMPORTS: u8 = 2;

/// Functions counted from another one on.
struct Moved(u32);

impl Reencode for Moved {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Self::Error>> {
        Ok(self.0 + function)
    }
}

fn told(why: Error) -> anyhow::Error {
    anyhow::anyhow!("A part cannot be put together with others: {why}")
}

/// How the loader ends what it says of a file that needs no other.
const END: &str = "\n, []);\n";

/// The loader without `stem`'s file, and with the one of `other` wherever it was asked for.
fn asking_for(loader: &str, stem: &str, other: &str) -> Result<String> {
    let unknown = || format!("The loader of parts does not know {stem}.wasm.");
    let begin = format!("const __{stem} = ");
    let (before, rest) = loader.split_once(&begin).with_context(unknown)?;
    let (_, after) = rest.split_once(END).with_context(unknown)?;
    let (stem, other) = (format!("__{stem}"), format!("__{other}"));
    let line = |line: &str| match line.strip_prefix(", [").and_then(|line| line.split_once(']')) {
        Some((files, end)) => format!(", [{}]{end}\n", once(files, ", ", &stem, &other)),
        None => format!("{line}\n"),
    };
    Ok(before.lines().chain(after.lines()).map(line).collect())
}

/// The list of what each part needs, with `other` in the place of `stem`.
fn listing(needed: &str, stem: &str, other: &str) -> String {
    needed.lines().map(|line| once(line, " ", stem, other) + "\n").collect()
}

/// The names of a list, `other` in the place of `stem`, each once.
fn once(names: &str, between: &str, stem: &str, other: &str) -> String {
    let mut found: Vec<&str> = Vec::new();
    for name in names.split(between).map(|name| if name == stem { other } else { name }) {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found.join(between)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        ConstExpr, Elements, EntityType, Function, ImportSection, Instruction, RefType, TableType,
        TypeSection,
    };

    /// Two functions, of which the second calls the first and stands at a place of the table.
    fn part(place: i32, result: i32) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [wasm_encoder::ValType::I32]);
        let mut imports = ImportSection::new();
        let table = TableType {
            element_type: RefType::FUNCREF,
            minimum: 9,
            maximum: None,
            table64: false,
            shared: false,
        };
        imports.import("__wasm_split", "table", EntityType::Table(table));
        let mut functions = FunctionSection::new();
        functions.function(0).function(0);
        let mut elements = ElementSection::new();
        let place = ConstExpr::i32_const(place);
        elements.active(None, &place, Elements::Functions(vec![1].into()));
        let mut code = CodeSection::new();
        for instruction in [Instruction::I32Const(result), Instruction::Call(0)] {
            let mut body = Function::new([]);
            body.instruction(&instruction).instruction(&Instruction::End);
            code.function(&body);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&elements);
        module.section(&code);
        module.finish()
    }

    #[test]
    fn functions_keep_their_places_and_whom_they_call() {
        let (first, second) = (part(3, 30), part(5, 50));
        let merged = merged([first.as_slice(), second.as_slice()].into_iter()).unwrap();
        wasmparser::validate(&merged).unwrap();
        let (mut calls, mut places) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(&merged) {
            match payload.unwrap() {
                Payload::CodeSectionEntry(body) => {
                    let mut operators = body.get_operators_reader().unwrap();
                    calls.push(format!("{:?}", operators.read().unwrap()));
                }
                Payload::ElementSection(section) => section.into_iter().for_each(|element| {
                    let wasmparser::ElementItems::Functions(functions) = element.unwrap().items
                    else {
                        panic!("not functions")
                    };
                    places.extend(functions.into_iter().map(Result::unwrap));
                }),
                _ => {}
            }
        }
        let call = |function| format!("Call {{ function_index: {function} }}");
        let give = |value| format!("I32Const {{ value: {value} }}");
        assert_eq!(calls, [give(30), call(0), give(50), call(2)]);
        assert_eq!(places, [1, 3]);
    }

    #[test]
    fn whoever_asked_for_a_small_file_asks_for_the_one_of_all() {
        let of = |name: &str, files: &str| {
            format!("const {name} = makeLoad(() => {{\n}}\n, [{files}]);\n")
        };
        let part = |files| "export ".to_owned() + &of("__wasm_split_load_a", files);
        let loader =
            of("__chunk_1", "") + &of("__chunk_2", "") + &part("__chunk_1, __chunk_2, __chunk_3");
        let asking = asking_for(&loader, "chunk_2", "chunk_1").unwrap();
        assert_eq!(asking, of("__chunk_1", "") + &part("__chunk_1, __chunk_3"));
        assert_eq!(listing("a chunk_2 chunk_3\n", "chunk_2", "chunk_1"), "a chunk_1 chunk_3\n");
        assert!(asking_for(&loader, "chunk_9", "chunk_1").is_err());
    }
}

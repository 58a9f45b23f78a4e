//! Imports files: reads them into a draft, and makes the document of it.

use crate::cell_error::report_errors;
use crate::csv_table::read_csv;
use crate::decode::decode_table;
use crate::draft::Draft;
use crate::format::SourceFormat;
use crate::json_writer::MappedJson;
use crate::layout::{Reading, read_tables};
use crate::level_order::order_levels;
use crate::mapping::Mapping;
use crate::markdown::read_pages;
use crate::node::{Key, Node, Value};
use crate::remark::{Kept, Remark, RemarkKind, Report};
use crate::rich_fields::write_texts;
use crate::source::Source;
use crate::source_document::{RefusedSource, SourceDocument, SourceProblem, read_document};
use crate::table::{Table, TableError};
use crate::workbook::read_workbook;
use ladder::{FormatVersion, shown};

/// The most bytes of a file.
const MAX_BYTES: usize = 128 * 1024 * 1024;

/// A file to import.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    /// Its name or path.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// An imported document and the report of its import.
#[derive(Debug)]
pub struct Imported {
    /// The document.
    pub document: SourceDocument,
    /// What was understood, guessed and left out.
    pub remarks: Vec<Remark>,
}

/// Imports files of any format as one document.
///
/// # Errors
/// If a file cannot be read, or files of different kinds are given.
pub fn import(files: &[SourceFile<'_>], mapping: &Mapping) -> Result<Imported, RefusedSource> {
    let Some(first) = files.first() else {
        let problems = vec![SourceProblem::of_file("there is nothing to import")];
        return Err(RefusedSource { sources: vec![Source::default()], problems });
    };
    let format = SourceFormat::of(first.name);
    if matches!(format, SourceFormat::Json | SourceFormat::Yaml | SourceFormat::Toml) {
        if files.len() > 1 {
            let problems = vec![SourceProblem::of_file(
                "a ladder in JSON, YAML or TOML is one file; import one at a time",
            )];
            return Err(RefusedSource {
                sources: vec![Source { name: first.name.to_owned(), ..Source::default() }],
                problems,
            });
        }
        let document = read_document(first.name, first.bytes)?;
        let message = "the mapping: a ladder in JSON, YAML or TOML is read as it is";
        let ignored = (!mapping.is_empty()).then(|| left_out(message.to_owned()));
        return Ok(Imported { document, remarks: ignored.into_iter().collect() });
    }
    let mut sources = Vec::new();
    let mut tables = Vec::new();
    let mut pages = Vec::new();
    let mut report = Report::default();
    let mut draft = Draft::default();
    for file in files {
        let result = match SourceFormat::of(file.name) {
            _ if file.bytes.len() > MAX_BYTES => Err(TableError::TooManyBytes),
            SourceFormat::Markdown if format == SourceFormat::Markdown => {
                let text = decode_table(file.bytes);
                pages.push(sources.len());
                sources.push(Source { name: file.name.to_owned(), sheet: None, text });
                Ok(())
            }
            _ if format == SourceFormat::Markdown => Err(TableError::DifferentKinds),
            SourceFormat::Csv => csv(file, &mut sources, &mut tables, &mut report),
            SourceFormat::Workbook => {
                let read = read_workbook(file.name, file.bytes, sources.len(), &mut report);
                read.map(|(found, sheets)| {
                    sources.extend(found);
                    tables.extend(sheets);
                })
            }
            _ => Err(TableError::DifferentKinds),
        };
        if let Err(error) = result {
            sources.push(Source { name: file.name.to_owned(), ..Source::default() });
            let problem = SourceProblem {
                source: sources.len() - 1,
                ..SourceProblem::of_file(error.to_string())
            };
            return Err(RefusedSource { sources, problems: vec![problem] });
        }
    }
    let mut reading = Reading { draft: &mut draft, mapping, report: &mut report };
    let pages: Vec<_> = pages.into_iter().map(|at| (at, sources[at].text.as_str())).collect();
    read_pages(&pages, &mut reading);
    read_tables(&tables, &mut reading);
    if !report.problems.is_empty() || !draft.is_within_limits(&mut report) {
        return Err(RefusedSource { sources, problems: report.problems });
    }
    order_levels(&mut draft, mapping, &mut report);
    let mut node = draft.into_node(&stem(first.name), mapping, &mut report);
    mapping.replace_texts(&mut node);
    let mut kept = Kept::default();
    let format_version = write_texts(&mut node, mapping.format(), &mut kept, &mut report);
    set_format(&mut node, format_version);
    mapping.set_fields(&mut node, format_version);
    if !report.problems.is_empty() {
        return Err(RefusedSource { sources, problems: report.problems });
    }
    kept.add_addresses(&node);
    report.report_lost_markup(&kept);
    report.remarks.sort_by_key(|remark| (remark.location, remark.kind));
    let unused = mapping.unused().into_iter().map(|(section, name)| {
        left_out(format!("{} in `{section}` of the mapping: the files do not have it", shown(name)))
    });
    report.remarks.extend(unused);
    let document = SourceDocument::new(sources, format, MappedJson::new(&node));
    Ok(Imported { document, remarks: report.remarks })
}

/// A remark on something that no place in the files stands for.
fn left_out(message: String) -> Remark {
    Remark { kind: RemarkKind::LeftOut, location: None, message }
}

/// Writes the version of the format.
fn set_format(node: &mut Node, version: FormatVersion) {
    if let Value::Object(fields) = &mut node.value {
        let json = version.number().to_string();
        let value = Value::Number { written: json.clone(), json };
        let key = Key { name: "format".to_owned(), location: node.location };
        fields.insert(0, (key, Node { value, location: node.location }));
    }
}

fn csv(
    file: &SourceFile<'_>,
    sources: &mut Vec<Source>,
    tables: &mut Vec<Table>,
    report: &mut Report,
) -> Result<(), TableError> {
    let text = decode_table(file.bytes);
    let mut table = read_csv(&text, &stem(file.name), sources.len())?;
    report_errors(&mut table, report);
    tables.push(table);
    sources.push(Source { name: file.name.to_owned(), sheet: None, text });
    Ok(())
}

/// The name of a file without folders and ending.
fn stem(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

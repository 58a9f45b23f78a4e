//! A document as JSON, with the way back from its problems to the source.

use crate::decode::decode;
use crate::format::SourceFormat;
use crate::import::{Imported, SourceFile, import};
use crate::json_writer::MappedJson;
use crate::mapping::Mapping;
use crate::node::Node;
use crate::remark::Remark;
use crate::source::{Location, Source};
use crate::toml_reader::read_toml;
use crate::workbook::cell_name;
use crate::yaml_reader::read_yaml;
use ladder::{Ladder, Place, Problem, Reading, Severity, read, shown};

/// A document that was read from a source, as JSON.
#[derive(Debug)]
pub struct SourceDocument {
    /// What it was read from.
    pub sources: Vec<Source>,
    /// How the first source is written.
    pub format: SourceFormat,
    json: MappedJson,
}

/// A problem with its place in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceProblem {
    /// The index of the source.
    pub source: usize,
    /// The problem. Its place is in the source: line and column, or row and column of a sheet.
    pub problem: Problem,
}

/// What checking a document gives.
#[derive(Debug, Default)]
pub struct SourceReading {
    /// What the document was read from.
    pub sources: Vec<Source>,
    /// The ladder, if there is no error.
    pub ladder: Option<Ladder>,
    /// Every problem, in the order of the sources.
    pub problems: Vec<SourceProblem>,
    /// What was understood, guessed and left out of a table or Markdown.
    pub remarks: Vec<Remark>,
    /// Whether the ladder holds everything that the document does.
    pub complete: bool,
}

/// A source that is no document, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedSource {
    /// The files and sheets.
    pub sources: Vec<Source>,
    /// At least one error.
    pub problems: Vec<SourceProblem>,
}

impl From<RefusedSource> for SourceReading {
    fn from(refused: RefusedSource) -> Self {
        let RefusedSource { sources, problems } = refused;
        Self { sources, problems, ..Self::default() }
    }
}

impl SourceProblem {
    /// An error at a place in a source.
    pub(crate) fn error(location: Location, message: impl Into<String>) -> Self {
        let place = Some(location.place);
        let problem = Problem {
            severity: Severity::Error,
            pointer: String::new(),
            place,
            message: message.into(),
        };
        Self { source: location.source, problem }
    }

    /// An error of a whole file.
    pub(crate) fn of_file(message: impl Into<String>) -> Self {
        let (severity, pointer, message) = (Severity::Error, String::new(), message.into());
        Self { source: 0, problem: Problem { severity, pointer, place: None, message } }
    }
}

impl SourceReading {
    /// The reading of a file that could not be read, and why.
    #[must_use]
    pub fn unreadable(name: &str, reason: &str) -> Self {
        let source = Source { name: name.to_owned(), ..Source::default() };
        let problem = SourceProblem::of_file(format!("the file cannot be read: {reason}"));
        Self { sources: vec![source], problems: vec![problem], ..Self::default() }
    }

    /// The text of the first source; empty for a spreadsheet.
    #[must_use]
    pub fn text(&self) -> &str {
        self.sources.first().map_or("", |source| &source.text)
    }
}

/// Reads a document in any format; the end of `name` says which. Whether it is a valid ladder
/// is checked by [`SourceDocument::check`].
///
/// # Errors
/// Every problem that keeps the source from being a document: not text, a fault of syntax, a field that
/// is there twice.
pub fn read_document(name: &str, bytes: &[u8]) -> Result<SourceDocument, RefusedSource> {
    if !SourceFormat::of(name).is_document() {
        let file = SourceFile { name, bytes };
        return import(&[file], &Mapping::default()).map(|imported| imported.document);
    }
    let (source, format) = decoded(name, bytes)?;
    if format == SourceFormat::Json {
        let json = MappedJson::unmapped(source.text.clone());
        return Ok(SourceDocument { sources: vec![source], format, json });
    }
    let (source, node) = parsed(source, format)?;
    Ok(SourceDocument { sources: vec![source], format, json: MappedJson::new(&node) })
}

/// Reads JSON, YAML or TOML as a value. JSON is read as YAML, of which it is a part.
pub(crate) fn read_node(name: &str, bytes: &[u8]) -> Result<(Source, Node), RefusedSource> {
    let (source, format) = decoded(name, bytes)?;
    parsed(source, format)
}

fn decoded(name: &str, bytes: &[u8]) -> Result<(Source, SourceFormat), RefusedSource> {
    let format = SourceFormat::of(name);
    let mut source = Source { name: name.to_owned(), ..Source::default() };
    match decode(bytes) {
        Ok(text) => source.text = text,
        Err(error) => {
            let problems = vec![SourceProblem::of_file(error.to_string())];
            return Err(RefusedSource { sources: vec![source], problems });
        }
    }
    Ok((source, format))
}

fn parsed(source: Source, format: SourceFormat) -> Result<(Source, Node), RefusedSource> {
    let mut problems = Vec::new();
    let node = match format {
        SourceFormat::Toml => read_toml(&source.text, &mut problems),
        _ => read_yaml(&source.text, &mut problems),
    };
    match node {
        Some(node) => Ok((source, node)),
        None => Err(RefusedSource { sources: vec![source], problems }),
    }
}

/// Reads a document and checks it, whatever it is written in.
#[must_use]
pub fn read_and_check(name: &str, bytes: &[u8]) -> SourceReading {
    match import(&[SourceFile { name, bytes }], &Mapping::default()) {
        Ok(Imported { document, remarks }) => SourceReading { remarks, ..document.check() },
        Err(refused) => refused.into(),
    }
}

impl SourceDocument {
    /// A document with its sources and the places of its values in them.
    pub(crate) fn new(sources: Vec<Source>, format: SourceFormat, json: MappedJson) -> Self {
        Self { sources, format, json }
    }

    /// The document as JSON.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json.json
    }

    /// Checks the document. Every problem has its place in the source.
    #[must_use]
    pub fn check(self) -> SourceReading {
        let Reading { ladder, problems, complete } = read(self.json());
        let problems = problems.into_iter().map(|problem| self.in_source(problem));
        let mut problems: Vec<_> = problems.collect();
        if self.format != SourceFormat::Json {
            let place = |problem: &SourceProblem| {
                let place = problem.problem.place;
                (
                    problem.source,
                    place.is_none(),
                    place.map(|Place { line, column }| (line, column)),
                )
            };
            problems.sort_by_key(place);
        }
        SourceReading {
            sources: self.sources,
            ladder,
            problems,
            complete,
            ..SourceReading::default()
        }
    }

    /// Gives a problem of the JSON its place in the source.
    fn in_source(&self, mut problem: Problem) -> SourceProblem {
        if self.format == SourceFormat::Json {
            return SourceProblem { source: 0, problem };
        }
        let Some(origin) = problem.place.and_then(|place| self.json.origin(place.column)) else {
            return SourceProblem { source: 0, problem };
        };
        let location = origin.location;
        problem.place = Some(location.place);
        if let Some(sheet) =
            self.sources.get(location.source).and_then(|source| source.sheet.as_ref())
        {
            let cell = cell_name(location.place);
            problem.message = format!("{} (sheet {}, cell {cell})", problem.message, shown(sheet));
        }
        if let Some(written) = &origin.scalar
            && self.format.is_document()
            && problem.message.contains("must be text, not")
        {
            let language = if self.format == SourceFormat::Yaml { "YAML" } else { "TOML" };
            let kind = if matches!(written.as_str(), "true" | "false") {
                "true or false"
            } else {
                "a number"
            };
            problem.message +=
                &format!("; without quotes, {language} reads it as {kind}: write `\"{written}\"`");
        }
        SourceProblem { source: origin.location.source, problem }
    }
}

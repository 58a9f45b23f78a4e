//! The formats of source files, by the ends of their names.

/// The format of a source file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceFormat {
    /// JSON; also every file whose name says nothing else.
    Json,
    /// YAML.
    Yaml,
    /// TOML.
    Toml,
    /// CSV or TSV.
    Csv,
    /// XLSX or ODS.
    Workbook,
    /// Markdown.
    Markdown,
}

impl SourceFormat {
    /// The format of the file with this name or path.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        match extension.to_ascii_lowercase().as_str() {
            "yaml" | "yml" => Self::Yaml,
            "toml" => Self::Toml,
            "csv" | "tsv" | "tab" => Self::Csv,
            "xlsx" | "xlsm" | "ods" => Self::Workbook,
            "md" | "markdown" => Self::Markdown,
            _ => Self::Json,
        }
    }

    /// Whether a file of this format holds the document itself, with its fields and ids.
    #[must_use]
    pub fn is_document(self) -> bool {
        matches!(self, Self::Json | Self::Yaml | Self::Toml)
    }
}

#[cfg(test)]
mod tests {
    use super::SourceFormat;

    #[test]
    fn the_end_of_a_name_decides_the_format() {
        for (name, format) in [
            ("ladder.json", SourceFormat::Json),
            ("our.ladder.yaml", SourceFormat::Yaml),
            ("LADDER.YML", SourceFormat::Yaml),
            ("teams/ladder.toml", SourceFormat::Toml),
            ("ladder", SourceFormat::Json),
            ("matrix.tsv", SourceFormat::Csv),
            ("Skills 2026.xlsx", SourceFormat::Workbook),
            ("ladder.md", SourceFormat::Markdown),
        ] {
            assert_eq!(SourceFormat::of(name), format, "{name}");
        }
    }
}

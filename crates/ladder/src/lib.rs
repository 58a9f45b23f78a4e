//! The ladder itself, pure: what a document says and what follows from it. Knows neither the page
//! nor the browser.

mod asked;
mod asks;
mod catalog_entry;
mod compare;
mod compare_markdown;
mod compare_words;
mod csv;
mod day;
mod directory;
mod document;
mod filter;
mod fold;
mod holding;
mod ladder;
mod matrix;
mod matrix_query;
mod next_moves;
mod parse;
mod path;
mod picture;
mod place_set;
mod problem;
mod quote;
mod search;
mod serving;
mod sieve;
mod skill_texts;
mod statement_changes;
mod steps;
mod stretch;
mod transport;
mod video;
mod word_bag;
mod word_difference;
mod words;

pub use asked::Asked;
pub use catalog_entry::CatalogEntry;
pub use compare::{Change, Comparison, SkillChange};
pub use compare_markdown::compare_markdown;
pub use compare_words::{compare_sentence, listed};
pub use csv::{group_name, matrix_csv, write_row as csv_row};
pub use day::day_in_words;
pub use directory::{Directory, DirectoryPage, DirectoryPart, RoleGroup};
pub use document::{
    Address, AddressFault, Category, CategoryIx, Document, Edge, EdgeKind, FormatVersion, Id,
    Level, LevelIx, Link, Note, Requirement, RequirementKind, Resource, ResourceIx, ResourceRef,
    ResourceType, Role, RoleIx, Skill, SkillIx, SkillKind, SkillLevel, Statement, Track, TrackIx,
    is_date,
};
pub use document::{WriteError, json_schema, to_json};
pub use filter::{Filtered, Matching, SkillFilter, Standing};
pub use fold::{Needle, fold, ranked};
pub use holding::Holding;
pub use ladder::Ladder;
pub use matrix::{Group, Grouping, Matrix};
pub use matrix_query::{AskedAs, MatrixQuery};
pub use next_moves::{MOVES, Move};
pub use parse::{Parser, PartialScan, Reading, nearest, read};
pub use path::PathStep;
pub use picture::{Cell, Grid, Line, Picture, Row};
pub use problem::{Place, Problem, Severity};
pub use search::{Answers, Hit, SHOWN, SearchIndex};
pub use serving::Serving;
pub use skill_texts::SkillTexts;
pub use statement_changes::StatementChange;
pub use steps::Steps;
pub use transport::{NotPacked, Unpacker};
pub use video::Video;
pub use word_difference::{Budget, Fate, Part, word_difference};

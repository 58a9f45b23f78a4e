//! Reports the problems of ladders, for people and for programs.

pub mod report;

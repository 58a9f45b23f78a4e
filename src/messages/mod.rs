//! Every sentence of the interface, by feature: functions with typed arguments.

pub mod plan;

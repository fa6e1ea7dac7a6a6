//! What a person may do with all that is hers, whatever capability keeps it: choose how she is written to, take everything
//! away in one file, delete everything. None of it asks for a reason, and none of it is written down anywhere.

pub mod actions;
pub mod export;
pub mod letters;
pub mod pages;
pub mod preferences;

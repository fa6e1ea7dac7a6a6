//! What a person may do with all that is hers, whatever capability keeps it: choose how she is written to, take everything
//! away in one file, delete everything. None of it asks for a reason, and none of it is written down anywhere. She may ask who follows
//! her to do it for her: then the words that he read to her are kept, for her.

pub mod actions;
pub mod export;
pub mod for_her;
pub mod letters;
pub mod pages;
pub mod preferences;

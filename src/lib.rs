//! Escale.
pub mod kernel;
pub mod accounts;
pub mod platforms;
pub mod labels;
pub mod offers;
pub mod people;
pub mod follow_ups;
pub mod referrals;
pub mod interests;
pub mod engagements;
pub mod journal;
pub mod geo;
pub mod jobs;
pub mod mail;
pub mod db;

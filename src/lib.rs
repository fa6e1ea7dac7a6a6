//! Escale, the real-time marketplace of temporary activity of a public employment service: the map of the country.
//!
//! # The trade in ten lines
//! Platforms that hold the label post missions with slots. Anyone finds them on the board. An advisor puts one before a
//! person whom she follows: a referral, with a receipt. The person decides in private; nobody else can read it. If she
//! wishes, she sends an interest with the fields that she ticks: a place is held at once, or she waits in line. The platform
//! answers with a reason about the offer; when both agree it is an engagement. The label body grants and suspends; a
//! suspension hides everything of a platform at that instant. A search that she keeps writes to her. Nothing here ever touches the follow-up.
//!
//! # Guard rails
//! - **G1** [`labels::ActiveLabel`] is the proof that publishing, referring and agreeing ask for; only a label in force makes
//!   one. Visibility is one function on one board ([`board`]), read by every surface.
//! - **G2** every rendering of an offer carries the notice ([`offers::notice`]); a private choice is read with the proof
//!   [`people::Herself`] only, and is neither journaled, logged nor counted; so are the searches that she keeps
//!   ([`searches`]) and the devices on which she is told at once ([`push`]).
//! - **G3** only [`follow_ups::actions`] writes the follow-up; no reason to end one is a mission, and while work is under way
//!   only the person ends it.
//!
//! # Invariants and the tests that hold them (in `tests/it` unless said)
//! I1 `visibility`, `live`, `board/tests.rs`, `labels/tests.rs` · I2 `guards`, `office`, `aloud`, `wants`, `architecture` · I3 `guards`, `twins`, `demo`,
//! `searches`, `offline`, `aloud`, `beside`, `hours`, `wants`, `wants_end`, `architecture` · I4 `schema` · I5 `guards`, `faults`, the page audit of `kit/audit.rs` · I6 `guards`, `interests/tests.rs` ·
//! I7 `architecture` · I8 `flow`, `guards`, `aloud` · I9 `guards` · I10 `visibility` · I11 `referrals/receipt.rs` · I12 `flow`,
//! `labels/tests.rs` · I14 `service`, `follow_ups/figures.rs` · I15 `retention`, `mine`, `searches` · I16 `privacy`, `office`, `mandates`, `unheld`,
//! `architecture` · I17 `demo`, `faults` · I18 `matrix`, `privacy`,
//! `invited`.
//!
//! # Reading order
//! [`kernel`], then the capabilities in the order of their imports, then what follows the journal, then the web.
//! [`rights`] stands above them: what a person takes away or deletes is in every one.
//! In a capability: `mod.rs` the rules, `store.rs` the rows, `actions.rs` the verbs, `pages.rs` and `api.rs` the screens,
//! `letters.rs` what is written to people.

pub mod kernel;

pub mod accounts;
pub mod engagements;
pub mod follow_ups;
pub mod interests;
pub mod labels;
pub mod offers;
pub mod people;
pub mod platforms;
pub mod push;
pub mod referrals;
pub mod searches;

pub mod board;
pub mod db;
pub mod geo;
pub mod jobs;
pub mod journal;
pub(crate) mod l10n;
pub mod letters;
pub mod live;
pub mod mail;
pub mod notices;

pub mod admin;
pub mod api;
pub mod app;
pub mod config;
pub mod demo;
pub mod info;
pub mod retention;
pub mod rights;
pub mod routes;
pub mod server;
pub mod web;
pub mod work;

//! Escale: the real-time marketplace of temporary activity of a public employment service.

pub mod kernel;

pub mod accounts;
pub mod engagements;
pub mod follow_ups;
pub mod interests;
pub mod labels;
pub mod offers;
pub mod people;
pub mod platforms;
pub mod referrals;

pub mod board;
pub mod db;
pub mod geo;
pub mod jobs;
pub mod journal;
pub(crate) mod l10n;
pub mod letters;
pub mod live;
pub mod mail;

pub mod admin;
pub mod api;
pub mod app;
pub mod config;
pub mod demo;
pub mod info;
pub mod routes;
pub mod server;
pub mod web;
pub mod work;

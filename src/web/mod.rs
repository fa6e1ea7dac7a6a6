//! The kit of pages: who asks and in which language, forms and their errors, one page shell, static files, limits.

pub mod assets;
pub mod echo;
pub mod errors;
pub mod form;
pub mod guard;
pub mod health;
pub mod language;
pub mod limits;
pub mod notice;
pub mod pack;
pub mod page;
pub mod places;
pub mod proxies;
pub mod say;
pub mod signed;
pub mod upload;
pub mod voice;

pub use errors::{Error, Outcome};
pub use form::{Fields, Form};
pub use page::Page;
pub use signed::Signed;
pub use voice::Voice;

use crate::app::App;
use std::sync::Arc;

/// The application, as handlers receive it.
pub type Shared = actix_web::web::Data<Arc<App>>;

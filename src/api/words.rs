//! The words of the trade's enums, as the document lists them: those of the wire.

use crate::interests::DeclineReason;
use crate::kernel::Lang;
use crate::offers::{PayUnit, Status};
use crate::{labels, platforms};
use utoipa::openapi::Schema;
use utoipa::openapi::schema::{ObjectBuilder, Type};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $of:path),*) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name() -> Schema {
            use $of as Words;
            let words = Words::ALL.iter().map(|word| word.as_str());
            ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words)).build().into()
        }
    )*};
}

words! {
    /// In which quality one works.
    status = Status,
    /// What the pay counts.
    pay_unit = PayUnit,
    /// Languages.
    lang = Lang,
    /// What was decided on a label.
    decision = labels::Kind,
    /// What kind of platform.
    platform = platforms::Kind,
    /// Why a platform says no.
    decline_reason = DeclineReason
}

//! The end of her follow-up that is asked for is hers to agree to, on her own page. Without her answer nothing ends.

use crate::follow_ups::actions;
use crate::web::page::see_other;
use crate::web::signed::ForPerson;
use crate::web::{Form, Outcome, Signed};
use actix_web::HttpResponse;

/// `POST /moi/suivi/fin`: she agrees to the end.
///
/// # Errors
/// `NotFound` when no end is asked for.
pub async fn agree(who: Signed<ForPerson>, _form: Form) -> Outcome<HttpResponse> {
    let herself = who.herself();
    who.app.write(move |tx, now| actions::way::agree_to_end(tx, now, herself)).await?;
    Ok(see_other(&who.page, "/moi/suivi?ok=end-agreed"))
}

//! The end of her follow-up that is asked for is put to her on her own page: she agrees, or prefers to go on. Nobody reads
//! which, nor that she read it. And advisors who ask whether they may follow her: nothing changes without her.

use crate::follow_ups::actions;
use crate::web::page::see_other;
use crate::web::signed::ForPerson;
use crate::web::{Error, Form, Outcome, Signed};
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

/// `POST /moi/suivi/suite`: she prefers to go on.
///
/// # Errors
/// `NotFound` when no end is asked for.
pub async fn go_on(who: Signed<ForPerson>, _form: Form) -> Outcome<HttpResponse> {
    let herself = who.herself();
    who.app.write(move |tx, now| actions::way::rather_go_on(tx, now, herself)).await?;
    Ok(see_other(&who.page, "/moi/suivi?ok=end-later"))
}

/// `POST /moi/suivi/accord`: she agrees to be followed by an advisor who asked her.
///
/// # Errors
/// `followed-already`; `NotFound` when he did not ask.
pub async fn welcome(who: Signed<ForPerson>, Form(fields): Form) -> Outcome<HttpResponse> {
    let advisor = fields.get("conseiller").parse().map_err(|_| Error::NotFound)?;
    let herself = who.herself();
    who.app.write(move |tx, now| actions::requests::agree(tx, now, herself, advisor)).await?;
    Ok(see_other(&who.page, "/moi/suivi?ok=referent-agreed"))
}

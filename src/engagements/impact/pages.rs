//! The label body's desk: every platform with its label; what a suspension touches is read before it is confirmed, with
//! the letters that will leave, and every decision is signed with a public reason (I8, I12).

use crate::db::Error as DbError;
use crate::engagements::impact::Impact;
use crate::engagements::impact::letters::{self, Standing};
use crate::kernel::rule::Kind as RuleKind;
use crate::kernel::{Id, RuleError};
use crate::labels::pages::view::{DecisionView, LabelView};
use crate::labels::pages::{Listed, find, listed};
use crate::labels::{self, Label, LabelDecision, Signature, State};
use crate::platforms::Platform;
use crate::web::page::see_other;
use crate::web::signed::ForLabelBody;
use crate::web::{Error, Fields, Form, Outcome, Page, Signed};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// A line of the desk.
struct Line {
    slug: String,
    name: String,
    kind: &'static str,
    label: LabelView,
    published: i64,
    under_way: i64,
}

/// The desk.
#[derive(Template)]
#[template(path = "labels/body.html")]
struct Desk {
    page: Page,
    lines: Vec<Line>,
}

/// `GET /organisme-label`
///
/// # Errors
/// What the database says.
pub async fn dashboard(who: Signed<ForLabelBody>) -> Outcome<HttpResponse> {
    let now = who.now;
    let read = move |conn: &mut crate::db::Conn| {
        let list = listed(conn, now)?;
        let mut under_way = crate::engagements::store::under_way(conn, now)?;
        let counted = |(platform, label): Listed| {
            let published = crate::offers::store::count_published(conn, platform.id)?;
            let engaged = under_way.remove(&platform.id).unwrap_or(0);
            Ok((platform, label, published, engaged))
        };
        list.into_iter().map(counted).collect::<crate::db::Result<Vec<_>>>()
    };
    let list = who.app.read(read).await?;
    let line = |(platform, label, published, under_way): (Platform, Label, i64, i64)| Line {
        label: LabelView::of(&who.page, &label),
        kind: platform.kind.as_str(),
        slug: platform.slug,
        name: platform.name,
        published,
        under_way,
    };
    let lines = list.into_iter().map(line).collect();
    who.page.show(|page| Desk { page, lines })
}

/// A platform on the desk, with what can be decided now.
#[derive(Template)]
#[template(path = "labels/body_sheet.html")]
struct Sheet {
    page: Page,
    platform: Platform,
    state: State,
    label: LabelView,
    decisions: Vec<DecisionView>,
    impact: Impact,
    signature: String,
    fields: Fields,
}

impl Sheet {
    fn of(page: Page, file: File, author: &str, fields: Fields) -> Self {
        let File { platform, label, impact } = file;
        Self {
            state: label.state_at(page.now),
            label: LabelView::of(&page, &label),
            decisions: DecisionView::all(&page, &label),
            signature: page.t.label_body_signature(author, label.authority()),
            platform,
            impact,
            fields,
            page,
        }
    }
    fn can_suspend(&self) -> bool {
        matches!(self.state, State::Active { .. })
    }
    fn can_reinstate(&self) -> bool {
        matches!(self.state, State::Suspended { .. })
    }
}

/// All that is read about a platform before deciding.
struct File {
    platform: Platform,
    label: Label,
    impact: Impact,
}

async fn open(page: &Page, slug: Path<String>) -> Outcome<File> {
    let (slug, now) = (slug.into_inner(), page.now);
    let read = move |conn: &mut crate::db::Conn| {
        let (platform, label) = find(conn, &slug)?;
        let impact = Impact::of(conn, platform.id, now)?;
        Ok(File { platform, label, impact })
    };
    Ok(page.app.read(read).await?)
}

/// `GET /organisme-label/{slug}`
///
/// # Errors
/// `NotFound`.
pub async fn sheet(who: Signed<ForLabelBody>, slug: Path<String>) -> Outcome<HttpResponse> {
    let file = open(&who, slug).await?;
    let author = who.account.name;
    who.page.show(|page| Sheet::of(page, file, &author, Fields::default()))
}

/// A letter that will leave.
struct Leaving {
    to: String,
    subject: String,
    text: Vec<String>,
}

/// Before suspending: what it touches, and the letters that will leave.
#[derive(Template)]
#[template(path = "labels/suspension.html")]
struct Suspension {
    page: Page,
    platform: Platform,
    visible: usize,
    impact: Impact,
    letters: Vec<Leaving>,
    until: String,
    signature: String,
    fields: Fields,
}

impl Suspension {
    fn of(page: Page, file: File, author: &str, fields: Fields) -> Outcome<Self> {
        let File { platform, label, impact } = file;
        let decision = label.suspend(&draft(&page, &label, author), page.now)?;
        let all = crate::board::Query { platforms: vec![platform.id.uuid()], limit: 1, ..Default::default() };
        let visible = page.app.board().search(&all, page.now.seconds()).total;
        Ok(Self {
            visible,
            letters: leaving(&page, &platform, &decision, impact)?,
            until: decision.until.map(|until| page.date(&until)).unwrap_or_default(),
            signature: page.t.label_body_signature(author, label.authority()),
            platform,
            impact,
            fields,
            page,
        })
    }
}

/// The signature of a decision whose reason is still to be written.
fn draft(page: &Page, label: &Label, author: &str) -> Signature {
    let reason = page.t.label_body_reason_to_come();
    Signature { author: author.to_owned(), authority: label.authority().to_owned(), reason }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn leaving(page: &Page, platform: &Platform, decision: &LabelDecision, impact: Impact) -> Outcome<Vec<Leaving>> {
    let person = |standing| letters::preview(&page.app, page.lang, platform, decision, standing);
    let whole = |to: String, (subject, text): (String, String)| Leaving { to, subject, text: paragraphs(&text) };
    Ok(vec![
        whole(page.t.label_body_letters_agreed(count(impact.agreed)), person(Standing::Agreed)?),
        whole(page.t.label_body_letters_awaiting(count(impact.awaiting)), person(Standing::Awaited)?),
        whole(page.t.label_body_letters_platform(), labels::letters::preview(&page.app, platform, decision)?),
    ])
}

fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect()
}

/// `GET /organisme-label/{slug}/suspension`
///
/// # Errors
/// `NotFound`; `label-not-active` when there is nothing to suspend.
pub async fn suspension(who: Signed<ForLabelBody>, slug: Path<String>) -> Outcome<HttpResponse> {
    if !who.app.ready() {
        return Err(Error::Unavailable("the board is being loaded".into()));
    }
    let file = open(&who, slug).await?;
    let template = Suspension::of(who.page, file, &who.account.name, Fields::default())?;
    template.page.html(&template)
}

/// What is decided.
type Verb =
    fn(&mut crate::db::Tx<'_>, crate::kernel::Instant, Id<Platform>, &Signature) -> crate::db::Result<LabelDecision>;

/// Signs a decision with the reason typed; the rules that the reason does not meet come back.
async fn decide(
    who: &Signed<ForLabelBody>,
    slug: String,
    reason: &str,
    verb: Verb,
) -> Outcome<Result<(), Vec<RuleError>>> {
    let (author, reason) = (who.account.name.clone(), reason.to_owned());
    let done = who.app.write(move |tx, now| {
        let (platform, label) = find(tx, &slug)?;
        let by = Signature { author: author.clone(), authority: label.authority().to_owned(), reason: reason.clone() };
        verb(tx, now, platform.id, &by)
    });
    match done.await {
        Ok(_) => Ok(Ok(())),
        Err(DbError::Rules(rules)) if rules.iter().all(|r| r.kind == RuleKind::Invalid) => Ok(Err(rules)),
        Err(other) => Err(other.into()),
    }
}

/// `POST /organisme-label/{slug}/suspension`
///
/// # Errors
/// `NotFound`; `label-not-active`.
pub async fn suspend(who: Signed<ForLabelBody>, slug: Path<String>, Form(mut fields): Form) -> Outcome<HttpResponse> {
    match decide(&who, slug.clone(), fields.get("reason"), labels::actions::suspend).await? {
        Ok(()) => Ok(see_other(&who, &format!("/organisme-label/{slug}?ok=label-suspended"))),
        Err(rules) => {
            fields.refuse(&rules, who.t);
            let file = open(&who, slug).await?;
            let template = Suspension::of(who.page, file, &who.account.name, fields)?;
            template.page.html_with(StatusCode::UNPROCESSABLE_ENTITY, &template)
        }
    }
}

/// `POST /organisme-label/{slug}/retablissement`
///
/// # Errors
/// `NotFound`; `label-not-suspended`.
pub async fn reinstate(who: Signed<ForLabelBody>, slug: Path<String>, Form(mut fields): Form) -> Outcome<HttpResponse> {
    match decide(&who, slug.clone(), fields.get("reason"), labels::actions::reinstate).await? {
        Ok(()) => Ok(see_other(&who, &format!("/organisme-label/{slug}?ok=label-reinstated"))),
        Err(rules) => {
            fields.refuse(&rules, who.t);
            let file = open(&who, slug).await?;
            let template = Sheet::of(who.page, file, &who.account.name, fields);
            template.page.html_with(StatusCode::UNPROCESSABLE_ENTITY, &template)
        }
    }
}

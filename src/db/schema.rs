//! What diesel knows of the tables: the same on both databases. A test holds it equal to the migrations.

#![expect(missing_docs, reason = "columns are documented in the migrations; table! reads so")]

mod hers;
mod office;

pub use hers::{
    availability_day, availability_terms, calendar_feed, letter_stop, month_reminder, own_record, person_preference,
    presence, push_device, push_key, report_answer, slot_reminder,
};
pub use office::{
    address_ask, advisor, follow_up_contact, follow_up_ending, follow_up_word, invitation, mandate, people_import,
    referent_request, service, service_course, service_figure, spoken_act, spoken_consent, spoken_hours, spoken_news,
};

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    account (id) {
        id -> Uid,
        role -> Text,
        email -> Nullable<Text>,
        name -> Text,
        language -> Text,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    session (token_hash) {
        token_hash -> Binary,
        account_id -> Uid,
        created_at -> Instant,
        seen_at -> Instant,
        expires_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    sign_in (id) {
        id -> Uid,
        account_id -> Nullable<Uid>,
        address -> Nullable<Text>,
        address_mac -> Nullable<Text>,
        link_hash -> Nullable<Binary>,
        code_hash -> Nullable<Binary>,
        browser_hash -> Nullable<Binary>,
        goes_to -> Text,
        reusable -> Bool,
        tries -> Integer,
        created_at -> Instant,
        expires_at -> Instant,
        used_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    journal (seq) {
        seq -> BigInt,
        at -> Instant,
        kind -> Text,
        platform_id -> Nullable<Uid>,
        offer_id -> Nullable<Uid>,
        person_id -> Nullable<Uid>,
        actor_id -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    job (id) {
        id -> Uid,
        kind -> Text,
        payload -> Text,
        dedup_key -> Nullable<Text>,
        run_at -> Instant,
        locked_until -> Nullable<Instant>,
        attempts -> Integer,
        last_error -> Nullable<Text>,
        dead_at -> Nullable<Instant>,
        lane -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    platform (id) {
        id -> Uid,
        slug -> Text,
        name -> Text,
        kind -> Text,
        siren -> Text,
        about -> Text,
        email -> Text,
        website -> Text,
        pulse_at -> Instant,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    platform_member (account_id) {
        account_id -> Uid,
        platform_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    api_key (id) {
        id -> Uid,
        platform_id -> Uid,
        secret_hash -> Binary,
        name -> Text,
        scopes -> Text,
        created_at -> Instant,
        expires_at -> Instant,
        revoked_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    label_decision (id) {
        id -> Uid,
        platform_id -> Uid,
        kind -> Text,
        decided_at -> Instant,
        effective_at -> Instant,
        until_at -> Nullable<Instant>,
        reason -> Text,
        author -> Text,
        authority -> Text,
        appeal_until -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    offer (id) {
        id -> Uid,
        platform_id -> Uid,
        reference -> Text,
        state -> Text,
        version -> Integer,
        title -> Text,
        description -> Text,
        occupation -> Text,
        status -> Text,
        pay_cents -> BigInt,
        pay_unit -> Text,
        duration_minutes -> Integer,
        insee -> Nullable<Text>,
        address -> Text,
        lat -> Nullable<Double>,
        lon -> Nullable<Double>,
        zone -> Text,
        flags -> Integer,
        conditions -> Text,
        masked_at -> Nullable<Instant>,
        published_at -> Nullable<Instant>,
        closed_at -> Nullable<Instant>,
        confirmed_at -> Instant,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    slot (id) {
        id -> Uid,
        offer_id -> Uid,
        starts_at -> Instant,
        ends_at -> Instant,
        places -> Integer,
        taken -> Integer,
        dropped_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    offer_report (id) {
        id -> Uid,
        offer_id -> Uid,
        message -> Text,
        email -> Nullable<Text>,
        created_at -> Instant,
        answer_due_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    person (id) {
        id -> Uid,
        first_name -> Text,
        last_name -> Text,
        phone -> Nullable<Text>,
        insee -> Nullable<Text>,
        radius_km -> Integer,
        receives_proposals -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    availability (id) {
        id -> Uid,
        person_id -> Uid,
        weekday -> Integer,
        start_minute -> Integer,
        end_minute -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    private_choice (person_id, offer_id) {
        person_id -> Uid,
        offer_id -> Uid,
        choice -> Text,
        delete_after -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    follow_up (id) {
        id -> Uid,
        person_id -> Uid,
        referent_id -> Uid,
        started_at -> Instant,
        ended_at -> Nullable<Instant>,
        end_reason -> Nullable<Text>,
        summary -> Text,
        stepless_told_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    follow_up_step (id) {
        id -> Uid,
        follow_up_id -> Uid,
        title -> Text,
        place -> Text,
        at -> Instant,
        kind -> Text,
        done_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    follow_up_training (id) {
        id -> Uid,
        follow_up_id -> Uid,
        title -> Text,
        provider -> Text,
        starts_at -> Nullable<Instant>,
        stage -> Text,
        ends_at -> Nullable<Instant>,
        funding -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    file_look (id) {
        id -> Uid,
        person_id -> Uid,
        advisor_id -> Uid,
        at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    signing_key (id) {
        id -> Text,
        public_key -> Binary,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    receipt (code) {
        code -> Text,
        offer_id -> Uid,
        issued_at -> Instant,
        document -> Text,
        key_id -> Text,
        signature -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    referral (id) {
        id -> Uid,
        offer_id -> Uid,
        person_id -> Uid,
        advisor_id -> Uid,
        receipt_code -> Text,
        note -> Text,
        proposed_at -> Instant,
        closed_at -> Nullable<Instant>,
        close_cause -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    interest (id) {
        id -> Uid,
        slot_id -> Uid,
        offer_id -> Uid,
        platform_id -> Uid,
        person_id -> Uid,
        state -> Text,
        shared_name -> Nullable<Text>,
        shared_email -> Nullable<Text>,
        shared_phone -> Nullable<Text>,
        message -> Nullable<Text>,
        sent_at -> Instant,
        answer_by -> Instant,
        answered_at -> Nullable<Instant>,
        decline_reason -> Nullable<Text>,
        decline_condition -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    engagement (id) {
        id -> Uid,
        interest_id -> Uid,
        slot_id -> Uid,
        offer_id -> Uid,
        platform_id -> Uid,
        person_id -> Uid,
        state -> Text,
        agreed_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    saved_search (id) {
        id -> Uid,
        person_id -> Uid,
        query -> Text,
        name -> Text,
        frequency -> Text,
        version -> BigInt,
        seen -> Nullable<Binary>,
        created_at -> Instant,
        looked_at -> Instant,
        stopped_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    search_match (search_id, offer_id) {
        search_id -> Uid,
        offer_id -> Uid,
        heard_at -> Instant,
        letter_id -> Nullable<Uid>,
        delete_after -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    search_mark (id) {
        id -> Integer,
        seq -> BigInt,
        version -> BigInt,
    }
}

diesel::allow_tables_to_appear_in_same_query! {
    account, session, sign_in, journal, job, platform, platform_member, api_key, label_decision, offer, slot,
    offer_report, person, availability, private_choice, service, advisor, mandate, follow_up, follow_up_step,
    follow_up_training, file_look, signing_key, receipt, referral, interest, engagement, saved_search,
    search_match, search_mark, availability_terms, availability_day,
    calendar_feed, slot_reminder, month_reminder, letter_stop, own_record,
    person_preference, presence, report_answer, push_device, push_key,
    follow_up_contact, follow_up_ending, service_course, service_figure, spoken_consent, spoken_hours, spoken_news,
    people_import, referent_request, address_ask, spoken_act, invitation, follow_up_word,
}

//! What a person sets and keeps in her own space, and what she is answered, as diesel knows it.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    availability_terms (person_id) {
        person_id -> Uid,
        mode -> Nullable<Text>,
        notice_minutes -> Integer,
        shortest_minutes -> Nullable<Integer>,
        longest_minutes -> Nullable<Integer>,
        ready_until -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::Uid;
    availability_day (id) {
        id -> Uid,
        person_id -> Uid,
        day -> Text,
        start_minute -> Nullable<Integer>,
        end_minute -> Nullable<Integer>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    calendar_feed (person_id) {
        person_id -> Uid,
        token_hash -> Binary,
        created_at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::{Instant, Uid};
    slot_reminder (interest_id) {
        interest_id -> Uid,
        at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    month_reminder (person_id, month) {
        person_id -> Uid,
        month -> Text,
        at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    letter_stop (person_id, kind) {
        person_id -> Uid,
        kind -> Text,
        at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    own_record (interest_id) {
        interest_id -> Uid,
        person_id -> Uid,
        minutes -> Integer,
        gross_cents -> BigInt,
        fees_cents -> BigInt,
        noted_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::Uid;
    person_preference (person_id) {
        person_id -> Uid,
        plain -> Bool,
        channel -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    report_answer (report_id) {
        report_id -> Uid,
        answer -> Text,
        answered_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    push_device (id) {
        id -> Uid,
        person_id -> Uid,
        endpoint -> Text,
        device_key -> Binary,
        auth -> Binary,
        added_at -> Instant,
        session_hash -> Nullable<Binary>,
        kept -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::Instant;
    push_key (id) {
        id -> Integer,
        sealed -> Binary,
        made_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    presence (account_id) {
        account_id -> Uid,
        seen_at -> Instant,
        noticed_at -> Nullable<Instant>,
    }
}

//! The tables of the advisor's office.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    follow_up_contact (id) {
        id -> Uid,
        follow_up_id -> Uid,
        advisor_id -> Uid,
        channel -> Text,
        note -> Text,
        at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    follow_up_ending (follow_up_id) {
        follow_up_id -> Uid,
        reason -> Text,
        asked_at -> Instant,
        due_at -> Instant,
        told_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    service_course (id) {
        id -> Uid,
        service_id -> Uid,
        title -> Text,
        provider -> Text,
        funding -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    service (id) {
        id -> Uid,
        name -> Text,
        kind -> Text,
        phone -> Text,
        convention_from -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    advisor (id) {
        id -> Uid,
        service_id -> Uid,
        left_at -> Nullable<Instant>,
        manager -> Bool,
        digest_at -> Nullable<Instant>,
        digest_stopped_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    mandate (id) {
        id -> Uid,
        person_id -> Uid,
        advisor_id -> Uid,
        kind -> Text,
        from_at -> Instant,
        until_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    spoken_consent (id) {
        id -> Uid,
        person_id -> Uid,
        advisor_id -> Uid,
        offer_id -> Uid,
        wording -> Text,
        at -> Instant,
        by_herself -> Bool,
        interest_id -> Nullable<Uid>,
        aloud -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    spoken_news (id) {
        id -> Uid,
        person_id -> Uid,
        interest_id -> Uid,
        about -> Text,
        decision_id -> Nullable<Uid>,
        at -> Instant,
        said_at -> Nullable<Instant>,
        said_by -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    spoken_act (id) {
        id -> Uid,
        person_id -> Uid,
        advisor_id -> Uid,
        about -> Text,
        offer_id -> Nullable<Uid>,
        month -> Nullable<Text>,
        wording -> Text,
        at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    spoken_hours (id) {
        id -> Uid,
        person_id -> Uid,
        advisor_id -> Uid,
        about -> Text,
        wording -> Nullable<Text>,
        at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    people_import (id) {
        id -> Uid,
        advisor_id -> Uid,
        created_at -> Instant,
        total -> Integer,
        todo -> Text,
        report -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    service_figure (service_id, month) {
        service_id -> Uid,
        month -> Text,
        followed -> Nullable<BigInt>,
        begun -> Nullable<BigInt>,
        training -> Nullable<BigInt>,
        contacts -> Nullable<BigInt>,
        counted_at -> Instant,
    }
}

diesel::table! {
    use crate::db::types::sql::{Instant, Uid};
    referent_request (person_id, advisor_id) {
        person_id -> Uid,
        advisor_id -> Uid,
        asked_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    address_ask (advisor_id, address_hash) {
        advisor_id -> Uid,
        address_hash -> Binary,
        asked_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    invitation (id) {
        id -> Uid,
        service_id -> Nullable<Uid>,
        platform_id -> Nullable<Uid>,
        name -> Text,
        email -> Text,
        link_hash -> Nullable<Binary>,
        sent_at -> Instant,
        open -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::sql::{Instant, Uid};
    follow_up_word (id) {
        id -> Uid,
        person_id -> Uid,
        about -> Text,
        at -> Instant,
        said_at -> Nullable<Instant>,
        said_by -> Nullable<Text>,
    }
}

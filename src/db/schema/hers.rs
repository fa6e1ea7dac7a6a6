//! What a person sets and keeps in her own space, as diesel knows it.

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

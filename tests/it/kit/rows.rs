//! Everything that is in the database, one line a row: two equal sets of lines are two equal databases.

use crate::kit::TestApp;
use crate::schema::known_to_diesel;
use diesel::prelude::*;
use diesel::sql_types::Text;
use escale::each;
use std::collections::BTreeSet;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Every row: its table, then its columns; ids in lower case without dashes, on either database.
pub fn rows(app: &TestApp) -> BTreeSet<String> {
    let sql = question(app.app.store.is_postgres());
    let lines: Vec<Line> =
        app.app.store.read(|conn| each!(conn, |c| diesel::sql_query(&sql).load(c)).map_err(Into::into)).unwrap();
    lines.into_iter().map(|l| l.line.to_lowercase().replace('-', "")).collect()
}

fn question(postgres: bool) -> String {
    let one = |(table, columns): (String, BTreeSet<String>)| {
        if postgres {
            return format!("SELECT '{table}|' || t::text AS line FROM {table} t");
        }
        let quoted: Vec<String> = columns.iter().map(|c| format!("quote({c})")).collect();
        format!("SELECT '{table}|' || {} AS line FROM {table}", quoted.join(" || '|' || "))
    };
    known_to_diesel().into_iter().map(one).collect::<Vec<_>>().join(" UNION ALL ")
}

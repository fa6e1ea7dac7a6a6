//! A reference table is read in place: its cells borrow the text embedded in the binary.
//! Cells may be quoted; none of our tables holds a quote inside a quoted cell, and a test keeps it so.

/// The rows below the header, each with its cells.
pub(super) fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().skip(1).filter(|line| !line.is_empty()).map(cells)
}

/// The cell at a position; a short row reads as empty cells.
pub(super) fn cell(row: &[&'static str], at: usize) -> &'static str {
    row.get(at).copied().unwrap_or_default()
}

fn cells(line: &'static str) -> Vec<&'static str> {
    if !line.contains('"') {
        return line.split(',').collect();
    }
    let mut out = Vec::new();
    let mut rest = line;
    loop {
        let (cell, after) = first_cell(rest);
        out.push(cell);
        match after {
            Some(after) => rest = after,
            None => return out,
        }
    }
}

fn first_cell(rest: &'static str) -> (&'static str, Option<&'static str>) {
    let quoted = rest.strip_prefix('"').and_then(|inner| inner.split_once('"'));
    match quoted {
        Some((cell, after)) => (cell, after.strip_prefix(',')),
        None => rest.split_once(',').map_or((rest, None), |(cell, after)| (cell, Some(after))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_cells_keep_their_commas() {
        assert_eq!(cells(r#"1,"a, b",c"#), ["1", "a, b", "c"]);
        assert_eq!(cells(r#""a, b","c""#), ["a, b", "c"]);
        assert_eq!(cells("a,,"), ["a", "", ""]);
    }

    #[test]
    fn the_header_is_not_a_row() {
        assert_eq!(rows("h,h\n1,2\n").count(), 1);
        assert_eq!(cell(&["a"], 3), "");
    }
}

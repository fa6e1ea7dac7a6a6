//! Circles and names make room for each other: circles that overlap move apart a little, a name is written only where nothing
//! else is.

use crate::offers::map::drawing::Mark;

/// How often circles look at each other.
const ROUNDS: usize = 30;
/// What is left between two circles.
const GAP: f32 = 2.0;
/// What a letter and a line of a name take, in units.
const LETTER: f32 = 10.5;
const LINE: f32 = 24.0;

/// Moves circles apart, each pair half of what it overlaps; those that are alone stay where they are.
#[expect(clippy::cast_precision_loss, reason = "a drawing is some hundred units wide")]
pub fn apart(marks: &mut [Mark]) {
    let mut at: Vec<(f32, f32)> = marks.iter().map(|mark| (mark.x as f32, mark.y as f32)).collect();
    for _ in 0..ROUNDS {
        for one in 0..marks.len() {
            for other in one + 1..marks.len() {
                let (dx, dy) = (at[other].0 - at[one].0, at[other].1 - at[one].1);
                let (distance, wanted) = (dx.hypot(dy), (marks[one].r + marks[other].r) as f32 + GAP);
                if distance < wanted {
                    let push = (wanted - distance) / 2.0;
                    let (x, y) = if distance > 0.1 { (dx / distance, dy / distance) } else { (1.0, 0.0) };
                    at[one] = (at[one].0 - x * push, at[one].1 - y * push);
                    at[other] = (at[other].0 + x * push, at[other].1 + y * push);
                }
            }
        }
    }
    for (mark, at) in marks.iter_mut().zip(at) {
        (mark.x, mark.y) = super::frame::whole(at);
    }
}

/// Writes names below circles, the first first; those without room are left out.
#[expect(clippy::cast_precision_loss, reason = "a drawing is some hundred units wide")]
pub fn names(marks: &mut [Mark], names: Vec<String>, wide: f32) {
    let mut taken: Vec<[f32; 4]> =
        marks.iter().map(|mark| square(mark.x as f32, mark.y as f32, mark.r as f32)).collect();
    for (mark, name) in marks.iter_mut().zip(names) {
        let half = name.chars().count() as f32 * LETTER / 2.0;
        let (x, top) = (mark.x as f32, (mark.y + mark.r) as f32 + 1.0);
        let own = [x - half, top, x + half, top + LINE];
        let inside = own[0] >= 4.0 && own[2] <= wide - 4.0 && own[3] <= wide;
        if inside && taken.iter().all(|other| !overlap(&own, other)) {
            taken.push(own);
            mark.name = Some(name);
        }
    }
}

fn square(x: f32, y: f32, r: f32) -> [f32; 4] {
    [x - r, y - r, x + r, y + r]
}

fn overlap(a: &[f32; 4], b: &[f32; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(x: i32, y: i32, r: i32) -> Mark {
        let (count, href, title) = (String::new(), String::new(), String::new());
        Mark { x, y, r, hit: r, count, href, title, name: None }
    }

    #[test]
    fn circles_that_overlap_move_apart_and_the_others_stay() {
        let mut marks = vec![mark(100, 100, 20), mark(110, 100, 20), mark(300, 300, 20), mark(300, 300, 10)];
        apart(&mut marks);
        assert!(marks[1].x - marks[0].x >= 40 && marks[0].y == 100, "{} {}", marks[0].x, marks[1].x);
        assert!((marks[2].x - marks[3].x).abs() >= 30);
        let mut alone = vec![mark(5, 5, 2), mark(50, 50, 2)];
        apart(&mut alone);
        assert_eq!((alone[0].x, alone[1].x), (5, 50));
    }

    #[test]
    fn a_name_is_written_only_where_nothing_else_is() {
        let mut marks = vec![mark(200, 200, 20), mark(200, 235, 10), mark(400, 400, 10), mark(5, 600, 10)];
        names(&mut marks, ["Lyon", "Bron", "Die", "Saint-Étienne"].map(str::to_owned).to_vec(), 720.0);
        let written: Vec<_> = marks.iter().map(|mark| mark.name.as_deref()).collect();
        assert_eq!(written, [None, Some("Bron"), Some("Die"), None]);
    }
}

//! What is drawn: land, circles as large as the square root of what they count, and the distance that is searched. A circle
//! has a wider one around it that nobody sees, for fingers: 44 px across on a phone of 390 px wherever there is room.

use crate::offers::map::frame::whole;
use crate::web::Page;

/// Units across the drawing.
pub const WIDE: f32 = 720.0;
/// Half of what a finger needs on a phone, in units.
pub const FINGER: f32 = 45.0;
/// The smallest circle, and how much larger the largest is.
const SMALLEST: f32 = 17.0;
const LARGER: f32 = 24.0;
/// What a digit takes, and what is left around a number.
const DIGIT: f32 = 6.5;
const AROUND: f32 = 9.0;

/// Everything that is drawn.
#[derive(Default)]
pub struct Drawing {
    /// Units from top to bottom.
    pub height: i32,
    /// Land, from the farthest.
    pub land: Vec<Land>,
    /// Parts of the country that are drawn apart.
    pub insets: Vec<Inset>,
    /// The distance that is searched: centre and radius.
    pub reach: Option<(i32, i32, i32)>,
    /// Circles, the largest first.
    pub marks: Vec<Mark>,
}

/// A department.
pub struct Land {
    /// Its path.
    pub path: String,
    /// How it looks.
    pub class: &'static str,
    /// Where it leads, when it leads somewhere.
    pub href: Option<String>,
    /// What is read when one stops on it.
    pub title: String,
}

/// A part of the country that is drawn apart.
pub struct Inset {
    /// Left.
    pub x: i32,
    /// Top.
    pub y: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
    /// Where its name is written.
    pub label: Option<(i32, i32, &'static str)>,
}

/// A circle and its number.
pub struct Mark {
    /// Where.
    pub x: i32,
    /// Where.
    pub y: i32,
    /// How large.
    pub r: i32,
    /// How far fingers reach it.
    pub hit: i32,
    /// Its number, in short.
    pub count: String,
    /// Where it leads.
    pub href: String,
    /// What is read when one stops on it.
    pub title: String,
    /// What is written below, where there is room.
    pub name: Option<String>,
}

impl Mark {
    /// The circle of a count among others up to `most`.
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "a drawing is not exact")]
    pub fn new(page: &Page, at: (f32, f32), count: usize, most: usize, hit: f32) -> Self {
        let count_short = short(page, count);
        let share = (count as f32 / most.max(1) as f32).sqrt();
        let legible = count_short.chars().count() as f32 * DIGIT + AROUND;
        let r = (SMALLEST + LARGER * share).max(legible).min(FINGER - 1.0);
        let (x, y) = whole(at);
        Self {
            x,
            y,
            r: r.round() as i32,
            hit: hit.max(r).round() as i32,
            count: count_short,
            href: String::new(),
            title: String::new(),
            name: None,
        }
    }

    /// Where it leads, and what it says.
    pub fn to(self, href: String, title: String) -> Self {
        Self { href, title, ..self }
    }
}

/// A count in four characters: 950, 1,2 k, 12 k, 1 M.
fn short(page: &Page, count: usize) -> String {
    let tenths = |unit: usize| {
        let (whole, tenth) = (count / unit, count % unit * 10 / unit);
        let point = if page.lang.as_str() == "fr" { ',' } else { '.' };
        if whole < 10 && tenth > 0 { format!("{whole}{point}{tenth}") } else { whole.to_string() }
    };
    match count {
        0..1_000 => count.to_string(),
        1_000..1_000_000 => format!("{}\u{202f}k", tenths(1_000)),
        _ => format!("{}\u{202f}M", tenths(1_000_000)),
    }
}

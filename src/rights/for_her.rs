//! What an advisor does for a person because she asks him to, by word of mouth: he reads her the words, ticks that she agreed, and
//! it is done, noted for her and journaled. Who has no address lacks nothing; whoever has one is sent the way to her own pages. What
//! she keeps to herself is not on this page and changes nothing of it (G2, I3).

pub mod alert;
mod desk;
pub mod end;
pub mod file;
pub mod leave;
pub mod month;
pub mod wishes;

pub use desk::show;

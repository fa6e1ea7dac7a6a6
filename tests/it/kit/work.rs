//! The work behind an answer: the statements that were run for it, in order.

use escale::config::Config;
use std::sync::mpsc::{Receiver, channel};

pub struct Work(Receiver<String>);

impl Work {
    /// Watches every connection that will be opened.
    pub fn watch(config: &mut Config) -> Self {
        let (sender, receiver) = channel();
        config.witness = Some(sender);
        Self(receiver)
    }

    /// The statements run since the last time this was asked, without their values.
    pub fn ran(&self) -> Vec<String> {
        let text = |s: String| s.split(" -- binds").next().unwrap_or_default().to_owned();
        self.0.try_iter().map(text).collect()
    }
}

//! Turns `locales/<language>/*.ftl` into typed functions: a message that is missing in one language, or called with
//! other variables, fails the build. Isolation marks are left out: every partner text stands in its own `<bdi>`.

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, try_build_from_locales_folder};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=migrations");
    println!("cargo::rerun-if-changed=templates");
    println!("cargo::rerun-if-changed=static");
    let out = std::env::var("OUT_DIR")?;
    let options = BuildOptions::default()
        .with_default_language("fr")
        .with_output_file_path(&format!("{out}/l10n.rs"))
        .with_ftl_output(FtlOutputOptions::single_file(&format!("{out}/translations.ftl")))
        .with_prefix("")
        .with_lint_level(LintLevel::Strict)
        .without_bidi_isolation()
        .without_format();
    try_build_from_locales_folder(options)?;
    keep_constants(&format!("{out}/l10n.rs"))?;
    Ok(())
}

/// Messages without variables are formatted once and kept (`kept` in `src/l10n.rs`): a page has hundreds of them.
fn keep_constants(path: &str) -> std::io::Result<()> {
    const END: &str = "\", None).unwrap()";
    let text = std::fs::read_to_string(path)?;
    let lines =
        text.lines().map(|line| match line.trim().strip_prefix("self.0.msg(\"").and_then(|l| l.strip_suffix(END)) {
            Some(id) => format!("        kept(&self.0, \"{id}\")"),
            None => line.to_owned(),
        });
    std::fs::write(path, lines.collect::<Vec<_>>().join("\n"))
}

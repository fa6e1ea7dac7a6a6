//! What can be set, by topic; each field says its variable. Everything has a default but the database and the secret
//! of a real deployment; what contradicts itself is said at start.

use crate::db::StoreConfig;
use crate::kernel::secret;
use crate::mail::MailConfig;
use crate::web::proxies::Proxies;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

/// Everything that can be set.
#[derive(Debug, Clone)]
pub struct Config {
    /// `ESCALE_LISTEN`: address and port; port 0 takes a free one.
    pub listen: String,
    /// `ESCALE_BASE_URL`: how people reach the site; decides on `Secure` cookies. Empty: `http://` and the address.
    pub base_url: String,
    /// `ESCALE_DATA_DIR`: the embedded database, the secret and letters in files.
    pub data_dir: PathBuf,
    /// `DATABASE_URL`: `postgres://…`; empty for the embedded one.
    pub database_url: String,
    /// `ESCALE_POOL`: database connections.
    pub pool_size: u32,
    /// `ESCALE_WORKERS`: web threads; 0 for one per core.
    pub workers: usize,
    /// `ESCALE_SECRET` or `ESCALE_SECRET_FILE`: at least 32 characters; made and kept in the data directory otherwise.
    pub secret: Vec<u8>,
    /// `ESCALE_KEY_GENERATION`: raise it to rotate the receipts' key.
    pub key_generation: u32,
    /// `ESCALE_SMTP_URL`: `smtp://user:password@host:port`; letters go to files without it.
    pub mail: MailConfig,
    /// `ESCALE_MAIL_FROM`: the sender of letters.
    pub mail_from: String,
    /// `ESCALE_PAGES_PER_SECOND`: pages that one address may ask for; 0 for no limit.
    pub pages_per_second: u32,
    /// `ESCALE_TRUSTED_PROXIES`: addresses and networks of the proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Proxies,
    /// `ESCALE_METRICS_TOKEN`: at least 16 characters, sent as a bearer to read `/metrics`; empty: nobody reads them.
    pub metrics_token: String,
    /// The demo: fictional data, reusable links, a banner that says so. Set by `escale demo` only.
    pub demo: bool,
    /// Statements on each SQLite connection, for tests.
    pub sqlite_extra: &'static str,
    /// Told of each SQL statement, for tests.
    pub witness: Option<Sender<String>>,
    /// Whether push services on this machine, without TLS, are let through; for tests.
    pub push_anywhere: bool,
    /// Whether jobs run by themselves; tests run them by hand.
    pub background: bool,
}

/// A setting that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{variable}: {problem}")]
pub struct ConfigError {
    variable: &'static str,
    problem: String,
}

fn wrong(variable: &'static str, problem: impl ToString) -> ConfigError {
    ConfigError { variable, problem: problem.to_string() }
}

fn var(name: &'static str, default: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| default.to_owned())
}

fn number<T: std::str::FromStr>(name: &'static str, default: T) -> Result<T, ConfigError> {
    match std::env::var(name) {
        Ok(text) => text.parse().map_err(|_| wrong(name, format!("« {text} » is not a whole number"))),
        Err(_) => Ok(default),
    }
}

impl Config {
    /// Reads the environment.
    ///
    /// # Errors
    /// The first setting that cannot be used, with its name.
    pub fn from_env() -> Result<Self, ConfigError> {
        let data_dir = PathBuf::from(var("ESCALE_DATA_DIR", "data-escale"));
        let mail = match std::env::var("ESCALE_SMTP_URL") {
            Ok(url) => MailConfig::Smtp(url),
            Err(_) => MailConfig::Files(data_dir.join("letters")),
        };
        Ok(Self {
            listen: var("ESCALE_LISTEN", "127.0.0.1:8080"),
            base_url: var("ESCALE_BASE_URL", "").trim_end_matches('/').to_owned(),
            database_url: var("DATABASE_URL", ""),
            pool_size: number("ESCALE_POOL", 8)?,
            workers: number("ESCALE_WORKERS", 0)?,
            secret: Vec::new(),
            key_generation: number("ESCALE_KEY_GENERATION", 1)?,
            mail,
            mail_from: var("ESCALE_MAIL_FROM", "Escale <ne-pas-repondre@escale.example>"),
            pages_per_second: number("ESCALE_PAGES_PER_SECOND", 300)?,
            trusted_proxies: var("ESCALE_TRUSTED_PROXIES", "")
                .parse()
                .map_err(|e| wrong("ESCALE_TRUSTED_PROXIES", e))?,
            metrics_token: var("ESCALE_METRICS_TOKEN", ""),
            demo: false,
            sqlite_extra: "",
            witness: None,
            push_anywhere: false,
            background: true,
            data_dir,
        })
    }

    /// A configuration for tests: everything in `dir`, letters in memory, jobs by hand.
    #[must_use]
    pub fn for_testing(dir: &Path, database_url: &str) -> Self {
        Self {
            listen: "127.0.0.1:0".to_owned(),
            base_url: String::new(),
            data_dir: dir.to_owned(),
            database_url: database_url.to_owned(),
            pool_size: 4,
            workers: 1,
            secret: b"a secret for tests, long enough for anything".to_vec(),
            key_generation: 1,
            mail: MailConfig::Memory,
            mail_from: "Escale <escale@escale.example>".to_owned(),
            pages_per_second: 0,
            trusted_proxies: Proxies::default(),
            metrics_token: String::new(),
            demo: false,
            sqlite_extra: "PRAGMA reverse_unordered_selects = ON; PRAGMA synchronous = OFF;",
            witness: None,
            push_anywhere: true,
            background: false,
        }
    }

    /// Makes the data directory and finds the secret: given, in a file, or made once and kept.
    ///
    /// # Errors
    /// When the directory or the secret cannot be made or read, or the secret is too short.
    pub fn settle(mut self) -> Result<Self, ConfigError> {
        std::fs::create_dir_all(&self.data_dir).map_err(|e| wrong("ESCALE_DATA_DIR", e))?;
        if self.secret.is_empty() {
            self.secret = find_secret(&self.data_dir)?;
        }
        if self.secret.len() < 32 {
            return Err(wrong("ESCALE_SECRET", "at least 32 characters are needed"));
        }
        if !self.metrics_token.is_empty() && self.metrics_token.len() < 16 {
            return Err(wrong("ESCALE_METRICS_TOKEN", "at least 16 characters are needed"));
        }
        if !self.base_url.is_empty() && !is_origin(&self.base_url) {
            return Err(wrong("ESCALE_BASE_URL", "https:// or http://, a host, and nothing after it"));
        }
        Ok(self)
    }

    /// Where the data is.
    #[must_use]
    pub fn store(&self) -> StoreConfig {
        let url = if self.database_url.is_empty() {
            self.data_dir.join("escale.sqlite").display().to_string()
        } else {
            self.database_url.clone()
        };
        StoreConfig { url, pool_size: self.pool_size, sqlite_extra: self.sqlite_extra, witness: self.witness.clone() }
    }

    /// Where a push service can write about the site (RFC 8292): the site itself, or the sender of its letters.
    #[must_use]
    pub fn contact(&self) -> String {
        if self.secure() {
            return self.base_url.clone();
        }
        let address = self.mail_from.rsplit_once('<').map_or(self.mail_from.as_str(), |(_, address)| address);
        format!("mailto:{}", address.trim_end_matches('>'))
    }

    /// Whether people reach the site through TLS.
    #[must_use]
    pub fn secure(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

/// Whether an address is a scheme and a host, with a port or not.
fn is_origin(url: &str) -> bool {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|host| !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]".contains(c)))
}

fn find_secret(dir: &Path) -> Result<Vec<u8>, ConfigError> {
    if let Ok(text) = std::env::var("ESCALE_SECRET") {
        return Ok(text.into_bytes());
    }
    let given = std::env::var("ESCALE_SECRET_FILE").ok().map(PathBuf::from);
    let path = given.clone().unwrap_or_else(|| dir.join("secret"));
    if path.exists() || given.is_some() {
        let text = std::fs::read_to_string(&path).map_err(|e| wrong("ESCALE_SECRET_FILE", e))?;
        return Ok(text.trim().as_bytes().to_vec());
    }
    let made = secret::token().map_err(|e| wrong("ESCALE_SECRET", e))?;
    write_private(&path, &made).map_err(|e| wrong("ESCALE_DATA_DIR", e))?;
    Ok(made.into_bytes())
}

/// Writes a file that only its owner can read.
fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_made_once_and_kept() {
        let dir = tempfile::tempdir().unwrap();
        let bare = || Config { secret: vec![], ..Config::for_testing(dir.path(), "") };
        let first = bare().settle().unwrap().secret;
        assert_eq!(first.len(), 64);
        assert_eq!(bare().settle().unwrap().secret, first);
    }

    #[test]
    fn a_short_secret_is_refused_by_name() {
        let dir = tempfile::tempdir().unwrap();
        let short = Config { secret: b"short".to_vec(), ..Config::for_testing(dir.path(), "") };
        assert!(short.settle().unwrap_err().to_string().starts_with("ESCALE_SECRET"));
        let guessed = Config { metrics_token: "1234".to_owned(), ..Config::for_testing(dir.path(), "") };
        assert!(guessed.settle().unwrap_err().to_string().starts_with("ESCALE_METRICS_TOKEN"));
        for url in ["zzz", "ftp://a", "http://x/path", "https://", "https://a b"] {
            let nowhere = Config { base_url: url.to_owned(), ..Config::for_testing(dir.path(), "") };
            assert!(nowhere.settle().unwrap_err().to_string().starts_with("ESCALE_BASE_URL"), "{url}");
        }
        let here = Config { base_url: "https://escale.example:8443".to_owned(), ..Config::for_testing(dir.path(), "") };
        assert!(here.settle().is_ok());
    }
}

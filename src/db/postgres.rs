//! Connecting to PostgreSQL: in clear only on this machine (loopback or socket), through TLS checked against the public
//! roots everywhere else, unless the URL says `sslmode=disable`.

use crate::db::conn::SOCKETS;
use crate::db::{Error, PgConn, Result};
use diesel_async::AsyncPgConnection;
use std::sync::Arc;
use tokio_postgres::config::{Config, Host, SslMode};
use tokio_postgres::{Client, Connection, NoTls, Socket};
use tokio_postgres_rustls::MakeRustlsConnect;

/// Opens a connection.
///
/// # Errors
/// When the URL cannot be read or the server cannot be reached or trusted.
pub fn connect(url: &str) -> Result<PgConn> {
    let mut config: Config = url.parse().map_err(away)?;
    let clear = config.get_ssl_mode() == SslMode::Disable || config.get_hosts().iter().all(here);
    if !clear {
        config.ssl_mode(SslMode::Require);
    }
    let opened = SOCKETS.block_on(async {
        if clear {
            let (client, connection) = config.connect(NoTls).await?;
            Ok(adopt(client, connection).await)
        } else {
            let (client, connection) = config.connect(tls()?).await?;
            Ok(adopt(client, connection).await)
        }
    });
    let conn = opened.map_err(|e: Box<dyn std::error::Error>| Error::Unreachable(e.to_string()))?;
    Ok(PgConn::from(conn.map_err(away)?))
}

async fn adopt<T>(client: Client, connection: Connection<Socket, T>) -> diesel::ConnectionResult<AsyncPgConnection>
where
    T: tokio_postgres::tls::TlsStream + Unpin + Send + 'static,
{
    AsyncPgConnection::try_from_client_and_connection(client, connection).await
}

fn tls() -> std::result::Result<MakeRustlsConnect, rustls::Error> {
    let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let config = rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

/// Whether a host is this machine.
fn here(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|a| a.is_loopback()),
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

fn away(error: impl std::fmt::Display) -> Error {
    Error::Unreachable(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_reached_in_clear() {
        let all_here = |url: &str| url.parse::<Config>().unwrap().get_hosts().iter().all(here);
        assert!(all_here("postgres://u@127.0.0.1/db"));
        assert!(all_here("postgres://u@localhost:5433/db"));
        assert!(!all_here("postgres://u@db.example/db"));
        assert!(!all_here("postgres://u@10.0.0.3/db"));
    }
}

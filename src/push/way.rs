//! The way to push services. An address is a browser's word, so anyone's: only a name, by TLS, at its usual port; and at the
//! moment of connecting, only what the name means that is out on the Internet. Nothing is followed, read or kept of the answer
//! but its status.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};

/// The whole of a request, names and TLS included.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a push service keeps a notice for a device that is off, in seconds.
const KEPT: &str = "86400";

/// What a push service answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It will tell the device.
    Taken,
    /// The device is gone: it is forgotten.
    Gone,
    /// It does not take this notice, and will not take it later.
    Refused,
    /// It did not answer, or wants to be asked again later.
    Later,
}

/// Sends what is sealed.
pub struct Way {
    agent: Agent,
    anywhere: bool,
}

impl Way {
    /// A way out to the Internet; for tests, `anywhere` lets it reach this machine too, without TLS.
    #[must_use]
    pub fn open(anywhere: bool) -> Self {
        let config = Agent::config_builder()
            .https_only(!anywhere)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            // What is checked is the address that is connected to: through a proxy, it would be the proxy's.
            .proxy(None)
            .timeout_global(Some(PATIENCE))
            .user_agent("Escale")
            .build();
        let outside = Outside { names: DefaultResolver::default(), anywhere };
        Self { agent: Agent::with_parts(config, DefaultConnector::default(), outside), anywhere }
    }

    /// Whether an address can be one of a push service.
    #[must_use]
    pub fn allows(&self, endpoint: &str) -> bool {
        let Ok(uri) = endpoint.parse::<Uri>() else { return false };
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else { return false };
        if self.anywhere {
            return scheme == "http" || scheme == "https";
        }
        let host = authority.host();
        let is_name = host.contains('.') && !host.starts_with('[') && host.parse::<IpAddr>().is_err();
        let usual = matches!(authority.port_u16(), None | Some(443)) && !authority.as_str().contains('@');
        scheme == "https" && usual && is_name
    }

    /// Hands a sealed notice to a push service.
    #[must_use]
    pub fn send(&self, endpoint: &str, authorization: &str, sealed: &[u8]) -> Answer {
        let sent = self
            .agent
            .post(endpoint)
            .header("Authorization", authorization)
            .header("Content-Encoding", "aes128gcm")
            .header("Content-Type", "application/octet-stream")
            .header("TTL", KEPT)
            .header("Urgency", "high")
            .send(sealed);
        match sent.map(|answer| answer.status().as_u16()) {
            Ok(200..=299) => Answer::Taken,
            Ok(404 | 410) => Answer::Gone,
            // Not taken from us now: a clock that is wrong, a key that is not the one. It says nothing about the device.
            Ok(401 | 403 | 429 | 500..=599) | Err(_) => Answer::Later,
            Ok(_) => Answer::Refused,
        }
    }
}

/// The scheme and host of an address.
#[must_use]
pub fn origin(endpoint: &str) -> String {
    let whole = endpoint
        .find("://")
        .map_or(endpoint.len(), |at| endpoint[at + 3..].find('/').map_or(endpoint.len(), |slash| at + 3 + slash));
    endpoint[..whole].to_owned()
}

/// Names that mean somewhere out on the Internet.
#[derive(Debug)]
struct Outside {
    names: DefaultResolver,
    anywhere: bool,
}

impl Resolver for Outside {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        let mut kept = self.empty();
        for address in found.iter().filter(|address| self.anywhere || is_outside(address.ip())) {
            kept.push(*address);
        }
        if kept.is_empty() { Err(Error::HostNotFound) } else { Ok(kept) }
    }
}

/// Whether an address is out on the Internet: neither this machine, nor a network of its own, nor one that stands for another.
fn is_outside(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_outside_v4(ip),
        IpAddr::V6(ip) => ip.to_ipv4_mapped().map_or_else(|| is_outside_v6(ip), is_outside_v4),
    }
}

fn is_outside_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let reserved = a == 0 || a >= 224 || (a == 192 && b == 0 && c == 0) || (a == 198 && (b == 18 || b == 19));
    let own = ip.is_loopback() || ip.is_private() || ip.is_link_local() || ip.is_documentation();
    !(own || shared || reserved)
}

/// Only what is given out (`2000::/3`), without the ranges that carry an IPv4 address or are for examples.
fn is_outside_v6(ip: Ipv6Addr) -> bool {
    let [first, second, ..] = ip.segments();
    let given_out = first & 0xe000 == 0x2000;
    let carries = first == 0x2002 || (first == 0x2001 && second < 0x0200);
    let example = (first == 0x2001 && second == 0x0db8) || (first == 0x3fff && second < 0x1000);
    given_out && !carries && !example
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_by_tls_at_its_usual_port_is_a_push_service() {
        let way = Way::open(false);
        for fine in
            ["https://updates.push.services.mozilla.com/wpush/v2/x", "https://fcm.googleapis.com:443/fcm/send/x"]
        {
            assert!(way.allows(fine), "{fine}");
        }
        for wrong in [
            "http://push.example/x",
            "https://push.example:8443/x",
            "https://user@push.example/x",
            "https://127.0.0.1/x",
            "https://[::1]/x",
            "https://localhost/x",
            "ftp://push.example/x",
            "/x",
            "",
            "https://",
        ] {
            assert!(!way.allows(wrong), "{wrong}");
        }
        assert_eq!(origin("https://push.example/a/b"), "https://push.example");
        assert_eq!(origin("https://push.example"), "https://push.example");
    }

    #[test]
    fn what_is_not_out_on_the_internet_is_not_reached() {
        let outside = |text: &str| is_outside(text.parse().unwrap());
        for fine in ["1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a01:e0a::1"] {
            assert!(outside(fine), "{fine}");
        }
        for wrong in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "192.0.0.8",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "203.0.113.9",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:0:1::1",
            "2001:db8::1",
        ] {
            assert!(!outside(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_name_that_means_this_machine_is_not_connected_to() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let endpoint = format!("https://localhost:{}/x", listener.local_addr().unwrap().port());
        assert_eq!(Way::open(false).send(&endpoint, "vapid", b"sealed"), Answer::Later);
        assert!(listener.accept().is_err(), "nobody came");
    }
}

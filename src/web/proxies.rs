//! Who is at the other end: the peer; or, when it is a proxy that we trust, what that proxy saw. `X-Forwarded-For` is read
//! from the right, over all its lines, and believed only as far as trusted proxies wrote it: anyone can write the rest.

use actix_web::http::header::HeaderMap;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

/// The proxies that are trusted: addresses and networks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proxies(Vec<Network>);

/// An address, or all that begin like it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Network {
    base: IpAddr,
    bits: u32,
}

impl Network {
    fn holds(self, address: IpAddr) -> bool {
        let differ = |a: u128, b: u128, width: u32| (a ^ b).checked_shr(width - self.bits).unwrap_or(0) != 0;
        match (self.base, address) {
            (IpAddr::V4(a), IpAddr::V4(b)) => !differ(u32::from(a).into(), u32::from(b).into(), 32),
            (IpAddr::V6(a), IpAddr::V6(b)) => !differ(a.into(), b.into(), 128),
            _ => false,
        }
    }
}

/// A text that is neither an address nor a network.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("« {0} » is neither an address (10.0.0.2) nor a network (10.0.0.0/8)")]
pub struct NoNetwork(String);

impl FromStr for Network {
    type Err = NoNetwork;
    fn from_str(text: &str) -> Result<Self, NoNetwork> {
        let wrong = || NoNetwork(text.to_owned());
        let (base, bits) = text.split_once('/').map_or((text, None), |(base, bits)| (base, Some(bits)));
        let base: IpAddr = base.parse().map_err(|_| wrong())?;
        let most = if base.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), str::parse).map_err(|_| wrong())?;
        if bits > most { Err(wrong()) } else { Ok(Self { base, bits }) }
    }
}

impl FromStr for Proxies {
    type Err = NoNetwork;
    fn from_str(text: &str) -> Result<Self, NoNetwork> {
        let parts = text.split([',', ' ']).filter(|part| !part.is_empty());
        parts.map(str::parse).collect::<Result<_, _>>().map(Self)
    }
}

impl Proxies {
    fn trust(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.holds(address))
    }

    /// The address of the reader: the first, from the peer on, that is not a trusted proxy.
    #[must_use]
    pub fn reader(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut seen = peer.to_canonical();
        if !self.trust(seen) {
            return seen;
        }
        let lines: Vec<&str> = headers.get_all("X-Forwarded-For").map(|l| l.to_str().unwrap_or_default()).collect();
        for hop in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
            // What cannot be read was written by no proxy of ours.
            let Some(before) = address(hop.trim()) else { break };
            seen = before;
            if !self.trust(seen) {
                break;
            }
        }
        seen
    }
}

/// An address, with or without its port.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.parse().ok().or_else(|| text.parse().ok().map(|with_port: SocketAddr| with_port.ip()));
    bare.map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::{HeaderName, HeaderValue};

    fn reader(trusted: &str, peer: &str, lines: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(HeaderName::from_static("x-forwarded-for"), HeaderValue::from_str(line).unwrap());
        }
        trusted.parse::<Proxies>().unwrap().reader(peer.parse().unwrap(), &headers).to_string()
    }

    #[test]
    fn nobody_but_a_trusted_proxy_is_believed() {
        assert_eq!(reader("", "127.0.0.1", &["203.0.113.7"]), "127.0.0.1");
        assert_eq!(reader("10.0.0.0/8", "192.0.2.1", &["203.0.113.7"]), "192.0.2.1");
        assert_eq!(reader("10.0.0.0/8", "10.9.8.7", &["203.0.113.7"]), "203.0.113.7");
        assert_eq!(reader("127.0.0.1", "::ffff:127.0.0.1", &["203.0.113.7"]), "203.0.113.7");
    }

    #[test]
    fn the_nearest_hop_that_is_not_ours_is_the_reader_over_all_lines() {
        let forged = ["1.2.3.4", "5.6.7.8, 203.0.113.7, 10.0.0.2"];
        assert_eq!(reader("10.0.0.0/8", "10.0.0.1", &forged), "203.0.113.7");
        assert_eq!(reader("10.0.0.0/8", "10.0.0.1", &["1.2.3.4", "203.0.113.7"]), "203.0.113.7");
        assert_eq!(reader("10.0.0.0/8", "10.0.0.1", &["203.0.113.7", "unknown"]), "10.0.0.1");
        assert_eq!(reader("10.0.0.0/8", "10.0.0.1", &["10.0.0.3"]), "10.0.0.3");
        assert_eq!(reader("10.0.0.0/8", "10.0.0.1", &[]), "10.0.0.1");
        assert_eq!(reader("fd00::/8", "fd00::1", &["[2001:db8::7]:4711"]), "2001:db8::7");
    }

    #[test]
    fn networks_are_read_and_what_is_none_is_named() {
        let all = "127.0.0.1, 10.0.0.0/8 fd00::/8,0.0.0.0/0".parse::<Proxies>().unwrap();
        assert!(["127.0.0.1", "10.255.0.1", "8.8.8.8", "fdff::1"].iter().all(|a| all.trust(a.parse().unwrap())));
        assert!(!all.trust("2001:db8::1".parse().unwrap()));
        for wrong in ["1", "10.0.0.0/33", "10.0.0.0/x", "proxy.example", "/8"] {
            assert_eq!(wrong.parse::<Proxies>(), Err(NoNetwork(wrong.to_owned())));
        }
    }
}

//! Rate limits, per address for pages and forms, per key for the API. What is over gets 429 and when to come back.

use crate::app::App;
use crate::config::Config;
use crate::web::proxies::Proxies;
use crate::web::{Error, Shared};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;

/// Forms that one address may send in a second, and at once.
const FORMS: (u32, u32) = (5, 40);
/// Sign-ins that one address may try in a minute.
const SIGN_INS: u32 = 20;
/// Calls that one address may make in a second, and at once, whatever its keys: looking at a key costs a read.
const WRITES: (u32, u32) = (500, 2_000);
/// Calls that one key may make in a second, and at once.
const CALLS: (u32, u32) = (200, 1_000);

/// Longest address, in bytes: the longest search of ours is a quarter of it.
const ADDRESS_MAX: usize = 8 * 1024;

/// The counters.
pub struct Limits {
    pages: Option<DefaultKeyedRateLimiter<IpAddr>>,
    forms: DefaultKeyedRateLimiter<IpAddr>,
    sign_ins: DefaultKeyedRateLimiter<IpAddr>,
    writes: DefaultKeyedRateLimiter<IpAddr>,
    calls: DefaultKeyedRateLimiter<uuid::Uuid>,
    proxies: Proxies,
    on: bool,
}

const fn at_least_one(n: u32) -> NonZeroU32 {
    match NonZeroU32::new(n) {
        Some(n) => n,
        None => NonZeroU32::MIN,
    }
}

fn per_second((rate, burst): (u32, u32)) -> Quota {
    Quota::per_second(at_least_one(rate)).allow_burst(at_least_one(burst))
}

impl Limits {
    /// Counters as configured; no limit on pages also lifts the others, for load tests and the suite.
    #[must_use]
    pub fn new(config: &Config) -> Self {
        let pages = config.pages_per_second;
        Self {
            pages: (pages > 0).then(|| RateLimiter::keyed(per_second((pages, pages.saturating_mul(2))))),
            forms: RateLimiter::keyed(per_second(FORMS)),
            writes: RateLimiter::keyed(per_second(WRITES)),
            sign_ins: RateLimiter::keyed(Quota::per_minute(at_least_one(SIGN_INS))),
            calls: RateLimiter::keyed(per_second(CALLS)),
            proxies: config.trusted_proxies.clone(),
            on: pages > 0,
        }
    }

    /// Whether a key may call once more.
    ///
    /// # Errors
    /// `TooMany`.
    pub fn call(&self, key: uuid::Uuid) -> Result<(), Error> {
        if self.on && self.calls.check_key(&key).is_err() { Err(Error::TooMany) } else { Ok(()) }
    }

    fn page(&self, req: &ServiceRequest) -> Result<(), Error> {
        let Some(address) = self.address(req).filter(|_| self.on) else { return Ok(()) };
        let within = if req.method() == Method::POST && req.path().starts_with("/connexion") {
            self.sign_ins.check_key(&address).is_ok()
        } else if req.method().is_safe() {
            self.pages.as_ref().is_none_or(|l| l.check_key(&address).is_ok())
        } else if req.path().starts_with("/api/") {
            self.writes.check_key(&address).is_ok()
        } else {
            self.forms.check_key(&address).is_ok()
        };
        if within { Ok(()) } else { Err(Error::TooMany) }
    }

    /// The address of the reader; an IPv6 one by its /64.
    fn address(&self, req: &ServiceRequest) -> Option<IpAddr> {
        req.peer_addr().map(|peer| network(self.proxies.reader(peer.ip(), req.headers())))
    }

    /// Forgets those who were not seen for long enough to be as good as new, so that the counters do not grow for ever.
    pub fn shrink(&self) {
        for limiter in self.by_address() {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
        self.calls.retain_recent();
        self.calls.shrink_to_fit();
    }

    /// How many addresses and keys are remembered.
    #[must_use]
    pub fn remembered(&self) -> usize {
        self.by_address().map(RateLimiter::len).sum::<usize>() + self.calls.len()
    }

    fn by_address(&self) -> impl Iterator<Item = &DefaultKeyedRateLimiter<IpAddr>> {
        self.pages.iter().chain([&self.forms, &self.sign_ins])
    }
}

const fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => {
            let s = v6.segments();
            IpAddr::V6(Ipv6Addr::new(s[0], s[1], s[2], s[3], 0, 0, 0, 0))
        }
    }
}

/// Refuses what comes too often.
///
/// # Errors
/// `TooMany`.
pub async fn check(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if req.uri().path_and_query().is_some_and(|whole| whole.as_str().len() > ADDRESS_MAX) {
        return Ok(req.error_response(Error::TooLarge));
    }
    let verdict = req.app_data::<Shared>().map_or(Ok(()), |app| {
        let app: &App = app;
        app.limits.page(&req)
    });
    if let Err(error) = verdict {
        return Ok(req.error_response(error));
    }
    next.call(req).await.map(ServiceResponse::map_into_boxed_body)
}

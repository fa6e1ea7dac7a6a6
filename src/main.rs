//! The command line: `serve`, `demo`, `migrate`, `requeue`, `check`.

use anyhow::Result;
use clap::{Parser, Subcommand};
use escale::app::App;
use escale::config::Config;
use escale::kernel::Clock;
use escale::web::health;
use escale::{server, work};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use tracing_subscriber::EnvFilter;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The real-time marketplace of temporary activity.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves, with the settings of the environment.
    Serve {
        /// Address and port; port 0 takes a free one.
        #[arg(long, env = "ESCALE_LISTEN")]
        listen: Option<String>,
    },
    /// Serves a fictional world, with a sign-in link for each role.
    Demo(DemoArgs),
    /// Brings the database up to date, and stops.
    Migrate,
    /// Gives the jobs that were set apart another chance, and stops.
    Requeue,
    /// Makes a new key for push services after the secret was changed on purpose, and stops; people allow notifications on
    /// their devices again afterwards.
    RenewPushKey,
    /// Compares what would be shown with what the database says, and stops; fails when they differ.
    Check {
        /// The board of visible missions.
        #[arg(long, required = true)]
        board: bool,
    },
}

#[derive(clap::Args)]
struct DemoArgs {
    /// Address and port; port 0 takes a free one.
    #[arg(long, env = "ESCALE_LISTEN", default_value = "127.0.0.1:8080")]
    listen: String,
    /// Where the world is kept.
    #[arg(long, default_value = "data-demo")]
    data_dir: PathBuf,
    /// How many missions to invent.
    #[arg(long, default_value_t = 5_000)]
    offers: usize,
    /// The same seed makes the same world.
    #[arg(long, default_value_t = 42)]
    seed: u64,
    /// Throws the world away and makes a new one.
    #[arg(long)]
    fresh: bool,
}

/// What cannot be done is told in one sentence, without the stack of calls, and by the exit code.
fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("escale: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let logs = EnvFilter::try_from_env("ESCALE_LOG").unwrap_or_else(|_| EnvFilter::new("warn,escale=info"));
    tracing_subscriber::fmt().with_env_filter(logs).with_writer(std::io::stderr).json().init();
    match Cli::parse().command {
        Command::Serve { listen } => {
            let mut config = Config::from_env()?;
            config.listen = listen.unwrap_or(config.listen);
            serve(config, |_| Ok(()))
        }
        Command::Demo(args) => demo(args),
        Command::Migrate => App::open(Config::from_env()?, Clock::system()).map(drop),
        Command::Requeue => {
            let app = App::open(Config::from_env()?, Clock::system())?;
            let now = app.now();
            println!("{}", app.store.write(|tx| escale::jobs::requeue(tx, now))?);
            Ok(())
        }
        Command::RenewPushKey => App::renew_push_key(Config::from_env()?, &Clock::system()),
        Command::Check { board: _ } => check(&Config::from_env()?),
    }
}

fn check(config: &Config) -> Result<()> {
    let app = App::open(config.clone(), Clock::system())?;
    app.load()?;
    let found = app.check_board()?;
    println!("{} published missions compared", found.compared);
    for (what, ids) in [("missing", &found.missing), ("extra", &found.extra), ("outdated", &found.outdated)] {
        for id in ids {
            println!("{what} {id}");
        }
    }
    anyhow::ensure!(found.none(), "the board is not what the database says");
    Ok(())
}

fn demo(args: DemoArgs) -> Result<()> {
    let mut config = Config::from_env()?;
    if args.fresh {
        escale::demo::clear(&args.data_dir)?;
    }
    // The demo has a database of its own: its world and its links never reach a real one.
    config.database_url = String::new();
    config.listen = args.listen;
    config.mail = escale::mail::MailConfig::Files(args.data_dir.join("letters"));
    config.data_dir = args.data_dir;
    config.demo = true;
    let world = escale::demo::World { seed: args.seed, offers: args.offers };
    serve(config, move |app| escale::demo::open(app, &world))
}

fn serve(config: Config, prepare: impl FnOnce(&Arc<App>) -> Result<()>) -> Result<()> {
    health::start_counting();
    let listener = TcpListener::bind(&config.listen).map_err(|e| anyhow::anyhow!("{}: {e}", config.listen))?;
    let app = App::open(config, Clock::system())?;
    app.set_base_url(format!("http://{}", listener.local_addr()?));
    prepare(&app)?;
    println!("Escale: {}", app.base_url());
    actix_web::rt::System::new().block_on(async {
        let server = server::build(&app, listener)?;
        let loading = Arc::clone(&app);
        // The health checks answer while the board is being loaded.
        let loaded = actix_web::rt::spawn(async move { actix_web::web::block(move || loading.load()).await });
        // The reference tables meanwhile, so that nobody waits for them.
        std::thread::spawn(|| {
            escale::geo::warm_up();
            escale::offers::map::warm_up();
        });
        let works = work::start(&app)?;
        let handle = server.handle();
        actix_web::rt::spawn(async move {
            if let Ok(Err(error)) | Err(error) = loaded
                .await
                .map(|r| r.map_err(anyhow::Error::from).and_then(|r| r.map(drop).map_err(Into::into)))
                .map_err(anyhow::Error::from)
            {
                tracing::error!(%error, "the board could not be loaded");
                handle.stop(false).await;
            }
        });
        server.await?;
        drop(works);
        Ok(())
    })
}

"""Settings: the laptop's defaults, each of which an environment variable may replace.

The variables are listed in the README; nothing else in the project reads the environment.
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import django

from config import environment

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = environment.folder("DATA_DIR", BASE_DIR / "data")

DEBUG = environment.flag("DEBUG")
# "laptop": whoever has the start link starts workshops; "accounts": whoever can log in.
HOSTING = environment.one_of("HOSTING", ("laptop", "accounts"), "laptop")
SECRET_WEAKNESS = environment.weakness
SECRET_KEY = environment.key("SECRET_KEY", DATA_DIR / "secret-key", hosted=HOSTING == "accounts", size=48)


def START_KEY() -> str:  # noqa: N802 - a setting, read when it is needed
    """Return the key in the link that starts workshops."""
    return environment.key("START_KEY", DATA_DIR / "start-key", hosted=HOSTING == "accounts")


# Where we are reached. PUBLIC_URL is what links and QR codes carry; unset: the address on the local network.
PUBLIC_URL = environment.address("PUBLIC_URL")
_public = urlsplit(PUBLIC_URL)
_https = _public.scheme == "https"
_loopback = ["localhost", "127.0.0.1", "[::1]"]
_hosts = environment.hosts("ALLOWED_HOSTS")
# Without ALLOWED_HOSTS the gate in front of Django (game/live/gate.py) decides: loopback, our own name and
# private addresses, which Django's list of names cannot say.
LOCAL_HOSTS_ONLY = not _hosts
ALLOWED_HOSTS = [*_hosts, *_loopback] if _hosts else ["*"]
CSRF_TRUSTED_ORIGINS = [f"{_public.scheme}://{_public.netloc}"] if PUBLIC_URL else []

# Only behind a proxy that sets this header itself: else anyone could claim to have come over https.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if environment.flag("TRUST_PROXY") else None
SECURE_HSTS_SECONDS = 30 * 24 * 3600 if _https else 0
# Browsers ignore this header on plain http, and say so in their console.
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin" if _https else None
# What `check --deploy` asks for and is not ours: the proxy sends http to https, and other names of the domain are for their
# owner. A laptop on a room's Wi-Fi has no certificate, so it speaks http.
SILENCED_SYSTEM_CHECKS = [
    f"security.{one}" for one in (("W005", "W008", "W021") if _https else ("W004", "W008", "W012", "W016"))
]
CSRF_COOKIE_SECURE = _https
SESSION_COOKIE_SECURE = _https
SESSION_ENGINE = "game.web.sessions"
if (
    _https
):  # so named, a cookie is set by this host itself, over TLS; browsers see to it (game/web/cookies.py)
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE = _https
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
DATA_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "game.apps.GameConfig",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "game.web.zipped.Zipped",  # three hundred phones share one Wi-Fi; form tokens are masked anew each time
    "game.web.csp.ContentSecurityPolicy",
    "game.web.cookies.NewNames",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "game.web.pieces.SoundPieces",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "connect-src": ["'self'"],  # the middleware adds this host's own sockets
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["'none'"],
    }
}
ROOT_URLCONF = "config.account_urls" if HOSTING == "accounts" else "config.urls"
CSRF_FAILURE_VIEW = "game.web.errors.csrf_failure"
ASGI_APPLICATION = "config.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]

DATABASES: dict[str, dict[str, Any]] = {
    "default": environment.database("DATABASE_URL", DATA_DIR / "game.sqlite3"),
}
_database = DATABASES["default"]
# Pages are made by a few kept threads (game/live/pages.py), each with its connection; one that broke is opened again.
_database["CONN_MAX_AGE"] = None
_database["CONN_HEALTH_CHECKS"] = True
EMBEDDED_DATABASE = _database["ENGINE"] == "django.db.backends.sqlite3"
if EMBEDDED_DATABASE:
    environment.make_folder(Path(_database["NAME"]).parent)
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
    }
else:
    # A database host that vanishes must not hang a lane: notice it within seconds.
    _database["OPTIONS"] = {
        "connect_timeout": 5,
        "keepalives_idle": 5,
        "keepalives_interval": 2,
        "keepalives_count": 3,
        "tcp_user_timeout": 10_000,
        # A process that freezes in the middle of a write holds its game for these milliseconds, and whoever waits for it
        # waits a little longer; then the write of the frozen one is undone, and play goes on elsewhere.
        "options": "-c idle_in_transaction_session_timeout=3000 -c lock_timeout=4000",
    } | _database.get("OPTIONS", {})
# How long a step has to stand before a panel's press moves the game on: a double click or a bouncing clicker skips nothing.
STEADY_SECONDS = environment.seconds("STEADY_SECONDS", 1.2)
# How long an outcome is uncovered on the big screen before all of it stands; 0: at once.
REVEAL_SECONDS = environment.seconds("REVEAL_SECONDS", 12.0)
# Whether the server makes what a press would show before somebody presses (game/live/coming.py).
WORK_AHEAD = environment.flag("WORK_AHEAD", True)
# Sockets are served without Daphne's bridge between; decision 57.
SHORT_WAY = environment.flag("SHORT_WAY", True)
# How many tables a workshop has at most; above the usual, big screens turn pages.
MAX_TABLES = environment.whole("MAX_TABLES", 40, 1, 100)
# After the end of a workshop: when names go, and when all of it does.
WIPE_NAMES_HOURS = environment.whole("WIPE_NAMES_HOURS", 24, 0, 30 * 24)
WIPE_WORKSHOP_DAYS = environment.whole("WIPE_WORKSHOP_DAYS", 30, 1, 3650)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LOGIN_URL = "login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

REDIS_URL = environment.redis("REDIS_URL")
# What a Prometheus says that asks a process for its figures; without it nobody gets them.
METRICS_TOKEN = environment.text("METRICS_TOKEN")
CHANNEL_LAYERS: dict[str, dict[str, Any]] = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
if REDIS_URL:
    CHANNEL_LAYERS["default"] = {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        # Without the None, redis-py closes a socket on which nothing is said for some seconds.
        "CONFIG": {"hosts": [{"address": REDIS_URL, "socket_timeout": None}]},
    }
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        # It holds counts of failed tries: with Django's 300, a few hundred addresses would push each other's out.
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}
if REDIS_URL:  # what all processes count together; each by itself while this is dead (game/actions/tries.py)
    CACHES["shared"] = {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"socket_timeout": 0.5, "socket_connect_timeout": 0.5},
    }

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
if HOSTING == "accounts":
    STATICFILES_DIRS.append(Path(django.__path__[0]) / "contrib" / "admin" / "static")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "game.live.static.MemoryStaticStorage"},
}

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "game" / "locale"]
USE_TZ = True
TIME_ZONE = environment.time_zone("TZ", "Europe/Amsterdam")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
        "json": {"()": "config.logs.JsonLines"},
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": environment.one_of("LOG_FORMAT", ("line", "json"), "line"),
        }
    },
    "root": {"handlers": ["stderr"], "level": environment.level("LOG_LEVEL", "WARNING")},
    # Django's own handlers would mail, and print every refused page; ours says it once.
    "loggers": {"django": {"handlers": [], "level": "ERROR", "propagate": True}},
}

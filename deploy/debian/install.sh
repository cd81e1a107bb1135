#!/bin/sh
# The hosted game on Debian 12 or newer without Docker: two server processes, PostgreSQL, Redis and Caddy, from Debian's packages.
#
#   sudo sh deploy/debian/install.sh spel.example accounts
#
# From a checkout; the same line brings a newer release over an older one. What it does, step by step, can be run by itself too:
#   sudo sh deploy/debian/install.sh spel.example accounts packages|account|program|settings|database|services|proxy
set -eu

SITE=${1:?give the name that people type, such as spel.example}
HOSTING=${2:?give accounts (facilitators log in) or laptop (whoever has the start link)}
STEPS=${3:-packages account program settings database services proxy}

FROM=$(cd "$(dirname "$0")/../.." && pwd)
TO=${TO:-/opt/wie-pakt-het-op}
ETC=${ETC:-/etc/wie-pakt-het-op}
UNITS=${UNITS:-/etc/systemd/system}
CADDY=${CADDY:-/etc/caddy/Caddyfile}
NAME=wiepakt

packages() {
	apt-get install -y --no-install-recommends python3-venv postgresql redis-server caddy openssl
	systemctl disable --now redis-server # ours is another one, on a socket of its own
}

account() {
	id "$NAME" >/dev/null 2>&1 || useradd --system --home-dir /nonexistent --shell /usr/sbin/nologin "$NAME"
}

# The code belongs to root: what serves cannot change it. Translations are compiled here, and bytecode, for the same reason.
program() {
	mkdir -p "$TO"
	for part in config game templates static requirements; do
		rm -rf "${TO:?}/$part"
		cp -R "$FROM/$part" "$TO/$part"
	done
	cp "$FROM/manage.py" "$TO/"
	[ -x "$TO/.venv/bin/python" ] || python3 -m venv "$TO/.venv"
	"$TO/.venv/bin/python" -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r "$TO/requirements/play.txt" && "$TO/.venv/bin/python" -m pip check
	(cd "$TO" && DATA_DIR=$(mktemp -d) .venv/bin/python manage.py check)
	"$TO/.venv/bin/python" -m compileall -q "$TO/config" "$TO/game"
	chmod -R a+rX "$TO"
}

# Secrets are drawn once and kept; the rest follows from the two words that were given.
settings() {
	mkdir -p "$ETC"
	file=$ETC/environment
	if [ ! -e "$file" ]; then
		(
			umask 077
			for secret in SECRET_KEY START_KEY METRICS_TOKEN; do
				echo "$secret=$(openssl rand -hex 32)"
			done >"$file"
		)
	fi
	kept=$(grep -E '^(SECRET_KEY|START_KEY|METRICS_TOKEN)=' "$file")
	(
		umask 077
		cat >"$file.new" <<END
$kept
HOSTING=$HOSTING
DATA_DIR=/var/lib/wie-pakt-het-op
DATABASE_URL=postgres://%2Frun%2Fpostgresql/$NAME
REDIS_URL=unix:///run/wie-pakt-het-op/redis.sock
PUBLIC_URL=https://$SITE
ALLOWED_HOSTS=$SITE
TRUST_PROXY=true
END
	)
	mv "$file.new" "$file"
}

# Our account is let in over PostgreSQL's socket as itself, without a password.
database() {
	has() { runuser -u postgres -- psql -tAc "$1" | grep -q 1; }
	has "SELECT 1 FROM pg_roles WHERE rolname = '$NAME'" || runuser -u postgres -- createuser "$NAME"
	has "SELECT 1 FROM pg_database WHERE datname = '$NAME'" || runuser -u postgres -- createdb -O "$NAME" "$NAME"
}

services() {
	cp "$FROM"/deploy/debian/wie-pakt-het-op*.service "$UNITS/"
	systemctl daemon-reload
	systemctl enable --now wie-pakt-het-op-redis
	systemctl restart wie-pakt-het-op-migrate
	for port in 8001 8002; do # one after the other: somebody is always there
		systemctl enable "wie-pakt-het-op@$port"
		systemctl restart "wie-pakt-het-op@$port"
		until "$TO/.venv/bin/python" -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:$port/readyz', timeout=2)" 2>/dev/null; do
			sleep 1
		done
	done
}

proxy() {
	sed "s/SITE/$SITE/g" "$FROM/deploy/debian/Caddyfile" >"$CADDY"
	[ -z "${CADDY_RELOAD-yes}" ] || systemctl reload-or-restart caddy
}

for step in $STEPS; do
	echo "== $step"
	"$step"
done

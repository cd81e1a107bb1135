# The commands of this project; `make play` and `make test` are all that is needed on a fresh machine.
PORT ?= 8000
# Empty: every address of this computer, IPv4 and IPv6.
HOST ?=
ARGS ?=
BASE_PYTHON ?= python3
PYTHON := .venv/bin/python
MINUTES ?= 180
PROGRAMS := tests/engine/proof tests/management tests/ops tests/house tests/load
SLOW := browser or faults or load or recipes or rooms or servers or scripts
# Every test in there is for a browser, so the quick parts need not read one; three processes would each read all.
UNREAD := --ignore=tests/browser
# Tests start many processes; whatever the surroundings say, each need not compile all modules anew.
export PYTHONDONTWRITEBYTECODE :=
# The folders that hold the tests of a part, so that no other is read; who names tests in ARGS means those only.
in = $(if $(findstring tests/,$(ARGS)),,$(1))
# A lock is complete: pip resolves nothing, so that a later release of anything changes nothing.
INSTALL := $(PYTHON) -m pip install -q --disable-pip-version-check --no-deps --require-hashes

.PHONY: setup play wheel test test-fast test-cover test-rest test-slow faults soak programs check check-python check-js format rehearse looks looks-debrief looks-firefox bench lock words clean

setup: .venv/.test

play: .venv/.play
	@$(PYTHON) manage.py play $(if $(HOST),--host $(HOST)) --port $(PORT)

# dist/wie_pakt_het_op-….whl: the game for people without make or git. Built with what the lock holds.
wheel: .venv/.test
	@$(PYTHON) -m build --wheel --no-isolation --outdir dist

test: test-cover test-rest test-slow

# After every change: all that needs no program of its own, unmeasured; under 90 s on two cores. Some of them wait, so two more than there are cores.
test-fast: .venv/.test
	$(PYTHON) -m pytest -q -n 4 --dist worksteal $(UNREAD) -m "not ($(SLOW))" $(ARGS)

# The same in two parts: those of engine, protocol and actions, measured, as coverage has to be complete there; and the rest, as measuring is slow.
test-cover: .venv/.test
	$(PYTHON) -m pytest -q -n 2 --dist worksteal $(UNREAD) -m "measured and not ($(SLOW))" --cov --cov-report=term $(ARGS)

test-rest: .venv/.test
	$(PYTHON) -m pytest -q -n 4 --dist worksteal $(UNREAD) -m "not (measured or $(SLOW))" $(ARGS)

# Pages and killed servers wait more than they work, so several at once; what loads a server with a room full of people goes one by one.
test-slow: .venv/.test programs
	@! command -v npm >/dev/null 2>&1 || $(MAKE) -s node_modules/.package-lock.json
	$(PYTHON) -m pytest -q -n 2 --dist worksteal -m "servers or recipes or rooms or scripts" $(call in,$(PROGRAMS)) $(ARGS)
	$(PYTHON) -m pytest -q -n 3 --dist loadfile -m browser $(call in,tests/browser) $(ARGS)
	$(PYTHON) -m pytest -q -n 4 --dist loadfile -m faults $(call in,tests/faults tests/live) $(ARGS)
	$(PYTHON) -m pytest -q -m load $(call in,tests/load) $(ARGS)

# The verdict on what is promised when something fails, as a table; QUICK=1: what every change is tried with.
faults: .venv/.test programs
	FAULTS=$(if $(QUICK),quick,whole) $(PYTHON) -m pytest -q -n 2 --dist loadfile -m faults $(call in,tests/faults tests/live) $(ARGS)
	$(if $(QUICK),,FAULTS=whole $(PYTHON) -m pytest -q -m load -k wild $(call in,tests/load) $(ARGS))

# The same dice never twice, for so many minutes; what fails names its seed.
soak: .venv/.test programs
	@end=$$(( $$(date +%s) + 60 * $(MINUTES) )); while [ $$(date +%s) -lt $$end ]; do \
	  FAULTS_SEED=$$(date +%s) $(PYTHON) -m pytest -q tests/faults/test_kills.py tests/faults/test_schedules.py $(ARGS) || exit 1; \
	done

# What the tests need and pip cannot install.
programs:
	@sh .ci/programs

# Two parts that know nothing of each other: `make -j2 check` does them side by side.
check: check-python check-js

check-python: .venv/.test
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PYTHON) manage.py check
	$(PYTHON) manage.py makemigrations --check --dry-run
	$(PYTHON) -m pytest -q tests/web/test_translations.py

# Scripts and style sheets: their form, names and imports, and what of them needs no browser. No page needs Node.js, so who has none goes without;
# with CI=true it has to be there.
check-js:
	@[ "$$CI" != true ] || sh .ci/programs
	@if command -v npm >/dev/null 2>&1; then $(MAKE) -s node_modules/.package-lock.json && npm run --silent check && npm test --silent; \
	  elif [ "$$CI" = true ]; then echo "CI=true: scripts are checked with nodejs and npm."; exit 1; \
	  else echo "No nodejs and npm here: scripts and style sheets are not checked."; fi

# Bring all code into its form.
format: .venv/.test node_modules/.package-lock.json
	.venv/bin/ruff format .
	@npm run --silent format

# make rehearse ARGS="--url http://127.0.0.1:8000 --tables 3 --seats 8"
rehearse: .venv/.play
	@$(PYTHON) manage.py rehearse $(ARGS)

# Every screen of real games on one sheet, looks/index.html, with what people read and tap there. A tool, no test.
# make looks ARGS="--games good --states 1-agree,1-outcome --screens phone --no-all"
looks: .venv/.test programs
	@DJANGO_SETTINGS_MODULE=config.settings $(PYTHON) -m tests.looks $(ARGS)

# Every press of the debrief of games that show what no quick game comes by, on sheets in looks/.
# make looks-debrief ARGS="--games heavy,forty --screens projector --languages nl --themes light --words"
looks-debrief: .venv/.test programs
	@$(PYTHON) -m tests.looks.debrief $(ARGS)

# Thirteen screens of the style page as Firefox draws them, in looks/firefox/.
looks-firefox: .venv/.test
	@$(PYTHON) -m tests.looks.firefox $(ARGS)

# How quick the game is beside a bare socket server and plain Channels; SIZES: how many phones.
bench: .venv/.test
	@$(PYTHON) -m tests.load.bench $(SIZES)

# Pin requirements/*.in with hashes for every system and every Python from 3.11 on; the result names no registry.
lock:
	@test -x .venv-lock/bin/uv || { $(BASE_PYTHON) -m venv .venv-lock && .venv-lock/bin/pip install -q uv; }
	@cd requirements && for name in play test; do \
	  ../.venv-lock/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --no-emit-find-links --custom-compile-command "make lock" \
	    $$(test $$name = test && echo "-c play.txt") -o $$name.txt $$name.in || exit 1; \
	done

clean:
	rm -rf .venv .venv-lock node_modules dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage htmlcov

.venv/bin/python:
	@$(BASE_PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set BASE_PYTHON."; exit 1; }
	@$(BASE_PYTHON) -m venv .venv || { rm -rf .venv; echo "On Debian: apt install python3-venv"; exit 1; }

# npm writes that file when all is there.
node_modules/.package-lock.json: package.json package-lock.json .npmrc
	@echo "Installing what checks scripts ..."
	@npm ci --loglevel error && touch $@

.venv/.play: requirements/play.txt | .venv/bin/python
	@echo "Installing what the game needs ..."
	@$(INSTALL) -r requirements/play.txt && $(PYTHON) -m pip check
	@touch $@

.venv/.test: requirements/test.txt .venv/.play
	@echo "Installing what the tests need ..."
	@$(INSTALL) -r requirements/test.txt && $(PYTHON) -m pip check
	@touch $@

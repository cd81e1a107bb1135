# The commands of this project; `make play` and `make test` are all that is needed on a fresh machine.
PORT ?= 8000
HOST ?= 0.0.0.0
ARGS ?=
BASE_PYTHON ?= python3
PYTHON := .venv/bin/python

.PHONY: setup play test test-fast test-slow programs check rehearse lock words clean

setup: .venv/.test

play: .venv/.play
	@$(PYTHON) manage.py play --host $(HOST) --port $(PORT)

test: test-fast test-slow

# On both cores and with coverage, which has to be complete in the engine, the protocol and the actions.
test-fast: .venv/.test
	$(PYTHON) -m pytest -q -n 2 -m "not (browser or faults or load)" --cov --cov-report=term $(ARGS)

# Pages wait more than they work, so three files at once; what measures or kills servers goes one by one.
test-slow: .venv/.test programs
	$(PYTHON) -m pytest -q -n 3 --dist loadfile -m browser $(ARGS)
	$(PYTHON) -m pytest -q -m "faults or load" $(ARGS)

# What the tests need and pip cannot install.
programs:
	@sh .ci/programs

check: .venv/.test
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PYTHON) manage.py check
	$(PYTHON) manage.py makemigrations --check --dry-run
	$(PYTHON) -m pytest -q tests/web/test_translations.py

# make rehearse ARGS="--url http://127.0.0.1:8000 --tables 3 --seats 8"
rehearse: .venv/.play
	@$(PYTHON) manage.py rehearse $(ARGS)

# Compile requirements/*.in to pinned versions with hashes; the result names no registry.
lock:
	@test -x .venv-lock/bin/pip-compile || { $(BASE_PYTHON) -m venv .venv-lock && .venv-lock/bin/pip install -q pip-tools; }
	@cd requirements && for name in play test; do \
	  extra=; test $$name = test && extra="-c play.txt"; \
	  CUSTOM_COMPILE_COMMAND="make lock" ../.venv-lock/bin/pip-compile -q --generate-hashes --no-emit-index-url \
	    --no-emit-trusted-host --no-emit-find-links --strip-extras --allow-unsafe $$extra -o $$name.txt $$name.in && \
	  sed -i '/^--/d' $$name.txt || exit 1; \
	done

clean:
	rm -rf .venv .venv-lock .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage htmlcov

.venv/bin/python:
	@$(BASE_PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set BASE_PYTHON."; exit 1; }
	@$(BASE_PYTHON) -m venv .venv || { rm -rf .venv; echo "On Debian: apt install python3-venv"; exit 1; }

.venv/.play: requirements/play.txt | .venv/bin/python
	@echo "Installing what the game needs ..."
	@$(PYTHON) -m pip install -q --disable-pip-version-check --require-hashes -r requirements/play.txt
	@touch $@

.venv/.test: requirements/test.txt .venv/.play
	@echo "Installing what the tests need ..."
	@$(PYTHON) -m pip install -q --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

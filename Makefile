# Two commands on a machine with python3 >= 3.11 and make: `make demo` and `make test`.

PYTHON ?= python3
BIN := .venv/bin
UV := UV_PYTHON_DOWNLOADS=never VIRTUAL_ENV=.venv $(BIN)/uv
UV_VERSION := 0.13.9
PORT ?= 8000

SITE ?= var/demo

# three processes run the tests, each file in one of them: one waits for a browser or a server while two count;
# tests/conftest.py says which files come first
SIDE_BY_SIDE := -n 3 --dist loadfile --no-loadscope-reorder

# what Python compiled is kept even where the surroundings say otherwise: the tests start hundreds of processes
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help setup setup-dev demo test lint types unit exhaustive postgres deploy-check docs lock bench clean

help:  ## say what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "junheng needs Python 3.11 or newer; $(PYTHON) is older. Set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "python3 -m venv failed: on Debian, apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.runtime: requirements.txt pyproject.toml | $(BIN)/uv
	@test -e .venv/.dev || $(UV) pip install --quiet --require-hashes -r requirements.txt
	@$(UV) pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.runtime
	@$(UV) pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

.venv/.messages: $(wildcard src/junheng/web/locale/*/LC_MESSAGES/*.po src/junheng/web/*/locale/*/LC_MESSAGES/*.po) .venv/.runtime
	@$(BIN)/python tools/compile_messages.py
	@touch $@

setup: .venv/.runtime .venv/.messages  ## make .venv with the command .venv/bin/junheng

setup-dev: setup .venv/.dev
	@$(BIN)/python tools/need.py

demo: setup  ## build the demo city, judge it, serve it at 127.0.0.1:8000
	@$(BIN)/junheng demo --port $(PORT)

test: setup-dev lint  ## run the checks of every change; `make exhaustive postgres` are the long ones
	@$(MAKE) --no-print-directory -j2 types unit

lint:
	$(BIN)/ruff check src tests bench tools
	$(BIN)/ruff format --check src tests bench tools
	$(BIN)/lint-imports

types:
	$(BIN)/mypy

unit:
	$(BIN)/pytest $(SIDE_BY_SIDE) --durations=25 -m "not exhaustive"

exhaustive: setup-dev  ## run the tests that try every moment of a kill, every route for every person, planning in a browser
	$(BIN)/pytest $(SIDE_BY_SIDE) -m exhaustive

postgres: setup-dev  ## run the tests of the site a second time, on a PostgreSQL server of their own
	$(BIN)/python tools/postgres.py $(BIN)/pytest $(SIDE_BY_SIDE) tests/web -m "not browser"

deploy-check: setup  ## say what is missing before a site goes live: make deploy-check SITE=folder
	@$(BIN)/junheng deploy-check --site $(SITE)

docs: setup-dev  ## build the documentation site into site/
	$(BIN)/python tools/reference.py
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

lock: $(BIN)/uv  ## pin the dependencies again, without the registry's address
	$(UV) pip compile -q --universal --generate-hashes --python-version 3.11 --no-header requirements.in -o requirements.txt
	$(UV) pip compile -q --universal --generate-hashes --python-version 3.11 --no-header -c requirements.txt requirements-dev.in -o requirements-dev.txt

clean:  ## remove everything that was made
	rm -rf .venv var site .pytest_cache .mypy_cache .ruff_cache .hypothesis

# `make` turns the articles in seeds/ into datapackage/ and charts/; `make help` lists the rest.
# Needs Python 3.11+ with venv, and make. Everything else is installed into .venv, by locked versions with hashes.

.DEFAULT_GOAL := all
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
OUT    ?= .
INPUT  ?= seeds
SET    ?= tests/annotated
SHARE  ?= 1

.PHONY: all help setup events datapackage validate charts site serve test test-setup test-embeds lint bench evaluate \
        golden signs fuzz release lock clean

all: setup ## the main job: articles in seeds/ -> datapackage/ and charts/
	$(BIN)/timeline build $(INPUT) --out $(OUT)

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/.ready ## create .venv with what running needs

$(VENV)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; say which with: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-test: requirements-test.lock $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

test-setup: $(VENV)/.ready-test ## what the tests need: more packages, and a Chromium where one can be installed
	@sh tests/browser.sh

events: setup ## the events of the input as a table on the screen
	$(BIN)/timeline events $(INPUT) --format table

datapackage: all ## the same as `make`: the package and its charts are one job

validate: setup ## check every file, row, constraint, key, hash and quote of datapackage/
	$(BIN)/timeline validate $(OUT)/datapackage --articles $(INPUT)

charts: setup ## redraw charts/ from datapackage/
	$(BIN)/timeline charts $(OUT)

site: setup ## rewrite the pages and feeds of charts/ from datapackage/: make site DATE=2031-02-03 SINCE=older/datapackage
	$(BIN)/timeline site $(OUT) $(if $(DATE),--date $(DATE)) $(foreach old,$(SINCE),--since $(old))

serve: setup ## look at charts/ in a browser, from this machine only
	$(BIN)/timeline serve $(OUT)

test: test-setup ## every test
	$(BIN)/python -m pytest

test-embeds: test-setup ## pages, charts and feeds in a browser; documents by LaTeX, Pandoc, Quarto, R, LibreOffice where installed
	$(BIN)/python -m pytest -m "documents or not documents" tests/charts tests/site

lint: $(VENV)/.ready-test ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: test-setup ## speed, as tables to paste into BENCHMARKS.md
	$(BIN)/python -m tests.bench

evaluate: setup ## score dates and events on an annotated set: make evaluate SET=folder
	$(BIN)/timeline evaluate $(SET)

golden: test-setup ## rewrite the golden files; read the diff before you commit it
	GOLDEN=rewrite $(BIN)/python -m pytest tests/test_golden.py

signs: test-setup ## learn anew which words are signs of which event, after a change of examples or sentences
	$(BIN)/python -m tests.signs.learn

fuzz: test-setup ## a million strange inputs on all cores (SHARE=0.01: ten thousand), long property tests, ten kills
	$(BIN)/python -m tests.fuzz $(SHARE)
	HYPOTHESIS_PROFILE=fuzz $(BIN)/python -m pytest -m hypothesis
	HYPOTHESIS_PROFILE=fuzz $(BIN)/python -m pytest tests/engines/test_faults.py

release: all validate ## freeze a version under dist/: make release VERSION=1.2.0 [DATE=2026-03-01] [NOTES=file.md]
	@test -n "$(VERSION)" || { echo "say which version: make release VERSION=1.2.0"; exit 2; }
	$(BIN)/timeline release $(OUT) --version "$(VERSION)" --out dist $(if $(DATE),--date "$(DATE)") \
	  $(if $(NOTES),--notes "$(NOTES)")

lock: ## renew the lock files (needs uv)
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --quiet -o requirements.lock
	uv pip compile pyproject.toml --group build --group test --extra dask -c requirements.lock --universal \
	  --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet -o requirements-test.lock

clean: ## remove .venv and caches; published output and releases stay
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# What can be done here. A newcomer needs `make demo` and `make test`; both may be repeated and install only what changed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --quiet
# The pinned files hold versions and hashes only: no registry's address, no comments.
COMPILE := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --group build

# Tests start many processes; each would compile every module anew where the environment forbids to keep what is compiled.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test test-long test-browser soak soak-ci check bench quality install constraints migration sbom

help:  ## List the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

demo: $(VENV)/.installed  ## Load a synthetic network, print a shortlist for every product and serve it on 127.0.0.1:8000
	$(BIN)/vinmatch demo

test: $(VENV)/.installed-for-tests  ## Run the tests, on SQLite and PostgreSQL
	$(BIN)/python -m pytest -n 2 --dist worksteal

test-long: $(VENV)/.installed-for-tests  ## Run the tests that take long: the image, shipped vectors, whole networks, ablations, more of the contract, dossiers opened in LibreOffice
	$(BIN)/python -m pytest -n 2 --dist worksteal -m long

test-browser: $(VENV)/.installed-for-tests  ## Walk through the pages in the system's Chromium, as every role: ways, access, width, keys
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "browser and not long" tests/browser

soak: $(VENV)/.installed-for-tests  ## Attack the service for minutes, or for hours with SOAK=full: an hour of everything at once, requests of every role, worlds, kills, a database that stops or is full, dear searches
	SOAK=$(or $(SOAK),short) $(BIN)/python -m pytest -m soak tests/soak

soak-ci: $(VENV)/.installed-for-tests  ## Two minutes of it: a database that stops or is full, kills of imports, worlds, dear searches
	$(BIN)/python -m pytest -m soak $(addprefix tests/soak/test_,database_trouble.py killed_imports.py worlds_over_http.py dear_searches.py)

check: $(VENV)/.installed-for-tests  ## Style, types, architecture, migrations, catalogue, documentation
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m models.migrations.drift
	$(BIN)/python -m seed.catalogue.check
	@if [ -d tests/documentation ]; then $(BIN)/python -m pytest -q tests/documentation; fi

bench: $(VENV)/.installed-for-tests  ## Measure a recommendation over HTTP (minutes; never part of the tests)
	$(BIN)/python -m tests.benchmarks

quality: $(VENV)/.installed-for-tests  ## Measure the matcher on written people and planted worlds (up to an hour) and write docs/quality.md
	$(BIN)/vinmatch quality --ablation --to docs/quality.md

install: $(VENV)/.installed  ## Install what the service needs into .venv

constraints:  ## Pin the dependencies of pyproject.toml anew (needs uv)
	$(COMPILE) --output-file constraints.txt
	$(COMPILE) --group dev --output-file constraints-dev.txt

sbom: $(VENV)/.installed-for-tests  ## List every package of the image with its version, as CycloneDX, in sbom.json
	$(BIN)/cyclonedx-py requirements constraints.txt --output-reproducible --output-file sbom.json

migration: $(VENV)/.installed  ## Write the next migration from the tables in code: make migration MESSAGE="products have an owner"
	$(BIN)/python -m models.migrations.new "$(MESSAGE)"

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# Two steps, because pip cannot check the hash of a folder.
$(VENV)/.installed: constraints.txt pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r constraints.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-for-tests: constraints-dev.txt $(VENV)/.installed
	$(PIP) --require-hashes -r constraints-dev.txt
	@touch $@

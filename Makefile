# `make` alone lists the commands.
SHELL := /bin/bash
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
export DATA_DIR ?= $(CURDIR)/var

.DEFAULT_GOAL := help
.PHONY: help run test check seed messages lock clean

help: ## List the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

$(VENV)/installed: requirements.txt
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV) || python3 -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

run: $(VENV)/installed ## Install, set up and serve the portal on http://127.0.0.1:8000 (PORT=… for another port)
	@PORT=$(PORT) BIN=$(BIN) scripts/run.sh

test: $(VENV)/installed-dev ## Everything that CI runs: checks, tests on SQLite and PostgreSQL, the browser
	@BIN=$(BIN) scripts/test.sh

check: $(VENV)/installed-dev ## The quick part of the tests: linters, types, contracts, translations
	@BIN=$(BIN) scripts/check.sh

seed: $(VENV)/installed ## Load what changed in fixtures/ into the database
	@BIN=$(BIN) scripts/manage.sh seed

messages: $(VENV)/installed ## Collect the texts of code and templates into locale/ and compile them
	$(BIN)/python scripts/messages.py

lock: $(VENV)/installed-dev ## Lock the dependencies of pyproject.toml with their hashes
	$(BIN)/uv pip compile --quiet --no-emit-index-url --no-header --generate-hashes -o requirements.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --no-emit-index-url --no-header --generate-hashes --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml

clean: ## Remove what the other commands made, the database included
	rm -rf $(VENV) var

# make demo   install, build a graph of examples/, print its missing links, draw demo/graph.html
# make test   install and run the whole test suite
# make check  lint, types, layers, generated files
.PHONY: demo test check generated lock clean
.DEFAULT_GOAL := demo
MAKEFLAGS += --no-print-directory
SHELL := bash
.SHELLFLAGS := -euo pipefail -c

# The first Python that is new enough.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
LIANPU := $(BIN)/lianpu
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
REGION ?= 济宁市
CHAIN ?= 工程机械
# What make test installs: EXTRAS=dev,train also tests how the judge is trained, and downloads 60 MB more.
EXTRAS ?= dev

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "lianpu needs Python 3.11 or newer, and none was found" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
		{ echo "cannot make $(VENV): on Debian, apt-get install python3-venv" >&2; exit 1; }
	@touch $@

# The lock constrains every version; what it does not name is resolved within the bounds of pyproject.toml.
$(VENV)/.installed: $(VENV)/.made pyproject.toml requirements-dev.lock
	@echo "installing lianpu …"
	@$(PIP) install --constraint requirements-dev.lock --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "installing what the tests need …"
	@$(PIP) install --constraint requirements-dev.lock --editable '.[$(EXTRAS)]'
	@touch $@

demo: $(VENV)/.installed
	@$(LIANPU) build examples --tables examples/suppliers.yaml --out demo/kg --prune
	@$(LIANPU) gaps --kg demo/kg --region $(REGION) --chain $(CHAIN)
	@$(LIANPU) viz --kg demo/kg --region $(REGION) --chain $(CHAIN) --out demo/graph.html

test: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest --quiet $(ARGS)

check: $(VENV)/.installed-dev
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports
	@$(BIN)/python -m lianpu.ontology.generate --check
	@$(BIN)/python -m lianpu.queries.json_schema --check
	@$(BIN)/python -m lianpu.cli.click_words --check
	@$(BIN)/python -m lianpu.cli.reference --check

# Rewrites every file that is made from another.
generated: $(VENV)/.installed-dev
	@$(BIN)/python -m lianpu.ontology.generate
	@$(BIN)/python -m lianpu.queries.json_schema
	@$(BIN)/python -m lianpu.cli.click_words
	@$(BIN)/python -m lianpu.cli.reference

# Run in a fresh environment with EXTRAS=dev,train; what is installed becomes the lock.
lock: $(VENV)/.installed-dev
	@{ echo '# Written by make lock: the versions that development and CI use.'; \
		$(BIN)/python -m pip freeze --exclude-editable --exclude pip --exclude setuptools; } > requirements-dev.lock

clean:
	@rm -rf demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

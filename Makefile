# Everything runs in .venv, made on first use: the machine needs Python 3.11+ and make, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Left by a finished install, so that an interrupted one is taken up again.
STAMP := $(VENV)/.installed
FUZZ_STAMP := $(VENV)/.installed-fuzz
# How long `make fuzz` looks for faults.
SECONDS ?= 600

.PHONY: run test check format bench fuzz locales clean

run: $(STAMP)
	$(BIN)/reader $(ARGS)

test: $(STAMP)
	$(BIN)/python -m pytest -n auto

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(STAMP)
	$(BIN)/python -m tests.bench

fuzz: $(FUZZ_STAMP)
	$(BIN)/python -m tests.fuzz.target $(SECONDS)

locales: $(STAMP)
	$(BIN)/python -m tests.locales

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "reader needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	@echo "Setting up $(VENV), once: about half a minute ..."
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	$(BIN)/python -m compileall -q reader $(VENV)/lib || true
	touch $(STAMP)

$(FUZZ_STAMP): $(STAMP)
	$(BIN)/python -m pip install --quiet --group fuzz
	touch $(FUZZ_STAMP)

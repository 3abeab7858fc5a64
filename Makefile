# Everything a fresh machine needs is Python >= 3.11 with venv, and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test test-ssh test-large bench reliability messages pictures goldens clean

run: $(VENV)/.run
	@$(BIN)/cq-tui $(ARGS)

test: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/messages.py --check
	$(BIN)/pytest

bench: $(VENV)/.dev
	$(BIN)/python -m tests.bench.first_frame
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]' || echo "without VisiData"
	$(BIN)/python -m tests.bench.scale

test-ssh: $(VENV)/.dev
	$(BIN)/pytest -m ssh tests/ssh

test-large: $(VENV)/.dev
	$(BIN)/pytest -n 0 -m large

reliability: $(VENV)/.dev
	$(BIN)/python -m tests.reliability

messages: $(VENV)/.dev
	$(BIN)/python scripts/messages.py

pictures: $(VENV)/.dev
	$(BIN)/python -m scripts.pictures

goldens: $(VENV)/.dev
	CQ_TUI_GOLDENS=write $(BIN)/pytest tests/terminal/test_goldens.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# A stamp file tells that the environment is there; it is made anew when pyproject.toml changes.
$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.run

# Everything a fresh machine needs is Python >= 3.11 with venv, and make.
PYTHON ?= python3
BIN := .venv/bin

# The tools and the tests read and write UTF-8, whatever the locale; the program itself is run in the user's.
check test test-ssh test-packages test-serve test-server test-ftm test-large bench bench-large bench-server mutants reliability messages pictures goldens: export PYTHONUTF8 := 1
# What would make Python, pip or pytest do something else than these lines say.
unexport PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONINSPECT PYTHONWARNINGS PYTHONOPTIMIZE PYTHONSAFEPATH \
  PYTHONDONTWRITEBYTECODE PYTHONUSERBASE PYTHONPLATLIBDIR PYTHONDEVMODE PIP_USER PIP_TARGET PIP_PREFIX PIP_ROOT \
  PIP_DRY_RUN PYTEST_ADDOPTS PYTEST_PLUGINS

.PHONY: run debug test check test-ssh test-packages test-serve test-server test-ftm test-large bench bench-large bench-server mutants reliability messages pictures goldens clean \
  for-run for-debug for-dev for-mutants

run: for-run
	@$(BIN)/cq-tui $(ARGS)

# In another terminal, first: .venv/bin/textual console
debug: for-debug
	@TEXTUAL=devtools,debug $(BIN)/cq-tui $(ARGS)

test: check
	$(BIN)/pytest

# What takes seconds and needs no test: formatting, linting, types, layers, messages. Also the pre-commit hook.
check: for-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/messages.py --check
	$(BIN)/python scripts/manual.py --check
	$(BIN)/python scripts/checked.py --check

bench: for-dev
	$(BIN)/python -m tests.bench.first_frame
	$(BIN)/python -m tests.bench.commands
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]' || echo "without VisiData"
	$(BIN)/python -m tests.bench.scale
	$(BIN)/python -m tests.bench.difference
	$(BIN)/python -m tests.bench.twins
	$(BIN)/python -m tests.bench.import_speed
	$(BIN)/python -m tests.bench.readers 100000 100
	$(BIN)/python -m tests.ssh.memory 20 || echo "without sshd"

# Ten million made deals: ten minutes, 4 GB on the disk, 2 GB of memory.
bench-large: for-dev
	$(BIN)/python -m tests.bench.scale --large

# The same program in front of ClickHouse and on the prepared file, ratios of one run: what the engines work, by processor
# time, and the whole program at a terminal, by the clock.
bench-server: for-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,server-dev]'
	$(BIN)/python -m tests.bench.server_engines 100000 1000000
	$(BIN)/python -m tests.bench.server 100000 1000000

test-ssh: for-dev
	$(BIN)/pytest -m ssh tests/ssh

# Builds the packages and installs them with every Python of the PATH, and with the lowest dependencies allowed.
test-packages: for-dev
	$(BIN)/pytest -n 2 -m packages tests/packages

# In headless Chromium (Debian, Ubuntu: apt install chromium).
test-serve: for-dev
	$(BIN)/pytest -n 0 -m serve tests/serve

# ClickHouse in the process (chdb, 912 MB), apart from .venv's usual tools.
test-server: for-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,server-dev]'
	$(BIN)/pytest -n 0 -m 'server and not large' tests/server

# followthemoney compiles PyICU, which takes g++, pkg-config and libicu-dev, and 270 MB: no part of make test, which holds
# the entities against tests/unit/publishing/ftm_model.json in its place.
test-ftm: for-dev
	test -x .venv/ftm/bin/python || $(BIN)/python -m venv .venv/ftm
	.venv/ftm/bin/python -m pip install --quiet --disable-pip-version-check 'followthemoney>=4.11,<5'
	$(BIN)/pytest -n 0 -m ftm tests/ftm

test-large: for-dev
	$(BIN)/pytest -n 0 -m large

mutants: for-mutants
	$(BIN)/python -m scripts.mutants $(ARGS)

reliability: for-dev
	$(BIN)/python -m tests.reliability $(ARGS)

# The messages, the manual pages, which are made of them, and what was checked of the shipped archive.
messages: for-dev
	$(BIN)/python scripts/messages.py

pictures: for-dev
	$(BIN)/python -m scripts.pictures

goldens: for-dev
	CQ_TUI_GOLDENS=write $(BIN)/pytest tests/terminal/test_goldens.py

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

for-run for-debug for-dev for-mutants: for-%:
	@sh scripts/environment.sh "$(PYTHON)" $*

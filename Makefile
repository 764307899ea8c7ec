# Everything sets itself up from Python >= 3.11, pip, make and git.
# `make demo` and `make test` are all a newcomer needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# `--without-pip` because Debian's python3 may lack ensurepip; the system's pip installs into the environment instead.
PIP := $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check -qq

.PHONY: demo run test torture check bench lock clean format browser foreign peers peers-or-skip

demo: $(VENV)/.run
	@$(BIN)/aanzet demo --watch $(ARGS)

run: $(VENV)/.run
	@$(BIN)/aanzet run $(ARGS)

check: $(VENV)/.dev
	@$(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/aanzet check

format: $(VENV)/.dev
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

test: check browser foreign
	@$(BIN)/python -m pytest $(ARGS)

# Two hundred times kill -9 while many people talk; ARGS="50 7" for fifty with seed 7. `make test` does thirty.
torture: $(VENV)/.dev
	@$(BIN)/python -m tests.torture $(ARGS)

bench: $(VENV)/.dev peers
	@$(BIN)/python -m tests.bench $(ARGS)

# Chromium comes from the distribution, and only where we may install it. Elsewhere the browser tests say that they skip.
browser: $(VENV)/.dev
	@$(BIN)/python -m tests.browser_setup

# Needs uv. Hashes, no addresses: a lock must not name a registry.
COMPILE := uv pip compile pyproject.toml --extra build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q
lock:
	$(COMPILE) -o requirements/run.lock
	$(COMPILE) --extra dev -o requirements/dev.lock
	$(subst pyproject.toml --extra build,requirements/peers.in,$(COMPILE)) -o requirements/peers.lock

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Aanzet needs Python 3.11 or newer; PYTHON=... names another one." >&2; exit 1; }
	@$(PYTHON) -m venv --without-pip $(VENV)

$(VENV)/.run: requirements/run.lock pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) (once) ..."
	@$(PIP) install --require-hashes -r requirements/run.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.lock pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) for development (once) ..."
	@$(PIP) install --require-hashes -r requirements/dev.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.run

# Foreign clients and the benchmarks' peers, in an environment of their own: aiogram holds pydantic back.
PEERS := .peers
peers: $(PEERS)/.done

$(PEERS)/.done: requirements/peers.lock
	@echo "Setting up $(PEERS), the foreign clients and peers (once) ..."
	@$(PYTHON) -m venv --without-pip $(PEERS)
	@$(PYTHON) -m pip --python $(PEERS)/bin/python --disable-pip-version-check -qq install --require-hashes -r requirements/peers.lock
	@touch $@

peers-or-skip:
	@$(MAKE) --no-print-directory peers || { echo "*** No $(PEERS): THE TESTS WITH FOREIGN PROGRAMS WILL BE SKIPPED, unless REQUIRE_ALL=1 asks for them." >&2; [ "$$REQUIRE_ALL" != 1 ]; }

# grammY, with the npm that came with the peers. Without network the rounds with foreign clients say that they skip.
foreign: $(VENV)/.dev peers-or-skip
	@$(BIN)/python -m tests.foreign.setup

clean:
	rm -rf $(VENV) $(PEERS) tests/foreign/clients/node_modules build *.egg-info .mypy_cache .ruff_cache .pytest_cache

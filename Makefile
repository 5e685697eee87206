# One command sets everything up and runs the main job on an example; another sets everything up and passes the tests.
#   make demo    make test
PYTHON ?= python3
EXAMPLE ?= examples/ferry/reports
UV := .bootstrap/bin/uv
RUN := .venv/bin

.PHONY: demo test setup lint types layers unit gate wheel reader page clean

demo: setup
	$(RUN)/rashomon compare $(EXAMPLE) --out out/demo
	@echo "Open out/demo/dossier.html in a browser."

test: setup lint types layers gate reader wheel unit

setup: .venv/.ready

.venv/.ready: $(UV) pyproject.toml uv.lock
	$(UV) sync --frozen --quiet
	@touch $@

$(UV):
	$(PYTHON) -m venv .bootstrap
	.bootstrap/bin/pip install --quiet --disable-pip-version-check "uv>=0.5"

lint: setup
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .

types: setup
	$(RUN)/mypy

layers: setup
	$(RUN)/lint-imports --no-cache

gate: setup
	$(RUN)/python -m bench.gate

wheel: setup
	$(UV) build --quiet --wheel --out-dir dist
	$(PYTHON) bench/wheel.py --uv $(UV)

# The page is built from ui/ and committed; without Node 20 the committed file is used as it is.
reader:
	@if node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' 2>/dev/null; then \
	  cd ui && npm ci --silent --no-audit --no-fund && npm run --silent check && npm run --silent test \
	  && READER_OUT=dist/reader.html npm run --silent build \
	  && { cmp dist/reader.html ../src/rashomon/dossier/reader.html \
	    || { echo "src/rashomon/dossier/reader.html is not what ui/ builds: run make page"; exit 1; }; }; \
	else echo "Node 20 or newer is not here: the committed page is used, not rebuilt."; fi

page:
	cd ui && npm ci --silent --no-audit --no-fund && npm run --silent build

unit: setup
	$(RUN)/pytest

clean:
	rm -rf .venv .bootstrap dist out ui/node_modules ui/dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

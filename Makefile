# One command sets everything up and runs the main job on an example; another sets everything up and passes the tests.
#   make demo    make test
PYTHON ?= python3
EXAMPLE ?= examples/ferry/reports
UV := .bootstrap/bin/uv
RUN := .venv/bin

.PHONY: demo test setup lint types layers unit gate wheel clean

demo: setup
	$(RUN)/rashomon compare $(EXAMPLE) --out out/demo
	@echo "Open out/demo/dossier.html in a browser."

test: setup lint types layers gate wheel unit

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

unit: setup
	$(RUN)/pytest

clean:
	rm -rf .venv .bootstrap dist out .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

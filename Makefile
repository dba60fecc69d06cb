# Two commands do everything: `make demo` (set up, build the example book) and `make test` (set up, run every test).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: setup demo test check format score lock docs pictures clean

setup: $(VENV)/.ready

$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: setup
	$(BIN)/claimbook demo

test: setup
	$(BIN)/python -m pytest

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python tools/command_docs.py --check
	$(BIN)/python tools/readme_example.py --check
	$(BIN)/python eval/gate.py --check

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

score: setup  # the table of "How good is it"
	$(BIN)/python eval/gate.py

pictures: setup  # needs chromium
	$(BIN)/claimbook demo
	$(BIN)/python tools/pictures.py demo/demo.db docs/pictures

docs: setup
	$(BIN)/python tools/command_docs.py
	$(BIN)/python tools/readme_example.py

lock:  # needs uv (a tool for this one step only); names no index address
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
		--extra dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) demo .mypy_cache .ruff_cache .hypothesis

# dragoman: every target stands on `make install`, which does nothing when nothing has changed.

PYTHON ?= python3
BIN := .venv/bin
COMPILED := .venv-compiled
STAMP := .venv/.installed
WHEELS := --only-binary :all: --require-hashes
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --only-binary :all: --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

.PHONY: help install demo test check lock bench-install bench compiled clean

help:  ## show the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(STAMP)  ## set up .venv from the hashed lock

$(BIN)/uv: requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "dragoman needs Python 3.11 or newer; run: make PYTHON=python3.11 install")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(WHEELS) -r requirements/uv.txt
	@touch $@

$(STAMP): $(BIN)/uv requirements/lock.txt pyproject.toml
	$(BIN)/uv pip sync --quiet --python $(BIN)/python $(WHEELS) requirements/uv.txt requirements/lock.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

demo: install  ## read the samples, build demo.db and write demo.html
	$(BIN)/dragoman demo

test: install  ## run the tests
	$(BIN)/python -m pytest -n 2

check: install  ## style, types, floors and docs
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/test_docs.py

lock: $(BIN)/uv  ## resolve the dependencies anew into requirements/
	echo uv | $(COMPILE) --upgrade --output-file requirements/uv.txt -
	$(COMPILE) --upgrade --extra all --group dev --output-file requirements/lock.txt pyproject.toml
	$(COMPILE) --upgrade --extra bench --constraint requirements/lock.txt --output-file requirements/bench.txt pyproject.toml
	@! grep -n '://' requirements/*.txt || { echo 'requirements/ names an address: see the lines above' >&2; exit 1; }

bench-install: install  ## add what only the benchmarks need (spaCy)
	$(BIN)/uv pip install --quiet --python $(BIN)/python $(WHEELS) -r requirements/bench.txt

bench: bench-install  ## accuracy, speed, and whether time stays linear in length
	$(BIN)/python bench/accuracy
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.grow corpus
	$(BIN)/python -m bench.grow length

# In a virtual environment of its own: beside the sources of the editable install, what is compiled would go stale.
compiled: install  ## make a compiled wheel and install it in .venv-compiled (needs a C compiler; takes minutes)
	rm -rf dist/compiled $(COMPILED)
	HATCH_BUILD_HOOK_ENABLE_CUSTOM=true $(BIN)/hatchling build --target wheel --directory dist/compiled
	$(BIN)/python -m venv $(COMPILED)
	$(BIN)/uv pip sync --quiet --python $(COMPILED)/bin/python $(WHEELS) requirements/uv.txt requirements/lock.txt
	$(BIN)/uv pip install --quiet --python $(COMPILED)/bin/python --no-deps dist/compiled/*.whl
	$(BIN)/python -m bench.same --limit 100 $(COMPILED)/bin/python

clean:  ## remove what the other targets made
	rm -rf .venv $(COMPILED) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build demo.db* demo.html

# `make run` and `make test` are all that a fresh machine needs. TORCH=cpu|cuda chooses PyTorch's build.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup assets run test lint bench dist screenshots translations clean

TORCH ?= cpu
VENV ?= $(if $(filter cuda,$(TORCH)),.venv-cuda,.venv)
PY := $(VENV)/bin/python
STAMP := $(VENV)/.stamp
BENCHES = $(shell $(PY) -c "from app.benches import BENCHES as b; print(*b)")

help: ## these lines
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(STAMP): pyproject.toml packaging/constraints.txt packaging/apt.txt packaging/setup.sh packaging/system.sh
	@echo "Setting up $(VENV): a few minutes the first time."
	@packaging/system.sh qt
	@packaging/setup.sh $(VENV) $(TORCH)
	@touch $@

assets: $(STAMP)
	@$(PY) -m app assets fetch > /dev/null || echo "Going on without: only what needs these files is missing." >&2

resources/i18n/%.qm: resources/i18n/%.ts $(STAMP)
	@$(PY) packaging/translations.py release

setup: assets $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts)) ## the virtual environment, system libraries, weights and the sample

run: setup ## open the window on the sample, analysed (without a display: do the same and print it)
	@$(PY) -m app.sample

lint: $(STAMP) ## ruff, mypy and the import contracts
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports

test: setup lint ## all checks and tests
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n 2

bench: setup ## measure everything, figures into build/bench.json
	@packaging/system.sh bench
	@mkdir -p build/bench
	@for name in $(BENCHES); do echo "$$name"; $(PY) -m app bench $$name --json > build/bench/$$name.json || exit 1; done
	@$(PY) packaging/merge_figures.py build/bench build/bench.json

screenshots: setup ## the pictures of the README, from the real window
	@packaging/system.sh screen
	@$(PY) -m app assets fetch scene-camera-1 > /dev/null
	@$(PY) -m app.screenshots

translations: $(STAMP) ## bring the German texts up to the code, and list those that are missing
	@$(PY) packaging/translations.py

dist: setup ## the desktop program and its .deb under dist/, tried out
	@packaging/system.sh dist
	$(PY) packaging/build.py
	REELMARK_FROZEN=$(CURDIR)/dist/reelmark/reelmark QT_QPA_PLATFORM=offscreen $(PY) -m pytest tests/frozen

clean: ## remove what was built and the virtual environments
	rm -rf build dist .venv .venv-cuda *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks

# make run     the program (without a display: the whole job on the sample, headless)
# make test    style, types, layers and tests
.PHONY: run test translations coverage test-indico test-faults test-calendar lint format bench clean help
.DEFAULT_GOAL := help

BIN := .venv/bin
CHECKS := test coverage test-indico test-faults test-calendar lint bench
$(CHECKS): export LC_ALL = C.UTF-8
$(CHECKS): export QT_QPA_PLATFORM = offscreen
# hundreds of short processes: compiled once, not each time
$(CHECKS): export PYTHONDONTWRITEBYTECODE =

help: ## list these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: ## start the program; ARGS="search ket" gives it arguments
	@packaging/dev/bootstrap.sh run
	@packaging/dev/run.sh $(ARGS)

test: ## style, types, layers and tests; PYTEST="-k sync" gives pytest arguments
	@packaging/dev/bootstrap.sh test
	@HYPOTHESIS_PROFILE=quick $(BIN)/pytest $(or $(PYTEST),-n auto --dist worksteal)

coverage: ## every branch of the core without Qt, by the tests that are about it
	@packaging/dev/bootstrap.sh test
	@$(BIN)/pytest tests/unit tests/faults -n auto --cov --cov-report=term-missing:skip-covered

test-indico: ## against a real Indico, brought up, edited and stopped on loopback
	@packaging/dev/bootstrap.sh test
	@$(BIN)/python -m tests.indico_server.run

test-faults: ## the core and the faults of docs/reliability.md in full counts (some 7 minutes)
	@packaging/dev/bootstrap.sh test
	@QTML_COMPANION_FULL_FAULTS=1 $(BIN)/pytest --timeout=2400 -n auto --dist worksteal tests/faults tests/unit

test-calendar: ## calendar files before independent judges (ical.js, libical, khal, vdirsyncer, Radicale)
	@packaging/dev/bootstrap.sh test
	@tests/calendar/run.sh

translations: ## the French of the window after its texts changed: lupdate and lrelease
	@packaging/dev/bootstrap.sh test
	@$(BIN)/python packaging/dev/translations.py

test-desktop: ## the window by real keys and clicks on a display of its own; pictures in build/desktop
	@packaging/dev/bootstrap.sh test
	@env -u QT_QPA_PLATFORM $(BIN)/python -m tests.desktop.walk

lint: ## style, types and layers only
	@packaging/dev/bootstrap.sh test
	@$(BIN)/pytest tests/quality

format: ## rewrite the code in the project's style
	@packaging/dev/bootstrap.sh test
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: ## measure starting, syncing, searching and exporting beside their floors
	@packaging/dev/bootstrap.sh test
	@$(BIN)/python -m tests.bench

clean: ## remove what was built; .venv stays
	@rm -rf build dist htmlcov .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find companion tests packaging -name __pycache__ -prune -exec rm -rf {} +

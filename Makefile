# make demo | test | test-browser | test-spark | docs | lint | format | bench | growth | start | fast | volume | floors | accuracy | clean
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
# The compiled library is tested where only its wheel is.
FAST_VENV ?= .venv-fast
FAST := build/fast
# What is left out has an environment of its own, takes long, or is about how tables are kept where no wheel brings them.
NOT_COMPILED := browser spark packaging test_growth.py test_tables.py
# How many cables make volume takes, and where they go.
N ?= 250000
VOLUME ?= build/volume

.PHONY: venv demo test test-browser test-spark docs lint format bench growth start fast volume floors accuracy clean

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

# From an sdist, for the compiler leaves its files beside the sources. -P: modules come from the wheel, and tests from here.
fast: $(STAMP)
	rm -rf $(FAST)
	HATCH_BUILD_HOOK_ENABLE_MYPYC=true $(BIN)/python -m build --outdir $(FAST) .
	$(PYTHON) -m venv --clear $(FAST_VENV)
	$(FAST_VENV)/bin/python -m pip install --quiet "$$(ls $(CURDIR)/$(FAST)/cablegrammar-*.whl)[test]"
	cd $(FAST) && ../../$(FAST_VENV)/bin/python -P -c 'from cablegrammar import engine; assert engine.__file__.endswith((".so", ".pyd"))'
	cd $(FAST) && HYPOTHESIS_PROFILE=brief ../../$(FAST_VENV)/bin/python -P -m pytest -n 2 -p no:cacheprovider --import-mode append \
		--rootdir $(CURDIR) -c $(CURDIR)/pyproject.toml $(addprefix --ignore $(CURDIR)/tests/,$(NOT_COMPILED)) \
		$(PYTEST_FLAGS) $(CURDIR)/tests
	cd $(FAST) && ../../$(FAST_VENV)/bin/python -P -c 'import sys; sys.path.append("$(CURDIR)"); from tests.benchmarks import bench; bench.main()'

volume: $(STAMP)
	$(BIN)/python -m tests.benchmarks.volume --cables $(N) $(VOLUME)

floors: $(STAMP)
	$(BIN)/python -m tests.corpus.floors

accuracy: $(STAMP)
	$(BIN)/python -m tests.accuracy

clean:
	rm -rf $(VENV) $(BROWSER_VENV) $(SPARK_VENV) $(DOCS_VENV) $(FAST_VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache

# `make run` and `make test` do all the set-up on a machine with Python 3.11 and make.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PYTEST_WORKERS ?= auto
FRAMEWORKS := .frameworks
# The environment with the frameworks takes 3 GB; another Python that has them can be named instead.
FRAMEWORKS_READY := $(if $(COURSEWRIGHT_PROVE_PYTHON),,$(FRAMEWORKS)/.ready)

.PHONY: run test check prove bench lint lock lock-frameworks clean

# Each stamp says that a lock is installed; it is made anew only when the lock changes.
$(VENV)/.run: requirements.lock .ci/bootstrap.py
	@$(PYTHON) .ci/bootstrap.py requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock .ci/bootstrap.py
	@$(PYTHON) .ci/bootstrap.py requirements-dev.lock
	@touch $@ $(VENV)/.run

run: $(VENV)/.run
	@$(PY) -m app run $(ARGS)

test: $(VENV)/.dev
	@$(PY) -m pytest -n $(PYTEST_WORKERS) $(ARGS)

check: $(VENV)/.run
	@$(PY) -m app check

$(FRAMEWORKS)/.ready: requirements-frameworks.lock .ci/frameworks.py | $(VENV)/.run
	@$(PY) .ci/frameworks.py $<
	@touch $@

prove: $(VENV)/.run $(FRAMEWORKS_READY)
	@$(PY) -m app prove $(ARGS)

bench: $(VENV)/.dev
	@$(PY) -m tests.performance.formats $(ARGS)

lint: $(VENV)/.dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/djlint app/templates --lint --quiet
	$(VENV)/bin/lint-imports
	$(VENV)/bin/mypy

lock: $(VENV)/.dev
	$(VENV)/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" --quiet --output-file requirements.lock $(LOCK_ARGS)
	$(VENV)/bin/uv pip compile pyproject.toml --extra dev --constraints requirements.lock --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" --quiet --output-file requirements-dev.lock $(LOCK_ARGS)

# The index of PyTorch has the build for CPUs; the lock names it too, for pip.
lock-frameworks: $(VENV)/.dev
	$(VENV)/bin/uv pip compile requirements-frameworks.txt --python-version 3.11 --generate-hashes --emit-index-url --index-strategy unsafe-best-match --custom-compile-command "make lock-frameworks" --quiet --output-file requirements-frameworks.lock $(LOCK_ARGS)

clean:
	rm -rf $(VENV) $(FRAMEWORKS) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
	find app courseware quizzes tests -name __pycache__ -prune -exec rm -rf {} +

# Scrutiny: `make run` on a fresh clone needs Python 3.11 or newer and make, nothing else.

PORT ?= 8000
PYTHON ?= python3.13 python3.12 python3.11 python3.14 python3

PY := .venv/bin/python
MANAGE := $(PY) manage.py
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes
EMBEDDED := env -u DATABASE_URL -u REDIS_URL -u EMAIL_URL -u SITE_URL -u HELD_DATE -u DEBUG
QUICK := not browser and not servers and not slow
BENCHMARKS := $(sort $(wildcard benchmarks/*.py))

.DEFAULT_GOAL := help
.PHONY: help install run test ci bench demo lint lock

help: ## list these targets
	@echo "Scrutiny. Targets of this Makefile:"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

install: .venv/installed ## make the environment in .venv, or bring it up to requirements.txt

run: .venv/installed ## start everything, with the demonstration year: make run PORT=8001 for another port
	@$(MANAGE) serve --check $(PORT)
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) collectstatic --noinput --verbosity 0
ifdef DATABASE_URL
	@echo "DATABASE_URL is set, so the demonstration year was left out: '$(MANAGE) load_demonstration' loads it."
else
	@$(MANAGE) load_demonstration --if-empty
endif
	@exec $(MANAGE) serve $(PORT)

test: .venv/installed-dev ## the quick tests, on embedded SQLite: no browser, no other server
	@$(EMBEDDED) $(PY) -m pytest -q -n auto -m "$(QUICK)"

ci: ## everything that must hold before a change goes in
	@.ci/run

bench: .venv/installed ## time what has to be fast
	@for script in $(BENCHMARKS); do echo "$$script"; $(PY) "$$script" || exit 1; done

demo: .venv/installed ## throw away the database and mails in data/ and make the demonstration year again
	@rm -f data/scrutiny.sqlite3 data/scrutiny.sqlite3-wal data/scrutiny.sqlite3-shm data/mail/*.log
	@$(EMBEDDED) -u DATA_DIR $(MANAGE) migrate --verbosity 0
	@$(EMBEDDED) -u DATA_DIR $(MANAGE) load_demonstration

lint: .venv/installed-dev ## style, types, and who imports whom
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@git ls-files 'templates/*.html' | xargs .venv/bin/djade --target-version 5.2 --check
	@$(PY) -m mypy
	@.venv/bin/lint-imports

lock: ## pin requirements again, with hashes (needs uv)
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--output-file requirements.txt requirements.in
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--output-file requirements-dev.txt requirements-dev.in

.venv/bin/python:
	@for candidate in $(PYTHON); do \
		if "$$candidate" -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
		then chosen=$$candidate; break; fi; \
	done; \
	if [ -z "$$chosen" ]; then \
		echo "Scrutiny needs Python 3.11 or newer, with its venv module. Looked for: $(PYTHON)." >&2; \
		echo "Install one (Debian: apt install python3 python3-venv), or name yours: make run PYTHON=/path/to/python" >&2; \
		exit 1; \
	fi; \
	echo "Making .venv with $$("$$chosen" --version)"; \
	"$$chosen" -m venv --clear .venv || { rm -rf .venv; exit 1; }

.venv/installed: requirements.txt | .venv/bin/python
	@echo "Installing what the service runs on (about a minute, the first time)"
	@$(PIP) -r requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt .venv/installed
	@echo "Installing what the tests need"
	@$(PIP) -r requirements-dev.txt
	@touch $@

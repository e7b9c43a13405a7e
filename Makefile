# Thin on purpose: every step also works by hand (README, “By hand”).
SHELL := /bin/sh
PY := .venv/bin/python
export PYTHONDONTWRITEBYTECODE =

.PHONY: run test quick proof check setup dev build translations pictures bench lock clean

run: setup            ## open the window; on a machine with no screen, run the demo
	@sh installer/run.sh

test: dev             ## every test
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

quick: dev            ## the tests that take no seconds
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder -m "not slow" $(ARGS)

proof: dev            ## the law proven over every combination of answers, with its figures
	$(PY) -m tests.proof.report $(ARGS)

check: dev            ## format, lint, strict types, import contracts
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports --no-cache

setup:                ## the environment .venv, for running only
	@sh installer/setup.sh run

dev:                  ## the environment .venv, with the tools of the tests
	@sh installer/setup.sh dev

build: dev translations  ## the one-folder program in dist/recoup
	$(PY) -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build installer/recoup.spec

translations: dev     ## every word of the window gathered, and the file of each language
	$(PY) -m installer.translations

pictures: dev         ## the screenshots of README and docs
	$(PY) -m tests.pictures.take

bench: dev            ## speed, side by side, one JSON line each
	$(PY) -m benchmarks

lock:                 ## new hash-locked requirements (needs uv)
	sh installer/lock.sh

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info

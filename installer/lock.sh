#!/bin/sh
# Renew both lock files: hashes, no registry address (see docs/decisions/0002).
set -eu
cd "$(dirname "$0")/.."
options="--universal --no-strip-extras --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links -q --extra build"
uv pip compile $options pyproject.toml -o requirements.lock
uv pip compile $options --extra dev pyproject.toml -o requirements-dev.lock

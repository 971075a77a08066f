#!/usr/bin/env bash
# manage.py with the settings of `make run`.
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
exec "$BIN/python" manage.py "$@"

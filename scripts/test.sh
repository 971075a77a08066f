#!/usr/bin/env bash
# `make test`: everything that CI runs. Installs what it may, and says what it could not run.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export BIN="${BIN:-.venv/bin}"
export DJANGO_SETTINGS_MODULE=nido_portal.settings.test
failed=0
skipped=()

missing=()
command -v xgettext >/dev/null || missing+=(gettext)
command -v chromium >/dev/null || missing+=(chromium)
command -v node >/dev/null || missing+=(nodejs npm)
"$BIN/python" -c "import weasyprint" 2>/dev/null || missing+=(libpango-1.0-0 libpangoft2-1.0-0)
if [ ${#missing[@]} -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing ${missing[*]} …"
  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}") >/dev/null 2>&1
fi

part() {
  local name="$1" start=$SECONDS; shift
  echo; echo "== $name"
  "$@" || { failed=1; echo "== FAILED: $name"; }
  echo "== $name: $((SECONDS - start)) s"
}

"$BIN/python" scripts/compile_messages.py
part "checks" scripts/check.sh
part "tests on SQLite" env DATABASE_URL="sqlite:///$PWD/var/test.sqlite3" \
  "$BIN/pytest" -n 2 -m "not e2e" --cov --cov-report=term:skip-covered -q

database="$("$BIN/python" scripts/test_database.py)"
if [ -n "$database" ]; then
  part "tests on PostgreSQL" env DATABASE_URL="$database" DATABASE_POOL=false "$BIN/pytest" -n 2 -q tests/integration tests/contracts
  "$BIN/python" scripts/test_database.py --stop
else
  skipped+=("tests on PostgreSQL: no server answers and none could be started")
fi

if command -v chromium >/dev/null; then
  part "in the browser" "$BIN/pytest" -m e2e -q -p no:randomly
else
  skipped+=("browser tests: Chromium is missing and could not be installed")
fi

echo
for what in "${skipped[@]}"; do echo "NOT RUN: $what"; done
[ $failed = 0 ] && echo "All parts passed." || echo "Something failed: see above."
exit $failed

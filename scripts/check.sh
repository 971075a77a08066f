#!/usr/bin/env bash
# The quick checks: style, types, contracts, templates, migrations, texts. Every one of them runs; the first failure counts.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
BIN="${BIN:-.venv/bin}"
export DJANGO_SETTINGS_MODULE=nido_portal.settings.test
failed=0
step() {
  local name="$1"; shift
  if output="$("$@" 2>&1)"; then echo "ok    $name"; else echo "FAIL  $name"; echo "$output"; failed=1; fi
}
deploy_check() {
  DJANGO_SETTINGS_MODULE=nido_portal.settings.production BASE_URL=https://portal.example.be SECRET_KEY="$("$BIN/python" -c 'import secrets; print(secrets.token_urlsafe(50))')" \
    "$BIN/python" -W error::DeprecationWarning:nido_portal manage.py check --deploy --fail-level WARNING
}
step "ruff"                 "$BIN/ruff" check .
step "ruff format"          "$BIN/ruff" format --check .
step "mypy"                 "$BIN/mypy"
step "import contracts"     "$BIN/lint-imports" --no-cache
step "templates"            "$BIN/djlint" templates --lint --quiet
step "stylesheet is built"  "$BIN/python" scripts/build_css.py --check
step "system checks"        "$BIN/python" manage.py check --fail-level WARNING
step "deployment checks"    deploy_check
step "migrations"           "$BIN/python" manage.py makemigrations --check --dry-run
if command -v xgettext >/dev/null; then
  step "translations"       "$BIN/python" scripts/messages.py --check
else
  echo "NOT RUN translations: GNU gettext is missing and could not be installed"
fi
exit $failed

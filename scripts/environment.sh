# Sourced by the other scripts: what a portal on one machine needs to know, unless the environment says otherwise.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
BIN="${BIN:-.venv/bin}"
# What .env says counts for these scripts too, unless the environment says otherwise.
if [ -f .env ]; then
  while IFS='=' read -r name value; do
    [[ "$name" =~ ^[A-Z_]+$ ]] && [ -z "${!name:-}" ] && export "$name=$value"
  done < .env || true
fi
export PORT="${PORT:-8000}"
export DATA_DIR="${DATA_DIR:-$PWD/var}"
export BASE_URL="${BASE_URL:-http://127.0.0.1:$PORT}"
export DJANGO_SETTINGS_MODULE="${DJANGO_SETTINGS_MODULE:-nido_portal.settings.production}"
mkdir -p "$DATA_DIR"
if [ -z "${SECRET_KEY:-}" ] && [ -z "${SECRET_KEY_FILE:-}" ]; then
  export SECRET_KEY_FILE="$DATA_DIR/secret_key"
  [ -s "$SECRET_KEY_FILE" ] || (umask 077 && "$BIN/python" -c 'import secrets; print(secrets.token_urlsafe(50), end="")' > "$SECRET_KEY_FILE")
fi

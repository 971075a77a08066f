#!/usr/bin/env bash
# The container's start: migrate, load the content into an empty database, serve.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
images="${MEDIA_ROOT:-$DATA_DIR/media}/images"
mkdir -p "$images"
python manage.py prepare
exec granian --interface wsgi --host "${HOST:-0.0.0.0}" --port "${PORT:-8000}" --workers "${WORKERS:-2}" \
  --blocking-threads 1 --static-path-route /media/images --static-path-mount "$images" \
  --no-ws --log-level warning nido_portal.wsgi:application

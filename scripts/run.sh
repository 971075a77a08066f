#!/usr/bin/env bash
# `make run`: set up what is missing, then serve. A second run finds all done and starts at once.
source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

# Collecting and compressing takes longer than all the rest: only when a file or the code's version changed.
stamp="$DATA_DIR/static.stamp"
state="$(find static locale requirements.txt -type f ! -name '*.mo' -exec cksum {} + | sort | cksum)"
if [ "$(cat "$stamp" 2>/dev/null)" != "$state" ]; then
  echo "Compiling texts and collecting static files …"
  "$BIN/python" scripts/compile_messages.py
  "$BIN/python" manage.py collectstatic --noinput --verbosity 0
  echo "$state" > "$stamp"
fi
"$BIN/python" manage.py prepare

echo
echo "The portal:    $BASE_URL/"
echo "For editors:   $BASE_URL/cms/"
echo "Stop it with Ctrl-C."
images="${MEDIA_ROOT:-$DATA_DIR/media}/images"
mkdir -p "$images"
exec "$BIN/granian" --interface wsgi --host "${HOST:-127.0.0.1}" --port "$PORT" --workers "${WORKERS:-2}" \
  --blocking-threads 1 --static-path-route /media/images --static-path-mount "$images" \
  --no-ws --log-level warning nido_portal.wsgi:application

# 1. The locked dependencies, in an environment without pip.
FROM python:3.11-slim AS dependencies
COPY requirements.txt .
RUN python -m venv --without-pip /portal/.venv \
 && pip --python /portal/.venv/bin/python install --no-cache-dir --disable-pip-version-check --only-binary :all: --require-hashes -r requirements.txt

# 2. The portal, with its texts compiled and its static files collected. The key here signs nothing and stays here.
FROM dependencies AS build
WORKDIR /portal
COPY . .
RUN export SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(50))')" \
      DJANGO_SETTINGS_MODULE=nido_portal.settings.production STATIC_ROOT=/portal/collected \
 && .venv/bin/python scripts/compile_messages.py \
 && .venv/bin/python manage.py collectstatic --noinput --verbosity 0 \
 && .venv/bin/python -m compileall -q nido_portal labs sessions toolbox

# 3. What runs: no pip, no build tools, no root.
FROM python:3.11-slim
# Pango: what WeasyPrint sets the manager's brief with.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 \
 && rm -rf /var/lib/apt/lists/*
RUN pip uninstall --yes --root-user-action ignore setuptools wheel pip \
 && rm -rf /usr/local/lib/python3.11/ensurepip \
 && useradd --system --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin portal \
 && install -d -o portal -g portal /data
COPY --from=build /portal /portal
WORKDIR /portal
ARG VERSION=development
ENV PATH=/portal/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=nido_portal.settings.production \
    DATA_DIR=/data \
    STATIC_ROOT=/portal/collected \
    VERSION=$VERSION
USER portal
VOLUME /data
EXPOSE 8000
# Asks under a name that ALLOWED_HOSTS knows; a first start loads the content before it serves.
HEALTHCHECK --interval=30s --timeout=5s --start-period=180s --retries=3 CMD ["python", "-c", "import os, urllib.request as u; host = os.environ.get('ALLOWED_HOSTS', '').split(',')[0].strip(' .*') or '127.0.0.1'; u.urlopen(u.Request('http://127.0.0.1:' + os.environ.get('PORT', '8000') + '/healthz', headers={'Host': host}), timeout=4)"]
ENTRYPOINT ["scripts/container.sh"]

# Aanzet in a container: an unprivileged user, data in a volume, no compiler and no pip in what runs.
# Docker Compose users: compose.yaml. What to set, and where the master key belongs: docs/administrators.md.

FROM python:3.11-slim AS build
WORKDIR /src
RUN python -m venv /opt/aanzet
COPY requirements/run.lock requirements/run.lock
RUN /opt/aanzet/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements/run.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY dialogues dialogues
COPY storage storage
RUN /opt/aanzet/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation . \
    && /opt/aanzet/bin/pip uninstall --yes setuptools pip

FROM python:3.11-slim
# Time zones come with the tzdata package in the lock; slim images have none of their own.
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin aanzet \
    && install -d -o aanzet -g aanzet -m 0700 /data
COPY --from=build /opt/aanzet /opt/aanzet
ENV PATH=/opt/aanzet/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    AANZET_DATA_DIR=/data \
    AANZET_HOST=0.0.0.0 \
    AANZET_PORT=8080 \
    AANZET_LOG_FORMAT=json
WORKDIR /data
VOLUME /data
USER aanzet
EXPOSE 8080
STOPSIGNAL SIGTERM
# 503 raises, so that Docker sees a failure
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.build_opener(r.ProxyHandler({})).open(f\"http://127.0.0.1:{os.environ['AANZET_PORT']}/health\", timeout=4)"]
ENTRYPOINT ["aanzet"]
CMD ["run"]

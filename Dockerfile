# Two stages: one with what is needed to install, one with what is needed to run.
FROM python:3.11-slim AS build
WORKDIR /source
RUN python -m venv /opt/vinmatch
ENV PATH=/opt/vinmatch/bin:$PATH
COPY constraints.txt ./
RUN pip install --no-cache-dir --require-hashes -r constraints.txt
COPY pyproject.toml README.md ./
COPY models/ models/
COPY matching/ matching/
COPY seed/ seed/
COPY service/ service/
RUN pip install --no-cache-dir --no-deps --no-build-isolation .

# SQLite here may be older than 3.51.3 (the service warns at start): for real data use PostgreSQL, as compose.yaml does.
FROM python:3.11-slim
RUN useradd --uid 10001 --create-home vinmatch && install -d -o vinmatch -g vinmatch /data
COPY --from=build /opt/vinmatch /opt/vinmatch
ENV PATH=/opt/vinmatch/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    VINMATCH_HOST=0.0.0.0 \
    DATABASE_URL=sqlite:////data/vinmatch.sqlite3
USER vinmatch
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s CMD ["python", "-m", "service.front.health.check"]
CMD ["sh", "-c", "vinmatch migrate && exec vinmatch serve"]

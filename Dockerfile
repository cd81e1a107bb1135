# The hosted game: one image for every service that runs our code.
FROM python:3.11-slim
ENV PYTHONUNBUFFERED=1 DATA_DIR=/data
WORKDIR /app
COPY requirements/play.txt requirements/play.txt
RUN pip install --no-cache-dir --disable-pip-version-check --no-deps --require-hashes -r requirements/play.txt && pip check
COPY manage.py ./
COPY config config
COPY game game
COPY templates templates
COPY static static
# Compiles the translations into the image; the keys are of no use outside this step.
RUN SECRET_KEY=build START_KEY=build DATABASE_URL=sqlite://:memory: python manage.py check \
    && useradd --system --uid 10001 game && mkdir /data && chown game /data
USER game
EXPOSE 8000
HEALTHCHECK --interval=5s --timeout=3s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
CMD ["python", "manage.py", "play", "--hosted", "--host", "0.0.0.0", "--port", "8000"]

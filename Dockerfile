# One image for every part of the service: web, worker, beat, and the migration that goes before them.
FROM python:3.11-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1

# What PDF needs: Pango to set the pages, and a font to set them in.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 fonts-liberation2 \
    && rm -rf /var/lib/apt/lists/*

RUN useradd --create-home --uid 10001 scrutiny
WORKDIR /srv/scrutiny

COPY requirements.txt .
RUN pip install --require-hashes --only-binary :all: -r requirements.txt

COPY . .
# The key serves this one command; the one the service signs with comes from its surroundings.
RUN mkdir data \
    && SECRET_KEY=only-for-collecting-static-files python manage.py collectstatic --noinput --verbosity 0 \
    && chown -R scrutiny data

USER scrutiny
EXPOSE 8000
CMD ["gunicorn", "scrutiny.wsgi", "--bind", "0.0.0.0:8000"]
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/health/', timeout=8)"]

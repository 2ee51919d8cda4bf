"""How the web server runs. `PORT` and `WEB_CONCURRENCY` (processes, each of four threads) may be set outside."""

import os

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
control_socket_disable = True
accesslog = "-"
access_log_format = "%(m)s %(U)s %(s)s"  # never the query: what people look for is theirs

_ours = {"level": "INFO", "handlers": ["console"], "propagate": False}
logconfig_dict = {
    "formatters": {"line": {"format": "%(asctime)s %(levelname)-7s %(message)s", "datefmt": "%H:%M:%S"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"level": "INFO", "handlers": ["console"]},
    "loggers": {"gunicorn.error": _ours, "gunicorn.access": _ours},
}


def when_ready(server):
    """Say where the pages are once they answer."""
    server.log.info("Scrutiny answers at %s", os.environ.get("SITE_URL", f"http://{bind}"))

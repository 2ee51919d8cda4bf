"""Whether the service is well, for monitors. It names parts and states, never settings."""

import os
from collections.abc import Callable
from datetime import timedelta

import redis
from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from redis.backoff import NoBackoff
from redis.retry import Retry

from deadlines.bank_holidays import HORIZON, warns
from deadlines.london import london_today
from reminders.models import SweepRun

BROKER_SECONDS = 2
SWEEP_EXPECTED = timedelta(days=5)
"""Sweeps run on working days; no row of weekends and bank holidays is longer than five days."""


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Database, broker, last sweep and the end of the bank holiday list; 503 where database or broker do not answer."""
    database = _works(_ask_database, Error)
    broker = _works(_ask_broker, redis.RedisError, OSError)
    well = database and broker
    answer = {
        "status": "ok" if well else "failing",
        "database": "ok" if database else "failing",
        "broker": "ok" if broker else "failing",
        "sweep": _last_sweep() if database else {"state": "unknown", "at": None},
        "bank_holidays": {"known_to": HORIZON.isoformat(), "ends_soon": warns(london_today(timezone.now()))},
    }
    return JsonResponse(answer, status=200 if well else 503)


def _works(ask: Callable[[], None], *faults: type[Exception]) -> bool:
    try:
        ask()
    except faults:
        return False
    return True


def _ask_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _ask_broker() -> None:
    """Raises ``RedisError`` or ``OSError`` where no message could be left: in Redis, or in the data folder."""
    folder = settings.DATA_DIR / "broker"
    if settings.REDIS_URL:
        wait = {"socket_timeout": BROKER_SECONDS, "socket_connect_timeout": BROKER_SECONDS}
        with redis.Redis.from_url(settings.REDIS_URL, retry=Retry(NoBackoff(), 0), **wait) as broker:
            broker.ping()
    elif not os.access(folder if folder.exists() else folder.parent, os.W_OK):
        raise PermissionError


def _last_sweep() -> dict:
    last = SweepRun.objects.filter(finished_at__isnull=False).order_by("-finished_at").first()
    if last is None:
        return {"state": "never", "at": None}
    late = last.finished_at < timezone.now() - SWEEP_EXPECTED
    return {"state": "late" if late else "ok", "at": last.finished_at.isoformat()}

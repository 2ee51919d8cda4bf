"""Say which of PostgreSQL and Redis answer here, as `NAME=address` lines for a shell to read.

PostgreSQL is looked for where `DATABASE_URL` points, else where libpq looks by itself (PGHOST, its socket), else on
127.0.0.1; the user must be allowed to make databases, as the tests make their own. Nothing is started.
"""

import os
from collections.abc import Iterator

import psycopg2
import redis

DATABASE = f"scrutiny_ci_{os.getppid()}"  # two runs at once on one machine must not share a database
ASKED = "SELECT current_user, rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"


def databases() -> Iterator[tuple[str, str]]:
    """Where to look: what libpq is asked, and the address the tests are then given."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(("postgres://", "postgresql://")):
        yield given, given
    yield "dbname=postgres", f"postgres:///{DATABASE}"
    yield "dbname=postgres host=127.0.0.1", f"postgres://{{user}}@127.0.0.1/{DATABASE}"


def postgresql() -> str | None:
    """The first address where PostgreSQL answers and lets us make databases."""
    for wanted, address in databases():
        try:
            connection = psycopg2.connect(wanted, connect_timeout=3)
        except psycopg2.OperationalError:
            continue
        with connection, connection.cursor() as cursor:
            cursor.execute(ASKED)
            user, may_create = cursor.fetchone()
        connection.close()
        if may_create:
            return address.format(user=user)
    return None


def redis_server() -> str | None:
    """The address of Redis, where it answers."""
    address = os.environ.get("REDIS_URL") or "redis://127.0.0.1:6379/9"
    try:
        redis.Redis.from_url(address, socket_connect_timeout=3).ping()
    except redis.RedisError:
        return None
    return address


if __name__ == "__main__":
    print(f"postgresql={postgresql() or ''}")
    print(f"redis={redis_server() or ''}")

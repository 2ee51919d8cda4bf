"""The signing key of an embedded installation, made once and kept beside its data."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key


def kept_secret(path: Path) -> str:
    """Return the key kept in ``path``, making it on first use, readable by its owner alone.

    Servers set ``SECRET_KEY`` in the environment instead; no key is ever part of the code.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as kept:
        secret = get_random_secret_key()
        kept.write(secret)
    return secret

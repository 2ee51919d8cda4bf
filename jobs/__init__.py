"""Work to be done, as rows: lease, attempts, error; claimed by workers, woken by Celery."""

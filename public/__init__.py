"""What anyone may read; ``visible.py`` alone decides."""

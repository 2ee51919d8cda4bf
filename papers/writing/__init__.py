"""Writing what goes on paper or into a file."""

"""What is asked of officers on the pages of papers."""

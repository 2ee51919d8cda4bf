"""The pages of the intake room, for officers."""

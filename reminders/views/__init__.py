"""The pages of the reminders room, for officers."""

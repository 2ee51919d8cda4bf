"""Who the council is: bodies, posts, people and users, who may do what; its calendar and clock settings."""

"""What a committee will look at, and when: items, report stages, pre-scrutiny, forward plan."""

"""By when: deadlines and durations in prose."""

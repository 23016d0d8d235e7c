"""A scenario looked at whole: every way it can go, for all replies at once, grouped by what they earn."""

"""The way through a course: what is open, what is done, what to practise next. Pure."""

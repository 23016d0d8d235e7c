"""As on the command line: what a rubric is read into is large and stays, and is not gone through again and again."""

import gc

gc.set_threshold(100_000, 50, 50)

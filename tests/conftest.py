"""What holds for every test."""

from __future__ import annotations

import gc

from hypothesis import settings

# The command line does the same: cues are tens of thousands of objects that all stay, and looking through them for
# garbage takes a tenth of the time.
gc.set_threshold(100_000, 50, 50)

# Whichever test asks first waits until a rubric is made ready: how long an example takes says nothing.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

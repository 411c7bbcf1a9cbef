"""Settings of the property tests: no deadlines, and in CI the same examples each time."""

import os

from hypothesis import settings

# A busy machine is no fault of the code, so no example may fail for being slow.
settings.register_profile("desk", deadline=None)
settings.register_profile("gate", deadline=None, derandomize=True)
settings.load_profile("gate" if os.environ.get("CI") else "desk")

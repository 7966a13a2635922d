"""Hypothesis profiles: `dev` for work, `ci` for every change, `brief` for the lowest dependencies, `fuzz` for long runs."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# building the parser takes longer than one example may; hostile values are thrown away often
_SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]

settings.register_profile("dev", max_examples=30, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("ci", max_examples=60, deadline=None, suppress_health_check=_SLOW, derandomize=True)
settings.register_profile("brief", max_examples=15, deadline=None, suppress_health_check=_SLOW, derandomize=True)
settings.register_profile("fuzz", max_examples=20_000, deadline=None, suppress_health_check=_SLOW)
# what is printed is compared without colours, wherever the tests run
os.environ.pop("FORCE_COLOR", None)

settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

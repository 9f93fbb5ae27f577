"""How hypothesis throws texts at the reader: the same few in every run of the suite, many new ones on demand
(`pytest tests/reading --hypothesis-profile=fuzz`)."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]

settings.register_profile("suite", derandomize=True, max_examples=150, deadline=None, suppress_health_check=SLOW)
settings.register_profile("fuzz", max_examples=5_000, deadline=5_000, suppress_health_check=SLOW)
settings.load_profile("suite")

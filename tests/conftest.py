"""Fixtures that several test files share."""

import browser as headless
import pytest


@pytest.fixture(scope="session")
def browser():
    """Headless Chromium, one for the whole session; skips where there is none."""
    if headless.chromium() is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with headless.launched() as running:
        yield running

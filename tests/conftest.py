"""Fixtures that several test files share."""

import browser as headless
import pytest
from hypothesis import settings

# no clock in a test: on a busy machine an example may take any time
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def browser():
    """Headless Chromium, one for the whole session; skips where there is none."""
    if headless.chromium() is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with headless.launched() as running:
        yield running

"""Fixtures that several test files share."""

import gc

import browser as headless
import pytest
from examples import NEW, examples
from hypothesis import HealthCheck, settings

# no clock in a test: on a busy machine an example may take any time, and so may drawing it
# `make test` draws the same few examples every time, so that it fails for what was changed alone;
# `make check` looks for new ones, and for more
settings.register_profile(
    "house",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=not NEW,
    max_examples=examples(100),
)
settings.load_profile("house")

# what is imported and collected stays: nobody looks through it for what could go, now or later
gc.disable()

#: Beginnings of names of test files, in the order in which workers take them: first the one that
#: compiles every kernel, while another worker has those that need none; then the long ones, so
#: that none of them is left for the end.
ORDER = (
    "test_study_run",
    "test_gtfs",
    "test_osm",
    "test_maps_browser",
    "test_statistics",
    "test_geodata",
    "test_study",
    "test_cli",
    "test_atlas",
    "test_traveltimes",
    "test_routing",
    "test_notebooks",
    "test_maps",
    "test_pages",
    "test_print",
    "test_network",
    "test_",
)
#: Last of all, those that hold the package's sources parsed (tests/sources.py): a large heap.
LAST = (
    "test_codes",
    "test_countries.py",
    "test_floors",
    "test_kernels",
    "test_messages",
    "test_names",
    "test_words",
)


def pytest_collection_modifyitems(items):
    """Put long files first; what stands in docstrings and what reads all sources comes last."""

    def rank(item):
        name = item.path.name
        if name.startswith(LAST):
            return len(ORDER) + 1
        return next((n for n, start in enumerate(ORDER) if name.startswith(start)), len(ORDER))

    items.sort(key=rank)
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def small_sample(tmp_path_factory):
    """A small cut of the sample in a folder data/, on which notebooks and docs run quickly."""
    from smallsample import write_small_sample

    return write_small_sample(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def browser():
    """Headless Chromium, one for the whole session; skips where there is none."""
    if headless.chromium() is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with headless.launched() as running:
        yield running

import logging
from pathlib import Path
from types import SimpleNamespace

import pytest
from towns import COUNTRIES, WINDOW, buses, random_points, town

import grensgeo as gg
from grensgeo import cli
from grensgeo.kernels import rests_on
from grensgeo.routing import warm
from grensgeo.routing.streets import sweep
from grensgeo.routing.transit import keys, onward, raptor

#: As it is written, whether or not numba compiles here.
WRITTEN = getattr(sweep._sweep_blocks, "py_func", sweep._sweep_blocks)


class Kernel:
    """What is looked at of a kernel that numba has compiled."""

    def __init__(self, folder):
        self.stats = SimpleNamespace(cache_path=folder)
        self.py_func = WRITTEN
        self.__name__ = "_sweep_blocks"


def test_a_kernel_is_compiled_when_it_is_kept_as_what_it_rests_on_is_written(tmp_path):
    kernel = Kernel(str(tmp_path))
    assert not warm.is_compiled(kernel)
    stamp = rests_on(Path(sweep.__file__))
    for other in ("sweep._sweep_blocks-450.py311", f"sweep._sweep-450.py311-{stamp}"):
        (tmp_path / f"{other}.nbi").touch()
    (tmp_path / f"sweep._sweep_blocks-450.py311-{stamp[::-1]}.nbi").touch()
    assert not warm.is_compiled(kernel)
    (tmp_path / f"sweep._sweep_blocks-450.py311-{stamp}.nbi").touch()
    assert warm.is_compiled(kernel)
    assert not warm.is_compiled(Kernel(None))


def test_a_kernel_that_runs_as_python_need_not_be_compiled():
    assert warm.is_compiled(WRITTEN)


def test_it_is_said_only_when_something_is_compiled(monkeypatch, caplog):
    caplog.set_level(logging.INFO, logger="grensgeo")
    monkeypatch.setattr(warm, "is_compiled", lambda _: True)
    warm.announce()
    assert not caplog.messages
    monkeypatch.setattr(warm, "is_compiled", lambda _: False)
    warm.announce()
    assert [text for text in caplog.messages if "compiling the routing kernels" in text] == [
        "compiling the routing kernels, once for this installation; it takes about a minute"
    ]


def test_one_kernel_that_is_not_kept_is_enough(monkeypatch, caplog):
    caplog.set_level(logging.INFO, logger="grensgeo")
    monkeypatch.setattr(warm, "is_compiled", lambda kernel: kernel is sweep._sweep_blocks)
    warm.announce()
    assert len(caplog.messages) == 1


def test_the_command_line_prints_it(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(warm, "is_compiled", lambda _: False)
    assert cli.main(["check", str(tmp_path / "none.toml")]) == 2
    capsys.readouterr()
    warm.announce()
    assert capsys.readouterr().err.startswith("grensgeo: compiling the routing kernels, once")


@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
@pytest.mark.parametrize("n_origins", [1, 40], ids=["search by origin", "all boardings"])
def test_a_kernel_compiles_for_rows_of_one_kind(tmp_path, n_origins):
    """Within a parallel loop its number is unsigned, and where types are worked out it is not."""
    network = gg.with_feeds(town(1), [buses(tmp_path / "a.zip", 2)], countries=COUNTRIES)
    points = random_points(3, 40, name="c")
    trip = gg.Trip("transit", max_min=60, **WINDOW)
    gg.travel_times(network, points.iloc[-n_origins:], points, trip)
    kernels = (raptor._search, onward._follow_one, onward._arrive, keys.without_rides)
    signatures = [str(kind) for kernel in kernels for kind in kernel.signatures]
    # none where numba has kept what calls them: a fresh clone shows them
    assert not [text for text in signatures if "uint64" in text]

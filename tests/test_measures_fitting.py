import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from matrices import frame

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.measures import decay, fit_decay
from grensgeo.measures.fitting import _balanced

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"
SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample"


def made(f, *, n=8, seed=3):
    """Times between random places, and flows that follow a decay exactly."""
    rng = np.random.default_rng(seed)
    here = rng.random((n, 2)) * 60
    minutes = 4 + np.hypot(*(here[:, None] - here[None]).transpose(2, 0, 1))
    trips = rng.random(n)[:, None] * f(minutes.astype(np.float32)) * rng.random(n)[None] * 1e5
    names = [f"p{i}" for i in range(n)]
    pairs = [(a, b) for a in names for b in names]
    times = frame([(*pair, t) for pair, t in zip(pairs, minutes.ravel(), strict=True)])
    flows = pd.DataFrame(pairs, columns=["from_id", "to_id"]).assign(count=trips.ravel())
    return times, flows


@pytest.mark.parametrize(
    ("kind", "f"),
    [
        ("exponential", decay.exponential(0.08)),
        ("power", decay.power(1.7)),
        ("gaussian", decay.gaussian(25)),
        ("logistic", decay.logistic(25, 12)),
        ("log_logistic", decay.log_logistic(-6.899, 2.326)),
    ],
)
def test_the_decay_that_made_the_flows_is_found(kind, f):
    fit = fit_decay(*made(f), kind=kind)
    expected = dict(f.parameters)
    assert fit.parameters == pytest.approx(expected, rel=1e-4)
    assert fit.explained == pytest.approx(1.0, abs=1e-9)
    assert fit.pairs == 8 * 7
    assert fit.classes[["observed", "fitted"]].sum().tolist() == pytest.approx([1, 1])
    np.testing.assert_allclose(fit.classes["observed"], fit.classes["fitted"], atol=1e-6)
    np.testing.assert_allclose(fit.decay([5, 30]), f([5, 30]), rtol=1e-3)


def test_the_mean_travel_time_of_an_exponential_fit_is_the_observed_one():
    # Hyman (1969): the condition of greatest likelihood. The flows are those of another curve.
    fit = fit_decay(*made(decay.gaussian(25)), kind="exponential")
    assert fit.mean_fitted_min == pytest.approx(fit.mean_observed_min, abs=1e-5)
    assert 0 < fit.explained < 1


def test_balancing_gives_the_published_flows():
    # Doubly constrained toy of Soukhov et al. (2025), as printed in testing_constrained.Rmd of the
    # R package accessibility (91fb342). They were printed before they had quite converged: their
    # first row sums to 4.0018 and not to 4, hence the tolerance.
    minutes = np.array([[10.0, 30, 15], [30, 10, 25], [15, 25, 10]])
    totals = np.outer([4, 10, 6], [7, 5, 8]) / 20
    flows = _balanced(minutes**-3, totals)
    published = [
        [3.23585899, 0.01032226, 0.75565683],
        [2.13260167, 4.95932483, 2.90443915],
        [1.63153933, 0.03035291, 4.33990401],
    ]
    np.testing.assert_allclose(flows.sum(axis=1), [4, 10, 6], rtol=1e-9)
    np.testing.assert_allclose(flows, published, rtol=2e-3)


def test_trips_within_a_place_are_left_out_unless_asked_for():
    times, flows = made(decay.exponential(0.08))
    own = flows["from_id"] == flows["to_id"]
    flows = flows.assign(count=flows["count"].where(~own, 5 * flows["count"]))
    assert fit_decay(times, flows, kind="exponential").parameters["rate"] == pytest.approx(0.08)
    with_them = fit_decay(times, flows, kind="exponential", intrazonal=True)
    assert with_them.pairs == 64
    assert with_them.parameters["rate"] > 0.085


def test_flows_outside_or_without_a_time_are_told():
    times, flows = made(decay.exponential(0.08))
    away = pd.DataFrame({"from_id": ["elsewhere"], "to_id": ["p1"], "count": [50.0]})
    with pytest.warns(GrensgeoWarning, match="50 of .* trips begin or end outside"):
        fit = fit_decay(times, pd.concat([flows, away]), kind="exponential")
    assert fit.parameters["rate"] == pytest.approx(0.08, rel=1e-4)
    with pytest.warns(GrensgeoWarning, match=r"without a travel time \(p0 to p1\)"):
        fit = fit_decay(times.drop(index=1), flows, kind="exponential")
    assert fit.parameters["rate"] == pytest.approx(0.08, rel=1e-4)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda flows: flows.rename(columns={"count": "trips"}), "flows: no column count"),
        (lambda flows: pd.concat([flows, flows[:1]]), "duplicate pairs p0 to p0; add them up"),
        (lambda flows: flows.assign(count=-1.0), "count is negative or not a number for p0 to p0"),
        (lambda flows: flows.assign(count="many"), "flows: count: no counts: many"),
        (lambda flows: flows.assign(from_id="GM" + flows["from_id"]), "none lies between the"),
        (lambda flows: flows[flows["from_id"] == "p0"][:3], "too few to tell the decay"),
        (lambda flows: flows.assign(count=1.0), "lies at the edge of its family"),
    ],
)
def test_flows_that_tell_nothing_are_refused(change, message):
    times, flows = made(decay.exponential(0.08))
    with pytest.raises(InputError, match=message):
        fit_decay(times, change(flows), kind="exponential")


def test_a_kind_that_is_not_known_is_refused():
    with pytest.raises(InputError, match="choose exponential, power"):
        fit_decay(*made(decay.exponential(0.08)), kind="step")


def test_the_plot_is_written(tmp_path):
    pytest.importorskip("matplotlib")
    fit = fit_decay(*made(decay.exponential(0.08)), kind="exponential")
    fit.plot(tmp_path / "fit.png")
    assert (tmp_path / "fit.png").read_bytes()[1:4] == b"PNG"


def test_the_plot_shows_what_was_observed_what_was_fitted_and_the_curve(monkeypatch):
    figure = pytest.importorskip("matplotlib.figure")
    drawn = []
    monkeypatch.setattr(figure.Figure, "savefig", lambda self, path: drawn.append((self, path)))
    f = decay.exponential(0.08)
    fit = fit_decay(*made(f), kind="exponential")
    fit.plot("fit.png")
    ((shown, path),) = drawn
    assert path == "fit.png"
    assert shown.get_size_inches().tolist() == [7, 4]
    trips, weight = shown.axes
    assert (trips.get_xlabel(), trips.get_ylabel()) == ("travel time (min)", "share of trips")
    middle = fit.classes["from_min"] + 2.5
    bars = trips.containers[0]
    assert bars.get_label() == "observed"
    assert [bar.get_height() for bar in bars] == fit.classes["observed"].tolist()
    assert [bar.get_x() + bar.get_width() / 2 for bar in bars] == pytest.approx(list(middle))
    assert {round(bar.get_width(), 6) for bar in bars} == {4.5}  # a gap between two of them
    (line,) = trips.lines
    assert (line.get_label(), line.get_marker()) == ("fitted", "o")
    assert np.array_equal(line.get_xdata(), middle)
    assert np.array_equal(line.get_ydata(), fit.classes["fitted"])
    assert (weight.get_ylabel(), weight.get_ylim()) == ("weight", (0, 1.05))
    (curve,) = weight.lines
    assert curve.get_label() == f"decay {fit.decay}"
    minutes = curve.get_xdata()
    assert (minutes[0], minutes[-1], len(minutes)) == (0, fit.classes["to_min"].max(), 200)
    assert np.allclose(curve.get_ydata(), f(minutes), rtol=1e-3)
    colours = {bars[0].get_facecolor(), line.get_color(), curve.get_color()}
    assert colours == {bars[0].get_facecolor(), "#b3261e", "#1b4f8a"}
    (legend,) = shown.legends
    assert {text.get_text() for text in legend.get_texts()} == {
        "observed", "fitted", f"decay {fit.decay}",
    }  # fmt: skip


def test_a_plot_without_matplotlib_says_what_to_install(monkeypatch, tmp_path):
    fit = fit_decay(*made(decay.exponential(0.08)), kind="exponential")
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(InputError, match=r"pip install 'grensgeo\[pictures\]'"):
        fit.plot(tmp_path / "fit.png")


@pytest.mark.long
@pytest.mark.shared_data
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_dutch_commuting_by_car_on_the_sample():
    path = SHARED / "boundaries" / "nl_commuting_od_mode_2016.csv"
    if not path.exists():
        pytest.skip("shared/data/boundaries/nl_commuting_od_mode_2016.csv is not here")
    from grensgeo.network import load_network
    from grensgeo.region.region import load_region
    from grensgeo.traveltimes import Trip, travel_times

    flows = pd.read_csv(path, dtype={"muni_from": str, "muni_to": str}).query("mode == 'car'")
    flows = flows.rename(columns={"muni_from": "from_id", "muni_to": "to_id", "value": "count"})
    region = load_region(SAMPLE)
    dutch = region.places[region.places["country"] == "NL"]
    # The file holds every flow with an end in Twente or the Achterhoek, and no others.
    nuts3 = region.municipalities["nuts3"].reindex(dutch.index)
    times = travel_times(
        load_network(SAMPLE / "network"), dutch[nuts3.isin(["NL213", "NL225"])], dutch, Trip("car")
    )
    fit = fit_decay(times, flows)
    assert fit.pairs > 1_000
    assert fit.flow > 100_000
    assert fit.explained > 0.8
    half = np.exp(-fit.parameters["a"] / fit.parameters["b"])
    assert 15 < half < 30  # 19.4 minutes for Geurs and Ritsema van Eck (2001)
    assert fit.mean_fitted_min == pytest.approx(fit.mean_observed_min, abs=1)
    assert fit.explained > fit_decay(times, flows, kind="gaussian").explained

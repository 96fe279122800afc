"""Critical links: each figure is that of closing the link and computing anew."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from drawing import draw
from examples import NEW, examples
from hypothesis import given, settings
from hypothesis import strategies as st
from linetowns import TIMED, line_town
from test_region import region as border_region
from townregion import town_region
from towns import town

import grensgeo as gg
from grensgeo.errors import InputError
from grensgeo.network.road_refs import RoadRefs
from grensgeo.scenario.links import LinkChoice, find_links

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")


def situation(seed, mode="car", **trip):
    region, network = town_region(seed), town(seed)
    ways = np.sort(network.streets.way_id)
    refs = RoadRefs.of([(int(way), f"N{way % 7}") for way in ways if way % 3 == 0])
    return gg.Situation(region, replace(network, refs=refs), {"trip": gg.Trip(mode, **trip)})


def brute_force(before, network, *, cutoff_min, origins="cells"):
    """Compute what the mean inhabitant reaches, by the public way alone."""
    region, trip = before.region, before.trips["trip"]
    frame = region.cells if origins == "cells" else region.places
    people = region.cells if origins == "cells" else region.municipalities
    times = gg.travel_times(network, frame, region.cells, trip)
    reached = gg.cumulative(times, region.opportunities["jobs"], cutoff_min=cutoff_min)
    return reached.to_numpy(), people["population"].to_numpy(dtype=float)


def lost(before, network, **how):
    full, people = brute_force(before, before.network, **how)
    left, _ = brute_force(before, network, **how)
    people = np.where(np.isnan(full), 0.0, people)
    difference = np.nan_to_num(full) - np.where(np.isnan(full), 0, np.nan_to_num(left))
    return float(people @ difference) / people.sum(), float(people[difference != 0].sum())


@pytest.mark.parametrize("mode", ["car", "walk"])
@pytest.mark.parametrize("kind", ["section", "ref", "way", "crossing"])
def test_each_figure_is_that_of_closing_the_link(mode, kind):
    before = situation(3, mode)
    refs = ("N3",) if kind in ("section", "ref") else ()
    ways = tuple(before.network.streets.way_id[:9].tolist()) if kind == "way" else ()
    cutoff = 8.0 if mode == "car" else 45.0
    found = gg.critical_links(
        before, cutoff_min=cutoff, kind=kind, refs=refs, ways=ways, origins="cells"
    )
    if kind != "crossing":  # of closed turns anybody may be touched
        assert found.n_origins_computed < len(found.table) * found.n_origins
    for link, row in zip(found.links, found.table.to_dict("records"), strict=True):
        loss, affected = lost(before, link.closed(before.network), cutoff_min=cutoff)
        assert row["link"] == link.link
        assert row["loss"] == pytest.approx(loss, rel=1e-12, abs=1e-12)
        assert row["people_affected"] == affected
    assert found.table["loss"].is_monotonic_decreasing
    assert found.table["loss"].iloc[0] > 0


@settings(max_examples=examples(4), deadline=None)
@given(seed=st.integers(0, 10_000), cutoff=st.floats(2, 30), mode=st.sampled_from(["car", "walk"]))
def test_law_brute_force_finds_the_same_in_any_town(seed, cutoff, mode):
    before = situation(seed, mode)
    ways = tuple(before.network.streets.way_id[seed % 20 :: 29].tolist())
    found = gg.critical_links(before, cutoff_min=cutoff, kind="way", ways=ways, origins="cells")
    for link, row in zip(found.links, found.table.to_dict("records"), strict=True):
        loss, affected = lost(before, link.closed(before.network), cutoff_min=cutoff)
        assert (row["loss"], row["people_affected"]) == (pytest.approx(loss, abs=1e-9), affected)


def by_bus(folder, seed, **trip):
    network, _ = line_town(folder / "f.zip", seed)
    trips = {"trip": gg.Trip("transit", max_min=60, **{**TIMED, **trip})}
    return gg.Situation(town_region(seed, cells=10), network, trips)


@settings(max_examples=examples(8), deadline=None)
@given(seed=st.integers(0, 10_000), kind=st.sampled_from(["line", "line-section"]),
       cutoff=st.integers(20, 45))  # fmt: skip
def test_law_brute_force_finds_the_same_of_lines(tmp_path_factory, seed, kind, cutoff):
    """A line that does not run, and one whose trips end on either side of a section."""
    before = by_bus(tmp_path_factory.mktemp("lines"), seed)
    found = gg.critical_links(before, cutoff_min=cutoff, kind=kind, origins="cells")
    assert {link.kind for link in found.links} == {kind}
    ranked = list(zip(found.links, found.table.to_dict("records"), strict=True))
    for link, row in ranked if NEW else ranked[:: 1 + 3 * (kind == "line-section")]:
        loss, affected = lost(before, link.closed(before.network), cutoff_min=cutoff)
        assert (row["loss"], row["people_affected"]) == (pytest.approx(loss, abs=1e-12), affected)


@pytest.mark.parametrize(("kind", "first"), [("line", "A"), ("line-section", "A Stop ")])
def test_the_line_that_hurts_most_is_that_which_brute_force_removes(tmp_path, kind, first):
    before = by_bus(tmp_path, 13)
    found = gg.critical_links(before, cutoff_min=30, kind=kind, origins="cells")
    top = found.table.iloc[0]
    assert top["loss"] > 0
    assert top["name"].startswith(first)
    assert found.table["rank"].is_monotonic_increasing
    assert "the mean inhabitant" in found.sentence("en")
    shapes = set(found.map().geom_type)
    assert shapes == ({"MultiPoint"} if kind == "line" else {"LineString"})
    only = gg.critical_links(before, cutoff_min=30, kind=kind, lines=("C",), origins="cells")
    assert set(only.table["ref"]) == {"C"}  # and its figures do not depend on what else is asked
    same = found.table[found.table["ref"] == "C"].drop(columns="rank").reset_index(drop=True)
    pd.testing.assert_frame_equal(only.table.drop(columns="rank"), same)


# --- a road between two towns, 900 m each way to the next vertex; a way round is twice as long

PLACES = {"A": (0, 0), "B": (900, 0), "C": (1800, 0), "D": (900, 2700)}
EDGES = [
    {"ends": "AB", "way_id": 7, "highway": "primary"},
    {"ends": "BC", "way_id": 8, "highway": "primary", "structure": 1},
    {"ends": "AD", "way_id": 9}, {"ends": "DC", "way_id": 10},
    {"ends": "AB", "way_id": 11, "forward": 8, "backward": 8, "line": [(450, 30)]},
]  # fmt: skip


def drawn(**more):
    refs = RoadRefs.of([(7, "N1"), (8, "N1")])
    return draw(PLACES, EDGES, refs=refs, **more)


def keys(network, **choice):
    return [
        (link.name, link.ref)
        for link in find_links(network, LinkChoice(**choice), mode=choice.get("mode", "car"))
    ]


def test_sections_run_from_one_choice_to_the_next():
    links = find_links(drawn(), LinkChoice("section"), mode="car")
    # a path on foot ends no section for cars
    assert [link.link for link in links] == ["section-7-0"]
    assert links[0].geometry.length == pytest.approx(
        1800 / 111_195 / np.cos(np.radians(52.2)), rel=1e-3
    )
    walking = find_links(drawn(), LinkChoice("section"), mode="walk")
    assert [link.link for link in walking] == ["section-7-0", "section-8-1"]


def test_bridges_roads_and_ways():
    assert keys(drawn(), kind="bridge") == [("N1", "N1")]
    assert keys(drawn(), kind="ref") == [("N1", "N1")]
    assert keys(drawn(), kind="way", ways=(9,)) == [("residential 9", "")]
    (bridge,) = find_links(drawn(), LinkChoice("bridge"), mode="car")
    assert np.isnan(bridge.closed(drawn()).durations_s("car")[0]).tolist() == [
        False, True, False, False, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"kind": "street"}, "kind 'street' is not known"),
        ({"kind": "line", "refs": ("N1",)}, "refs and ways are for streets"),
        ({"kind": "section", "lines": ("RB64",)}, "lines are no streets"),
        ({"kind": "crossing", "refs": ("N1",)}, "a crossing has no number"),
        ({"refs": "N1", "ways": ("x",)}, "refs: 'N1' is not a list.*\n?.*ways"),
    ],
)
def test_choices_that_cannot_be(choice, message):
    with pytest.raises(InputError, match=message):
        LinkChoice(**choice)


def test_everything_that_is_not_there_is_told_at_once():
    with pytest.raises(InputError) as caught:
        find_links(drawn(), LinkChoice("section", refs=("N2",), ways=(12,)), mode="car")
    assert "unknown road N2; known are N1" in str(caught.value)
    assert "no way 12" in str(caught.value)
    with pytest.raises(InputError, match="no crossing that fits"):
        find_links(drawn(), LinkChoice("crossing"), mode="car")
    with pytest.raises(InputError, match="no public transport"):
        find_links(drawn(), LinkChoice("line"), mode="walk")


def test_a_situation_has_to_have_what_is_asked():
    region, two = border_region(), {"car": gg.Trip("car"), "walk": gg.Trip("walk", max_min=30)}
    with pytest.raises(InputError, match="lacks a network and trips"):
        gg.critical_links(gg.Situation(region))
    with pytest.raises(InputError) as caught:
        gg.critical_links(gg.Situation(region, drawn(), two), "jbos", areas=("x",))
    for said in ("say which trip: car, walk", "unknown opportunity jbos", "unknown area x"):
        assert said in str(caught.value)
    with pytest.raises(InputError, match="beyond the trip's max_min 30"):
        gg.critical_links(gg.Situation(region, drawn(), two), trip="walk", cutoff_min=45)
    with pytest.raises(InputError, match="origins 'town' is not known"):
        gg.critical_links(gg.Situation(region, drawn(), two), trip="car", origins="town")


def test_a_table_a_map_and_a_sentence():
    before = situation(3)
    ways = tuple(range(1, 30))
    found = gg.critical_links(
        before, cutoff_min=8, kind="way", ways=ways, areas=("west",), origins="cells"
    )
    assert found.table["rank"].iloc[0] == 1
    assert set(found.by_country["country"]) == {"NL"}
    shown = found.map()
    assert (shown["link"] == found.table["link"]).all()
    assert (shown.crs.to_epsg(), set(shown.geom_type)) == (4326, {"MultiLineString"})
    first = found.table.iloc[0]
    assert f"{first['name']} costs most if it fails: by car" in found.sentence()
    assert "met de auto" in found.sentence("nl")
    assert "mit dem Auto" in found.sentence("de")
    assert found.sentence() in found._repr_html_()
    assert [note.code for note in found.provenance.notes if note.code.startswith("ranking")] == [
        "ranking.links-alone", "ranking.not-known",
    ]  # fmt: skip
    with pytest.raises(InputError, match="language 'fr'"):
        found.sentence("fr")


def test_any_measure_of_each_origin():
    before = situation(3)

    found = gg.critical_links(
        before, kind="way", ways=tuple(range(1, 12)), measure=lambda times, region: gg.gravity(
            times, region.opportunities["jobs"], decay=gg.decay.exponential(rate=0.1)
        ), origins="cells",
    )  # fmt: skip
    region = before.region

    def gravity(network):
        times = gg.travel_times(network, region.cells, region.cells, before.trips["trip"])
        return gg.gravity(
            times, region.opportunities["jobs"], decay=gg.decay.exponential(rate=0.1)
        )

    people = region.cells["population"].to_numpy(dtype=float)
    full = gravity(before.network).to_numpy()
    people = np.where(np.isnan(full), 0, people)
    for link, row in zip(found.links, found.table.to_dict("records"), strict=True):
        left = gravity(link.closed(before.network)).to_numpy()
        loss = float(people @ (np.nan_to_num(full) - np.nan_to_num(left))) / people.sum()
        assert row["loss"] == pytest.approx(loss, rel=1e-9, abs=1e-9)
    assert "the measure of the mean inhabitant falls" in found.sentence()

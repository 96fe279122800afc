"""Lines over drawn tracks, with times known in advance, and over real ones."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from osm_files import ORIGIN, STEP, osm_xml

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.lines.line_tables import check_lines
from grensgeo.lines.services_file import read_services
from grensgeo.network import build_network, load_network
from grensgeo.network.contents import Rail
from grensgeo.network.running_times import running_s
from grensgeo.network.tracks import MARGIN, MOST_SNAP_M, Tracks, run_on_tracks
from grensgeo.scenario import AddLine, Scenario

AACHEN = (
    Path(__file__).resolve().parents[1].parent
    / "shared" / "data" / "osm" / "aachen_nl-de-be_2021-08.osm.pbf"
)  # fmt: skip
TITLE = dict.fromkeys(("nl", "de", "en"), "New")
MAIN = {"usage": "main", "maxspeed_kmh": 100.0}


def place(x, y):
    """Lon and lat of metres from the origin."""
    return ORIGIN[0] + x * STEP[0], ORIGIN[1] + y * STEP[1]


def rail(*ways):
    """Tracks from (points in metres, tags)."""
    rows = [{"railway": "rail", "service": "", "usage": "", "maxspeed_kmh": np.nan, **tags}
            for _, tags in ways]  # fmt: skip
    lines = [
        shapely.LineString(np.round([place(*point) for point in points], 7)) for points, _ in ways
    ]
    tracks = gpd.GeoDataFrame(rows, geometry=lines, crs=4326)
    return Rail(tracks=tracks, stations=gpd.GeoDataFrame({"name": []}, geometry=[], crs=4326))


def services(path, stops, *, lines="", read=True, **more):
    """A services file of one line on tracks; stops are name -> metres."""
    fields = {"max_kmh": 160, **more}
    text = 'change_min = 4\n[[sources]]\nsource_id = "s"\ntitle = "T"\nlicence = "CC0-1.0"\n'
    text += 'attribution = "me"\n'
    for name, at in stops.items():
        lon, lat = place(*at)
        text += f'[[stops]]\nid = "{name}"\nname = "{name.upper()}"\nlon = {lon}\nlat = {lat}\n'
        text += 'country = "DE"\n'
    text += '[[lines]]\nid = "L"\nname = "L"\noperator = "o"\nheadway_min = 30\nsource = "s"\n'
    text += f"stops = {list(stops)!r}\n"
    text += "".join(f"{name} = {value}\n" for name, value in fields.items()) + lines
    file = path / "lines.toml"
    file.write_text(text, encoding="utf-8")
    return read_services(file) if read else None


@pytest.fixture
def run(tmp_path):
    def run(tracks, stops, **more):
        tables = run_on_tracks(services(tmp_path, stops, **more), tracks)
        return tables.calls[["arrival_min", "departure_min"]].to_numpy(), tables

    return run


def minutes(*stretches):
    return MARGIN * running_s(stretches) / 60


def test_straight_track_takes_the_trapezoid(run):
    track = rail(([(0, 0), (10_000, 0)], MAIN))
    times, tables = run(track, {"a": (1000, 0), "b": (4000, 30), "c": (9000, -30)})
    first, second = minutes((3000, 100)), minutes((5000, 100))
    np.testing.assert_allclose(
        times, [[0, 0], [first, first + 1], [first + 1 + second] * 2], rtol=2e-3
    )
    # 100 km/h after 55.6 s and 772 m, 643 m and 46.3 s to a stop, 1,585 m between
    v = 100 / 3.6
    assert first * 60 / MARGIN == pytest.approx(
        v / 0.5 + v / 0.6 + (3000 - v**2 / 1 - v**2 / 1.2) / v, rel=2e-3
    )
    assert tables.lines["modelled"].tolist() == [True]
    assert tables.on_track == {}
    assert len(tables.provenance.sources) == 1
    assert "0.0 of 8.0 km have no limit tagged." in tables.provenance.notes[0]
    built = check_lines(tables)
    assert built.calls["arrival_min"].tolist() == times[:, 0].tolist()


def test_speeds_of_ways_and_of_the_train_bind(run):
    track = rail(
        ([(0, 0), (3000, 0)], MAIN), ([(3000, 0), (6000, 0)], {**MAIN, "maxspeed_kmh": 60.0})
    )
    stops = {"a": (0, 0), "b": (6000, 0)}
    for top in (160, 80, 50):
        times, _ = run(track, stops, max_kmh=top)
        assert times[1, 0] == pytest.approx(
            minutes((3000, min(100, top)), (3000, min(60, top))), rel=2e-3
        )


def test_dwell_and_published_minutes(run):
    track = rail(([(0, 0), (10_000, 0)], MAIN))
    stops = {"a": (0, 0), "b": (4000, 0), "c": (10_000, 0)}
    plain, _ = run(track, stops, dwell_min=0.5)
    assert plain[1, 1] - plain[1, 0] == pytest.approx(0.5)
    held, _ = run(track, stops, published_min="{ c = 20 }")
    assert held[2, 0] == pytest.approx(20)
    assert held[1, 0] > plain[1, 0]


#: A junction at (5000, 0): from the west to the east, and from the north-east into the east.
#: Whoever comes down the branch cannot turn back west.
JUNCTION = (
    ([(0, 0), (5000, 0)], MAIN),
    ([(5000, 0), (10_000, 0)], MAIN),
    ([(0, 2000), (2500, 500), (5000, 0)], MAIN),
)


def test_points_are_not_turned_back_over(run):
    track = rail(*JUNCTION)
    times, _ = run(track, {"branch": (0, 2000), "east": (10_000, 0)})
    assert times[1, 0] > 0
    with pytest.raises(InputError, match=r"line L: no tracks lead from branch \(BRANCH\) to west"):
        run(track, {"branch": (0, 2000), "west": (0, 0)})
    # At a stop beyond the points it may
    times, _ = run(track, {"branch": (0, 2000), "east": (7000, 0), "west": (0, 0)})
    assert times[2, 0] > times[1, 1] > 0


def test_way_of_least_time_is_taken(run):
    # 8 km at 160 round about, and 6 km straight at 60
    track = rail(
        ([(0, 0), (500, 0)], MAIN),
        ([(500, 0), (6500, 0)], {**MAIN, "maxspeed_kmh": 60.0}),
        ([(500, 0), (1500, 1000), (5500, 1000), (6500, 0)], {**MAIN, "maxspeed_kmh": 160.0}),
        ([(6500, 0), (7000, 0)], MAIN),
    )
    around = 4000 + 2 * 1000 * np.sqrt(2)
    times, _ = run(track, {"a": (0, 0), "b": (7000, 0)})
    assert times[1, 0] == pytest.approx(minutes((500, 100), (around, 160), (500, 100)), rel=3e-3)
    # A train that is not faster than 60 anyway goes straight
    times, _ = run(track, {"a": (0, 0), "b": (7000, 0)}, max_kmh=60)
    assert times[1, 0] == pytest.approx(minutes((7000, 60)), rel=3e-3)


#: Two railways that end side by side at a station, as at Enschede.
APART = (([(0, 0), (5000, 0)], MAIN), ([(5060, 40), (9000, 40)], MAIN))


def test_tracks_that_end_apart_are_no_way_through(run):
    west, station, east = (500, 0), (5030, 20), (8500, 40)
    for stops in ({"w": west, "s": station}, {"s": station, "e": east}):
        assert run(rail(*APART), stops)[0][1, 0] > 0
    with pytest.raises(
        InputError,
        match=r"at s \(S\) the tracks from w \(W\) are not connected with those to e \(E\); end "
        r"the line there .* \[\[transfers\]\]",
    ):
        run(rail(*APART), {"w": west, "s": station, "e": east})
    with pytest.raises(InputError, match=r"no tracks lead from w \(W\) to e \(E\)"):
        run(rail(*APART), {"w": west, "e": east})


def test_stops_off_the_tracks_are_named_with_their_distance(run):
    track = rail(([(0, 0), (10_000, 0)], MAIN))
    far = {"a": (1000, MOST_SNAP_M + 100), "b": (5000, MOST_SNAP_M - 10), "c": (9000, -2000)}
    with pytest.raises(InputError, match=r"within 300 m .* a \(A\) is 400 m off, c \(C\) is 2,00"):
        run(track, far)


@pytest.mark.parametrize(
    "tags",
    [
        {"service": "yard"}, {"service": "siding"}, {"service": "spur"},
        {"usage": "industrial"}, {"usage": "military"}, {"usage": "tourism"},
    ],
)  # fmt: skip
def test_tracks_without_passenger_trains_are_left_out(tags, run):
    middle = {**MAIN, **tags}
    track = rail(
        ([(0, 0), (3000, 0)], MAIN),
        ([(3000, 0), (6000, 0)], middle),
        ([(6000, 0), (9000, 0)], MAIN),
    )
    with pytest.raises(InputError, match="no tracks lead from a"):
        run(track, {"a": (0, 0), "b": (9000, 0)})
    with pytest.raises(InputError, match="the network has none that passenger trains use"):
        run(rail(([(0, 0), (9000, 0)], middle)), {"a": (0, 0), "b": (9000, 0)})


def test_track_without_a_limit_is_told_and_warned_of(run):
    track = rail(
        ([(0, 0), (6000, 0)], MAIN), ([(6000, 0), (7000, 0)], {"usage": "branch"}),
        ([(7000, 0), (10_000, 0)], MAIN),
    )  # fmt: skip
    times, tables = run(track, {"a": (0, 0), "b": (10_000, 0)})
    told, assumed = tables.provenance.told()
    assert told.endswith("1.0 of 10.0 km have no limit tagged.")
    assert assumed.text("en") == "Tracks without a limit are taken as other at 80 km/h: 1.0 km."
    assert "1,0 van 10,0 km" in told.text("nl")
    assert times[1, 0] == pytest.approx(minutes((6000, 100), (1000, 80), (3000, 100)), rel=2e-3)
    with pytest.warns(GrensgeoWarning, match="9.0 of 9.0 km have no limit"):
        run(rail(([(0, 0), (9000, 0)], {"railway": "light_rail"})), {"a": (0, 0), "b": (9000, 0)})


def test_parallel_tracks_nearest_point_counts(run):
    # Ways end 100 m before the stop on either side of it: the stop is where it is, not there
    track = rail(
        ([(0, 0), (4900, 0)], MAIN), ([(4900, 0), (5100, 0)], MAIN), ([(5100, 0), (9000, 0)], MAIN)
    )
    times, _ = run(track, {"a": (0, 0), "b": (5000, 0)})
    assert times[1, 0] == pytest.approx(minutes((5000, 100)), rel=2e-3)
    assert len(Tracks.of(track).near(*place(5000, 0))) == 3


def test_both_ways_take_as_long_but_for_braking(run):
    track = rail(*JUNCTION)
    there, _ = run(track, {"a": (100, 0), "b": (9000, 0)})
    back, _ = run(track, {"b": (9000, 0), "a": (100, 0)})
    assert there[1, 0] == pytest.approx(back[1, 0])


def test_two_stops_on_one_edge_in_both_directions(run):
    track = rail(([(0, 0), (9000, 0)], MAIN))
    times, _ = run(track, {"a": (2000, 0), "b": (4000, 0), "c": (1000, 0)})
    runs = [times[1, 0], times[2, 0] - times[1, 1]]
    assert runs == pytest.approx([minutes((2000, 100)), minutes((3000, 100))], rel=2e-3)


def test_lines_without_tracks_are_refused_and_others_pass(tmp_path):
    tables = services(tmp_path, {"a": (0, 0), "b": (5000, 0)})
    assert tables.on_track == {"L": 160.0}
    with pytest.raises(
        InputError, match="lines L give max_kmh and run on tracks, and the network"
    ):
        run_on_tracks(tables, None)
    with pytest.raises(InputError, match="L give max_kmh and have no minutes yet"):
        check_lines(tables)
    old = rail(([(0, 0), (9000, 0)], MAIN))
    old = Rail(tracks=old.tracks.drop(columns="service"), stations=old.stations)
    with pytest.raises(InputError, match="tracks have no service; build the network again"):
        run_on_tracks(tables, old)


def test_from_extract_and_services_file_to_a_saved_network(tmp_path):
    nodes = {1: (0, 0), 2: (3000, 0), 3: (9000, 0), 4: (0, 50), 5: (100, 50)}
    ways = [
        (10, [1, 2], {"railway": "rail", "usage": "main", "maxspeed": "100"}),
        (11, [2, 3], {"railway": "rail", "usage": "main", "maxspeed": "200"}),
        (12, [4, 5], {"highway": "residential"}),
    ]
    file = tmp_path / "drawn.osm"
    file.write_text(osm_xml(nodes, ways))
    tables = services(tmp_path, {"a": (0, 0), "b": (9000, 0)}, max_kmh=200)
    network = build_network(file, services=tables)
    network.save(tmp_path / "net")
    loaded = load_network(tmp_path / "net")
    for one in (network, loaded):
        assert one.feeds[0].calls.arrival_s[1] / 60 == pytest.approx(
            minutes((3000, 100), (6000, 200)), rel=3e-3
        )
        assert sum("OpenStreetMap's tracks" in note for note in one.provenance.notes) == 1
        assert one.rail.tracks["maxspeed_kmh"].tolist() == [100, 200]
    again = run_on_tracks(tables, loaded.rail)
    assert again.calls.equals(run_on_tracks(tables, network.rail).calls)


def test_scenario_adds_a_line_on_tracks(tmp_path):
    nodes = {1: (0, 0), 2: (9000, 0), 4: (0, 50), 5: (100, 50)}
    ways = [
        (10, [1, 2], {"railway": "rail", "usage": "main", "maxspeed": "100"}),
        (12, [4, 5], {"highway": "residential"}),
    ]
    file = tmp_path / "drawn.osm"
    file.write_text(osm_xml(nodes, ways))
    services(tmp_path, {"a": (0, 0), "b": (8000, 0)})
    plan = Scenario("new", (AddLine(tmp_path / "lines.toml"),), TITLE)
    with pytest.warns(GrensgeoWarning, match="1 of 2 new stops lie outside"):
        after = plan.apply(build_network(file))
    # whole seconds
    assert after.feeds[0].calls.arrival_s[1] == pytest.approx(60 * minutes((8000, 100)), abs=1.5)
    assert any("0.0 of 8.0 km have no limit" in note for note in after.provenance.notes)
    services(tmp_path, {"a": (0, 0), "b": (8000, 5000)})
    with pytest.raises(InputError, match=r"b \(B\) is 5,"):
        Scenario("new", (AddLine(tmp_path / "lines.toml"),), TITLE).apply(build_network(file))


@pytest.mark.shared_data
@pytest.mark.skipif(not AACHEN.exists(), reason="the extracts of shared/data are not here")
def test_aachen_takes_what_trains_there_take(tmp_path):
    network = build_network(AACHEN)
    stations = network.rail.stations.set_index("name").geometry
    names = {"rothe": "Aachen-Rothe Erde", "hbf": "Aachen Hauptbahnhof",
             "schanz": "Aachen Schanz", "west": "Aachen West"}  # fmt: skip
    at = {
        stop: ((stations[name].x - ORIGIN[0]) / STEP[0], (stations[name].y - ORIGIN[1]) / STEP[1])
        for stop, name in names.items()
    }
    tables = services(tmp_path, at, max_kmh=140)
    done = run_on_tracks(tables, network.rail)
    arrival, departure = (
        done.calls[f"{name}_min"].to_numpy() for name in ("arrival", "departure")
    )
    # Timetables: Rothe Erde to Hbf 3 min, Hbf to Schanz 2 to 3, Schanz to West 2 to 3, stops 1
    runs = arrival[1:] - departure[:-1]
    assert ((runs > [2, 1.8, 1.5]) & (runs < [4, 3.5, 3])).all()
    assert arrival[3] - departure[1] == pytest.approx(5.5, abs=1)
    tracks = Tracks.of(network.rail)
    assert 40_000 < tracks.length_m.sum() < 45_000
    assert (tracks.length_m > 0).all()

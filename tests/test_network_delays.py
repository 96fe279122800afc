"""A signal, a level crossing and the border each take exactly as long as they are said to."""

import csv
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from drawing import draw
from feeds import lines_at_headways
from osm_files import ORIGIN, STEP, osm_xml

from grensgeo.errors import FileError, InputError
from grensgeo.network import (
    CONTROLS,
    MODES,
    Controls,
    Delays,
    DelayTable,
    Turns,
    build_network,
    measure_delays,
)
from grensgeo.network.graph import build_graph
from grensgeo.traveltimes import Trip, travel_times

#: A street A-B-C of 500 m each; a car drives 36 km/h on it, 10 m/s.
PLACES = {"A": (0, 0), "B": (500, 0), "C": (1000, 0)}
#: No junctions are made of driveways, and cars run no faster on them between stops.
STREET = {"maxspeed_kmh": 45, "highway": "service"}
SIGNAL = CONTROLS.index("traffic_signals")


def street(*, countries=("NL", "NL"), **network):
    edges = [
        {"ends": ends, "country": country} | STREET
        for ends, country in zip(("AB", "BC"), countries, strict=True)
    ]
    return draw(PLACES, edges, **network)


def minutes(network, trip, start, goal):
    """Give the time between places in metres along the street."""
    east = 1 / (111_195 * np.cos(np.radians(52.2)))
    places = pd.DataFrame(
        {"id": ["a", "b"], "lon": [7 + start * east, 7 + goal * east], "lat": [52.2, 52.2]}
    )
    return travel_times(network, places, places, trip).minutes[0, 1]


def car(**options):
    runs = {"car_speeds": "running"} if options.get("delays") else {}
    return Trip("car", park_min=0, **options, **runs)


def close(value, known):
    assert value == pytest.approx(known, abs=2e-4)


def test_a_signal_costs_its_delay_to_those_who_come_to_it():
    signal = street(controls=Controls.of([(0, True, SIGNAL), (1, False, SIGNAL)]))
    own = DelayTable(((30.0,) * 4, (0.0,) * 4))
    close(minutes(signal, car(), 100, 900), 800 / 600)
    close(minutes(signal, car(delays=True), 100, 900), (800 + 40) / 600)
    close(minutes(signal, car(delays=own), 100, 900), (800 + 300) / 600)
    close(minutes(signal, car(delays=own), 900, 100), (800 + 300) / 600)
    # before it, behind it and from where it stands nobody waits
    close(minutes(signal, car(delays=own), 100, 400), 300 / 600)
    close(minutes(signal, car(delays=own), 600, 900), 300 / 600)
    close(minutes(signal, car(delays=own), 500, 900), 400 / 600)
    walk = Trip("walk", delays=True)
    close(minutes(signal, walk, 100, 900), 800 / (5000 / 60) + 27 / 60)


def test_a_signal_and_the_border_in_an_osm_file(tmp_path):
    # a street of 1 km over the border at 500 m, with a signal at 250 m for those going east
    nodes = {1: (0, 0), 2: (250, 0), 3: (600, 0), 4: (1000, 0)}
    ways = [(10, [1, 2, 3], {"highway": "residential"}), (11, [3, 4], {"highway": "residential"})]
    facing = {2: {"highway": "traffic_signals", "traffic_signals:direction": "forward"}}
    path = tmp_path / "street.osm"
    path.write_text(osm_xml(nodes, ways, node_tags=facing))
    seam = ORIGIN[0] + 500 * STEP[0]
    countries = gpd.GeoDataFrame(
        {"country": ["NL", "DE"]},
        geometry=[shapely.box(6.9, 52, seam, 52.4), shapely.box(seam, 52, 7.1, 52.4)],
        crs=4326,
    )
    network = build_network(path, countries=countries)
    ends = [network.streets.vertex_id.tolist().index(node) for node in (1, 4)]
    places = pd.DataFrame(
        {"id": ["a", "b"], "lon": network.streets.lon[ends], "lat": network.streets.lat[ends]}
    )

    def there_and_back(**options):
        times = travel_times(network, places, places, Trip("walk", **options)).minutes
        return times[[0, 1], [1, 0]]

    plain = there_and_back()
    close(plain[0], plain[1])
    close(there_and_back(delays=True) - plain, [27 / 60, 0])
    close(there_and_back(crossing_time_min=12) - plain, [12, 12])
    close(there_and_back(crossing_time_min=12, delays=True) - plain, [12 + 27 / 60, 12])


def test_one_that_faces_one_way_costs_nothing_the_other_way():
    network = street(controls=Controls.of([(0, True, SIGNAL)]))
    close(minutes(network, car(delays=True), 100, 900), (800 + 40) / 600)
    close(minutes(network, car(delays=True), 900, 100), 800 / 600)


def test_a_level_crossing_costs_its_own():
    crossing = CONTROLS.index("level_crossing")
    network = street(controls=Controls.of([(0, True, crossing)]))
    close(minutes(network, car(delays=True), 100, 900), (800 + 50) / 600)


def test_the_border_costs_its_minutes_at_each_crossing():
    # drawn vertices lie in the country of the last edge: B is German, so A-B crosses, in its
    # second half; a point on it is Dutch
    border = street(countries=("NL", "DE"))
    trip = car(crossing_time_min=7)
    close(minutes(border, car(), 100, 900), 800 / 600)
    for start, goal in ((100, 900), (900, 100), (499, 501), (0, 1000)):
        close(minutes(border, trip, start, goal), abs(goal - start) / 600 + 7)
    close(minutes(border, trip, 100, 400), 300 / 600)
    close(minutes(border, trip, 600, 900), 300 / 600)
    # there and back again is twice
    places = PLACES | {"D": (1500, 0)}
    ends = zip(("AB", "BC", "CD"), ("NL", "DE", "NL"), strict=True)
    again = draw(places, [{"ends": e, "country": country} | STREET for e, country in ends])
    close(minutes(again, trip, 100, 1400), 1300 / 600 + 14)
    assert "Each crossing of the national border takes 7 min more." in trip.notes()
    # from vertex to vertex, and along one edge from or to its end
    streets = again.streets
    spots = pd.DataFrame({"id": list("ABCD"), "lon": streets.lon, "lat": streets.lat})
    spots.loc[4] = ["mid", (streets.lon[0] + streets.lon[1]) / 2, streets.lat[0]]
    slow, free = (travel_times(again, spots, spots, t).minutes for t in (trip, car()))
    b, c, far = 7, 14, 14  # B lies in Germany, C and D in the Netherlands again
    known = [
        [0, b, c, far, 0],
        [b, 0, 7, 7, b],
        [c, 7, 0, 0, c],
        [far, 7, 0, 0, far],
        [0, b, c, far, 0],
    ]
    np.testing.assert_allclose(slow - free, known, atol=1e-4)
    with pytest.raises(InputError, match="does not know its countries"):
        minutes(street(countries=("", "")), trip, 100, 900)


def test_a_seam_without_a_country_is_one_crossing():
    places = PLACES | {"D": (1500, 0)}
    ends = zip(("AB", "BC", "CD"), ("NL", "", "DE"), strict=True)
    network = draw(places, [{"ends": e, "country": country} | STREET for e, country in ends])
    close(minutes(network, car(crossing_time_min=7), 100, 1400), 1300 / 600 + 7)


def test_a_train_waits_at_the_border_too():
    east = 7.0 + 1000 / (111_195 * np.cos(np.radians(52.2)))
    stops = {"a": (7.0, 52.2, "NL"), "c": (east, 52.2, "DE")}
    feed = lines_at_headways(stops, {"x": (2, [("a", 0), ("c", 1)])})
    network = street(countries=("NL", "DE"), feeds=(feed,))
    for start, goal in ((0, 1000), (1000, 0)):
        ride = minutes(network, Trip("transit"), start, goal)
        assert 1 <= ride <= 3
        close(minutes(network, Trip("transit", crossing_time_min=3), start, goal), ride + 3)


def test_a_delay_and_a_turn_that_is_forbidden_go_together():
    places = {"A": (0, 0), "B": (500, 0), "C": (1000, 0), "D": (500, 300)}
    ends = ("AB", "BC", "BD", "CD")
    network = draw(
        places,
        [{"ends": pair, "length_m": 500.0} | STREET for pair in ends],
        turns=Turns.of([(1, 0, 2, 1)]),
        controls=Controls.of([(0, True, SIGNAL)]),
    )
    graph = network.graph("car", delays=measure_delays(network, "car", table=DelayTable.default()))
    first = graph.arc_edge == 0
    assert sorted(graph.weights_s[first].tolist()) == [50.0, 54.0]
    spots = pd.DataFrame(
        {"id": ["a", "d"], "lon": network.streets.lon[[0, 3]], "lat": network.streets.lat[[0, 3]]}
    )
    times = travel_times(network, spots, spots, car(delays=True)).minutes
    close(times[0, 1], (1500 + 40) / 600)
    close(times[1, 0], 1000 / 600)


def test_times_that_cannot_be_are_refused_by_edge():
    network = street()
    good = np.array([50.0, 50.0])
    for bad in (-1.0, np.inf):
        with pytest.raises(InputError, match=rf"graph: weights_s is {bad} at edges 1;"):
            build_graph(network.streets, "car", (good, np.array([50.0, bad])))
    for bad in (np.nan, -1.0, np.inf):
        with pytest.raises(InputError, match=r"delays: end_s is .* at edges 1; delays are"):
            Delays(np.zeros((2, 2)), np.array([[0, 0], [0, bad]]))
    with pytest.raises(InputError, match="crossing_s is -1"):
        measure_delays(network, "car", crossing_s=-1.0)
    with pytest.raises(InputError, match=r"crossing_time_min is -1.*delays is 3, expected true"):
        Trip("car", crossing_time_min=-1, delays=3)


def test_the_table_that_comes_with_it():
    table = DelayTable.default()
    assert all(table.sources)
    for mode in MODES:
        assert 0 < table.delay("level_crossing", mode) < 10
        assert 0 < table.delay("traffic_signals", mode) < 60
    with pytest.raises(InputError, match="control 'stop' is unknown"):
        table.delay("stop", "car")
    assert measure_delays(street(), "car", table=table) is None


def test_a_table_of_ones_own(tmp_path):
    path = tmp_path / "delays.csv"
    head = "control,mode,delay_s,source\n"
    path.write_text(
        head + "traffic_signals,*,9,me\ntraffic_signals,car,8,me\nlevel_crossing,*,0,me\n"
    )
    table = DelayTable.read(path)
    nothing = (0.0, 0.0, 0.0, 0.0)  # junctions may be left out
    assert table.delay_s == ((8.0, 9.0, 9.0, 9.0), nothing, nothing, nothing)
    assert table.name == str(path)
    path.write_text(head + "signal,*,9,me\ntraffic_signals,tram,-1,\nlevel_crossing,*,x,me\n")
    with pytest.raises(
        InputError,
        match=r"row 2: control 'signal', row 3: mode 'tram', row 3: delay_s '-1', row 3: source",
    ):
        DelayTable.read(path)
    path.write_text(head + "traffic_signals,car,8,me\ntraffic_signals,car,8,me\n")
    with pytest.raises(InputError, match="row 3: the same control and mode"):
        DelayTable.read(path)
    path.write_text(head + "traffic_signals,car,8,me\n")
    with pytest.raises(InputError, match="no delay for traffic_signals bicycle"):
        DelayTable.read(path)
    path.write_text("control,delay\n")
    with pytest.raises(InputError, match="missing columns mode, delay_s, source"):
        DelayTable.read(path)
    with pytest.raises(FileError, match="no such file"):
        DelayTable.read(tmp_path / "none.csv")


def test_a_table_of_delays_that_a_dutch_spreadsheet_saved(tmp_path):
    plain = Path("grensgeo/network/delays.csv").read_text(encoding="utf-8").splitlines()
    rows = [[*row[:3], row[3][:6]] for row in csv.reader(plain)]
    path = tmp_path / "delays.csv"
    text = "\r\n".join(";".join(row).replace("27", "27,5") for row in rows)
    path.write_bytes(("sep=;\r\n" + text + "\r\n;;;\r\n").encode("utf-8-sig"))
    assert DelayTable.read(path) is not None
    path.write_text(text.replace("27,5", "soon"), encoding="utf-8")
    with pytest.raises(InputError, match=r"delays\.csv: .*soon"):
        DelayTable.read(path)

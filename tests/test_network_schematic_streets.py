"""A schematic network over two small countries, and its tables."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from pyproj import Geod

from grensgeo.errors import FileError, InputError
from grensgeo.geodata.road_tables import RoadTables, parse_via, read_roads
from grensgeo.network import COUNTRIES, HIGHWAYS, mode_bit
from grensgeo.network.schematic_streets import LATTICE_DETOUR, TRIP_DETOUR, build_schematic
from grensgeo.notes import Note

GEOD = Geod(ellps="WGS84")
#: A kilometre in degrees, near enough.
EAST, NORTH = 1 / 68.4, 1 / 111.2
LOCAL = HIGHWAYS.index("local")


def place(column, row=1):
    return 7.0 + column * EAST, 52.2 + row * NORTH


def cells(columns=range(8), rows=range(3), *, people=50, towns=()):
    """Kilometre cells; columns 0 to 3 are Dutch, the others German."""
    data = [
        {
            "cell_id": f"{c}-{r}",
            "grid_id": f"1kmN{3200 + r}E{4100 + c}",
            "country": "NL" if c < 4 else "DE",
            "population": 900 if (c, r) in towns else people,
            "lon": place(c, r)[0],
            "lat": place(c, r)[1],
        }
        for c in columns
        for r in rows
    ]
    return pd.DataFrame(data)


def municipalities(*edges, rows=(-0.5, 2.5)):
    """Strips from column to column; the main place lies in the middle."""
    data, shapes = [], []
    for west, east in edges:
        lon, lat = place((west + east) / 2)
        data.append({"country": "NL" if east < 4 else "DE", "place_lon": lon, "place_lat": lat})
        (x0, y0), (x1, y1) = place(west, rows[0]), place(east, rows[1])
        shapes.append(shapely.box(x0, y0, x1, y1))
    return gpd.GeoDataFrame(data, geometry=shapes, crs=4326)


BORDER = gpd.GeoSeries([shapely.LineString([place(3.5, -1), place(3.5, 3)])], crs=4326)
TWO = municipalities((-0.5, 3.5), (3.5, 7.5))


def tables(points, roads):
    """points: name -> (column, country, kind); roads: (from, to, class, built_up, detour)."""
    return RoadTables(
        points=pd.DataFrame(
            [(n, country, *place(c), kind, "-") for n, (c, country, kind) in points.items()],
            columns=["name", "country", "lon", "lat", "kind", "source"],
        ),
        roads=pd.DataFrame(
            [(a, b, "N1", cls, built, detour) for a, b, cls, built, detour in roads],
            columns=["from", "to", "road", "class", "built_up", "detour_factor"],
        ),
    )


POINTS = {"A": (1.5, "NL", "town"), "C": (5.5, "DE", "town")}
CROSSING = tables(POINTS, [("A", "C", "primary", False, 1.2)])


def components(streets, mode="car"):
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    use = (streets.access_forward & mode_bit(mode)) > 0
    size = streets.n_vertices
    ends = (streets.tail[use], streets.head[use])
    return connected_components(coo_array((np.ones(use.sum()), ends), (size, size)))[0]


def test_local_roads_join_the_eight_neighbours_of_one_country():
    streets = build_schematic(tables(POINTS, []), cells(), TWO, border=BORDER).streets
    local = streets.highway == LOCAL
    lattice = local & (streets.tail < 24) & (streets.head < 24)
    # 4 by 3 cells a side: 9 + 8 + 2 * 6 edges
    assert lattice.sum() == 2 * (9 + 8 + 12)
    assert components(streets) == 2
    straight = GEOD.inv(
        streets.lon[streets.tail], streets.lat[streets.tail],
        streets.lon[streets.head], streets.lat[streets.head],
    )[2]  # fmt: skip
    factor = TRIP_DETOUR / LATTICE_DETOUR
    np.testing.assert_allclose(streets.length_m[lattice], (straight * factor)[lattice], atol=0.5)
    np.testing.assert_array_equal(
        streets.vertex_country[streets.tail[local]], streets.vertex_country[streets.head[local]]
    )


def test_the_lattice_is_longer_than_the_straight_line_by_what_is_stated():
    angle = np.linspace(0, np.pi / 4, 100_001)
    mean = (np.cos(angle) + (np.sqrt(2) - 1) * np.sin(angle)).mean()
    assert pytest.approx(mean, abs=1e-5) == LATTICE_DETOUR


def test_a_road_across_the_border_is_cut_there():
    network = build_schematic(CROSSING, cells(), TWO, border=BORDER)
    streets = network.streets
    main = streets.highway == HIGHWAYS.index("primary")
    assert main.sum() == 2
    assert {COUNTRIES[c] for c in streets.country[main]} == {"NL", "DE"}
    crossing = streets.head[main][0]
    assert streets.lon[crossing] == pytest.approx(place(3.5)[0])
    assert components(streets) == 1
    assert streets.length_m[main].sum() == pytest.approx(4000 * 1.2, rel=2e-3)
    assert network.provenance.schematic
    assert "schematic" in network.provenance.notes[0]
    assert network.barriers is BORDER
    assert len(streets.coords) == 2 * streets.n_edges


def test_slow_traffic_stays_off_motorways():
    roads = [("A", "C", "motorway", False, 1.1)]
    streets = build_schematic(tables(POINTS, roads), cells(), TWO, border=BORDER).streets
    assert components(streets, "car") == 1
    assert components(streets, "bicycle") > 1


def test_the_end_of_a_road_in_a_town_is_built_up():
    # dense cells at columns 1 and 2; the road leaves A (1.5) and reaches sparse column 3 at 2.5
    dense = cells(towns={(1, 1), (2, 1)})
    streets = build_schematic(CROSSING, dense, TWO, border=BORDER).streets
    main = streets.highway == HIGHWAYS.index("primary")
    town = streets.length_m[main & streets.built_up]
    assert len(town) == 1
    # found in steps of a quarter of a kilometre
    assert 1000 * 1.2 * 0.99 <= town[0] <= 1250 * 1.2
    assert streets.length_m[main].sum() == pytest.approx(4000 * 1.2, rel=2e-3)
    whole = cells(people=900)
    streets = build_schematic(CROSSING, whole, TWO, border=BORDER).streets
    assert streets.built_up[streets.highway == HIGHWAYS.index("primary")].all()


def drawn(points, roads):
    """As tables, with a line: roads are (from, to, class, columns and rows between the ends)."""
    found = tables(points, [(a, b, cls, False, 1.0) for a, b, cls, _ in roads])
    found.roads["via"] = [
        ", ".join("{} {}".format(*place(*corner)) for corner in via) for *_, via in roads
    ]
    return found


def test_a_drawn_road_is_as_long_as_its_line():
    corners = [(1.5, 2), (3, 2)]
    points = {"A": (1.5, "NL", "junction"), "B": (3, "NL", "junction")}
    streets = build_schematic(
        drawn(points, [("A", "B", "primary", corners)]), cells(), TWO, border=BORDER
    ).streets
    (main,) = np.flatnonzero(streets.highway == HIGHWAYS.index("primary"))
    # a kilometre north, one and a half east, one south
    assert streets.length_m[main] == pytest.approx(3500, rel=3e-3)
    line = streets.coords[streets.coords_start[main] : streets.coords_start[main + 1]]
    expected = [place(1.5), *(place(*corner) for corner in corners), place(3)]
    np.testing.assert_allclose(line, expected)
    local = streets.highway == LOCAL
    ends = GEOD.inv(
        streets.lon[streets.tail], streets.lat[streets.tail],
        streets.lon[streets.head], streets.lat[streets.head],
    )[2]  # fmt: skip
    # the line of one edge adds nothing to the next
    assert (streets.length_m[local] <= ends[local] * TRIP_DETOUR + 1).all()


def test_a_drawn_road_is_built_up_where_people_live_along_it_not_at_its_ends():
    dense = cells(towns={(1, 1), (2, 1)})
    points = {"A": (-1, "NL", "junction"), "B": (3.4, "NL", "junction")}
    network = build_schematic(
        drawn(points, [("A", "B", "secondary", [(0, 1)])]), dense, TWO, border=BORDER
    )
    streets = network.streets
    main = np.flatnonzero(streets.highway == HIGHWAYS.index("secondary"))
    main = main[np.argsort(streets.lon[streets.tail[main]])]
    assert streets.built_up[main].tolist() == [False, True, False]
    # found in steps of a quarter of a kilometre; cells of a kilometre count to their edge and
    # half a cell beyond, where they are the nearest
    assert streets.length_m[main].sum() == pytest.approx(4400, rel=3e-3)
    assert streets.length_m[main[1]] == pytest.approx(2000, abs=300)
    assert network.provenance.notes[0].code == "schematic-drawn"
    assert build_schematic(CROSSING, dense, TWO, border=BORDER).provenance.notes[0].code == (
        "schematic"
    )


def test_a_drawn_road_across_the_border_is_cut_on_its_line():
    points = {"A": (1.5, "NL", "junction"), "C": (5.5, "DE", "junction")}
    streets = build_schematic(
        drawn(points, [("A", "C", "primary", [(1.5, 2), (5.5, 2)])]), cells(), TWO, border=BORDER
    ).streets
    main = streets.highway == HIGHWAYS.index("primary")
    assert {COUNTRIES[c] for c in streets.country[main]} == {"NL", "DE"}
    middle = (set(streets.head[main]) & set(streets.tail[main])).pop()
    assert (streets.lon[middle], streets.lat[middle]) == pytest.approx(place(3.5, 2))
    assert streets.length_m[main].sum() == pytest.approx(6000, rel=3e-3)


def test_a_road_listed_up_to_the_border_goes_on_to_the_nearest_cell_across():
    points = {"A": (1.5, "NL", "junction"), "X": (3.5, "DE", "border")}
    roads = [("A", "X", "secondary", [])]
    streets = build_schematic(drawn(points, roads), cells(), TWO, border=BORDER).streets
    assert components(streets) == 1
    across = streets.highway == HIGHWAYS.index("tertiary")
    assert across.sum() == 1
    assert {COUNTRIES[c] for c in streets.country[across]} == {"DE"}
    # a section is of the country at its other end, whatever the list of the border point says
    main = streets.highway == HIGHWAYS.index("secondary")
    assert {COUNTRIES[c] for c in streets.country[main]} == {"NL"}
    # one that both countries list needs no such way
    points["C"] = (5.5, "DE", "junction")
    both = drawn(points, [*roads, ("X", "C", "secondary", [])])
    streets = build_schematic(both, cells(), TWO, border=BORDER).streets
    assert components(streets) == 1
    assert not (streets.highway == HIGHWAYS.index("tertiary")).any()


def test_interchanges_and_lonely_junctions_have_no_local_streets():
    points = {
        "A": (1.5, "NL", "junction"),
        "B": (2.5, "NL", "interchange"),
        "F": (-6, "NL", "junction"),
    }
    roads = [("A", "B", "motorway", []), ("B", "F", "motorway", [])]
    streets = build_schematic(drawn(points, roads), cells(), TWO, border=BORDER).streets
    local = (streets.highway == LOCAL) & (streets.tail >= 24)
    assert set(streets.tail[local]) & {24, 25, 26} == {24}


def test_no_road_is_modelled_where_the_tables_have_them_all():
    three = municipalities((-0.5, 1.5), (1.5, 3.5), (3.5, 7.5))
    points = {"A": (0.5, "NL", "town"), "B": (2.5, "NL", "town"), "C": (5.5, "DE", "town")}
    network = build_schematic(
        tables(points, []), cells(), three, border=BORDER, model_missing=False
    )
    assert not (network.streets.highway == HIGHWAYS.index("secondary")).any()
    assert [note.code for note in network.provenance.notes] == ["schematic"]


def test_neighbours_without_a_listed_road_get_a_modelled_one():
    three = municipalities((-0.5, 1.5), (1.5, 3.5), (3.5, 7.5))
    points = {"A": (0.5, "NL", "town"), "B": (2.5, "NL", "town"), "C": (5.5, "DE", "town")}
    secondary = HIGHWAYS.index("secondary")

    def modelled(roads):
        network = build_schematic(tables(points, roads), cells(), three, border=BORDER)
        return (network.streets.highway == secondary).sum(), network.provenance.notes[1]

    assert modelled([]) == (
        1,
        Note("schematic-roads-modelled", n=1),
    )
    assert modelled([("A", "B", "primary", False, 1.2)])[0] == 0
    assert modelled([("A", "B", "none", False, 1.0)])[0] == 0


def test_a_main_place_without_a_point_becomes_a_vertex():
    one = municipalities((-0.5, 3.5), (3.5, 7.5))
    far = tables({"A": (0, "NL", "town"), "C": (7, "DE", "town")}, [])
    streets = build_schematic(far, cells(), one, border=BORDER).streets
    assert streets.n_vertices == 24 + 2 + 2
    assert (streets.vertex_id < 0).all()


def test_cells_that_stand_apart_are_joined():
    apart = cells(columns=[0, 3, 4, 7])
    streets = build_schematic(tables(POINTS, []), apart, TWO, border=BORDER).streets
    assert components(streets) == 2


def test_a_road_that_misses_the_border_is_named():
    wrong = tables(
        {"A": (1, "NL", "town"), "C": (2, "DE", "town")}, [("A", "C", "primary", False, 1)]
    )
    with pytest.raises(InputError, match=r"do not meet the border: A - C \(N1\)"):
        build_schematic(wrong, cells(), TWO, border=BORDER)
    with pytest.raises(InputError, match="no cells in DE"):
        build_schematic(CROSSING, cells(columns=range(4)), TWO, border=BORDER)


@pytest.fixture
def read(tmp_path):
    def write_and_read(roads, points="A,NL,7,52,town,-\nB,DE,7.1,52,junction,-\n"):
        (tmp_path / "roads.csv").write_text("from,to,road,class,built_up,detour_factor\n" + roads)
        (tmp_path / "points.csv").write_text("name,country,lon,lat,kind,source\n" + points)
        return read_roads(tmp_path / "roads.csv", tmp_path / "points.csv")

    return write_and_read


def test_tables_are_read(read):
    found = read("A,B,A1,motorway,no,1.1\n")
    assert found.roads["built_up"].tolist() == [False]
    assert found.points["lon"].tolist() == [7.0, 7.1]


@pytest.mark.parametrize(
    ("roads", "words"),
    [
        ("A,Z,N1,primary,no,1.2\nY,B,N1,primary,no,1.2\n", "Y, Z"),
        ("A,B,N1,primary,no,1.2\nB,A,N2,primary,no,1.2\n", "listed twice: A - B"),
        ("A,B,N1,path,no,1.2\n", "class is path"),
        ("A,B,N1,primary,maybe,1.2\n", "built_up is maybe"),
        ("A,B,N1,primary,no,0.8\n", "detour_factor is below 1"),
        ("A,A,N1,primary,no,1.2\n", "end where they start"),
        ("A,B,N1,primary,no,\n", "'detour_factor' is empty"),
    ],
)
def test_faults_of_the_tables_are_named(read, roads, words):
    with pytest.raises(InputError) as caught:
        read(roads)
    assert words in str(caught.value)


def test_lines_of_roads_are_read(tmp_path):
    assert parse_via("") == parse_via(None) == parse_via(np.nan) == ()
    (tmp_path / "points.csv").write_text(
        "name,country,lon,lat,kind,source\nA,NL,7,52,junction,-\nB,NL,7.1,52,border,-\n"
    )
    for via, fine in (("7.02 52.1, 7.05 52.1", True), ("7.02", False), ("7 152", False)):
        (tmp_path / "roads.csv").write_text(
            f'from,to,road,class,built_up,detour_factor,via\nA,B,N1,primary,no,1,"{via}"\n'
        )
        if fine:
            found = read_roads(tmp_path / "roads.csv", tmp_path / "points.csv")
            assert parse_via(found.roads["via"][0]) == ((7.02, 52.1), (7.05, 52.1))
            continue
        with pytest.raises(InputError, match="via is not 'lon lat, lon lat' on N1"):
            read_roads(tmp_path / "roads.csv", tmp_path / "points.csv")


def test_points_are_checked_too(read, tmp_path):
    with pytest.raises(InputError, match="kind is village"):
        read("A,B,N1,primary,no,1.2\n", "A,NL,7,52,village,-\nB,DE,7,52,town,-\n")
    with pytest.raises(InputError, match="out of range at B"):
        read("A,B,N1,primary,no,1.2\n", "A,NL,7,52,town,-\nB,DE,7,152,town,-\n")
    with pytest.raises(FileError, match="no such file"):
        read_roads(tmp_path / "none.csv", tmp_path / "points.csv")


def test_stops_are_walked_to_straight_and_not_driven_to():
    stops = pd.DataFrame(
        [
            ("near", "Near", *place(2.5), "NL"),
            ("across", "Across", *place(3.4), "NL"),
            ("far", "Far", *place(-9), "NL"),
        ],
        columns=["stop_id", "name", "lon", "lat", "country"],
    )
    network = build_schematic(CROSSING, cells(), TWO, border=BORDER, stops=stops)
    streets = network.streets
    stop = streets.n_vertices - np.array([2, 1])  # the last vertices; the far one has none
    np.testing.assert_allclose(streets.lon[stop], stops["lon"][:2])
    ways = np.isin(streets.tail, stop)
    # within 2 km and on its own side: columns 1 to 3 of three rows
    assert (streets.tail == stop[0]).sum() == 9
    assert not (streets.vertex_country[streets.head[ways]] == COUNTRIES.index("DE")).any()
    straight = GEOD.inv(
        streets.lon[streets.tail], streets.lat[streets.tail],
        streets.lon[streets.head], streets.lat[streets.head],
    )[2]  # fmt: skip
    np.testing.assert_allclose(streets.length_m[ways], (straight * TRIP_DETOUR)[ways], atol=0.5)
    for masks in (streets.access_forward, streets.access_backward):
        assert (masks[ways] & mode_bit("walk")).all()
        assert not (masks[ways] & mode_bit("car")).any()


def test_stations_are_tied_to_few_cells_and_to_stops_to_change_at():
    stop = pd.DataFrame(
        [("rail", "Rail", *place(2.3), "NL")],
        columns=["stop_id", "name", "lon", "lat", "country"],
    )
    # one 200 m from the rail stop, one 300 m from that over the border's line, one far away
    at = [(place(2.5), "NL"), (place(2.8), "NL"), (place(3.0), "DE"), (place(40.0), "NL")]
    stations = pd.DataFrame([(*xy, code) for xy, code in at], columns=["lon", "lat", "country"])
    one = {"border": BORDER, "stops": stop}
    before = build_schematic(CROSSING, cells(), TWO, **one).streets
    streets = build_schematic(CROSSING, cells(), TWO, **one, stations=stations).streets
    assert streets.n_vertices == before.n_vertices + 4
    rail = before.n_vertices - 1
    new = slice(before.n_edges, streets.n_edges)
    tail, head = streets.tail[new], streets.head[new]
    # stations of one country stand together; the German one comes last
    first, second, far, german = before.n_vertices + np.arange(4)
    np.testing.assert_allclose(streets.lon[[first, second, far]], stations["lon"][[0, 1, 3]])
    assert streets.lon[german] == stations["lon"][2]
    number = len(cells())
    ties = {v: sorted(head[(tail == v) & (head < number)]) for v in (first, second, far, german)}
    # (column, row) of a cell is 3 * column + row: 500 m to both sides, 1118 m to the others
    assert ties[first] == [7, 10]
    assert ties[second] == [7, 10]
    # none is near: the nearest of its country
    assert ties[far] == [10]
    assert ties[german] == [13]
    changes = {(a, b) for a, b in zip(tail, head, strict=True) if b >= number or a == rail}
    assert changes == {(rail, first), (rail, second), (first, second)}
    assert not (streets.access_forward[new] & mode_bit("car")).any()
    assert (streets.access_backward[new] & mode_bit("walk")).all()


def test_stations_of_a_country_without_cells_are_refused():
    stations = pd.DataFrame({"lon": [7.0], "lat": [52.2], "country": ["DE"]})
    with pytest.raises(InputError, match="stations: no cells in DE"):
        build_schematic(
            tables({"A": (1.5, "NL", "town")}, []),
            cells(range(4)),
            municipalities((-0.5, 3.5)),
            border=BORDER,
            stations=stations,
        )

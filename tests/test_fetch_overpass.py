"""A small area by Overpass: one request at a time, kept, and told where it cannot be."""

import json

import pytest
from osm_files import osm_xml
from publishers import Page, publishers
from rawworld import catalogue

import grensgeo as gg
from grensgeo.errors import GrensgeoError
from grensgeo.fetch.overpass import fetch_place
from grensgeo.fetch.transport import Transport

PATH = "/overpass-api.de/api/interpreter"
#: Two streets at 7.0, 52.2.
STREETS = osm_xml(
    {1: (0, 0), 2: (300, 0), 3: (300, 300)},
    [(1, [1, 2], {"highway": "residential"}), (2, [2, 3], {"highway": "footway"})],
).replace("<osm ", '<osm generator="Overpass API" ', 0)
STREETS = STREETS.replace(
    '<osm version="0.6" generator="test">',
    '<osm version="0.6" generator="Overpass API">\n<note>ODbL</note>\n'
    '<meta osm_base="2026-11-27T20:21:00Z"/>',
)


def relation(number, level, west, south, east, north):
    return {
        "type": "relation", "id": number, "tags": {"admin_level": str(level)},
        "bounds": {"minlat": south, "minlon": west, "maxlat": north, "maxlon": east},
    }  # fmt: skip


LOSSER = relation(47798, 8, 6.99, 52.19, 7.02, 52.21)
VILLAGE = relation(5, 10, 7.0, 52.2, 7.01, 52.205)


class Overpass:
    """Answers questions for a place with what it was told, others with streets."""

    def __init__(self, server, found=(LOSSER, VILLAGE), streets=STREETS):
        self.found, self.streets = list(found), streets
        self.queries = []
        server.pages[PATH] = self

    def __call__(self, asked):
        if "grensgeo" not in asked.headers["User-Agent"]:
            return Page(b"", 406)
        assert asked.method == "POST"
        query = asked.form["data"]
        self.queries.append(query)
        if query.startswith("[out:json]"):
            return Page(json.dumps({"elements": self.found, "osm3s": {}}).encode())
        return Page(self.streets.encode())


@pytest.fixture
def server():
    with publishers() as running:
        yield running


@pytest.fixture
def ask(server, tmp_path):
    """Fetch a place from the server here."""
    waits = []
    door = Transport(timeout_s=5, tries=3, sleep=waits.append, clock=lambda: 1_700_000_000.0)

    def fetch(place="Losser", **more):
        path = catalogue(server, tmp_path)
        return fetch_place(place, tmp_path / "raw", catalogue=path, transport=door, **more)

    fetch.waits, fetch.door = waits, door
    return fetch


def test_a_place_is_found_by_its_name_and_kept(server, ask, tmp_path):
    overpass = Overpass(server)
    path, known = ask()
    assert path == tmp_path / "raw/osm/place-losser.osm"
    assert (known.version, known.reference_date) == ("2026-11-27T20:21:00Z", "2026-11-27")
    assert (known.licence, known.role) == ("ODbL-1.0", "small-area")
    find, data = overpass.queries
    assert '["name"="Losser"]' in find
    # the municipality and not the village within it, and a kilometre around
    assert "[bbox:52.181017,6.975343,52.218983,7.034657]" in data
    ask()
    assert len(overpass.queries) == 2
    ask(update=True)
    assert len(overpass.queries) == 4


@pytest.mark.parametrize(
    ("place", "asked"),
    [
        ("r47798", "relation(47798)"), ('A "B" \\ c', '["name"="A \\"B\\" \\\\ c"]'),
        ((6.9, 52.1, 7.0, 52.2), "6.885"),
    ],
)  # fmt: skip
def test_a_place_is_a_number_or_a_box_too(server, ask, place, asked):
    overpass = Overpass(server)
    ask(place)
    assert asked in overpass.queries[0]


@pytest.mark.parametrize(
    ("place", "found", "said"),
    [
        ("Losser", [], "no municipality called 'Losser'"),
        (" ", [], "without words"),
        (
            "Rijswijk", [LOSSER, relation(9, 8, 4.3, 52.0, 4.4, 52.1)],
            "several places are called 'Rijswijk': r47798 .*r9 .*52.00 N, 4.30 E",
        ),
        ("Emsland", [relation(1, 6, 6.6, 52.2, 7.9, 53.1)], "Overpass is asked for 2,500 at most"),
        ((7.0, 52.0, 6.0, 53.0), [], "write .west, south, east, north."),
    ],
)  # fmt: skip
def test_what_is_no_place_is_told(server, ask, tmp_path, place, found, said):
    Overpass(server, found)
    with pytest.raises(GrensgeoError, match=said):
        ask(place)
    assert not (tmp_path / "raw").exists()


@pytest.mark.parametrize(
    ("streets", "said"),
    [
        (
            STREETS.replace("</osm>", "<remark>runtime error: Query timed out</remark></osm>"),
            "did not finish .runtime error: Query timed out.",
        ),
        (STREETS[:300], "no whole answer of Overpass"),
        ("<html><title>Overpass</title></html>", "a page that says 'Overpass'"),
    ],
)
def test_half_an_answer_is_told_and_not_kept(server, ask, tmp_path, streets, said):
    Overpass(server, streets=streets)
    with pytest.raises(GrensgeoError, match=said):
        ask()
    assert not list(tmp_path.glob("raw/osm/*"))


def test_a_busy_server_is_given_half_a_minute(server, ask):
    overpass = Overpass(server)
    server.pages[PATH] = [Page(b"", 429), overpass]
    ask()
    assert ask.waits == [30.0]


def test_who_does_not_say_who_asks_is_told_how(server, ask, monkeypatch):
    Overpass(server)
    object.__setattr__(ask.door, "user_agent", "Python-urllib/3.11")
    with pytest.raises(GrensgeoError, match="GRENSGEO_CONTACT"):
        ask()


def test_a_network_of_a_place(server, ask, tmp_path):
    overpass = Overpass(server)
    ask()
    network = gg.Network.from_place("Losser", folder=tmp_path / "raw", transport=ask.door)
    assert len(overpass.queries) == 2  # it was there
    assert network.streets.n_edges == 2
    (source,) = network.provenance.sources
    assert (source.source_id, source.reference_date) == ("overpass-losser", "2026-11-27")

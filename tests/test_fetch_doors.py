"""Every kind of server: how its pages, jobs and packages end in one file or one clear line."""

import io
import json
import zipfile
from dataclasses import replace

import pytest
import shapely
from publishers import Page, publishers

from grensgeo.errors import GrensgeoError, InputError
from grensgeo.fetch.doors import WantedFile, get
from grensgeo.fetch.entries import read_entries
from grensgeo.fetch.transport import Transport


@pytest.fixture
def server():
    with publishers() as running:
        yield running


@pytest.fixture
def door():
    return Transport(timeout_s=5, tries=2, sleep=lambda _: None)


def wanted(server, source, *, url="/x", year=2024, **changes):
    entry = replace(read_entries()[source], url=f"{server.root}{url}", least=1, **changes)
    return WantedFile(entry, "a", entry.url, entry.serves, year=year)


def feature(code, lon=6.0, lat=52.0):
    shape = shapely.geometry.mapping(shapely.box(lon, lat, lon + 0.1, lat + 0.1))
    return {
        "type": "Feature", "properties": {"statcode": code, "statnaam": code}, "geometry": shape,
    }  # fmt: skip


def wfs(features, *, at_most=2, matched=True):
    def page(asked):
        start = int(asked.query.get("startIndex", 0))
        count = min(int(asked.query["count"]), at_most)  # a larger number is cut in silence
        body = {"type": "FeatureCollection", "features": features[start : start + count]}
        if matched:
            body["numberMatched"] = len(features)
        return Page(json.dumps(body).encode())

    return page


@pytest.mark.parametrize("matched", [True, False])
def test_pages_of_a_wfs_are_counted_by_their_first_feature(server, door, tmp_path, matched):
    server.pages["/x"] = wfs([feature(f"GM{n:04}") for n in range(5)], matched=matched)
    get(door, wanted(server, "pdok-gebiedsindelingen-wfs"), tmp_path / "a", None)
    found = json.loads((tmp_path / "a").read_text())["features"]
    assert [one["properties"]["statcode"] for one in found] == [f"GM{n:04}" for n in range(5)]
    assert server.asked[0].query["count"] == "1000"


@pytest.mark.parametrize(
    ("features", "said"),
    [
        ([feature("GM1"), feature("GM1")], "statcode GM1 stand more than once"),
        ([feature("GM1", lon=100.0)], "coordinates such as .* lie outside"),
        ([feature("GM1") | {"properties": {"statcode": "GM1"}}], "lacks the fields statnaam"),
        ([], "0 rows where at least 1 are expected"),
    ],
)
def test_features_that_cannot_be_are_told(server, door, tmp_path, features, said):
    server.pages["/x"] = wfs(features)
    with pytest.raises(GrensgeoError, match=said):
        get(door, wanted(server, "pdok-gebiedsindelingen-wfs"), tmp_path / "a", None)
    assert not (tmp_path / "a").exists()


def test_a_wfs_that_repeats_or_stops_is_told(server, door, tmp_path):
    one = {"type": "FeatureCollection", "features": [feature("GM1")], "numberMatched": 3}
    server.pages["/x"] = [
        Page(json.dumps(one).encode()), Page(json.dumps(one | {"features": []}).encode()),
    ]  # fmt: skip
    with pytest.raises(GrensgeoError, match="1 of 3 features came"):
        get(door, wanted(server, "pdok-gebiedsindelingen-wfs"), tmp_path / "a", None)
    page = {**one, "features": [feature("GM1"), feature("GM2")]}
    server.pages["/x"] = Page(json.dumps(page).encode())
    with pytest.raises(GrensgeoError, match="pages repeat"):
        get(door, wanted(server, "pdok-gebiedsindelingen-wfs"), tmp_path / "a", None)


def test_axes_and_metres_are_told_apart(server, door, tmp_path):
    source = wanted(server, "pdok-gebiedsindelingen-wfs")
    server.pages["/x"] = wfs([feature("GM1", lon=52.0, lat=6.0)])
    get(door, source, tmp_path / "a", None)
    turned = json.loads((tmp_path / "a").read_text())["features"][0]["geometry"]
    assert shapely.geometry.shape(turned).bounds == (6.0, 52.0, 6.1, 52.1)
    server.pages["/x"] = wfs([feature("GM1", lon=250_000.0, lat=470_000.0)])
    get(door, source, tmp_path / "a", None)
    metres = json.loads((tmp_path / "a").read_text())
    assert metres["crs"]["properties"]["name"] == "EPSG:28992"


def test_an_api_of_features_refuses_what_it_does_not_know(server, door, tmp_path):
    server.pages["/x"] = Page(b'{"title": "Bad Request", "detail": "unknown parameter"}', 400)
    with pytest.raises(GrensgeoError, match=r"refused \(400 .*unknown parameter"):
        get(door, wanted(server, "pdok-gebiedsindelingen-ogc"), tmp_path / "a", None)
    server.pages["/x"] = Page(b'{"features": 1}')
    with pytest.raises(GrensgeoError, match="no list 'features'"):
        get(door, wanted(server, "pdok-gebiedsindelingen-ogc"), tmp_path / "a", None)


def test_a_page_that_names_itself_or_another_host_is_told(server, door, tmp_path):
    for link, said in (("/x", "names itself"), ("http://localhost:9/x", "lies elsewhere")):
        href = link if link.startswith("http") else server.root + link
        body = {"features": [feature("GM1")], "links": [{"rel": "next", "href": href}]}
        server.pages["/x"] = Page(json.dumps(body).encode())
        with pytest.raises(GrensgeoError, match=said):
            get(door, wanted(server, "pdok-gebiedsindelingen-ogc"), tmp_path / "a", None)


def test_measures_of_odata_4_are_written_as_its_csv(server, door, tmp_path):
    rows = [{"Identifier": "M1", "Title": 'Banen; "alle"', "Unit": None}]
    server.pages["/x"] = Page(json.dumps({"value": rows, "@odata.nextLink": None}).encode())
    get(door, wanted(server, "cbs-odata4-85481NED-measures"), tmp_path / "a", None)
    assert (tmp_path / "a").read_text() == (
        '"Identifier";"Title";"Unit"\n"M1";"Banen; ""alle""";""\n'
    )


def archive(**members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name, content in members.items():
            file.writestr(name.replace("__", "."), content)
    return data.getvalue()


MEMBER = {"V3/ESTAT_Census_2021_V3__csv": "GRD_ID,T,CNTR_ID\n", "V3/a__gpkg": bytes(2_500_000)}


@pytest.mark.parametrize("ranges", [True, False])
def test_a_member_is_read_with_and_without_pieces(server, door, tmp_path, ranges):
    server.pages["/x"] = Page(archive(**MEMBER), ranges=ranges)
    told = []
    source = wanted(server, "eurostat-census-grid-2021")
    get(door, source, tmp_path / "a", lambda done, total: told.append((done, total)))
    assert (tmp_path / "a").read_text() == "GRD_ID,T,CNTR_ID\n"
    assert told[-1] == (17, 17)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_an_archive_that_changes_or_lacks_the_member_is_told(server, door, tmp_path):
    source = wanted(server, "eurostat-census-grid-2021")
    first, other = archive(**MEMBER), archive(**MEMBER, b="c")
    server.pages["/x"] = [Page(first, ranges=True), Page(other, ranges=True)]
    with pytest.raises(GrensgeoError, match="changed while it was read"):
        get(door, source, tmp_path / "a", None)
    server.pages["/x"] = Page(archive(a="b"), ranges=True)
    with pytest.raises(GrensgeoError, match="the archive lacks"):
        get(door, source, tmp_path / "a", None)
    server.pages["/x"] = Page(b"no archive" * 100, ranges=True)
    with pytest.raises(GrensgeoError, match="not a whole archive"):
        get(door, source, tmp_path / "a", None)


def resource(server, name, path, modified, **more):
    return {
        "name": name, "url": server.root + path, "format": "CSV", "last_modified": modified,
    } | more  # fmt: skip


def test_a_resource_is_found_by_its_name_and_the_newest_taken(server, door, tmp_path):
    listed = [
        resource(server, "onderwijslocaties", "/old", "2025-01-01"),
        resource(server, "Onderwijslocaties", "/new", "2026-10-07"),
        resource(server, "onderwijsaanbieders", "/other", "2026-10-08"),
        resource(server, "relaties_a_onderwijslocaties", "/part", "2026-11-09"),
        resource(server, "onderwijslocaties", "/xlsx", "2026-11-01", format="XLSX"),
    ]
    server.pages["/x"] = Page(json.dumps({"result": {"resources": listed}}).encode())
    server.pages["/new"] = Page(b"a;b\n1;2\n")
    assert get(door, wanted(server, "duo-rio"), tmp_path / "a", None) == "2026-10-07"
    assert (tmp_path / "a").read_bytes() == b"a;b\n1;2\n"


def test_a_resource_is_found_by_words_that_are_in_its_name(server, door, tmp_path):
    listed = [
        resource(server, "vestigingserkenningen", "/branches", "2026-11-01"),
        resource(server, "relaties_vestigingserkenningen_onderwijslocaties", "/both", "2026"),
        resource(server, "relaties_onderwijslocaties_aanbieders", "/other", "2026-11-01"),
    ]
    server.pages["/x"] = Page(json.dumps({"result": {"resources": listed}}).encode())
    for path in ("/branches", "/both", "/other"):
        server.pages[path] = Page(path.encode())
    for source, path in (("duo-rio-relations", b"/both"), ("duo-rio-branches", b"/branches")):
        get(door, wanted(server, source), tmp_path / source, None)
        assert (tmp_path / source).read_bytes() == path


def test_a_resource_that_is_gone_or_elsewhere_is_told(server, door, tmp_path):
    listed = [resource(server, "onderwijsaanbieders", "/other", "2026-10-08")]
    server.pages["/x"] = Page(json.dumps({"result": {"resources": listed}}).encode())
    with pytest.raises(GrensgeoError, match="there are onderwijsaanbieders"):
        get(door, wanted(server, "duo-rio"), tmp_path / "a", None)
    listed = [resource(server, "onderwijslocaties", "", "", url="http://localhost:9/a.csv")]
    server.pages["/x"] = Page(json.dumps({"result": {"resources": listed}}).encode())
    with pytest.raises(GrensgeoError, match="lies elsewhere"):
        get(door, wanted(server, "duo-rio"), tmp_path / "a", None)


# --- GENESIS

HEAD = "statistics_code;time;1_variable_attribute_code;value\n"
TABLE = (
    HEAD + "13111;2023-06-30;05;7000\n13111;2023-06-30;05515;100\n13111;2023-06-30;05554020;40\n"
)


def said(code, content="Fehler", status=200):
    body = {"Status": {"Code": code, "Content": content}}
    return Page(json.dumps(body).encode(), status)


@pytest.fixture
def genesis(server, monkeypatch):
    monkeypatch.setenv("GRENSGEO_REGIONALSTATISTIK_USER", "me")
    monkeypatch.setenv("GRENSGEO_REGIONALSTATISTIK_PASSWORD", "secret")
    return wanted(server, "regionalstatistik-13111-01-03-5", url="/rest/2020/", year=2023)


@pytest.mark.parametrize("packed", [False, True])
def test_a_table_of_a_year_comes_at_once(server, door, tmp_path, genesis, packed):
    body = archive(a__csv=TABLE) if packed else TABLE.encode()
    server.pages["/rest/2020/data/tablefile"] = Page(body)
    get(door, genesis, tmp_path / "a", None)
    assert (tmp_path / "a").read_text() == TABLE
    (asked,) = server.asked
    assert asked.method == "POST"
    assert (asked.headers["username"], asked.headers["password"]) == ("me", "secret")
    assert asked.form["startyear"] == asked.form["endyear"] == "2023"
    assert "secret" not in asked.body.decode()


def test_a_large_table_is_a_job_that_is_waited_for(server, tmp_path, genesis):
    waits = []
    door = Transport(timeout_s=5, tries=2, sleep=waits.append)
    made = "Die Tabelle kann in Kürze mit folgendem Namen abgerufen werden: 13111-01-03-5_5932"
    server.pages["/rest/2020/data/tablefile"] = [said(98), said(99, made)]
    server.pages["/rest/2020/catalogue/results"] = [said(104), said(104, status=404), said(0)]
    server.pages["/rest/2020/data/resultfile"] = Page(TABLE.encode())
    get(door, genesis, tmp_path / "a", None)
    assert (tmp_path / "a").read_text() == TABLE
    assert [one.form.get("job") for one in server.asked[:2]] == ["false", "true"]
    assert server.asked[-1].form["name"] == "13111-01-03-5_5932"
    assert waits == [5.0, 5.0]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (said(15), "the login may not have this table"),
        (said(6, "zu viele Anfragen"), "refused \\(6: 'zu viele Anfragen'\\)"),
        (Page(b'{"Code": 10, "Content": "Passwort falsch"}'), "Passwort falsch"),
        # the newest day: Laender are filled, what lies below is dashes
        (
            Page((HEAD + "1;2023-06-30;05;7\n1;2023-06-30;05515;-\n").encode()),
            "has a figure of 2023 yet though the Länder have some",
        ),
        (Page(TABLE.replace("2023", "2025").encode()), "figures of another year came"),
    ],
)
def test_what_genesis_refuses_is_one_line(server, door, tmp_path, genesis, page, text):
    server.pages["/rest/2020/data/tablefile"] = page
    with pytest.raises(GrensgeoError, match=text) as caught:
        get(door, genesis, tmp_path / "a", None)
    assert "secret" not in str(caught.value)
    assert not (tmp_path / "a").exists()


def test_without_a_login_it_is_said_what_to_set(server, door, tmp_path, monkeypatch):
    monkeypatch.delenv("GRENSGEO_REGIONALSTATISTIK_USER", raising=False)
    source = wanted(server, "regionalstatistik-13111-01-03-5", year=2023)
    with pytest.raises(InputError, match="set GRENSGEO_REGIONALSTATISTIK_USER") as caught:
        get(door, source, tmp_path / "a", None)
    assert caught.value.code == "login-needed"
    assert server.asked == []

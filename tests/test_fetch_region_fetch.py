"""Fetching what a region needs from servers that behave like those of the catalogue."""

import json
import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from publishers import Page, publishers
from rawworld import DAY, EXTRACTS, GEOFABRIK, PBF, REGION, catalogue, feed, serve, zipped

from grensgeo.cli import main
from grensgeo.errors import GrensgeoError
from grensgeo.fetch.lock import LOCK, RawFolder, read_lock, sha256_of
from grensgeo.fetch.region_fetch import fetch_region, plan_fetch
from grensgeo.fetch.transport import Transport

OGC = "/api.pdok.nl/cbs/gebiedsindelingen/ogc/v1/collections/gemeente_gegeneraliseerd/items"
OPENOV = "/gtfs.openov.nl/gtfs-rt/gtfs-openov-nl.zip"
BKG = (
    "/daten.gdz.bkg.bund.de/produkte/vg/vg250-ew_ebenen_1231/2021/"
    "vg250-ew_12-31.utm32s.gpkg.ebenen.zip"
)
LIMBURG = f"{GEOFABRIK}/europe/netherlands/limburg-{DAY}.osm.pbf"


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A folder that was fetched whole, and what was asked for it."""
    folder = tmp_path_factory.mktemp("whole")
    with publishers() as server:
        serve(server)
        world = World(server, folder)
        world.fetch()
        yield world


class World:
    def __init__(self, server, folder):
        self.server, self.folder = server, folder
        self.raw = folder / "raw"
        self.said = []
        self.region = folder / "region.toml"
        self.region.write_text(REGION, encoding="utf-8")
        self.door = Transport(
            timeout_s=5, tries=3, sleep=lambda _: None, clock=lambda: 1_700_000_000.0
        )
        self.catalogue = catalogue(server, folder)

    def fetch(self, **more):
        offline = more.pop("offline", False)
        return fetch_region(
            self.region, self.raw, catalogue=self.catalogue, say=self.said.append,
            transport=replace(self.door, offline=offline), **more,
        )  # fmt: skip

    def bytes(self):
        return {
            str(path.relative_to(self.raw)): path.read_bytes()
            for path in sorted(self.raw.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def world(whole, tmp_path):
    """A server of its own with a copy of the folder that was fetched whole."""
    with publishers() as server:
        serve(server)
        world = World(server, tmp_path)
        shutil.copytree(whole.raw, world.raw)
        old, new = whole.server.root, server.root
        for path in world.raw.rglob("*"):
            if path.name in (LOCK, "geofabrik-index.json"):
                path.write_text(path.read_text().replace(old, new))
        raw = RawFolder.open(world.raw)
        index = raw.files["geofabrik-index.json"]
        raw.place(raw.at(index.file), index)
        yield world


def test_everything_that_the_region_needs_is_there(whole):
    names = set(read_lock(whole.raw))
    assert names == {
        "boundaries/nl-gemeenten-2021.geojson", "boundaries/de-vg250-ew-2021.zip",
        "boundaries/lau-2021.geojson", "boundaries/nuts3-2021.geojson", "geofabrik-index.json",
        f"osm/limburg-{DAY}.osm.pbf", f"osm/koeln-regbez-{DAY}.osm.pbf",
        f"osm/belgium-{DAY}.osm.pbf", "population/nl-2024-cbs_vk100_2021_vol.zip",
        "population/de-zensus2022.zip", "population/eu-census-grid-2021.csv",
        "opportunities/nl-jobs-85481NED-2021.json", "opportunities/de-jobs-gemband-202306.xlsx",
        "opportunities/eu-jobs-nuts3-2021.json", "timetables/nl-openov.zip",
        "timetables/de-local.zip", "timetables/de-regional.zip", "timetables/be-sncb.zip",
        "heights/N50_00_E005_00.tif", "heights/N50_00_E006_00.tif",
    }  # fmt: skip
    assert not (whole.raw / ".parts").exists()


def test_pages_are_followed_to_the_last(whole):
    outlines = json.loads((whole.raw / "boundaries/nl-gemeenten-2021.geojson").read_text())
    assert len(outlines["features"]) == 3
    jobs = json.loads((whole.raw / "opportunities/nl-jobs-85481NED-2021.json").read_text())
    assert len(jobs["value"]) == 3
    asked = [one for one in whole.server.asked if one.path == OGC]
    assert [one.query["jaarcode"] for one in asked] == ["2021", "2021"]
    assert asked[0].query["limit"] == "1000"


def test_the_lock_says_what_each_file_is(whole):
    lock = read_lock(whole.raw)
    extract = lock[f"osm/limburg-{DAY}.osm.pbf"]
    assert (extract.role, extract.name, extract.version) == ("streets", "limburg", "2021-10-19")
    assert extract.url.endswith(f"limburg-{DAY}.osm.pbf")
    assert extract.sha256 == sha256_of(whole.raw / extract.file)
    assert extract.fetched == "2023-11-14"
    assert extract.source().licence == "ODbL-1.0"
    jobs = lock["opportunities/de-jobs-gemband-202306.xlsx"]
    assert (jobs.countries, jobs.year, jobs.name, jobs.reference_date) == (
        ("DE",), 2023, "jobs", "2023-06-30",
    )  # fmt: skip
    people = lock["population/de-zensus2022.zip"]
    assert (people.year, people.reference_date) == (2022, "2022-05-15")
    raw = RawFolder.open(whole.raw)
    assert [item.file for item in raw.of("opportunities", country="BE")] == [
        "opportunities/eu-jobs-nuts3-2021.json"
    ]
    assert [item.countries for item in raw.of("nuts3")] == [()]


def test_only_one_member_of_a_large_archive_is_read(whole):
    text = (whole.raw / "population/eu-census-grid-2021.csv").read_text()
    assert text.startswith("GRD_ID,T,M,F,CNTR_ID\n")
    pieces = [one for one in whole.server.asked if "Census-GRID" in one.path]
    assert all("Range" in one.headers for one in pieces if one.method == "GET")


def test_trains_of_the_other_country_are_listed_to_be_dropped(whole):
    lock = read_lock(whole.raw)
    assert lock["timetables/nl-openov.zip"].drop == ("Eurobahn", "VIAS")
    assert lock["timetables/de-regional.zip"].drop == ("SNCB", "EUROSTAR")
    assert lock["timetables/de-local.zip"].drop == ()


def test_latest_is_never_fetched(whole):
    gets = whole.server.paths("GET")
    assert not [path for path in gets if "-latest" in path]
    assert f"{LIMBURG}.md5" in gets
    assert len(EXTRACTS) == 5  # of which three cover the region


def test_a_second_run_asks_nobody(world):
    before = world.bytes()
    world.fetch()
    assert world.server.asked == []
    world.fetch(offline=True)
    assert world.bytes() == before


def test_a_dry_run_asks_nobody_and_lists_all(world, capsys):
    for path in (world.raw / "timetables").iterdir():
        path.unlink()
    before = world.bytes()
    code = main(
        ["fetch", str(world.region), "-o", str(world.raw), "--dry-run", "--catalogue",
         str(world.catalogue)]
    )  # fmt: skip
    told = capsys.readouterr().out.splitlines()
    assert code == 0
    assert len(told) == 21
    assert world.server.asked == []
    assert world.bytes() == before
    (line,) = [one for one in told if "nl-openov" in one]
    assert line.startswith("to fetch")
    assert "240.0 MB" in line
    assert "CC0-1.0" in line
    (line,) = [one for one in told if "zensus2022" in one]
    assert "(2022 for 2021)" in line
    assert told[-1].startswith("to fetch: about 520 MB")


def test_before_anything_is_there_the_rest_is_told_in_words(tmp_path):
    region = tmp_path / "region.toml"
    region.write_text(REGION, encoding="utf-8")
    lines = plan_fetch(region, tmp_path / "raw")
    unknown = [line.file for line in lines if line.size_mb is None]
    assert len(unknown) == 2
    assert all("known once its boundaries are there" in text for text in unknown)
    assert not (tmp_path / "raw").exists()


TROUBLES = {
    "a page": (OPENOV, Page(b"<html><title>Onderhoud</title>"), "a page that says 'Onderhoud'"),
    "cut off": (OPENOV, Page(feed("NS of next week"), cut=100), "cannot be reached"),
    "half an archive": (OPENOV, Page(feed("NS")[:200]), "not a whole archive"),
    "another archive": (OPENOV, Page(zipped(a="b")), "lacks agency.txt"),
    "elsewhere": (OPENOV, Page(b"", 302, {"Location": "http://localhost:9/x"}), "not followed"),
    "who asks": (OPENOV, Page(b"", 406), "give a contact"),
    "nothing": (OPENOV, Page(b""), "sent nothing"),
}


@pytest.mark.parametrize(
    "trouble",
    [
        name if name == "a page" else pytest.param(name, marks=pytest.mark.long)
        for name in TROUBLES
    ],
)
def test_trouble_leaves_the_old_file_and_the_rest_is_fetched(world, trouble):
    path, page, said = TROUBLES[trouble]
    old = feed("of last week")
    raw = RawFolder.open(world.raw)
    place = raw.at("timetables/nl-openov.zip")
    place.write_bytes(old)
    raw.place(place, raw.files["timetables/nl-openov.zip"])
    (world.raw / "timetables/be-sncb.zip").unlink()
    world.server.pages[path] = page
    with pytest.raises(GrensgeoError, match=said) as caught:
        world.fetch(update=True)
    assert place.read_bytes() == old
    assert read_lock(world.raw)["timetables/nl-openov.zip"].sha256 == sha256_of(place)
    assert (world.raw / "timetables/be-sncb.zip").exists()
    assert len(caught.value.faults) == 1
    assert "\n" not in str(caught.value)


@pytest.mark.long
def test_what_is_newer_is_taken_on_update_alone(world):
    world.server.pages[OPENOV] = Page(feed("NS of next week"))
    world.fetch()
    assert world.server.asked == []
    world.fetch(update=True)
    assert (world.raw / "timetables/nl-openov.zip").read_bytes() == feed("NS of next week")
    # what has the same version is not fetched, and what has a year is not even asked for
    gets = world.server.paths("GET")
    assert not [path for path in gets if path.endswith("latest.zip") or "vierkant" in path]


def test_a_wrong_checksum_is_told_and_tried_anew(world):
    (world.raw / f"osm/limburg-{DAY}.osm.pbf").unlink()
    right = world.server.pages[f"{LIMBURG}.md5"]
    world.server.pages[f"{LIMBURG}.md5"] = Page(b"0" * 32 + f"  limburg-{DAY}.osm.pbf\n".encode())
    with pytest.raises(GrensgeoError, match=r"checksum .*says 0000") as caught:
        world.fetch()
    assert caught.value.code == "checksum-wrong"
    world.server.pages[f"{LIMBURG}.md5"] = Page(b"0" * 32 + b"  limburg-latest.osm.pbf\n")
    with pytest.raises(GrensgeoError, match="checksum of limburg-latest"):
        world.fetch()
    world.server.pages[f"{LIMBURG}.md5"] = right
    world.fetch()
    assert (world.raw / f"osm/limburg-{DAY}.osm.pbf").read_bytes() == PBF + b"limburg"


def test_all_extracts_are_of_one_day(world):
    newer = f"{GEOFABRIK}/europe/belgium-211020.osm.pbf"
    world.server.pages[newer] = Page(PBF)
    latest = f"{GEOFABRIK}/europe/belgium-latest.osm.pbf"
    world.server.pages[latest] = Page(b"", 302, {"Location": newer})
    shutil.rmtree(world.raw / "osm")
    files = world.fetch()
    assert {f.version for f in files if f.role == "streets"} == {"2021-10-19"}
    # a mirror may be a day behind: the day is then that of the updates
    mirror = {"Location": f"http://localhost:9/belgium-{DAY}.osm.pbf"}
    world.server.pages[latest] = Page(b"", 302, mirror)
    state = f"{GEOFABRIK}/europe/belgium-updates/state.txt"
    world.server.pages[state] = Page(b"timestamp=2021-10-19T20\\:21\\:00Z\n")
    shutil.rmtree(world.raw / "osm")
    assert {f.version for f in world.fetch() if f.role == "streets"} == {"2021-10-19"}


@pytest.mark.long
def test_no_day_of_all_extracts_is_told(world):
    shutil.rmtree(world.raw / "osm")
    del world.server.pages[LIMBURG]
    with pytest.raises(GrensgeoError, match=r"no file of 2021-10-19 of limburg \(404\)"):
        world.fetch()


@pytest.mark.long
def test_fields_that_changed_their_names_are_told(world):
    (world.raw / "boundaries/nl-gemeenten-2021.geojson").unlink()
    right = world.server.pages[OGC]
    world.server.pages[OGC] = lambda asked: Page(
        right(asked).body.replace(b'"statcode"', b'"gm_code"')
    )
    with pytest.raises(GrensgeoError, match=r"lacks the fields statcode; it has .*gm_code"):
        world.fetch()


@pytest.mark.long
def test_years_that_come_mixed_are_told(world):
    (world.raw / "boundaries/nl-gemeenten-2021.geojson").unlink()
    text = world.catalogue.read_text().replace("&jaarcode={year}", "")
    world.catalogue.write_text(text)
    with pytest.raises(GrensgeoError, match="stand more than once: years are mixed"):
        world.fetch()


@pytest.mark.long
def test_a_checksum_that_old_issues_lack_is_no_fault(world):
    (world.raw / "boundaries/de-vg250-ew-2021.zip").unlink()
    world.fetch()
    assert any("has no checksum" in text for text in world.said)
    (world.raw / "boundaries/de-vg250-ew-2021.zip").unlink()
    world.server.pages[f"{BKG}.md5"] = Page(b"f" * 32)
    with pytest.raises(GrensgeoError, match="has the checksum"):
        world.fetch()


@pytest.mark.long
def test_a_tile_in_the_sea_is_not_there_and_not_asked_for_again(world):
    name = "heights/N50_00_E005_00.tif"
    (world.raw / name).unlink()
    for path in world.server.pages.copy():
        if "E005" in path:
            del world.server.pages[path]
    files = world.fetch()
    assert [f.size for f in files if f.file == name] == [0]
    assert [f.file for f in RawFolder.open(world.raw).of("heights")] == [
        "heights/N50_00_E006_00.tif"
    ]
    world.server.asked.clear()
    world.fetch()
    assert world.server.asked == []


def test_a_file_laid_by_hand_is_taken(world):
    raw = RawFolder.open(world.raw)
    del raw.files["timetables/nl-openov.zip"]
    raw.write()
    world.fetch()
    assert world.server.asked == []
    item = read_lock(world.raw)["timetables/nl-openov.zip"]
    assert (item.url, item.version) == ("", "laid by hand")


def test_a_file_that_is_no_open_data_is_to_be_laid_by_hand(world):
    lisa = REGION.replace('country = "NL"\n', 'country = "NL"\nsource = "lisa"\n')
    world.region.write_text(lisa, encoding="utf-8")
    with pytest.raises(GrensgeoError, match=r"lisa is not open data: lay the file .*\.csv$") as e:
        world.fetch()
    assert e.value.codes == ("file-by-hand",)
    assert str(world.raw / "opportunities/nl-jobs-lisa-2021.csv") in str(e.value)
    assert not [one for one in world.server.asked if "lisa" in one.path]


@pytest.mark.long
def test_what_a_region_no_longer_needs_is_left_and_marked(world):
    world.region.write_text(REGION.replace("[heights]", ""), encoding="utf-8")
    world.fetch()
    raw = RawFolder.open(world.raw)
    assert raw.of("heights") == []
    assert raw.at("heights/N50_00_E006_00.tif").exists()
    world.region.write_text(REGION, encoding="utf-8")
    world.fetch(offline=True)
    assert len(RawFolder.open(world.raw).of("heights")) == 2


@pytest.mark.long
def test_offline_without_a_file_says_which(world):
    (world.raw / "timetables/be-sncb.zip").unlink()
    with pytest.raises(GrensgeoError, match=r"sncb-opendata.*offline"):
        world.fetch(offline=True)


class Killed(BaseException):
    """The process ends."""


@pytest.mark.parametrize(
    "moment", [2, 5, *(pytest.param(n, marks=pytest.mark.long) for n in (0, 1, 3, 4, 6, 7, 8, 9))]
)
def test_killed_at_any_moment_it_leaves_the_old_or_the_new(world, monkeypatch, moment):
    """Every change of the disk is a moment: writing a note, moving a file, writing the lock."""
    old = (world.raw / "timetables/nl-openov.zip").read_bytes()
    new = feed("NS of next week")
    world.server.pages[OPENOV] = Page(new)
    left = [moment]

    def once(name):
        real = getattr(Path, name)

        def wrapped(self, *args, **kwargs):
            left[0] -= 1
            if left[0] < 0:
                raise Killed
            return real(self, *args, **kwargs)

        return wrapped

    with monkeypatch.context() as patch, suppress(Killed):
        for name in ("replace", "write_text", "unlink"):
            patch.setattr(Path, name, once(name))
        world.fetch(update=True)
    place = world.raw / "timetables/nl-openov.zip"
    assert place.read_bytes() in (old, new)
    raw = RawFolder.open(world.raw)
    assert raw.files["timetables/nl-openov.zip"].sha256 == sha256_of(place)
    world.fetch(offline=True)
    assert place.read_bytes() in (old, new)

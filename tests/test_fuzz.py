"""No mutated file ends in a traceback: every reader gives a result or one of grensgeo's own errors.

``make test`` tries a few mutations of each reader, ``make check`` 10,000 in all, in processes of their
own (``fuzzing.py``). ``FUZZ=20000`` asks for more, ``FUZZ_SEED=7`` for others, ``FUZZ_ONLY="points csv:12"`` for one again.
"""

import contextlib
import hashlib
import json
import os
import random
import shutil
import traceback
import warnings
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import feeds
import fuzzing
import fuzzing_folders
import geopandas as gpd
import mutating
import numpy as np
import osm_files
import pandas as pd
import pytest
import rasterio
import shapely
import test_listings_job_boards as vacancies
import test_listings_plain as plain
import test_region
import test_statistics_de_ba as ba
import test_statistics_de_bibb as bibb
import test_statistics_de_genesis as genesis
import test_statistics_grids as grids
import test_statistics_nl_cbs as cbs
from wrong_inputs.kinds import Reader

from grensgeo import scenario, study
from grensgeo.cli.file_kinds import describe
from grensgeo.errors import GrensgeoError, GrensgeoWarning
from grensgeo.fetch.catalogue import read_catalogue
from grensgeo.files import read_layer, read_table
from grensgeo.geodata import road_tables as schematic
from grensgeo.geodata.points import read_points
from grensgeo.geodata.published_outlines import read_published_outlines
from grensgeo.geodata.rasters import RasterWeights, raster_weights
from grensgeo.geodata.territories import check_countries
from grensgeo.grenswerk.meetings import read_hubs
from grensgeo.gtfs import check_feed, read_feed
from grensgeo.lines import services_file as services
from grensgeo.listings.job_boards import read_jobsuche, read_stagemarkt
from grensgeo.listings.plain import read_listings
from grensgeo.measures.matrix.times_table import as_matrix
from grensgeo.network import DelayTable, HourTable, SpeedTable, build_network, load_network
from grensgeo.network.elevation import sample as sample_heights
from grensgeo.provenance import Provenance, read_json
from grensgeo.region.own_tables import read_own_figures
from grensgeo.region.region import load_region
from grensgeo.spec import TableSpec
from grensgeo.statistics.de.ba import read_ba_commuters
from grensgeo.statistics.de.bibb import read_bibb_matching
from grensgeo.statistics.de.genesis import read_genesis
from grensgeo.statistics.grids import read_cbs_squares, read_zensus_grid
from grensgeo.statistics.nl.cbs import read_cbs_commuters, read_cbs_jobs, read_lisa

SEED = int(os.environ.get("FUZZ_SEED", "20261128"))
SAMPLE = Path("data/sample")
PLACES = gpd.GeoDataFrame(
    {"id": ["a", "b"], "country": ["NL", "DE"]},
    geometry=[shapely.Point(6.9, 52.2), shapely.Point(7.0, 52.2)],
    crs=4326,
)
AREAS = PLACES.set_geometry(
    [shapely.box(6.8, 52.1, 6.95, 52.3), shapely.box(6.95, 52.1, 7.1, 52.3)], crs=4326
)
TIMES = "from_id,to_id,travel_time_min,reason\na,a,0,\na,b,12.5,\nb,a,,unreached\nb,b,0,\n"
REACH = (
    "id,country,cutoff_min,opportunity,to_country,reach,closed,open,border_effect\n"
    "a,NL,30,jobs,NL,10,10,15,0.5\na,NL,30,jobs,DE,5,10,15,0.5\n"
    "b,DE,30,jobs,NL,10,5,15,2\nb,DE,30,jobs,DE,5,5,15,2\n"
)


@dataclass
class Subject:
    """A reader, and a sound file or frame for it."""

    read: Any
    seed: Any  # a path, or a frame to be written with the ending
    ending: str = ""
    inner: str = ""  # of a folder: the manifest with checksums
    spoil: Any = None  # how it is spoilt, of the random numbers, what is right, and a folder


def subjects(folder: Path) -> dict[str, Subject]:
    """Write a sound file for every reader."""

    def text(name, content):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
        return folder / name

    def inside(name):
        (folder / name).mkdir()
        return folder / name

    found = {
        **_points_and_layers(folder, text),
        **_tables(text),
        **_settings(text),
        **_folders(inside),
        **_publishers(inside, text),
        **_streets_and_feeds(folder, text),
        **_rasters(folder),
    }
    feed, extract = ((found[x].read, found[x].seed) for x in ("feed repaired", "osm pbf"))
    return found | fuzzing_folders.subjects(
        folder,
        lambda read, seed, spoil: Subject(read, seed, spoil=spoil),
        feed=feed,
        extract=extract,
    )


def _points_and_layers(folder, text):
    found = {}
    for ending in ("gpkg", "geojson", "parquet", "fgb", "xlsx"):
        points = pd.DataFrame({"id": ["a", "b"], "lon": [6.9, 7.0], "lat": [52.2, 52.2]})
        frame = points if ending == "xlsx" else PLACES
        found[f"points {ending}"] = Subject(read_points, frame, ending)
        found[f"check {ending}"] = Subject(describe, frame, ending)
        if ending != "xlsx":
            found[f"boundaries {ending}"] = Subject(
                lambda path: check_countries(read_layer(path)), AREAS, ending
            )
    file = text("points.csv", "id,country,lon,lat\na,NL,6.9,52.2\nb,DE,7.0,52.2\n")
    found["points csv"] = Subject(read_points, file)
    hubs = "id,name,country,lon,lat,source\na,A,NL,6.9,52.2,x\nb,B,DE,7.0,52.2,y\n"
    found["hubs"] = Subject(read_hubs, text("hubs.csv", hubs))
    listing = AREAS.assign(from_id="a", cutoff_min=[15, 30], mode="car")
    found["isochrones"] = Subject(describe, listing, "parquet")
    cities = AREAS.assign(statcode="GM0001", inwoners=5, postcode="7511", gemeente="A")
    found["layer of counts"] = Subject(
        lambda path: read_own_figures(
            TableSpec("population", 2022, file=path, columns={"count": "inwoners"})
        ),
        cities[:1],
        "geojson",
    )
    dutch = AREAS.translate(-0.3, 0).to_frame("geometry").assign(statcode=["GM0001", "GM0002"])
    found["outlines"] = Subject(
        lambda path: read_published_outlines(path, {"code": "statcode", "name": "statnaam"}),
        dutch.assign(statnaam=["A", "B"]),
        "geojson",
    )
    return found


def _tables(text):
    def times(path):
        needs = ("from_id", "to_id", "travel_time_min")
        frame = read_table(path, needs=needs, what="travel times", numbers=needs[2:])
        return as_matrix(frame, countries=pd.Series({"a": "NL", "b": "DE"}))

    frame = pd.read_csv(text("times.csv", TIMES))
    facts = "ags,persons,day\n05554020,3,2022-05-15\n05515000,4,2022-05-15\n"
    columns = {"code": "ags", "count": "persons", "date": "day"}
    return {
        "times csv": Subject(times, text("times.csv", TIMES)),
        "times parquet": Subject(times, frame, "parquet"),
        "times xlsx": Subject(times, frame, "xlsx"),
        "check times": Subject(describe, text("t.csv", TIMES)),
        "check reach": Subject(describe, text("reach.csv", REACH)),
        "check counts": Subject(
            describe, text("jobs.csv", "id,country,jobs\na,NL,80\nb,DE,1.5\n")
        ),
        "check ways": Subject(
            describe, text("ways.csv", "way_id,speed_kmh,direction\n1,30,both\n")
        ),
        "speeds": Subject(SpeedTable.read, Path("grensgeo/network/speeds.csv")),
        "hours": Subject(HourTable.read, Path("grensgeo/network/hours.csv")),
        "delays": Subject(DelayTable.read, Path("grensgeo/network/delays.csv")),
        "roads": Subject(
            lambda path: schematic.read_roads(path, Path("data/sources/road_points.csv")),
            Path("data/sources/roads.csv"),
        ),
        "own counts": Subject(
            lambda path: read_own_figures(
                TableSpec("opportunities", 2022, "jobs", file=path, columns=columns)
            ),
            text("facts.csv", facts),
        ),
    }


def _settings(text):
    new = (
        'change_min = 5\n[[stops]]\nid = "a"\n[[stops]]\nid = "b"\nname = "B"\nlon = 7.0\n'
        'lat = 52.2\ncountry = "DE"\n[[lines]]\nid = "X"\nname = "X"\nheadway_min = 30\n'
        'stops = ["a", "b"]\narrival_min = [0, 9]\ndeparture_min = [0, 9]\nfirst = "05:30"\n'
        'last = "23:30"\n'
    )
    streets = (
        '[scenario]\nname = "s"\ntitle = { nl = "a", de = "b", en = "c" }\n[[modifications]]\n'
        'type = "modify-streets"\nspeed_factor = 0.5\nmodes = ["car"]\nhighways = ["primary"]\n'
        "polygon = [[6.8, 52.1], [7.0, 52.1], [7.0, 52.3]]\n"
    )
    manifest = json.dumps(
        Provenance(notes=("a note",)).to_dict()
        | {"sources": [{"source_id": "a", "title": "A", "licence": "CC0-1.0", "attribution": "A"}]}
    )
    return {
        "study": Subject(study.read_study, SAMPLE / "study.toml"),
        "scenario of lines": Subject(
            scenario.read_scenario, next((SAMPLE / "scenarios").glob("*.toml"))
        ),
        "scenario of streets": Subject(scenario.read_scenario, text("s.toml", streets)),
        "services": Subject(services.read_services, Path("data/sources/rail_lines.toml")),
        "new lines": Subject(services.read_new_lines, text("new.toml", new)),
        "check toml": Subject(describe, text("n.toml", new)),
        "manifest": Subject(
            lambda path: Provenance.from_dict(read_json(path)), text("m.json", manifest)
        ),
        "catalogue": Subject(read_catalogue, SAMPLE / "catalogue.json"),
        "check json": Subject(describe, text("c.json", manifest)),
    }


def _folders(inside):
    region = inside("region")
    test_region.region().save(region)
    calling = feeds.feed_files(
        {"t": "Enschede 8:00, Gronau 8:10", "u": "Gronau 9:00, Enschede 9:20"}
    )
    calling["stops.txt"] = (
        "stop_id,stop_name,stop_lat,stop_lon\nEnschede,A,52.2,7.0\nGronau,B,52.2,7.003\n"
    )
    feed = feeds.write_feed(inside("gtfs") / "f.zip", calling)
    places = build_network(osm_town(inside("osm") / "t.osm"), gtfs=[feed])
    network = inside("net")
    places.save(network)
    return {
        "region": Subject(load_region, region, inner="manifest.json"),
        "network": Subject(load_network, network, inner="manifest.json"),
    }


def osm_town(path):
    nodes = {k: (100.0 * (k % 4), 100.0 * (k // 4)) for k in range(12)}
    ways = [(k, [k, k + 1], {"highway": "residential", "maxspeed": "30"}) for k in range(11)]
    ways.append((20, [0, 4, 8], {"highway": "primary", "oneway": "yes", "access": "no;yes"}))
    ways.append((21, [1, 9], {"route": "ferry", "duration": "00:10"}))
    bans = [(1, [("from", "w", 1), ("via", "n", 1), ("to", "w", 0)],
             {"type": "restriction", "restriction": "no_left_turn"})]  # fmt: skip
    tags = {2: {"barrier": "bollard"}, 5: {"highway": "traffic_signals"}}
    path.write_text(
        osm_files.osm_xml(nodes, ways, relations=bans, node_tags=tags), encoding="utf-8"
    )
    return path


def _publishers(inside, text):
    return {
        "cbs jobs": Subject(read_cbs_jobs, cbs.statline(inside("cbs"))),
        "cbs commuters": Subject(read_cbs_commuters, cbs.odata3(inside("cbs3"))),
        "lisa": Subject(read_lisa, cbs.lisa(inside("lisa"))),
        "ba": Subject(read_ba_commuters, ba.written(inside("ba"), ba.OUT_ROWS)),
        "bibb": Subject(read_bibb_matching, bibb.written(inside("bibb"))),
        "genesis": Subject(
            lambda path: read_genesis(path, level="gemeinde"), genesis.modern(inside("genesis"))
        ),
        "genesis older": Subject(
            lambda path: read_genesis(path, level="kreis"), genesis.older(inside("genesis2"))
        ),
        "census grid": Subject(read_zensus_grid, grids.zensus(inside("grid"))),
        "squares": Subject(read_cbs_squares, grids.squares(inside("squares"))),
        "listings": Subject(read_listings, plain.written(inside("list"), plain.GOOD)),
        "jobsuche": Subject(read_jobsuche, text("jobs/v6.json", json.dumps(vacancies.V6))),
        "stagemarkt": Subject(read_stagemarkt, text("jobs/st.json", json.dumps(vacancies.STAGE))),
    }


def _streets_and_feeds(folder, text):
    del text
    drawn = osm_town(folder / "town.osm")
    packed = folder / "town.osm.pbf"
    import osmium

    with osmium.SimpleWriter(str(packed)) as writer:
        for item in osmium.FileProcessor(str(drawn)):
            writer.add(item)
    trips = {
        "t": "Enschede 8:00, Gronau 8:10-8:12, Muenster 9:00",
        "u": "Gronau 9:00, Enschede 9:20",
    }
    feed = feeds.write_feed(folder / "feed.zip", feeds.feed_files(trips))
    return {
        "osm": Subject(build_network, drawn),
        "osm pbf": Subject(build_network, packed),
        "feed": Subject(read_feed, feed),
        "feed repaired": Subject(lambda path: read_feed(path, repair=True), feed),
        "feed report": Subject(check_feed, feed),
    }


def _rasters(folder):
    path = folder / "heights.tif"
    profile = {"driver": "GTiff", "width": 8, "height": 8, "count": 1, "dtype": "float32",
               "crs": "EPSG:4326", "transform": rasterio.Affine(0.05, 0, 6.8, 0, -0.05, 52.4)}  # fmt: skip
    with rasterio.open(path, "w", **profile) as raster:
        raster.write(np.arange(64, dtype="float32").reshape(1, 8, 8))
    lonlat = np.array([[6.9, 52.2], [7.0, 52.2]])
    return {
        "heights": Subject(lambda file: sample_heights(file, lonlat), path),
        "weights": Subject(lambda file: raster_weights(AREAS.geometry, RasterWeights(file)), path),
        "check raster": Subject(describe, path),
    }


def spoiled(rng, subject, folder):
    """Write a mutated copy of a subject's file or folder."""
    if subject.spoil is not None:
        return subject.spoil(rng, subject.seed, folder)
    if isinstance(subject.seed, Reader):
        return fuzzing.laid(rng, subject.seed, folder)
    if subject.inner:
        path = folder / "folder"
        shutil.copytree(subject.seed, path)
        file = rng.choice(sorted(path.iterdir()))
        file.write_bytes(mutating.mutate(rng, file.read_bytes(), file.name))
        manifest = path / subject.inner
        if file != manifest and rng.random() < 0.8:
            about = json.loads(manifest.read_text())
            about["files"][file.name] = hashlib.sha256(file.read_bytes()).hexdigest()
            manifest.write_text(json.dumps(about))
        return path
    if isinstance(subject.seed, Path):
        path = folder / subject.seed.name
        path.write_bytes(mutating.mutate(rng, subject.seed.read_bytes(), path.name))
        return path
    frame, path = subject.seed, folder / f"f.{subject.ending}"
    if rng.random() < 0.7:
        frame = mutating.of_frame(rng, frame)
    write(frame, path)
    if rng.random() < 0.4:
        path.write_bytes(mutating.mutate(rng, path.read_bytes(), path.name))
    return path


def write(frame, path):
    """Write a frame, or the sound part of it where the format does not take all."""
    try:
        if path.suffix == ".parquet":
            frame.to_parquet(path)
        elif path.suffix == ".xlsx":
            frame.to_excel(path, index=False)
        else:
            frame.to_file(path)
    except Exception:  # noqa: BLE001 -- what cannot be written cannot be read
        path.write_bytes(b"")


def one(name, number, subject, folder):
    """Try one mutation; give what went wrong."""
    rng = random.Random(zlib.crc32(f"{SEED} {name} {number}".encode()))
    place = folder / "case"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    with warnings.catch_warnings(record=True):
        warnings.simplefilter("ignore")
        path = spoiled(rng, subject, place)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.simplefilter("ignore", GrensgeoWarning)
        try:
            subject.read(path)
        except GrensgeoError as error:
            if not str(error).strip():
                return f"{name}:{number}: an error without words"
        except Exception as error:  # noqa: BLE001 -- that is what is looked for
            last = traceback.extract_tb(error.__traceback__)
            own = [
                f for f in last if "/grensgeo/" in f.filename and "site-packages" not in f.filename
            ]
            where = f"{Path(own[-1].filename).name}:{own[-1].lineno}" if own else "?"
            return f"{name}:{number}: {where}: {type(error).__name__}: {str(error)[:200]}"
    return None


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """Give all subjects; their sound files are changed by nobody."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return subjects(tmp_path_factory.mktemp("seeds"))


def test_every_sound_file_is_read(known, tmp_path):
    for name, subject in known.items():
        path = subject.seed
        if not isinstance(path, Path):
            path = tmp_path / f"sound.{subject.ending}"
            write(subject.seed, path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", GrensgeoWarning)
            assert subject.read(path) is not None, name


def test_mutated_files_are_refused_in_words_or_read(known, tmp_path):
    """Two of each reader, or those that ``FUZZ_ONLY`` names."""
    name, _, number = os.environ.get("FUZZ_ONLY", "").partition(":")
    chosen = {name: known[name]} if name else known
    each = range(int(number), int(number) + 1) if number else range(2)
    found = [one(n, k, s, tmp_path) for n, s in chosen.items() for k in each]
    faults = [fault for fault in found if fault]
    told = "\n".join(faults[:40])
    assert not faults, (
        f"{len(faults)} of {len(found)} with FUZZ_SEED={SEED} (FUZZ_ONLY=name:number):\n{told}"
    )


@pytest.mark.parametrize("case", sorted(Path("tests/crashes").glob("*/*")), ids=str)
def test_what_once_ended_in_a_traceback_is_refused_in_words_or_read(case, known):
    """A file or folder under the name of its reader."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        with contextlib.suppress(GrensgeoError):
            known[case.parent.name].read(case)


@pytest.mark.long
def test_thousands_of_mutated_files():
    """No traceback, signal, hang or great need of memory: see ``fuzzing.py``."""
    faults, most_gb = fuzzing.run(fuzzing.MANY)
    told = "\n".join(faults[:40])
    assert not faults, f"{len(faults)} of {fuzzing.MANY}, {most_gb:.2f} GB, seed {SEED}:\n{told}"


@pytest.mark.long
def test_a_process_that_dies_is_a_fault_and_the_next_one_goes_on(monkeypatch):
    """A hang of more than a moment is one here: no reader is as quick as that."""
    monkeypatch.setenv("FUZZ_LONGEST_S", "0.0001")
    faults, _ = fuzzing.run(2)
    assert len(faults) == 2
    assert all("ended with" in fault for fault in faults)

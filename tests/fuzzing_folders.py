"""What grensgeo writes and reads again, to be mutated: results, the store, the feed; and packed files."""

import hashlib
import json
import shutil

import mutating
import mutating_packed
import pandas as pd
from towns import random_points, town
from toyfeed import toy_cells, toy_towns, write_toy

from grensgeo.bulk import open_travel_times, write_travel_times
from grensgeo.cli.file_kinds import describe
from grensgeo.files.packed_arrays import pack, read_packed, write_packed
from grensgeo.measures.region_reach import name_mode, read_reach
from grensgeo.monitor import compare_feeds
from grensgeo.monitor.series import read_feed
from grensgeo.provenance import provenance_of
from grensgeo.steps import Store
from grensgeo.study.step_values import read_frame, read_sources
from grensgeo.traveltimes import Trip


def subjects(folder, make, *, feed, extract):
    """Give subjects by name; ``make`` takes a reader, what is right, and how it is spoilt."""
    region = toy_towns()
    whole = toy_cells(region)
    reach = whole[(whole["mode"] == "car") & (whole["cutoff_min"] == whole["cutoff_min"].min())]
    place = folder / "written"
    place.mkdir()
    write_toy(place / "feed", reach, region=region)
    results = place / "results"
    results.mkdir()
    reach.to_parquet(results / "reach_cells.parquet")
    manifest = results / "reach_cells.parquet.manifest.json"
    manifest.write_text(json.dumps(region.provenance.to_dict()), encoding="utf-8")
    people = random_points(7, 9, name="p")
    write_travel_times(
        town(4), people, people, Trip("walk", max_min=40), path=place / "times", block=4
    )
    _store(place / "store")
    return {
        "feed of the monitor": make(_whole_feed, place / "feed", of_folder),
        "feeds compared": make(lambda path: compare_feeds(place / "feed", path), place / "feed", of_folder),
        "results": make(_results, results, of_folder),
        "stored times": make(_times, place / "times", of_folder),
        "store": make(_read_store, place / "store", of_folder),
        "feed zip": make(feed[0], feed[1], of_file(mutating_packed.of_zip_structure)),
        "pbf fields": make(extract[0], extract[1], of_file(mutating_packed.of_pbf)),
    }  # fmt: skip


def of_file(change):
    """Make what spoils a file in its structure, now and then in its bytes too."""

    def spoil(rng, path, folder):
        data = path.read_bytes()
        for _ in range(rng.randint(1, 2)):
            try:
                data = change(rng, data)
            except Exception:  # noqa: BLE001 - what was changed before is no such file any more
                data = mutating.of_bytes(rng, data)
        (folder / path.name).write_bytes(data)
        return folder / path.name

    return spoil


def of_folder(rng, path, folder):
    """Spoil a file of a folder: change, lose, double, empty or exchange it; checksums may follow."""
    copy = folder / path.name
    shutil.copytree(path, copy)
    files = sorted(one for one in copy.rglob("*") if one.is_file())
    file = rng.choice(files)
    kind = rng.randrange(10)
    if kind == 0:
        file.unlink()
    elif kind == 1:
        file.unlink()
        file.mkdir()
    elif kind == 2:
        other = rng.choice(files)
        if other != file:
            shutil.copy(other, file)
    elif kind == 3:
        shutil.copy(file, file.with_name("more-" + file.name))
    elif file.suffix == ".parquet" and kind <= 6:
        frame = mutating.of_frame(rng, pd.read_parquet(file))
        try:
            frame.to_parquet(file)
        except Exception:  # noqa: BLE001 - what cannot be written cannot be read
            file.write_bytes(b"")
    else:
        file.write_bytes(mutating.mutate(rng, file.read_bytes(), file.name))
    if rng.random() < 0.7:
        for about in copy.rglob("*.json"):
            _follow(about)
    return copy


def _follow(about):
    """Write the checksums of files as they are into what holds them."""
    try:
        told = json.loads(about.read_text(encoding="utf-8"))
        for name in told["files"]:
            data = (about.parent / name).read_bytes()
            told["files"][name] = hashlib.sha256(data).hexdigest()
        about.write_text(json.dumps(told), encoding="utf-8")
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return  # of other content, or spoilt itself


def _store(folder):
    """Write a store of three results, as steps of a study lay them."""
    store = Store(folder)
    frame = pd.DataFrame({"id": ["a", "b"], "open": [1.0, 2.0]})
    for key, name in (("0" * 32, "reach"), ("1" * 32, "curves"), ("2" * 32, "maps")):
        with store.making(key) as fresh:
            frame.to_parquet(fresh / "cells.parquet")
            (fresh / "sources.json").write_text('{"sources": [], "notes": []}\n')
            write_packed(pack({"minutes": frame["open"].to_numpy()}), fresh / "curves", about={})
            store.put(key, fresh, {"name": name, "seconds": 0.1, "warnings": []})
    store.want("drawn", {"reach": {"key": "0" * 32, "inputs": {"a": "b"}}})


def _read_store(path):
    """Read all of a store as a study would, and clean it."""
    store = Store(path)
    found = [store.get(character * 32) for character in "012"]
    for one in found:
        if one is not None:
            store.about(one.folder.name)
            read_sources(one.folder / "sources.json")
            read_frame(one.folder / "cells.parquet").sum(numeric_only=True)
            read_packed(one.folder / "curves", remedy="run it again")
    return store.plans("drawn"), store.runs(), store.sizes(), store.tidy(plans=1)


def _whole_feed(path):
    read_feed(path)
    return describe(path)


def _results(path):
    table = path / "reach_cells.parquet"
    return name_mode(read_reach(table), None, where=str(table)), provenance_of(table)


def _times(path):
    stored = open_travel_times(path)
    return [block.minutes.sum() for block in stored.blocks()]

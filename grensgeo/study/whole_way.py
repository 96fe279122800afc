"""From a region's file to its maps: each step only where its inputs have changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from grensgeo.errors import InputError
from grensgeo.fetch.entries import read_entries
from grensgeo.fetch.lock import RawFolder, sha256_of
from grensgeo.fetch.needs import RegionNeeds
from grensgeo.fetch.region_fetch import fetch_region, plan_fetch
from grensgeo.fetch.transport import Transport
from grensgeo.files import need_place
from grensgeo.provenance import read_json, write_json
from grensgeo.region.region import load_region
from grensgeo.region.region_builder import build_region, write_hubs
from grensgeo.spec import RegionSpec, read_region_file
from grensgeo.spec.shipped_regions import region_path
from grensgeo.study.new_study import write_study
from grensgeo.study.region_network import build_region_network, fetched
from grensgeo.study.study_file import read_study
from grensgeo.study.study_run import run_study

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from grensgeo.fetch.region_fetch import FetchLine

#: What was made of which inputs, in the folder of results.
_STEPS = "steps.json"
#: What a shipped region's file is called there, to be changed as one likes.
_NAMED = "region.toml"


def run_all(
    region: str | Path,
    output: str | Path,
    *,
    catalogue: str | Path | None = None,
    transport: Transport | None = None,
    day: date | None = None,
    say: Callable[[str], None] = lambda _: None,
    progress: bool = False,
) -> list[str]:
    """Run everything from a region's file to its maps; what has not changed is not done again.

    Parameters
    ----------
    region
        A region's file, or the name of one that is shipped.
    output
        Folder of results: ``raw``, ``region`` with its ``network`` and ``study.toml``, ``maps``.
    catalogue
        TOML file with sources of your own.
    transport
        The door to the internet.
    day
        Service day of the timetables of a region that is shipped, written into its copy; one's
        own file names it itself.
    say, progress
        As for :func:`grensgeo.run_study`.

    Returns
    -------
    list of str
        The steps that were done: ``fetch``, ``region``, ``network``, ``maps``.

    Raises
    ------
    FileError, InputError
        As the steps do. What was done before stands.
    """
    folder = Path(output)
    need_place(folder, folder=True)
    path = region_file_of(region, folder, day=day)
    spec = read_region_file(path)
    needs = RegionNeeds(spec, read_entries(None if catalogue is None else Path(catalogue)))
    way = _Way(path, spec, folder, say, progress=progress)
    if wants_fetching(needs):
        say("fetch")
        door = transport or Transport(say=say)
        fetch_region(path, way.raw.path, catalogue=catalogue, transport=door, say=say)
        way.raw = RawFolder.open(way.raw.path)
        way.done.append("fetch")
    way.step("region", way.region_inputs(), lambda: way.make_region(catalogue))
    way.step("network", way.network_inputs(), way.make_network)
    way.step("maps", way.study_inputs(), way.make_maps)
    return way.done


def plan_all(
    region: str | Path,
    output: str | Path,
    *,
    catalogue: str | Path | None = None,
    day: date | None = None,
) -> list[FetchLine]:
    """List what :func:`run_all` would fetch, asking nobody and writing nothing.

    Parameters
    ----------
    region, output, catalogue, day
        As :func:`run_all`.
    """
    folder = Path(output)
    with TemporaryDirectory() as elsewhere:
        there = folder if (folder / _NAMED).exists() and day is None else Path(elsewhere)
        path = region_file_of(region, there, day=day)
        return plan_fetch(path, folder / "raw", catalogue=catalogue)


def region_file_of(region: str | Path, folder: Path, *, day: date | None = None) -> Path:
    """Return a region's file; one that is shipped is copied into the folder of results once.

    Parameters
    ----------
    region
        A file, or the name of one that is shipped.
    folder
        The folder of results.
    day
        Service day of the timetables, written into the copy.

    Raises
    ------
    InputError
        If a day is given for a file of one's own, or for a copy that was changed.
    """
    path = region_path(region)
    if path == Path(region):
        if day is not None:
            raise InputError(
                "option-unfit",
                f"{path}: a day is for regions that are shipped; write date = "
                f'"{day}" into its [region]',
            )
        return path
    copy, shipped = folder / _NAMED, path.read_text(encoding="utf-8")
    text = shipped if day is None else _dated(shipped, day)
    held = copy.read_text(encoding="utf-8") if copy.exists() else None
    if held is None or (day is not None and _undated(held) == _undated(shipped)):
        folder.mkdir(parents=True, exist_ok=True)
        copy.write_text(text, encoding="utf-8")
    elif day is not None and held != text:
        raise InputError(
            "option-unfit",
            f'{copy}: is yours, since you changed it; write date = "{day}" into its [region]',
        )
    return copy


def _dated(text: str, day: date) -> str:
    """Write the service day below the year of a region's file."""
    return re.sub(r"(?m)^(year = \d+)$", rf'\1\ndate = "{day.isoformat()}"', text, count=1)


def _undated(text: str) -> str:
    """Return a region's file without its service day."""
    return re.sub(r'(?m)^date = "[^"]*"\n', "", text)


def wants_fetching(needs: RegionNeeds) -> bool:
    """Return whether a region needs anything beside files of its own.

    Parameters
    ----------
    needs
        What the region needs.
    """
    outlines = [item for item in needs.boundaries() if item.role != "nuts3"]
    heights = needs.spec.heights
    tiles = heights is not None and not heights.files
    return bool(outlines or needs.figures() or needs.index() or tiles)


@dataclass
class _Way:
    """One way from a region's file to its maps.

    Attributes
    ----------
    path, spec
        The region's file, and what it says.
    folder
        Folder of results.
    say, progress
        Who is told.
    done
        Steps that were done.
    """

    path: Path
    spec: RegionSpec
    folder: Path
    say: Callable[[str], None]
    progress: bool = False
    done: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Open the folder of raw files."""
        self.raw = RawFolder.open(self.folder / "raw")

    @property
    def region(self) -> Path:
        """Folder of the region."""
        return self.folder / "region"

    def step(self, name: str, inputs: Mapping[str, str], make: Callable[[], None]) -> None:
        """Run a step unless its result is there and its inputs are those of which it was made."""
        book = self.folder / _STEPS
        known: dict[str, Any] = read_json(book) if book.exists() else {}
        made_in = {"region": "region", "network": "region/network", "maps": "maps"}[name]
        result = self.folder / made_in / "manifest.json"
        if known.get(name) == dict(inputs) and result.exists():
            self.say(f"{name}: nothing has changed")
            return
        self.say(name)
        make()
        write_json({**known, name: dict(inputs)}, book)
        self.done.append(name)

    def region_inputs(self) -> dict[str, str]:
        """Return checksums of what the region is made of."""
        roles = {item.role for item in self.raw.files.values()} - {
            "timetables",
            "heights",
            "index",
        }
        own = [table.file for table in self.spec.tables] + [self.spec.cells.file]
        found = {
            item.file: item.sha256
            for item in self.raw.files.values()
            if item.used and item.role in roles
        }
        return {"file": sha256_of(self.path), **found, **_sums(own)}

    def make_region(self, catalogue: str | Path | None) -> None:
        """Build the region, and a first study unless there is one."""
        built = build_region(self.path, self.raw.path, catalogue=catalogue, say=self.say)
        built.save(self.region)
        if self.spec.hubs:
            write_hubs(self.spec, built, self.region / "hubs.csv")
        study = self.region / "study.toml"
        if not study.exists():
            write_study(self.spec, built, study)

    def network_inputs(self) -> dict[str, str]:
        """Return checksums of what the network is made of."""
        heights = self.spec.heights
        own = [*self.spec.streets.files, *(one.file for one in self.spec.timetables)]
        own += list(heights.files) if heights is not None else []
        names = fetched(self.raw, "streets", "timetables", "heights", "boundaries", "nuts3")
        land = sha256_of(self.region / "municipalities.parquet")
        sums = {name: self.raw.files[name].sha256 for name in names}
        drop = "; ".join(one for item in self.spec.timetables for one in item.drop_agencies)
        cut = f"{self.spec.margin_km} km, {self.spec.day}"
        return {"land": land, "drop": drop, "cut": cut, **sums, **_sums(own)}

    def make_network(self) -> None:
        """Build the network: streets, timetables and heights."""
        region = load_region(self.region)
        network = build_region_network(
            self.spec,
            self.raw,
            countries=region.country_areas(),
            area=region.municipalities,
            progress=self.progress,
        )
        network.save(self.region / "network")

    def study_inputs(self) -> dict[str, str]:
        """Return checksums of what the maps are made of."""
        study = self.region / "study.toml"
        names = ("manifest.json", "network/manifest.json")
        return {"study": sha256_of(study), **{one: sha256_of(self.region / one) for one in names}}

    def make_maps(self) -> None:
        """Run the study."""
        study = read_study(self.region / "study.toml")
        run_study(
            study,
            self.folder / "maps",
            say=self.say,
            progress=self.progress,
            results=self.folder / ".grensgeo-store",
        )


def _sums(paths: list[Path | None]) -> dict[str, str]:
    """Return checksums of files of one's own; a missing one is told where it is read."""
    return {str(path): sha256_of(path) for path in paths if path is not None and path.is_file()}

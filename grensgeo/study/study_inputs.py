"""What a study names, opened when it is first asked for and each once, and its checksums."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from grensgeo.errors import listening
from grensgeo.provenance import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from grensgeo.errors import GrensgeoWarning
    from grensgeo.network import Network
    from grensgeo.proximity import Facilities
    from grensgeo.region.region import Region
    from grensgeo.scenario import Scenario, Situation
    from grensgeo.study.study_file import Study, StudyFacilities
    from grensgeo.traveltimes.router import Router


class StudyInputs:
    """The region, networks and scenarios of a study.

    Parameters
    ----------
    study
        The study.
    prepared
        Open what was prepared for the networks beside them, and keep what will be.

    Attributes
    ----------
    study
        The study.
    told
        What was warned of when they were opened.
    """

    def __init__(self, study: Study, *, prepared: bool = False) -> None:
        self.study, self.prepared = study, prepared
        self.told: list[GrensgeoWarning] = []
        self._region: Region | None = None
        self._networks: dict[str, Network] = {}
        self._routers: dict[Path, Router] = {}
        self._scenarios: dict[Path, Scenario] = {}
        self._situations: dict[tuple[Path, str], Situation] = {}
        self._sums: dict[Path, str] = {}
        self._facilities: tuple[Facilities, ...] = ()

    @classmethod
    def of(
        cls,
        study: Study,
        region: Region,
        networks: Mapping[str, Network],
        scenarios: Mapping[Path, Scenario],
    ) -> StudyInputs:
        """Return inputs that were opened before, and are like no others."""
        inputs = cls(study)
        inputs._region = region
        inputs._networks.update(networks)
        inputs._scenarios.update(scenarios)
        inputs._sums = dict.fromkeys((study.region, *study.networks.values()), "given")
        return inputs

    def own_region(self) -> Region:
        """Return the region as its folder has it."""
        from grensgeo.region.region import load_region

        if self._region is None:
            with self._listening():
                self._region = load_region(self.study.region)
        return self._region

    def region(self) -> Region:
        """Return the region with a base map: its own, or what a network of real streets holds."""
        from grensgeo.network.map_lines import base_map_of

        region = self.own_region()
        if region.base_map is not None:
            return region
        found = (base_map_of(self.network(name)) for name in self.study.networks)
        base_map = next((one for one in found if one is not None), None)
        if base_map is not None:
            self._region = replace(region, base_map=base_map)
        return self.own_region()

    def network(self, name: str) -> Network:
        """Return a network by its name in the study."""
        from grensgeo.traveltimes.router import open_router

        if name not in self._networks:
            path = self.study.networks[name]
            if path not in self._routers:
                with self._listening():
                    self._routers[path] = open_router(path, store=self.prepared)
            self._networks[name] = self._routers[path].network
        return self._networks[name]

    def networks(self) -> dict[str, Network]:
        """Return all networks by name."""
        return {name: self.network(name) for name in self.study.networks}

    def scenario(self, path: Path) -> Scenario:
        """Return a scenario."""
        from grensgeo.scenario import read_scenario

        if path not in self._scenarios:
            with self._listening():
                self._scenarios[path] = read_scenario(path)
        return self._scenarios[path]

    def scenarios(self) -> dict[Path, Scenario]:
        """Return all scenarios by path, in the order of the study."""
        return {item.path: self.scenario(item.path) for item in self.study.scenarios}

    def situation(self, path: Path, network: str) -> Situation:
        """Return the situation with a scenario on one of the networks."""
        from grensgeo.study.study_situations import situations_of

        if (path, network) not in self._situations:
            planned = tuple(item for item in self.study.scenarios if item.path == path)
            alone = replace(self.study, scenarios=planned)
            there, known = {network: self.network(network)}, {path: self.scenario(path)}
            with self._listening():
                self._situations |= situations_of(alone, self.region(), there, known)
        return self._situations[path, network]

    def facilities(self) -> tuple[Facilities, ...]:
        """Return the facilities of which the feed tells how near they are."""
        if len(self._facilities) < len(self.study.monitor_facilities):
            with self._listening():
                self._facilities = tuple(
                    self.facilities_of(item) for item in self.study.monitor_facilities
                )
        return self._facilities

    def facilities_of(self, item: StudyFacilities) -> Facilities:
        """Read the facilities of one kind."""
        from grensgeo.proximity import read_facilities

        source = None
        if item.licence or item.attribution:
            source = Source(
                f"{item.kind}-{item.path.stem}",
                f"{item.kind} ({item.path.name})",
                item.licence,
                item.attribution,
                item.reference_date,
                item.url,
            )
        areas = self.own_region().country_areas()
        return read_facilities(item.path, item.kind, countries=areas, source=source)

    def errors(self) -> tuple[dict[str, Any], ...]:
        """Return the errors against published figures that the feed tells."""
        from grensgeo.monitor import read_errors

        path = self.study.monitor_errors
        return () if path is None else read_errors(path)

    def facilities_sum(self) -> str:
        """Return the checksum of the files of facilities."""
        sums = [_checksum(one.path.parent, [one.path]) for one in self.study.monitor_facilities]
        return " ".join(sums)

    def keep(self) -> None:
        """Save what was prepared for the networks beside them, where that can be."""
        for path, router in self._routers.items() if self.prepared else ():
            router.keep(path)

    def region_sum(self) -> str:
        """Return the checksum of the region's files."""
        from grensgeo.region.region import region_files

        return self._sum(self.study.region, region_files)

    def network_sum(self, name: str) -> str:
        """Return the checksum of a network's files."""
        from grensgeo.network.storage import network_files

        return self._sum(self.study.networks[name], network_files)

    def _sum(self, folder: Path, files: Callable[[Path], Iterable[Path]]) -> str:
        if folder not in self._sums:
            self._sums[folder] = _checksum(folder, files(folder))
        return self._sums[folder]

    @contextmanager
    def _listening(self) -> Iterator[None]:
        """Keep what is warned of, to tell it once."""
        with listening() as told:
            yield
        self.told += told


def _checksum(folder: Path, files: Iterable[Path]) -> str:
    """Return the checksum of files and their names; one that cannot be read is told elsewhere."""
    whole = hashlib.sha256()
    for path in sorted(files):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0")
        try:
            with path.open("rb") as file:
                whole.update(hashlib.file_digest(file, "sha256").digest())
        except OSError:
            whole.update(b"missing")
    return whole.hexdigest()

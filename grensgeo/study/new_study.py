"""A first study of a region, with comments, that runs as it is."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grensgeo.spec.region_file import RING
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from grensgeo.region.region import Region
    from grensgeo.spec import RegionSpec

#: Trips along streets, each with the longest time that is asked about, min.
_TRIPS = (("car", 60), ("bicycle", 60), ("walk", 60))
_HEAD = """\
# A first study of this region: change it as you like, every key is in docs/study.md.
# It wants a network in the folder beside it:
#   grensgeo build EXTRACT.osm.pbf --boundaries {folder} -o {folder}/network
# and then
#   grensgeo run {folder}/study.toml -o maps

[study]
id = {id}
region = {region}
period = {period}
language = {language}

[study.title]
{titles}

[networks]
streets = {network}

# Trips from each inhabited cell of the areas to each cell of the region.
"""
_TRIP = """\
[[trips]]
id = "{mode}"
network = "streets"
mode = "{mode}"
max_min = {longest}

"""
_TRANSIT = """\
[[trips]]
id = "transit"
network = "streets"
mode = "transit"
departure = "{day}T07:30"        # every minute for an hour; the median counts
window_min = 60
max_access_min = 20
max_min = 60

"""
_REST = """\
# What is counted, for the people of which areas.
[reach]
areas = {areas}
cutoffs_min = [30, 45]
opportunities = {opportunities}

# One page that computes by itself; place is the municipality with which it opens.
[atlas]
place = {place}
trips = {trips}

# The feed for the region's data portal.
[monitor]
trips = {trips}
cutoff_min = 45
"""


@dataclass(frozen=True)
class Heading:
    """What a first study says of itself.

    Attributes
    ----------
    study_id
        Short name.
    titles
        By language; the short name stands for one that is missing.
    period
        The year or day of which the region's figures are.
    language
        In which its pages open.
    day
        Service day of a trip by timetable; without one there is no such trip.
    """

    study_id: str
    period: str
    titles: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    day: date | None = None

    @classmethod
    def of(cls, spec: RegionSpec) -> Heading:
        """Return what the file of a region says."""
        return cls(spec.region_id, str(spec.year), spec.title, spec.language, spec.day)


def write_study(spec: RegionSpec, region: Region, path: Path) -> None:
    """Write a study of a region: by car, bicycle and on foot, by timetable if it has a date.

    Parameters
    ----------
    spec
        The region's file.
    region
        The region that was built of it.
    path
        TOML file to write, in the folder of the region.
    """
    text = study_text(Heading.of(spec), region, folder=path.parent.name)
    path.write_text(text, encoding="utf-8")


def study_text(
    heading: Heading,
    region: Region,
    *,
    folder: str,
    place: str = ".",
    network: str = "network",
) -> str:
    """Return the text of a first study.

    Parameters
    ----------
    heading
        What it says of itself.
    region
        The region.
    folder
        What the folder of the region is called, for the comments.
    place, network
        The folders of the region and of its network as seen from the study's file.
    """
    frame = region.municipalities
    inside = frame[frame["area"] != RING]
    areas = list(dict.fromkeys(inside["area"]))
    largest = str(inside.sort_values("population", ascending=False)["region_code"].iloc[0])
    trips = [mode for mode, _ in _TRIPS] + (["transit"] if heading.day else [])
    titles = (
        f"{name} = {_text(heading.titles.get(name, heading.study_id))}" for name in LANGUAGES
    )
    head = _HEAD.format(
        folder=folder,
        id=_text(heading.study_id),
        region=_text(place),
        network=_text(network),
        period=_text(heading.period),
        language=_text(heading.language),
        titles="\n".join(titles),
    )
    told = [_TRIP.format(mode=mode, longest=longest) for mode, longest in _TRIPS]
    told += [_TRANSIT.format(day=heading.day.isoformat())] if heading.day else []
    rest = _REST.format(
        areas=_text(areas),
        opportunities=_text(list(region.opportunities)),
        place=_text(largest),
        trips=_text(trips),
    )
    return head + "".join(told) + rest


def _text(value: str | list[str]) -> str:
    """Return a text or a list as TOML writes it; JSON's way of writing them is TOML's too."""
    return json.dumps(value, ensure_ascii=False)

"""Places of OpenStreetMap that can be reached: schools, doctors, shops, stations."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.declared.option import nearest
from grensgeo.errors import FileError, InputError, some
from grensgeo.geodata import territories
from grensgeo.osm.extract_files import Extract, find_faults, reporting
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import geopandas as gpd

    from grensgeo.words import Text

#: Two places of one kind and name so near each other are one: a point and its building, degrees
#: (about 150 m). Assumed.
_SAME_DEG = 0.0015
#: A place with one of these is none any more. Source: OSM wiki, Lifecycle prefix.
_GONE = {"disused": "yes", "abandoned": "yes", "demolished": "yes"}
#: In a list of values: the key may be missing.
_MISSING = ""


@dataclass(frozen=True)
class PlaceKind:
    """A kind of place and its tags.

    Attributes
    ----------
    name
        As it is asked for, such as ``schools``.
    title
        What it is called, by language.
    tags
        Values by key; a place has all keys of one of them.
    without
        Values by key that it may not have.
    countries
        Tags in a country, where they are others.
    """

    name: str
    title: Text
    tags: tuple[Mapping[str, tuple[str, ...]], ...]
    without: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    countries: Mapping[str, tuple[Mapping[str, tuple[str, ...]], ...]] = field(
        default_factory=dict
    )

    def fits(self, tags: Mapping[str, str], country: str = "") -> bool:
        """Return whether a place with these tags is of the kind, in a country."""
        rules = self.countries.get(country, self.tags)
        if any(tags.get(key, "") in values for key, values in self.without.items()):
            return False
        return any(
            all(_values(tags.get(key, "")) & set(values) for key, values in rule.items())
            for rule in rules
        )

    def keys(self) -> set[str]:
        """Return the keys of which a place of the kind has one."""
        rules = [*self.tags, *(rule for some_of in self.countries.values() for rule in some_of)]
        return {key for rule in rules for key, values in rule.items() if _MISSING not in values}


def _values(said: str) -> set[str]:
    """Return the values of a key, which semicolons part; one that is missing is empty."""
    return {part.strip() for part in said.split(";")}


def read_place_kinds(path: Path | None = None) -> Mapping[str, PlaceKind]:
    """Read which kinds of places there are, by which tags.

    Parameters
    ----------
    path
        TOML file of one's own, over what is shipped; see ``grensgeo/osm/place_kinds.toml``.

    Returns
    -------
    mapping
        Kinds by name.

    Raises
    ------
    FileError
        If the file is missing or is not TOML.
    InputError
        If a kind has no tags, or other things than texts in them.
    """
    text = files(__package__).joinpath("place_kinds.toml").read_text(encoding="utf-8")
    data = dict(tomllib.loads(text)["kinds"])
    if path is not None:
        from grensgeo.files import read_toml

        own = read_toml(path).get("kinds")
        if not isinstance(own, dict):
            raise InputError("key-missing", f"{path}: no tables [kinds.NAME]")
        data |= own
    return MappingProxyType({name: _kind(name, values, path) for name, values in data.items()})


def _kind(name: str, values: Any, path: Path | None) -> PlaceKind:  # noqa: ANN401 - of TOML
    """Return a kind as it is declared."""
    try:
        title: Text = {str(one): str(values.get(one, name)) for one in LANGUAGES}
        countries = {
            country: tuple(_rule(rule) for rule in said["tags"])
            for country, said in values.get("countries", {}).items()
        }
        kind = PlaceKind(
            name,
            title,
            tuple(_rule(rule) for rule in values["tags"]),
            _rule(values.get("without", {})),
            countries,
        )
    except (KeyError, TypeError, AttributeError):
        kind = None
    if kind is None or not kind.tags or not kind.keys():
        raise InputError(
            "key-of-wrong-type",
            f"{path or 'place_kinds.toml'}: [kinds.{name}] needs tags = [{{ key = [values] }}]",
        )
    return kind


def _rule(rule: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    """Return values by key."""
    found = {key: (said,) if isinstance(said, str) else tuple(said) for key, said in rule.items()}
    if not all(isinstance(value, str) for values in found.values() for value in values):
        raise TypeError
    return found


def read_osm_places(
    paths: str | Path | Sequence[str | Path],
    kinds: str | Sequence[str],
    *,
    countries: gpd.GeoDataFrame | None = None,
    extent: gpd.GeoSeries | None = None,
    declared: Path | None = None,
) -> gpd.GeoDataFrame:
    """Read places of some kinds out of OpenStreetMap extracts, each once.

    Parameters
    ----------
    paths
        Extracts, as :func:`grensgeo.build_network` takes them; they may overlap.
    kinds
        Names of kinds, such as ``schools``; see :func:`read_place_kinds`.
    countries
        Polygons with a column ``country``: a place is held to the tags of its country, and what
        lies in none is left out. Without them the tags of no country in particular hold.
    extent
        Only places within are kept.
    declared
        TOML file with kinds of your own.

    Returns
    -------
    GeoDataFrame
        Points (EPSG:4326) in order of id: ``id`` (kind, and ``n``, ``w`` or ``r`` with the number
        in OpenStreetMap), ``kind``, ``name`` (empty if it has none), ``country`` (empty if it is
        not known) and ``count``, 1. An area stands at a point within it; a point in an area of
        its kind, or of its kind and name within 150 m, is the same place. What is no longer in
        use is left out.

    Raises
    ------
    FileError
        If an extract is missing, truncated or not OpenStreetMap data.
    InputError
        If a kind is unknown, no file is given, or there is no such place.

    Examples
    --------
    >>> schools = read_osm_places("enschede.osm.pbf", "schools")  # doctest: +SKIP
    """
    import geopandas as gpd
    import pandas as pd
    import shapely

    wanted = [kinds] if isinstance(kinds, str) else list(kinds)
    known = read_place_kinds(declared)
    unknown = [name for name in wanted if name not in known]
    if unknown or not wanted:
        raise InputError(
            "choice-unknown",
            f"unknown kinds of places {some(unknown)}; there are {', '.join(known)}"
            f"{nearest(unknown[0], known) if unknown else ''}",
        )
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    extracts = [Extract.of(path) for path in given]
    faults = find_faults(extracts)
    if faults:
        raise FileError.of(faults)
    chosen = [known[name] for name in wanted]
    found = {place.osm_id: place for file in extracts for place in _places(file, chosen)}
    places = [found[key] for key in sorted(found)]
    points = shapely.point_on_surface(np.array([p.shape for p in places], dtype=object))
    lon, lat = shapely.get_x(points), shapely.get_y(points)
    inside = np.full(len(places), "", dtype=object)
    if countries is not None and places:
        codes = territories.locate(territories.check_countries(countries), lon, lat)
        inside = np.array(COUNTRIES, dtype=object)[codes]
    rows = [
        (f"{kind.name}-{place.osm_id}", kind.name, place.tags.get("name", ""), inside[n], n)
        for n, place in enumerate(places)
        for kind in chosen
        if kind.fits(place.tags, inside[n]) and (countries is None or inside[n])
    ]
    frame = pd.DataFrame(rows, columns=["id", "kind", "name", "country", "at"])
    shapes = gpd.GeoSeries([places[n].shape for n in frame["at"]], crs=4326)
    table = gpd.GeoDataFrame(
        frame.drop(columns="at").assign(count=1),
        geometry=gpd.GeoSeries(points[frame["at"].to_numpy(dtype=int)], crs=4326),
    )
    table = table[_once(table, shapes)]
    if extent is not None and len(table):
        table = table[table.within(extent.to_crs(4326).union_all())]
    if table.empty:
        raise InputError(
            "nothing-in-area",
            f"{some([str(path) for path in given])}: no {some(wanted)} in it"
            f"{'' if extent is None else ', within the extent'}",
        )
    return table.sort_values("id", ignore_index=True)


@dataclass(frozen=True, eq=False)
class _FoundPlace:
    """A place: ``n``, ``w`` or ``r`` and its number, tags and shape."""

    osm_id: str
    tags: Mapping[str, str]
    shape: Any


def _places(file: Extract, kinds: Iterable[PlaceKind]) -> Iterator[_FoundPlace]:
    """Yield points and areas that may be of a kind."""
    import osmium
    import shapely

    wkb = osmium.geom.WKBFactory()
    keys = sorted({key for kind in kinds for key in kind.keys()})  # noqa: SIM118 - a method
    by_key = osmium.filter.KeyFilter(*keys)
    with reporting(file):
        elements = osmium.FileProcessor(file.file).with_areas(by_key).with_filter(by_key)
        for element in cast("Iterable[Any]", elements):
            tags = {tag.k: tag.v for tag in element.tags}
            if any(tags.get(key) == value for key, value in _GONE.items()):
                continue
            if element.is_node() and element.location.valid():
                place = element.location
                yield _FoundPlace(f"n{element.id}", tags, shapely.Point(place.lon, place.lat))
            elif element.is_area():
                kind = "w" if element.from_way() else "r"
                shape = shapely.from_wkb(wkb.create_multipolygon(element), on_invalid="ignore")
                if shape is not None and not shape.is_empty:
                    yield _FoundPlace(
                        f"{kind}{element.orig_id()}", tags, shapely.make_valid(shape)
                    )


def _once(table: gpd.GeoDataFrame, shapes: gpd.GeoSeries) -> list[bool]:
    """Return which rows are places of their own, areas before points."""
    import shapely

    kinds, names = table["kind"].tolist(), [name.casefold() for name in table["name"]]
    outlines = shapes.to_numpy()
    tree = shapely.STRtree(outlines)
    areas = shapely.area(outlines)
    keep = [True] * len(table)
    for row in np.argsort(-areas, kind="stable").tolist():
        if not keep[row]:
            continue
        near = tree.query(outlines[row], predicate="dwithin", distance=_SAME_DEG)
        for other in near.tolist():
            if other == row or kinds[other] != kinds[row] or not keep[other]:
                continue
            within = areas[row] > 0 and areas[other] == 0
            within = within and bool(shapely.intersects(outlines[row], outlines[other]))
            same = bool(names[row]) and names[row] == names[other]
            # of two shapes alike the first stays: larger, or by its place in the file
            if within or same:
                keep[other] = False
    return keep

"""The map: a region, some tables, one HTML file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, get_args

from grensgeo import words
from grensgeo.countries import countries_in_order
from grensgeo.errors import InputError, some
from grensgeo.maps import classes, page
from grensgeo.maps.base import (
    backdrop,
    base_layer,
    country_at,
    municipalities,
    origin_points,
)
from grensgeo.maps.base_map import base_data, with_base_map
from grensgeo.maps.flow_views import flow_view
from grensgeo.maps.isochrone_views import isochrone_view
from grensgeo.maps.notes_shown import listed, on_map, saying_schematic, strip
from grensgeo.maps.placement_views import placement_view
from grensgeo.maps.reach_views import border_effect_view, reach_view
from grensgeo.measures.long_reach import sides_of_old
from grensgeo.pages.credits import credit
from grensgeo.pages.document import notebook_frame, package_version, write_page
from grensgeo.pages.escape import url
from grensgeo.provenance import Provenance
from grensgeo.words import Language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import geopandas as gpd
    import pandas as pd

    from grensgeo.maps.base import MappedRegion
    from grensgeo.maps.page import Tiles
    from grensgeo.maps.trip_names import TripName
    from grensgeo.maps.views import View
    from grensgeo.notes import Note


@dataclass(frozen=True, eq=False)
class Map:
    """An interactive map in one file, in Dutch, German and English.

    A map never changes: :meth:`add` gives a new one. The file holds its scripts, styles and
    data, and asks nothing of any server.

    Attributes
    ----------
    region
        Municipalities, border and places, from which the base is drawn.
    title
        Heading by language, or one for all; without it the kind of the first table gives it.
    provenance
        Sources and notes of the tables; those of the region are always added.
    tiles
        Online tiles beneath the figures; without them the map works with the network cut.
    language
        Language in which the file opens: ``nl``, ``de`` or ``en``.
    lines
        Roads, railways and waters to draw beneath the figures, so that a reader finds the way in
        a town: a GeoDataFrame of lines with a column ``kind`` (``road``, ``rail``, ``water``).
    origins
        Points of those origins of isochrones that are no municipality, with a column ``id``.
    trips
        How trips are called, by id; a trip that is not named here bears the name of its mode.
    topics
        What :meth:`add` put in.

    Raises
    ------
    InputError
        For a language that is not known, and tiles without an address.

    Examples
    --------
    >>> from grensgeo.region.region import load_region
    >>> Map(load_region("data/sample"), title="Twente").heading()["de"]
    'Twente'
    """

    region: MappedRegion
    title: Mapping[str, str] | str | None = field(default=None, kw_only=True)
    provenance: Provenance | None = field(default=None, kw_only=True)
    tiles: Tiles | None = field(default=None, kw_only=True)
    language: Language = field(default="nl", kw_only=True)
    lines: gpd.GeoDataFrame | None = field(default=None, kw_only=True, repr=False)
    origins: gpd.GeoDataFrame | None = field(default=None, kw_only=True, repr=False)
    trips: Mapping[str, TripName] = field(default_factory=dict, kw_only=True, repr=False)
    topics: tuple[View, ...] = field(default=(), kw_only=True, repr=False)

    def __post_init__(self) -> None:
        if self.language not in get_args(Language):
            raise InputError(
                "choice-unknown",
                f"language {self.language!r} is not known; use {', '.join(words.LANGUAGES)}",
            )
        if self.tiles is not None and not url(self.tiles.url.translate({123: None, 125: None})):
            raise InputError(
                "address-wrong",
                f"tiles: {self.tiles.url!r} is no address; give one such as "
                "https://example.org/{z}/{x}/{y}.png",
            )

    def add(self, frame: pd.DataFrame, *, names: Mapping[str, str] | None = None) -> Map:
        """Add a table to the map.

        Parameters
        ----------
        frame
            Isochrones (schema.ISOCHRONES), reach at municipalities (schema.REACH), what
            ``border_effect()`` gives at municipalities, flows between them (schema.FLOWS), or
            placements (schema.PLACEMENTS). The columns tell which.
        names
            Names of the origins of isochrones by id; the region's municipalities are known.

        Returns
        -------
        Map
            A new map with one topic more; the reader chooses between topics.

        Raises
        ------
        InputError
            If the columns fit none of these, or the table does not fit its declaration.
        """
        columns = set(frame.columns)
        if {"from_id", "cutoff_min", "geometry"} <= columns:
            return self._with(isochrone_view(frame, self._areas(), names=self._names(names)))
        if "to_country" in columns or sides_of_old(frame):
            return self._with(reach_view(frame, self._codes(), countries=self._countries()))
        if {"closed", "open", "border_effect"} <= columns:
            return self._with(
                border_effect_view(frame, self._codes(), countries=self._countries())
            )
        if {"from_id", "to_id", "count"} <= columns:
            return self._with(flow_view(frame, self._areas()))
        if {"opp_type", "across", "travel_time_min"} <= columns:
            return self._with(placement_view(frame, countries={*self._countries().values()}))
        raise InputError(
            "table-of-unknown-kind",
            f"a table with columns {some(sorted(map(str, columns)))} cannot be put on a map; give "
            "isochrones, reach at municipalities, a border effect, flows or placements",
        )

    def _with(self, view: View) -> Map:
        return replace(self, topics=(*self.topics, view))

    def _areas(self) -> gpd.GeoDataFrame:
        return municipalities(self.region)

    def _codes(self) -> list[str]:
        return list(self._areas().index)

    def _countries(self) -> dict[str, str]:
        return dict(self._areas()["country"])

    def _names(self, names: Mapping[str, str] | None) -> dict[str, str]:
        return {**dict(self._areas()["name"]), **(names or {})}

    def heading(self) -> words.Text:
        """Return the title in every language."""
        if self.title is not None:
            return words.in_every_language(self.title)
        kind = self.topics[0].kind if len(self.topics) == 1 else "map"
        if kind == "isochrones" and not _alike(self.topics[0].content["layers"]):
            kind = "isochrones_mixed"
        said = page.said_of("pages.title", kind, len(self.shown_countries()))
        if kind != "isochrones":
            return said
        cutoffs = page.one_of(self.topics[0].content["cutoffs"])
        return {
            name: words.fill(text, {"cutoffs": cutoffs[name]}, name) for name, text in said.items()
        }

    def shown_countries(self) -> list[str]:
        """Return the codes of the countries of the region and of what the topics tell of."""
        contents = [topic.content for topic in self.topics]
        told = {
            *(
                code.upper()
                for one in contents
                for name in ("bar", "parts")
                for code in one.get(name, ())
            ),
            *(offer["country"] for one in contents for offer in one.get("offers", ())),
        }
        return countries_in_order({*self._countries().values(), *told})

    def sources(self) -> Provenance:
        """Return the sources and notes that the map shows."""
        found = with_base_map(self.region.provenance, self.region)
        return saying_schematic(found | (self.provenance or Provenance()))

    def notes(self) -> list[Note]:
        """Return the notes that stand on the map: those that concern what it shows."""
        shown = {
            option
            for view in self.topics
            for control in view.content["controls"]
            if control["id"] in {"mode", "opportunity"}
            for option in control["options"]
        }
        shown |= {trip.mode for name, trip in self.trips.items() if name in shown}
        return on_map(self.sources().told(), shown)

    def html(self) -> str:
        """Return the whole file as text, the same for equal input.

        Returns
        -------
        str
            An HTML document.

        Raises
        ------
        InputError
            If nothing has been put on the map.
        """
        return page.drawn_page(
            page.MAP,
            title=self.heading()[self.language],
            language=self.language,
            data=self.content(),
            tiles=self.tiles,
        )

    def save(self, path: str | Path) -> Path:
        """Write the file.

        Parameters
        ----------
        path
            Where to; folders on the way are made.

        Returns
        -------
        Path
            The file.

        Raises
        ------
        FileError
            If the folder cannot be written to.
        """
        return write_page(self.html(), path)

    def _repr_html_(self) -> str:
        """Show the map in a notebook, in a frame that may run its scripts and nothing else."""
        return notebook_frame(self.html(), may="allow-scripts", height=640)

    def picture(
        self,
        path: str | Path,
        *,
        choose: Mapping[str, str] | None = None,
        language: Language | None = None,
        dpi: int = 150,
    ) -> Path:
        """Write the map as a picture for a report.

        Parameters
        ----------
        path
            Where to, ending in ``.png``, ``.svg`` or ``.pdf``.
        choose
            What the page's controls would be set to, by name: ``mode``, ``cutoff``,
            ``opportunity``, ``scenario``, ``destination``, ``measure``, ``origin``.
        language
            Language of the words; that of the map if None.
        dpi
            Dots per inch of a PNG of 11 x 7.4 inches.

        Returns
        -------
        Path
            The file.

        Raises
        ------
        InputError
            If a choice is not one that the map has, or the name ends otherwise.
        FileError
            If the folder cannot be written to.
        """
        from grensgeo.maps.picture import save_picture

        return save_picture(self, path, choose=choose, language=language, dpi=dpi)

    def attributions(self) -> list[str]:
        """Return the attribution of each source, with the years that its figures speak of."""
        found = _attributions(self.sources())
        return found if self.tiles is None else [*found, self.tiles.attribution]

    def content(self) -> dict[str, Any]:
        """Gather what the page's script reads, as plain lists and dicts.

        Raises
        ------
        InputError
            If nothing has been put on the map.
        """
        if not self.topics:
            raise InputError("map-empty", "the map is empty; put a table on it with .add(frame)")
        found = self.sources()
        return {
            "language": self.language,
            "title": self.heading(),
            "version": package_version(),
            "labels": {
                "texts": page.texts("placements", countries=self.shown_countries()),
                "modes": words.texts("terms.mode")
                | {name: trip.name for name, trip in self.trips.items()},
                "by_mode": words.texts("terms.by")
                | {name: trip.by for name, trip in self.trips.items()},
                "mode_of_trip": {name: trip.mode for name, trip in self.trips.items()},
                "opportunities": words.texts("terms.opportunity"),
                "opp_types": words.texts("terms.listing"),
                "sectors": words.texts("terms.sector"),
            },
            "palettes": {
                "sequential": classes.SEQUENTIAL,
                "effect": classes.EFFECT,
                "diverging": classes.DIVERGING,
                "bands": classes.BANDS,
                "flows": classes.FLOWS,
            },
            "widths": classes.WIDTHS,
            "land": 0.35 if self.tiles is not None else 1,
            "base": base_layer(self.region),
            "sides": page.country_colours(self.shown_countries()),
            "lines": {} if self.lines is None else backdrop(self.lines),
            "base_map": base_data(self.region),
            "views": [{"kind": view.kind, **view.content} for view in self.topics],
            **self._origins(),
            "strip": strip(self.notes()),
            "notes": listed(found.told()),
            "attributions": [credit(said) for said in self.attributions()],
            "sources": source_rows(found),
        }

    def _origins(self) -> dict[str, Any]:
        """Return place and country of those origins that are municipalities of the region."""
        wanted = {
            origin
            for view in self.topics
            if view.kind == "isochrones"
            for origin in view.content["names"]
        }
        areas = self._areas()
        points = self.region.places.to_crs(4326).geometry
        own = {} if self.origins is None else origin_points(self.origins)
        places = {code: (points[code].x, points[code].y) for code in points.index} | own
        country = dict(areas["country"])
        for code, (x, y) in own.items():
            country.setdefault(code, country_at(areas, x, y))
        return {
            "origins": {
                code: [round(float(v), 5) for v in places[code]]
                for code in sorted(wanted)
                if code in places
            },
            "home": {code: country[code] for code in sorted(wanted) if country.get(code)},
        }


def _alike(layers: Sequence[dict[str, Any]]) -> bool:
    """Return whether isochrones of all origins and modes have the same cutoffs."""
    return len({tuple(band["cutoff"] for band in layer["bands"]) for layer in layers}) == 1


def source_rows(provenance: Provenance) -> list[dict[str, Any]]:
    """Return what a page says of each source; an address that is none is left empty."""
    return [
        {
            "title": source.title,
            "attribution": credit(source.attribution),
            "licence": credit(source.licence),
            "reference_date": source.reference_date,
            "url": url(source.url),
        }
        for source in provenance.sources
    ]


def _attributions(provenance: Provenance) -> list[str]:
    """Return the attribution of each source with the years that its figures speak of."""
    years: dict[str, set[str]] = {}
    for source in provenance.sources:
        years.setdefault(source.attribution, set()).add(source.reference_date[:4])
    return [
        f"{said} [{', '.join(sorted(found - {''}))}]" if found - {""} else said
        for said, found in years.items()
    ]

"""The adviser's page: click a home, and see which offers are in reach, computed in the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from grensgeo import words
from grensgeo.countries import COUNTRIES
from grensgeo.errors import Faults, InputError, some
from grensgeo.maps import classes, page
from grensgeo.maps.base import MappedRegion, base_layer, municipalities
from grensgeo.maps.base_map import base_data, with_base_map
from grensgeo.maps.canvas import source_rows
from grensgeo.maps.notes_shown import listed, on_map, saying_schematic, strip
from grensgeo.maps.packing import pack
from grensgeo.pages.credits import credit
from grensgeo.pages.document import notebook_frame, package_version, write_page
from grensgeo.provenance import Provenance
from grensgeo.schema import OFFERS
from grensgeo.words import LANGUAGES, Language

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence
    from pathlib import Path

    import geopandas as gpd
    import pandas as pd

    from grensgeo.maps.trip_names import TripName
    from grensgeo.notes import Note
    from grensgeo.traveltimes.portable import Portable

#: The longest cutoff of the page's slider.
LONGEST_MIN = 90
#: Texts of the atlas that the page says too: those of its search box.
OF_ATLAS = ("place", "place_none", "place_none_still", "place_found", "kind_place",
             "kind_village", "kind_postcode", "outside_click")  # fmt: skip
#: The quickest of all trips.
ANY = "any"


@dataclass(frozen=True, eq=False)
class OfferPage:
    """A page in one file on which an adviser clicks a home and sees what is in reach from there.

    It asks nothing of any server: times are computed in the page, and the home stays in it.

    Attributes
    ----------
    region
        Municipalities, border and places, from which the map is drawn.
    portable
        Homes as places and places of offers as cells, as
        :func:`grensgeo.grenswerk.offer_portable.portable_offers` gives them.
    offers
        :data:`grensgeo.schema.OFFERS`.
    points
        Number of the place of each offer, by id.
    home
        Longitude and latitude of the home with which it opens, the first of the places.
    home_name
        How it is called.
    eqf, sectors, cutoff_min
        What is chosen at first: a level of the European framework, sections of NACE Rev. 2,
        minutes.
    trip_names
        How trips are called, by id.
    title
        Heading by language, or one for all.
    notes
        What is to be said of the offers.
    provenance
        Sources and notes of network and trips.
    language
        Language in which it opens.

    Raises
    ------
    InputError
        For offers that do not fit, or a choice that cannot be.
    """

    region: MappedRegion = field(repr=False)
    portable: Portable
    offers: gpd.GeoDataFrame = field(repr=False)
    points: pd.Series = field(repr=False)
    home: tuple[float, float] | None = field(default=None, kw_only=True)
    home_name: str = field(default="", kw_only=True)
    eqf: int | None = field(default=None, kw_only=True)
    sectors: Sequence[str] = field(default=(), kw_only=True)
    cutoff_min: int = field(default=60, kw_only=True)
    trip_names: Mapping[str, TripName] = field(default_factory=dict, kw_only=True)
    title: Mapping[str, str] | str | None = field(default=None, kw_only=True)
    notes: Sequence[Note] = field(default=(), kw_only=True)
    provenance: Provenance | None = field(default=None, kw_only=True)
    language: Language = field(default="nl", kw_only=True)

    def __post_init__(self) -> None:
        """Find everything that does not fit."""
        faults = Faults()
        OFFERS.check(self.offers, where="offers")
        lost = [one for one in self.offers["id"] if one not in self.points.index]
        if lost:
            faults.add(
                "ids-differ", f"offers {some(lost)} have no place; give portable_offers(...)"
            )
        if self.language not in LANGUAGES:
            faults.add(
                "choice-unknown",
                f"language {self.language!r} is not known; use {', '.join(LANGUAGES)}",
            )
        if not 1 <= self.cutoff_min <= LONGEST_MIN:
            faults.add(
                "cutoffs-wrong", f"cutoff_min is {self.cutoff_min}, expected 1 to {LONGEST_MIN}"
            )
        if faults:
            raise InputError.of(faults, where="page of offers")

    def heading(self) -> words.Text:
        """Return the title in every language."""
        if self.title is not None:
            return words.in_every_language(self.title)
        return words.text("offers.text.offers_title")

    def sources(self) -> Provenance:
        """Return the sources and notes that the page shows."""
        found = with_base_map(self.region.provenance, self.region)
        said = Provenance(notes=tuple(self.notes))
        return saying_schematic(said | found | (self.provenance or Provenance()))

    def html(self) -> str:
        """Return the whole file as text, the same for equal input.

        Returns
        -------
        str
            An HTML document.
        """
        return page.drawn_page(
            page.OFFERS,
            title=self.heading()[self.language],
            language=self.language,
            data=self._data(),
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
        """Show the page in a notebook, in a frame that may run its scripts and nothing else."""
        return notebook_frame(self.html(), may="allow-scripts allow-downloads", height=760)

    def _data(self) -> dict[str, Any]:
        """Gather what the page's script reads."""
        found = self.sources()
        named = {*municipalities(self.region)["country"], *self.offers["country"]}
        packed = pack(self.portable.arrays, meta=self.portable.meta)
        atlas = words.texts("atlas.text")
        cells = self.portable.arrays["point/country"][: self.portable.meta["n_cells"]]
        return {
            "language": self.language,
            "title": self.heading(),
            "version": package_version(),
            "labels": {
                "texts": {name: atlas[name] for name in OF_ATLAS if name in atlas}
                | {"place_hint": words.text("offers.text.offers_hint")}
                | page.texts("offers", countries=named),
                "modes": words.texts("terms.mode")
                | {name: trip.name for name, trip in self.trip_names.items()},
                "by_mode": words.texts("terms.by")
                | {name: trip.by for name, trip in self.trip_names.items()},
                "short": words.texts("terms.mode"),
                "opp_types": words.texts("terms.listing"),
                "sectors": words.texts("terms.sector"),
                "levels": words.texts("offers.level"),
                "located": words.texts("offers.located"),
                "columns": words.texts("offers.column"),
            },
            "bands": classes.BANDS,
            "land": 1,
            "lines": {},
            "origins": {},
            "base": base_layer(self.region),
            "base_map": base_data(self.region),
            "sides": page.country_colours(named),
            "countries": [COUNTRIES[int(number)] for number in cells],
            "trips": [str(trip["id"]) for trip in self.portable.meta["trips"]],
            "offers": [self._offer(row) for row in self._rows()],
            "start": self._start(),
            "engine": {"manifest": packed.manifest, "chunks": list(packed.chunks)},
            "strip": strip(on_map(found.told())),
            "notes": listed(found.told()),
            "attributions": [credit(one) for one in found.attributions()],
            "sources": source_rows(found),
        }

    def _start(self) -> dict[str, Any]:
        """Return what is chosen at first."""
        return {
            "home": None if self.home is None else list(self.home),
            "home_name": self.home_name,
            "level": "all" if self.eqf is None else str(self.eqf),
            "sector": "".join(self.sectors) or "all",
            "cutoff": self.cutoff_min,
        }

    def _rows(self) -> list[dict[Hashable, Any]]:
        """Return the offers with None where nothing is told."""
        table = self.offers.drop(columns="geometry").astype(object)
        rows: list[dict[Hashable, Any]] = table.where(table.notna(), None).to_dict("records")
        return rows

    def _offer(self, row: dict[Hashable, Any]) -> dict[str, Any]:
        """Write one offer as the page reads it."""
        same = ("id", "title", "company", "address", "postcode", "town", "municipality", "country",
                "level", "sector", "language", "located")  # fmt: skip
        return {name: row[name] for name in same} | {
            "type": row["opp_type"],
            "count": row["count"],
            "low": row["eqf_min"],
            "high": row["eqf_max"],
            "nace": (row["nace"] or "").split(),
            "from": row["valid_from"],
            "to": row["valid_to"],
            "point": int(self.points[row["id"]]),
        }

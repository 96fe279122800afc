"""The atlas: one file that answers by itself how far one gets and what the border costs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from grensgeo import words
from grensgeo.countries import COUNTRIES
from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.maps import classes, page
from grensgeo.maps.atlas_cells import at_edge, data_edge, not_shared, outlines
from grensgeo.maps.atlas_means import Curves, bound_arrays, mean_arrays
from grensgeo.maps.base import MappedRegion, base_layer, encode, municipalities
from grensgeo.maps.base_map import base_data, with_base_map
from grensgeo.maps.canvas import source_rows
from grensgeo.maps.notes_shown import listed, on_map, saying_schematic, strip
from grensgeo.maps.packing import pack, pack_json
from grensgeo.maps.trip_names import trip_name
from grensgeo.pages.credits import credit
from grensgeo.pages.document import notebook_frame, package_version, write_page
from grensgeo.provenance import Provenance
from grensgeo.words import LANGUAGES, Language

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import geopandas as gpd
    import pandas as pd

    from grensgeo.maps.trip_names import TripName
    from grensgeo.notes import Note
    from grensgeo.traveltimes.portable import Portable

#: What people are, beside what a region counts: how many can come here?
POPULATION = "population"
#: With how many perceived minutes "felt" begins.
RESISTANCE_MIN = 15
#: The longest cutoff of the slider, as in js/src/atlas/state.js.
LONGEST_MIN = 90
#: Digits of the degrees at which points are drawn, a metre; times are from where they are snapped.
_DIGITS = 5


@dataclass(frozen=True)
class _Shape:
    """How a trip is made, as far as its name tells."""

    mode: str
    access: str
    egress: str


class CountedByCell(Protocol):
    """Opportunities by name, each by cell."""

    def __getitem__(self, name: str, /) -> pd.Series:
        """Return one by cell id."""


class AtlasRegion(MappedRegion, Protocol):
    """What the atlas needs of a region beside what a map needs."""

    @property
    def cells(self) -> gpd.GeoDataFrame:
        """Cells with inhabitants (schema.CELLS)."""

    @property
    def opportunity_table(self) -> pd.DataFrame:
        """Counts by municipality (schema.OPPORTUNITIES)."""

    @property
    def opportunities(self) -> CountedByCell:
        """Counts by cell."""


@dataclass(frozen=True, eq=False)
class Atlas:
    """An interactive atlas in one file: it computes travel times itself, without any server.

    A reader clicks a place and gets the times from there, or to there, to every cell; what lies
    within the cutoff on each side of the border; what the border costs; and where the place
    stands among the others. Everything follows the reader's choices at once.

    Attributes
    ----------
    region
        Municipalities, cells, opportunities and the border.
    portable
        What :func:`grensgeo.portable` took out of a network for the cells of the region, with the
        main places of its municipalities as ``places``.
    opportunities
        What can be counted; all that the region has if not given. Inhabitants are always there.
    areas
        Areas of the region whose main places are ranked; all but its ring if not given.
    place
        Code of the municipality with which the atlas opens; the first of ``areas`` if not given.
    trip
        Trip with which it opens; the first of ``portable`` if not given.
    cutoff_min
        Cutoff with which it opens, whole minutes.
    trip_names
        How trips are called, by id; by their mode where they are not named.
    lacking
        What public transport lacks, in words ("zonder bussen"), by trip and country.
    means
        What the mean inhabitant of each municipality reaches, by trip and scenario; then that is
        what the atlas opens with, and the main place is a choice.
    reach
        The table of reach at municipalities, its modes trips: between which bounds figures of mean
        inhabitants lie is told where it says so.
    trip_titles
        Names of trips by id and language, shown under "departure" where the date does not say
        enough.
    scenario_titles
        Names of scenarios by name and language.
    scenario_trips
        Trips that a scenario is for, by its name; all where it is not named.
    opening
        Minutes from the place with which the atlas opens to the main place of each municipality,
        by code, for the small picture of the gallery; NaN where unreached.
    title
        Heading by language, or one for all.
    provenance
        Sources and notes beside those of the region and of ``portable``.
    language
        Language in which the file opens: ``nl``, ``de`` or ``en``.

    Raises
    ------
    InputError
        With everything that is asked for and that the region or ``portable`` does not have.
    """

    region: AtlasRegion = field(repr=False)
    portable: Portable
    opportunities: tuple[str, ...] | None = field(default=None, kw_only=True)
    areas: tuple[str, ...] | None = field(default=None, kw_only=True)
    place: str | None = field(default=None, kw_only=True)
    trip: str | None = field(default=None, kw_only=True)
    cutoff_min: int = field(default=45, kw_only=True)
    trip_names: Mapping[str, TripName] = field(default_factory=dict, kw_only=True)
    lacking: Mapping[str, Mapping[str, words.Text]] = field(default_factory=dict, kw_only=True)
    means: Mapping[tuple[str, str], Curves] = field(default_factory=dict, kw_only=True, repr=False)
    reach: pd.DataFrame | None = field(default=None, kw_only=True, repr=False)
    trip_titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict, kw_only=True)
    scenario_titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict, kw_only=True)
    scenario_trips: Mapping[str, tuple[str, ...]] = field(default_factory=dict, kw_only=True)
    opening: Mapping[str, float] = field(default_factory=dict, kw_only=True, repr=False)
    title: Mapping[str, str] | str | None = field(default=None, kw_only=True)
    provenance: Provenance | None = field(default=None, kw_only=True)
    language: Language = field(default="nl", kw_only=True)

    def __post_init__(self) -> None:
        """Find everything that is asked for and not there."""
        faults = Faults()
        if self.language not in LANGUAGES:
            faults.add(
                "choice-unknown",
                f"language {self.language!r} is not known; use {', '.join(LANGUAGES)}",
            )
        faults += self._cell_faults()
        known = self._counted()
        unknown = [name for name in self.opportunities or () if name not in known]
        if unknown:
            faults.add(
                "name-unknown", f"opportunities {some(unknown)}; the region has {', '.join(known)}"
            )
        there = set(self.region.municipalities["area"])
        strange = [name for name in self.areas or () if name not in there]
        if strange:
            faults.add(
                "name-unknown", f"areas {some(strange)}; the region has {', '.join(sorted(there))}"
            )
        trips = [trip["id"] for trip in self.portable.meta["trips"]]
        if self.trip is not None and self.trip not in trips:
            faults.add(
                "name-unknown", f"trip {self.trip!r}; the portable network has {', '.join(trips)}"
            )
        places = set(self.portable.arrays["place/id"])
        if not places:
            faults.add("none-given", "no places; give portable(..., places=region.places)")
        elif self.place is not None and self.place not in places:
            faults.add(
                "id-unknown", f"place {self.place!r} is not among the places; give a region code"
            )
        if not 1 <= self.cutoff_min <= LONGEST_MIN:
            faults.add(
                "cutoffs-wrong", f"cutoff_min is {self.cutoff_min}, expected 1 to {LONGEST_MIN}"
            )
        if faults:
            raise InputError.of(faults, where="atlas")

    def _cell_faults(self) -> list[Fault]:
        """Validate the cells of the region against those that times are computed for."""
        own = self.region.cells["cell_id"].astype(str).tolist()
        if own == list(self.portable.arrays["cell/id"]):
            return []
        return [
            Fault(
                "ids-differ",
                "the cells are not those of the region; give portable(network, region.cells, ...)",
            )
        ]

    def _counted(self) -> list[str]:
        """Return the names of what the region counts."""
        return sorted(self.region.opportunity_table["opportunity"].unique())

    def heading(self) -> words.Text:
        """Return the title in every language."""
        return (
            words.text("atlas.title" if self.has_border() else "atlas.title_in_one")
            if self.title is None
            else words.in_every_language(self.title)
        )

    def sentence(self) -> words.Text:
        """Return what the atlas is for, in every language."""
        return words.text("atlas.sentence" if self.has_border() else "atlas.sentence_in_one")

    def has_border(self) -> bool:
        """Return whether the cells lie in more than one country."""
        return len(set(self.region.cells["country"])) > 1

    def sources(self) -> Provenance:
        """Return the sources and notes that the atlas shows."""
        found = self.region.provenance | self.portable.provenance
        found = with_base_map(found, self.region)
        return saying_schematic(found | (self.provenance or Provenance()))

    def notes(self) -> list[Note]:
        """Return the notes that stand on the map."""
        return on_map(self.sources().told())

    def html(self) -> str:
        """Return the whole file as text, the same for equal input.

        Returns
        -------
        str
            An HTML document.
        """
        return page.drawn_page(
            page.ATLAS,
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
        """Show the atlas in a notebook, in a frame that may run its scripts and nothing else."""
        return notebook_frame(self.html(), may="allow-scripts allow-downloads", height=760)

    def _data(self) -> dict[str, Any]:
        """Gather what the page's scripts read."""
        areas = municipalities(self.region)
        edge = data_edge(areas)
        means, told = mean_arrays(self.means)
        names = [trip["id"] for trip in self.portable.meta["trips"]]
        bounds, told["bounds"] = bound_arrays(self.reach, told["codes"], names)
        means |= bounds
        study = self._study(areas)
        trips = list(self.portable.meta["trips"])
        counted = list(self.opportunities or self._counted())
        countries = self._countries()
        named = {*areas["country"], *countries.values()}
        return {
            "language": self.language,
            "title": self.heading(),
            "version": package_version(),
            "labels": {
                "texts": page.texts("atlas", countries=named),
                "modes": words.texts("terms.mode"),
                "by_mode": words.texts("terms.by"),
                "opportunities": words.texts("terms.opportunity"),
                "periods": words.texts("atlas.period"),
            },
            "palettes": {
                "light": classes.BANDS,
                "dark": classes.DARK_BANDS,
                "diverging": classes.DIVERGING,
            },
            "base": base_layer(self.region),
            "countries": countries,
            "sides": page.country_colours(named),
            "edge": encode(edge),
            "study": study,
            "trips": [self._trip(trip) for trip in trips],
            "scenarios": {
                name: words.in_every_language(text) for name, text in self.scenario_titles.items()
            },
            "scenario_trips": {name: list(ids) for name, ids in self.scenario_trips.items()},
            "opportunities": [*counted, POPULATION],
            "start": self._start(study, trips, counted),
            "mean": told,
            "engine": self._engine(edge, means),
            "base_map": base_data(self.region),
            **self._small_print(),
        }

    def _countries(self) -> dict[str, str]:
        """Return the code of each country in which a point lies, by its number in the arrays."""
        numbers = sorted({int(number) for number in self.portable.arrays["point/country"]} - {0})
        return {str(number): COUNTRIES[number] for number in numbers}

    def _study(self, areas: gpd.GeoDataFrame) -> list[str]:
        """Return the codes of the municipalities that are ranked."""
        if self.areas is not None:
            chosen = areas["area"].isin(self.areas)
        else:
            chosen = areas["area"] != "ring"
        return [str(code) for code in (areas[chosen] if chosen.any() else areas).index]

    def _trip(self, trip: Mapping[str, Any]) -> dict[str, Any]:
        """Describe when a trip is made."""
        named = ("id", "departure", "arrival", "window_min", "period")
        told = {name: trip[name] for name in named if trip.get(name) is not None}
        legs = trip.get("legs", {})
        walk = {"mode": "walk"}
        shape = _Shape(
            str(trip["mode"]),
            *(str(legs.get(leg, walk)["mode"]) for leg in ("access", "egress")),
        )
        called = self.trip_names.get(trip["id"]) or trip_name(shape)
        told |= {
            "kind": f"{shape.mode}/{shape.access}/{shape.egress}",
            "name": called.name,
            "by": called.by,
            "vehicle": called.vehicle,
            "no_vehicle": called.no_vehicle,
            "without": words.text(f"terms.by.{legs.get('direct', walk)['mode']}"),
            "park_min": legs.get("street", {}).get("park_min", 0),
            "lacking": dict(self.lacking.get(trip["id"], {})),
        }
        if trip["id"] in self.trip_titles:
            told["title"] = words.in_every_language(self.trip_titles[trip["id"]])
        return told

    def _start(
        self, study: list[str], trips: list[Mapping[str, Any]], counted: list[str]
    ) -> dict[str, Any]:
        """Return the question with which the atlas opens."""
        percentiles = trips[0].get("percentiles") or [50]
        return {
            "language": self.language,
            "theme": "auto",
            "place": f"place:{self.place or study[0]}",
            "whose": "mean" if self.means else "place",
            "direction": "from",
            "trip": self.trip or trips[0]["id"],
            "percentile": 50 if 50 in percentiles else percentiles[0],
            "cutoff": self.cutoff_min,
            "border": "open",
            "reading": "destinations",
            "resistance": RESISTANCE_MIN,
            "opportunity": "jobs" if "jobs" in counted else (counted or [POPULATION])[0],
            "scenario": self.portable.meta["scenarios"][0],
            "compare": False,
            "versus": "",
            "target": "",
        }

    def _engine(self, edge: Any, means: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401  shapely's own type
        """Pack what the page computes with: network, counts, outlines of cells."""
        import numpy as np

        cells = self.region.cells
        arrays: dict[str, Any] = dict(self.portable.arrays)
        for name in (
            f"{kind}/{way}" for kind in ("cell", "place", "stop") for way in ("lon", "lat")
        ):
            arrays[name] = np.round(arrays[name], _DIGITS)
        table = self.region.opportunity_table
        codes = list(arrays["municipality/code"])
        people = arrays["cell/municipality"], arrays["cell/population"]
        for name in self.opportunities or self._counted():
            rows = table[table["opportunity"] == name].set_index("region_code")["count"]
            totals = np.asarray(rows.astype("float64").reindex(codes), dtype=np.float64)
            own = self.region.opportunities[name].reindex(cells.index).to_numpy(dtype="float64")
            arrays[f"opportunity/municipality/{name}"] = totals
            at, counts = not_shared(own, totals, *people)
            arrays |= {f"opportunity/at/{name}": at, f"opportunity/cell/{name}": counts}
        arrays |= {f"shape/{name}": values for name, values in outlines(cells).items()}
        arrays["shape/edge"] = at_edge(cells, edge).astype(np.uint8)
        packed = pack(arrays | means, meta=self.portable.meta)
        return {"head": pack_json(packed.manifest), "chunks": list(packed.chunks)}

    def _small_print(self) -> dict[str, Any]:
        """Gather notes and sources."""
        found = self.sources()
        return {
            "strip": strip(self.notes()),
            "notes": listed(found.told()),
            "attributions": [credit(said) for said in _attributions(found)],
            "sources": source_rows(found),
        }


def _attributions(provenance: Provenance) -> list[str]:
    """Return the attribution of each source with its licence and the years it speaks of."""
    told: dict[str, tuple[set[str], set[str]]] = {}
    for source in provenance.sources:
        years, licences = told.setdefault(source.attribution, (set(), set()))
        years.add(source.reference_date[:4])
        plain = source.licence.lower().replace("-", "").replace(" ", "")
        said = source.attribution.lower().replace("-", "").replace(" ", "").replace("/", "")
        if not plain.startswith("publishedfigures") and plain not in said.replace(",", ""):
            licences.add(source.licence)
    return [
        f"{words} [{', '.join([*sorted(licences), *sorted(years - {''})])}]"
        if licences or years - {""}
        else words
        for words, (years, licences) in told.items()
    ]

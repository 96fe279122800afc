"""What measures are computed from, in files: times, counts, countries, sources."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grensgeo.countries import hold_countries
from grensgeo.counts import unlike_units, unmatched
from grensgeo.errors import GrensgeoWarning, InputError, some
from grensgeo.files import read_counts, read_table
from grensgeo.files.spoilt import doubt
from grensgeo.geodata.doubtful_places import code_doubts, code_faults, levels_doubts
from grensgeo.measures.matrix import cut_tail
from grensgeo.measures.matrix.doubtful_times import time_doubts
from grensgeo.measures.matrix.manifest import hold_times
from grensgeo.notes import Note
from grensgeo.provenance import Provenance, provenance_of, told_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd

    from grensgeo.measures.decay import Decay
    from grensgeo.region.region import Region

_TIMES = ("from_id", "to_id", "travel_time_min")
#: What other tools call a travel time.
_OTHER_TIMES = re.compile(
    r"travel_?time(_p\d+|_s|_h|_sec\w*)?|time|minutes|duration\w*", re.IGNORECASE
)


@dataclass(frozen=True, eq=False)
class ReachInputs:
    """What measures are computed from.

    Attributes
    ----------
    times
        ``from_id, to_id, travel_time_min``.
    opportunities
        Counts by id, by their name.
    countries
        Country of every place; of some or none where it is not needed.
    provenance
        Of the times, and of the region.
    tables
        What is known of places, tables indexed by id.
    """

    times: pd.DataFrame
    opportunities: dict[str, pd.Series]
    countries: pd.Series
    provenance: Provenance
    tables: tuple[pd.DataFrame, ...]

    def places(self) -> pd.DataFrame:
        """Return what is known of origins and destinations, by id."""
        import pandas as pd

        places = pd.concat(self.tables)
        if len(self.tables) > 1:
            # A place that stands in both tables has what either says of it.
            places = places.groupby(level=0, sort=False).first()
        return places


def read_reach_inputs(
    times: Path,
    *,
    opportunities: Path | None = None,
    columns: Sequence[str] | None = None,
    region: Path | None = None,
    origins: Path | None = None,
    cutoffs_min: Sequence[float] = (),
    decay: Decay | None = None,
    active: bool = True,
    by_country: bool = True,
) -> ReachInputs:
    """Read travel times, opportunities by name and the country of every place.

    Parameters
    ----------
    times
        Table of travel times, with its manifest where there is one.
    opportunities, columns
        Table with ``id``, ``country`` and counts, and which of its columns are counts.
    region
        Folder of a region whose cells have the opportunities, instead.
    origins
        Table with ``id`` and ``country`` of origins that are not among the opportunities.
    cutoffs_min, decay
        What is asked about, which the times have to tell.
    active
        False if opportunities lie at the origins of the times.
    by_country
        False if no country is asked about, so that places need none.

    Raises
    ------
    FileError
        If a file is missing or damaged.
    InputError
        If a table is not what it should be, the times end too early, or a country is missing or
        wrong.

    Warns
    -----
    GrensgeoWarning
        Where the decay still weighs something at the end of the times, counts lie at places that
        no time leads to, and counts seem to stand in other units than others.
    """
    if region and opportunities:
        raise InputError(
            "give-exactly-one", "give either --opportunities CSV or --region DIR, not both"
        )
    matrix = read_times(times)
    _hold_end(times, cutoffs_min, decay)
    provenance = provenance_of(times)
    if region:
        from grensgeo.region.region import load_region

        return _of_region(matrix, load_region(region), provenance)
    if not opportunities:
        raise InputError("option-missing", "give --opportunities CSV or --region DIR")
    needs = ("id", "country") if by_country else ("id",)
    table = _read_places(opportunities, needs)
    counts, faults = read_counts(opportunities, table, columns)
    faults.extend(code_faults(table.index))
    if faults:
        raise InputError.of(faults, where=str(opportunities))
    tables = (table, _read_places(origins, needs)) if origins else (table,)
    countries = _countries(tables)
    if by_country:
        unknown = sorted(set(matrix["from_id"].astype(str)) - set(countries.index))
        if unknown:
            raise InputError(
                "country-missing",
                f"{opportunities}: no country for the origins {some(unknown)}; give "
                "--origins CSV with id and country",
            )
    hold_countries(countries.index, countries, where=str(opportunities))
    doubt([*code_doubts(table.index, where=str(opportunities)),
           *levels_doubts(table.index, where=str(opportunities))])  # fmt: skip
    _warn_of_counts(counts, countries, set(matrix["to_id" if active else "from_id"]))
    return ReachInputs(matrix, counts, countries, provenance, tables)


def _hold_end(times: Path, cutoffs_min: Sequence[float], decay: Decay | None) -> None:
    """Check what is asked about against where the times end."""
    longest = trip_noted(times).get("max_min")
    beyond = [value for value in cutoffs_min if longest is not None and value > longest]
    if beyond:
        raise InputError(
            "cutoff-beyond-times",
            f"{times}: the times end at {longest:g} min, so nothing can be said of the "
            f"cutoffs {some(beyond)}; compute them with a longer --max-min",
        )
    tail = None if decay is None else cut_tail(longest, decay)
    if tail:
        warnings.warn(GrensgeoWarning.of([tail]), stacklevel=3)


def _of_region(matrix: pd.DataFrame, region: Region, provenance: Provenance) -> ReachInputs:
    """Return the inputs that a region has."""
    import pandas as pd

    coordinates = region.places[["lon", "lat"]]
    places = pd.DataFrame(region.municipalities)
    places = places.drop(columns=["lon", "lat"], errors="ignore").join(coordinates)
    return ReachInputs(
        matrix,
        dict(region.opportunities),
        region.countries,
        provenance | region.provenance,
        (pd.DataFrame(region.cells), places),
    )


def _countries(tables: Sequence[pd.DataFrame]) -> pd.Series:
    """Return the countries that tables of places tell; the first table counts."""
    import pandas as pd

    told = [table["country"] for table in tables if "country" in table.columns]
    countries = pd.concat(told) if told else pd.Series([], index=[], dtype="object")
    return countries[~countries.index.duplicated()]


def _warn_of_counts(
    counts: dict[str, pd.Series], countries: pd.Series, places: set[object]
) -> None:
    """Warn which counts nobody can reach, and which seem to stand in other units than others."""
    for name, values in counts.items():
        lost = unmatched(values, places)
        if len(lost):
            note = Note(
                "counts.unmatched",
                name=name,
                n=len(lost),
                example=str(lost.idxmax()),
                total=float(lost.sum()),
                matched=float(values.drop(lost.index).sum()),
            )
            warnings.warn(GrensgeoWarning.of([note]), stacklevel=2)
        unlike = unlike_units(values.drop(lost.index), countries) if len(countries) else None
        if unlike:
            warnings.warn(
                GrensgeoWarning.of([Note("counts.unlike-units", name=name, middles=unlike)]),
                stacklevel=2,
            )


def _read_places(path: Path, needs: Sequence[str]) -> pd.DataFrame:
    """Read a table of places, indexed by id."""
    frame = read_table(path, needs=needs, what="a table of places")
    if frame.empty:
        raise InputError("table-empty", f"{path}: no rows below the header")
    empty = frame.index[frame["id"].isna()] + 1
    if len(empty):
        raise InputError("id-missing", f"{path}: empty id in rows {some(empty)}")
    twice = frame["id"][frame["id"].duplicated()]
    if len(twice):
        raise InputError("id-twice", f"{path}: duplicate id: {some(twice)}")
    return frame.set_index("id")


def read_times(path: Path) -> pd.DataFrame:
    """Read a table that ``grensgeo times`` wrote, or one like it."""
    frame = read_table(path, needs=_TIMES[:2], what="travel times")
    if "travel_time_min" not in frame.columns:
        found = [str(name) for name in frame.columns if _OTHER_TIMES.fullmatch(str(name))]
        if found:
            raise InputError(
                "column-missing",
                f"{path}: not travel times: no column 'travel_time_min'; rename {found[0]!r} "
                "to it if it is in minutes, as r5r and r5py write it; divide seconds by 60 first",
            )
    frame = read_table(path, needs=_TIMES, what="travel times", numbers=("travel_time_min",))
    hold_times(frame, told_of(path), path)
    doubt(time_doubts(frame, where=str(path)))
    return frame


def trip_noted(path: Path) -> dict[str, Any]:
    """Read what was noted of the trip that a table of times is of; nothing if it was not."""
    note = told_of(path).get("trip", {})
    return note if isinstance(note, dict) else {}

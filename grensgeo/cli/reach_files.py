"""What the measures on the command line are computed from: times, counts, countries, sources."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING, Any

from grensgeo.countries import hold_countries
from grensgeo.counts import count_columns, kind_fault, read_numbers, unlike_units, unmatched
from grensgeo.errors import Faults, GrensgeoWarning, InputError, some
from grensgeo.files import read_csv, read_table
from grensgeo.measures.matrix.manifest import hold_times
from grensgeo.notes import Note
from grensgeo.provenance import Provenance, manifest_of, read_json

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd

_TIMES = ("from_id", "to_id", "travel_time_min")
#: What other tools call a travel time.
_OTHER_TIMES = re.compile(
    r"travel_?time(_p\d+|_s|_h|_sec\w*)?|time|minutes|duration\w*", re.IGNORECASE
)


def reach_inputs(
    arguments: argparse.Namespace,
) -> tuple[pd.DataFrame, dict[str, pd.Series], pd.Series, Provenance]:
    """Read travel times, opportunities by name and the country of every place."""
    import pandas as pd

    if arguments.region and arguments.opportunities:
        raise InputError(
            "give-exactly-one", "give either --opportunities CSV or --region DIR, not both"
        )
    matrix = times_of(arguments.times)
    longest = note_of(arguments.times).get("max_min")
    cutoffs = arguments.cutoffs or ()
    beyond = [value for value in cutoffs if longest is not None and value > longest]
    if beyond:
        raise InputError(
            "cutoff-beyond-times",
            f"{arguments.times}: the times end at {longest:g} min, so nothing can be said of the "
            f"cutoffs {some(beyond)}; compute them with a longer --max-min",
        )
    if arguments.decay:
        from grensgeo.measures.decay import parse
        from grensgeo.measures.matrix import cut_tail

        tail = cut_tail(longest, parse(arguments.decay))
        if tail:
            warnings.warn(GrensgeoWarning.of([tail]), stacklevel=2)
    provenance = provenance_of(arguments.times)
    if arguments.region:
        from grensgeo.region.region import load_region

        region = load_region(arguments.region)
        return matrix, dict(region.opportunities), region.countries, provenance | region.provenance
    if not arguments.opportunities:
        raise InputError("option-missing", "give --opportunities CSV or --region DIR")
    table = places_of(arguments.opportunities)
    counts = _counts(arguments.opportunities, table, arguments.columns)
    countries = table["country"]
    if arguments.origins:
        others = places_of(arguments.origins)["country"]
        countries = pd.concat([countries, others[~others.index.isin(countries.index)]])
    unknown = sorted(set(matrix["from_id"].astype(str)) - set(countries.index))
    if unknown:
        raise InputError(
            "country-missing",
            f"{arguments.opportunities}: no country for the origins {some(unknown)}; give "
            "--origins CSV with id and country",
        )
    hold_countries(countries.index, countries, where=str(arguments.opportunities))
    reached = matrix["from_id"] if getattr(arguments, "passive", False) else matrix["to_id"]
    _warn_of_counts(counts, countries, set(reached))
    return matrix, counts, countries, provenance


def _counts(path: Path, table: pd.DataFrame, wanted: Sequence[str] | None) -> dict[str, pd.Series]:
    """Read the counts of a table of places, by name; what is not clear is asked."""
    faults = Faults()
    counts = {}
    try:
        names = count_columns(table, wanted)
    except InputError as error:
        raise InputError.of(error.faults, where=str(path)) from None
    for name in names:
        kind = kind_fault(table[name].dropna())
        if kind:
            faults.add("not-counts", f"{name}: {kind}, not counts ({some(table[name].head(6))})")
        elif path.suffix == ".csv":  # as it was written: 84.590 is no longer seen in a number
            text = read_csv(path).set_index("id")[name]
            counts[name], found = read_numbers(text, name=name)
            faults += found
        else:
            counts[name] = table[name]
    if faults:
        raise InputError.of(faults, where=str(path))
    return counts


def _warn_of_counts(
    counts: dict[str, pd.Series], countries: pd.Series, places: set[object]
) -> None:
    """Say which counts nobody can reach, and which seem to stand in other units than others."""
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
        unlike = unlike_units(values.drop(lost.index), countries)
        if unlike:
            warnings.warn(
                GrensgeoWarning.of([Note("counts.unlike-units", name=name, middles=unlike)]),
                stacklevel=2,
            )


def places_of(path: Path) -> pd.DataFrame:
    """Read a table of places with id and country, indexed by id."""
    frame = read_table(path, needs=("id", "country"), what="a table of places")
    empty = frame.index[frame["id"].isna()] + 1
    if len(empty):
        raise InputError("id-missing", f"{path}: empty id in rows {some(empty)}")
    twice = frame["id"][frame["id"].duplicated()]
    if len(twice):
        raise InputError("id-twice", f"{path}: duplicate id: {some(twice)}")
    return frame.set_index("id")


def times_of(path: Path) -> pd.DataFrame:
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
    hold_times(frame, read_json(manifest_of(path)) if manifest_of(path).exists() else {}, path)
    return frame


def provenance_of(path: Path) -> Provenance:
    """Read the manifest that stands beside an output; nothing is known of a file without one."""
    beside = manifest_of(path)
    return Provenance.from_dict(read_json(beside)) if beside.exists() else Provenance()


def note_of(path: Path) -> dict[str, Any]:
    """Give what ``grensgeo times`` noted of the trip beside its output; nothing if it did not."""
    beside = manifest_of(path)
    note = read_json(beside).get("trip", {}) if beside.exists() else {}
    return note if isinstance(note, dict) else {}

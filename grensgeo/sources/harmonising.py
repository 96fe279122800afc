"""Making figures comparable: concepts of jobs, named conversions, totals, bounds.

Nothing is made comparable in silence. A figure of one concept becomes one of another only by a
conversion that has a name, a factor and a source, and the name stays in the row; figures of unlike
concepts or dates are not added. A hidden figure stays an interval, to the end. Levels and sectors
stand in ``frameworks.py``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from grensgeo.errors import InputError, some
from grensgeo.sources.publishers.checking import region_level

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

#: What stands for a figure that is published in the concept itself.
NO_CONVERSION = "none"
_FIGURES = ("count", "lower", "upper")
_WORDS = ("job_concept", "reference_date", "source_id", "conversion")


@dataclass(frozen=True)
class Conversion:
    """From one concept of jobs to another, by a factor that somebody found.

    Attributes
    ----------
    name
        By which results and manifests know it, such as ``"de-svb-to-all"``.
    from_concept, to_concept
        As the column ``job_concept`` writes them.
    factor
        What one of the first is of the second.
    source
        Where the factor comes from, with its year and place, and where it is known to be wrong.

    Examples
    --------
    >>> all_jobs = Conversion("de-svb-to-all", "SvB", "all jobs", 1.3, source="Münster, 2023")
    >>> all_jobs.note
    'conversion de-svb-to-all: SvB to all jobs, times 1.3 (Münster, 2023)'
    """

    name: str
    from_concept: str
    to_concept: str
    factor: float
    source: str

    def __post_init__(self) -> None:
        """Hold it to have a name, a source, two concepts and a factor above zero."""
        if not self.name.strip() or self.name == NO_CONVERSION or " + " in self.name:
            raise InputError(f"conversion: name {self.name!r}; give it a name of its own")
        if not self.source.strip():
            raise InputError(f"conversion {self.name}: no source; say where the factor comes from")
        if self.from_concept == self.to_concept:
            raise InputError(f"conversion {self.name}: from {self.from_concept} to itself")
        if not 0 < float(self.factor) < math.inf:
            raise InputError(f"conversion {self.name}: factor {self.factor!r}; give one above 0")

    @property
    def note(self) -> str:
        """What a manifest says of it."""
        return (
            f"conversion {self.name}: {self.from_concept} to {self.to_concept}, times "
            f"{self.factor:g} ({self.source})"
        )


def conversion_at(
    facts: pd.DataFrame, region_code: str, *, concepts: tuple[str, str], name: str
) -> Conversion:
    """Find the factor between two concepts in a region that publishes both for one year.

    Parameters
    ----------
    facts
        :data:`grensgeo.schema.FACTS`.
    region_code
        The region.
    concepts
        From which concept, to which.
    name
        Name of the conversion.

    Returns
    -------
    Conversion
        Its source names the region, both dates and both figures.

    Raises
    ------
    InputError
        If one of the two figures is not there, is hidden or zero, comes twice, or if the two
        speak of different years.

    Examples
    --------
    >>> import pandas as pd
    >>> facts = pd.DataFrame({
    ...     "region_code": ["05515", "05515"], "count": [260.0, 200.0],
    ...     "job_concept": ["all jobs", "SvB"], "reference_date": ["2023", "2023-06-30"],
    ...     "source_id": ["vgr", "ba"],
    ... })
    >>> conversion_at(facts, "05515", concepts=("SvB", "all jobs"), name="de-svb-to-all").factor
    1.3
    """
    figures, dates, told = [], [], []
    for concept in concepts:
        rows = facts[(facts["region_code"] == region_code) & (facts["job_concept"] == concept)]
        if len(rows) != 1 or not rows["count"].iloc[0] > 0:
            raise InputError(
                f"conversion {name}: {len(rows)} figures of {concept} in {region_code}, or one "
                "that is hidden or zero; give facts with one for one year"
            )
        row = rows.iloc[0]
        figures.append(float(row["count"]))
        dates.append(str(row["reference_date"]))
        told.append(f"{figures[-1]:g} {concept} ({row['source_id']}, {dates[-1]})")
    if dates[0][:4] != dates[1][:4]:
        raise InputError(
            f"conversion {name}: {' and '.join(told)} in {region_code} are of different years"
        )
    source = f"{region_code}: {told[1]} over {told[0]}"
    return Conversion(name, *concepts, factor=figures[1] / figures[0], source=source)


def convert(facts: pd.DataFrame, conversion: Conversion) -> pd.DataFrame:
    """Bring the figures of one concept to another; the conversion's name stays in the rows.

    Parameters
    ----------
    facts
        Facts or flows, or what this gave for another concept.
    conversion
        What to do. Figures of other concepts are left as they are.

    Returns
    -------
    DataFrame
        The rows in their order, with ``count``, ``lower`` and ``upper`` times the factor,
        ``job_concept``, and further ``conversion`` (``none`` where there was none, names joined
        by ``+`` where one followed another), ``published_count`` and ``published_concept``. Put
        ``conversion.note`` into the provenance of what rests on it.

    Raises
    ------
    InputError
        If no figure has the concept.

    Examples
    --------
    >>> import pandas as pd
    >>> facts = pd.DataFrame({
    ...     "region_code": ["05554020"], "opportunity": ["jobs"], "count": [100.0],
    ...     "lower": [95.0], "upper": [105.0], "job_concept": ["SvB"],
    ... })
    >>> rule = Conversion("de-svb-to-all", "SvB", "all jobs", 1.5, source="Münster, 2023")
    >>> convert(facts, rule)[["count", "upper", "conversion"]].to_dict("list")
    {'count': [150.0], 'upper': [157.5], 'conversion': ['de-svb-to-all']}
    """
    here = facts["job_concept"] == conversion.from_concept
    if not here.any():
        concepts = some(map(repr, facts["job_concept"].dropna().unique())) or "none"
        raise InputError(
            f"conversion {conversion.name}: no figure of concept {conversion.from_concept!r}; "
            f"the table holds {concepts}"
        )
    result = facts.copy()
    if "conversion" not in result.columns:
        result["conversion"] = NO_CONVERSION
        result["published_count"] = result["count"]
        result["published_concept"] = result["job_concept"]
    for name in ("count", "lower", "upper"):
        result[name] = result[name].where(~here, result[name] * conversion.factor)
    result.loc[here, "job_concept"] = conversion.to_concept
    result.loc[here, "conversion"] = [
        conversion.name if name == NO_CONVERSION else f"{name} + {conversion.name}"
        for name in result.loc[here, "conversion"]
    ]
    return result


def add_up(
    facts: pd.DataFrame,
    *,
    by: Sequence[str] = (),
    conversions: Sequence[Conversion] = (),
    mixed_dates: bool = False,
) -> pd.DataFrame:
    """Add figures of one concept and one date; refuse to add what is not alike.

    Parameters
    ----------
    facts
        :data:`grensgeo.schema.FACTS`, or what :func:`convert` gave.
    by
        Columns to keep apart beside ``opportunity``.
    conversions
        Applied first, in order.
    mixed_dates
        Add figures of several dates all the same; the result names them all.

    Returns
    -------
    DataFrame
        A row for each opportunity and ``by``: ``count``, ``lower``, ``upper``, and
        ``job_concept``, ``reference_date``, ``source_id`` and ``conversion``. Where a figure is
        hidden the total is null, between the sum of the least and the sum of the most that the
        figures can be; where a figure has no upper bound, neither has the total.

    Raises
    ------
    InputError
        If figures of unlike concepts or dates, a total and its parts, or two figures of one
        region would be added.

    Examples
    --------
    >>> import pandas as pd
    >>> facts = pd.DataFrame({
    ...     "region_code": ["GM0153", "05554020"], "opportunity": "jobs", "count": [80.0, 20.0],
    ...     "lower": [80.0, 20.0], "upper": [80.0, 20.0], "job_concept": ["all jobs", "SvB"],
    ...     "reference_date": "2023", "source_id": ["lisa", "ba"],
    ... })
    >>> rule = Conversion("de-svb-to-all", "SvB", "all jobs", 1.5, source="Münster, 2023")
    >>> total = add_up(facts, conversions=[rule])
    >>> float(total.loc[0, "count"]), total.loc[0, "conversion"]
    (110.0, 'de-svb-to-all + none')
    """
    import pandas as pd

    for conversion in conversions:
        facts = convert(facts, conversion)
    if "conversion" not in facts.columns:
        facts = facts.assign(conversion=NO_CONVERSION)
    keys = list(dict.fromkeys([*by, "opportunity"]))
    faults: list[str] = []
    rows = []
    for key, group in facts.groupby(keys, dropna=False, sort=True):
        faults += _unlike(group, " ".join(map(str, key)), mixed_dates=mixed_dates)
        words = {
            name: " + ".join(sorted({str(value) for value in group[name].dropna()})) or None
            for name in ("job_concept", "reference_date", "source_id", "conversion")
        }
        figures = {
            "count": group["count"].sum(skipna=False),
            "lower": group["lower"].fillna(group["count"]).sum(min_count=1),
            "upper": group["upper"].fillna(group["count"]).sum(skipna=False),
        }
        rows.append({**dict(zip(keys, key, strict=True)), **figures, **words})
    if faults:
        raise InputError("; ".join(faults))
    return pd.DataFrame(rows, columns=[*keys, *_FIGURES, *_WORDS])


def _unlike(group: pd.DataFrame, name: str, *, mixed_dates: bool) -> list[str]:
    """Say why figures cannot be added, if so."""
    faults = []
    concepts = group["job_concept"].fillna("no concept").value_counts().sort_index()
    if len(concepts) > 1:
        listed = ", ".join(f"{concept} ({number} rows)" for concept, number in concepts.items())
        faults.append(
            f"{name}: unlike concepts are not added: {listed}; give conversions= with a "
            "Conversion from one to the other"
        )
    dates = sorted(group["reference_date"].unique())
    if len(dates) > 1 and not mixed_dates:
        faults.append(
            f"{name}: figures of different dates are not added: {some(dates)}; keep one, or say "
            "mixed_dates=True"
        )
    same = group.duplicated(["region_code"], keep=False)
    if same.any():
        faults.append(
            f"{name}: {some(group.loc[same, 'region_code'].unique())} come more than once; keep "
            "one figure for each region"
        )
    nested = _nested(group["region_code"])
    if nested:
        faults.append(f"{name}: totals stand among their parts ({some(nested)}); keep one level")
    return faults


def _nested(codes: pd.Series) -> list[str]:
    """List regions that hold others of the list."""
    known = sorted({str(code) for code in codes})
    levels = {code: region_level(code) for code in known}
    german = [code for code in known if code.isdigit()]
    result = [
        f"{code} and {below}"
        for code, below in pairwise(german)
        if below.startswith(code) and below != code
    ]
    dutch = {level: code for code, level in levels.items() if not code.isdigit() and level}
    if len(dutch) > 1:
        result.append(" and ".join(f"{code} ({level})" for level, code in sorted(dutch.items())))
    return result


def bounds(table: pd.DataFrame, *, by: str, name: str) -> dict[str, pd.Series]:
    """Give the figure, the least and the most that it can be, as opportunities to be reached.

    Parameters
    ----------
    table
        Facts, listings, or what :func:`convert` gave: ``count``, ``lower``, ``upper``. Rows of
        one place are added; facts must be of one concept and date.
    by
        Column that names the place, such as ``region_code`` or ``id``.
    name
        Name of the opportunities.

    Returns
    -------
    dict
        Three Series by place: ``name`` (null where a figure is hidden), ``name_lower`` and
        ``name_upper`` (null where no bound is known). Give them to ``reach`` or any measure: what
        can be reached lies between the two. Not a confidence interval: every value between may
        be true.

    Raises
    ------
    InputError
        If a column is missing, a place has no name, or the figures are of unlike concepts or
        dates.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({
    ...     "region_code": ["GM0153", "05554020"], "count": [80.0, None],
    ...     "lower": [80.0, 1.0], "upper": [80.0, 2.0],
    ... })
    >>> given = bounds(table, by="region_code", name="places")
    >>> {key: series.to_dict() for key, series in given.items()}["places_upper"]
    {'05554020': 2.0, 'GM0153': 80.0}
    """
    missing = [column for column in (by, *_FIGURES) if column not in table.columns]
    if missing:
        raise InputError(f"{name}: no column {', '.join(map(repr, missing))} in the table")
    nowhere = table.index[table[by].isna()]
    if len(nowhere):
        raise InputError(f"{name}: {by} is empty in rows {some(nowhere)}; place them first")
    for column in ("opportunity", "job_concept", "reference_date"):
        if column in table.columns and len(table[column].dropna().unique()) > 1:
            raise InputError(
                f"{name}: more than one {column} ({some(table[column].dropna().unique())}); "
                "convert or choose first"
            )
    known = table["count"]
    lower = table["lower"].fillna(known).groupby(table[by]).sum(min_count=1)
    upper = (
        table["upper"].fillna(known).groupby(table[by]).agg(lambda part: part.sum(skipna=False))
    )
    count = known.groupby(table[by]).agg(lambda part: part.sum(skipna=False))
    series = {name: count, f"{name}_lower": lower, f"{name}_upper": upper}
    return {key: value.astype("float64").rename(key) for key, value in series.items()}

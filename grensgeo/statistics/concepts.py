"""Concepts of jobs: named conversions, totals and bounds that make figures comparable.

Nothing is made comparable in silence. A figure of one concept becomes one of another only by a
conversion that has a name, a factor and a source, and the name stays in the row; figures of unlike
concepts or dates are not added. A hidden figure stays an interval, to the end. Levels and sectors
stand in ``frameworks.py``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from numbers import Real
from typing import TYPE_CHECKING

from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.statistics.published import region_level

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

#: Concepts of jobs that the readers return, and those that figures are converted to. They differ
#: by a third in places, so they are never added as they are.
CONCEPTS = {
    "cbs_employee_jobs": "jobs of employees in December, by place of work (CBS)",
    "svb_workplace": "employees liable to social insurance, by place of work (SvB; BA)",
    "lisa_all_jobs": "everybody who works in the gemeente on 1 April, self-employed too (LISA)",
    "de_all_employed_workplace": "everybody employed or self-employed, by place of work (VGR)",
    "all_jobs": "everybody who works there, of both countries: what the others are brought to",
}

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

    Raises
    ------
    InputError
        Without a name, a source or a factor above 0, or from a concept to itself.

    Examples
    --------
    >>> rule = Conversion("de-svb-to-all", "svb_workplace", "all_jobs", 1.3, source="2023")
    >>> rule.note
    'conversion de-svb-to-all: svb_workplace to all_jobs, times 1.3 (2023)'
    """

    name: str
    from_concept: str
    to_concept: str
    factor: float
    source: str

    def __post_init__(self) -> None:
        """Validate that it has a name, a source, two concepts and a factor above zero."""
        if not self.name.strip() or self.name == NO_CONVERSION or " + " in self.name:
            raise InputError(
                "name-wrong", f"conversion: name {self.name!r}; give it a name of its own"
            )
        if not self.source.strip():
            raise InputError(
                "source-missing",
                f"conversion {self.name}: no source; say where the factor comes from",
            )
        if self.from_concept == self.to_concept:
            raise InputError(
                "conversion-to-itself",
                f"conversion {self.name}: from {self.from_concept} to itself",
            )
        number = isinstance(self.factor, Real) and not isinstance(self.factor, bool)
        if not (number and 0 < self.factor < math.inf):
            raise InputError(
                "out-of-range", f"conversion {self.name}: factor {self.factor!r}; give one above 0"
            )

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
    ...     "job_concept": ["all_jobs", "svb_workplace"],
    ...     "reference_date": ["2023", "2023-06-30"],
    ...     "source_id": ["vgr", "ba"],
    ... })
    >>> pair = ("svb_workplace", "all_jobs")
    >>> conversion_at(facts, "05515", concepts=pair, name="de-svb-to-all").factor
    1.3
    """
    figures, dates, told = [], [], []
    for concept in concepts:
        rows = facts[(facts["region_code"] == region_code) & (facts["job_concept"] == concept)]
        if len(rows) != 1 or not rows["count"].iloc[0] > 0:
            raise InputError(
                "conversion-without-figure",
                f"conversion {name}: {len(rows)} figures of {concept} in {region_code}, or one "
                "that is hidden or zero; give facts with one for one year",
            )
        row = rows.iloc[0]
        figures.append(float(row["count"]))
        dates.append(str(row["reference_date"]))
        told.append(f"{figures[-1]:g} {concept} ({row['source_id']}, {dates[-1]})")
    if dates[0][:4] != dates[1][:4]:
        raise InputError(
            "dates-differ",
            f"conversion {name}: {' and '.join(told)} in {region_code} are of different years",
        )
    source = f"{region_code}: {told[1]} over {told[0]}"
    return Conversion(name, *concepts, factor=figures[1] / figures[0], source=source)


def convert(facts: pd.DataFrame, conversion: Conversion) -> pd.DataFrame:
    """Convert the figures of one concept to another; the conversion's name stays in the rows.

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
    ...     "lower": [95.0], "upper": [105.0], "job_concept": ["svb_workplace"],
    ... })
    >>> rule = Conversion("de-svb-to-all", "svb_workplace", "all_jobs", 1.5, source="2023")
    >>> convert(facts, rule)[["count", "upper", "conversion"]].to_dict("list")
    {'count': [150.0], 'upper': [157.5], 'conversion': ['de-svb-to-all']}
    """
    here = facts["job_concept"] == conversion.from_concept
    if not here.any():
        concepts = some(map(repr, facts["job_concept"].dropna().unique())) or "none"
        raise InputError(
            "conversion-without-figure",
            f"conversion {conversion.name}: no figure of concept {conversion.from_concept!r}; "
            f"the table holds {concepts}",
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
    ...     "lower": [80.0, 20.0], "upper": [80.0, 20.0],
    ...     "job_concept": ["all_jobs", "svb_workplace"],
    ...     "reference_date": "2023", "source_id": ["lisa", "ba"],
    ... })
    >>> rule = Conversion("de-svb-to-all", "svb_workplace", "all_jobs", 1.5, source="2023")
    >>> total = add_up(facts, conversions=[rule])
    >>> float(total.loc[0, "count"]), total.loc[0, "conversion"]
    (110.0, 'de-svb-to-all + none')
    """
    import pandas as pd

    for conversion in conversions:
        facts = convert(facts, conversion)
    if "conversion" not in facts.columns:
        facts = facts.assign(conversion=NO_CONVERSION)
    keys = list(dict.fromkeys([*([by] if isinstance(by, str) else by), "opportunity"]))
    needs = [*keys, "region_code", *_FIGURES, *_WORDS]
    missing = [name for name in dict.fromkeys(needs) if name not in facts.columns]
    if missing:
        raise InputError(
            "column-missing", f"figures: columns {some(missing)} are missing; found {some(facts)}"
        )
    faults = Faults()
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
        raise InputError.of(faults)
    return pd.DataFrame(rows, columns=[*keys, *_FIGURES, *_WORDS])


def _unlike(group: pd.DataFrame, name: str, *, mixed_dates: bool) -> list[Fault]:
    """Report why figures cannot be added, if so."""
    faults = Faults()
    concepts = group["job_concept"].fillna("no concept").value_counts().sort_index()
    if len(concepts) > 1:
        listed = ", ".join(
            f"{concept} ({number} rows{_meaning(concept)})" for concept, number in concepts.items()
        )
        faults.add(
            "concepts-mixed",
            f"{name}: unlike concepts are not added: {listed}; give conversions= with a "
            "Conversion from one to the other",
        )
    dates = sorted(group["reference_date"].unique())
    if len(dates) > 1 and not mixed_dates:
        faults.add(
            "dates-differ",
            f"{name}: figures of different dates are not added: {some(dates)}; keep one, or say "
            "mixed_dates=True",
        )
    same = group.duplicated(["region_code"], keep=False)
    if same.any():
        faults.add(
            "row-twice",
            f"{name}: {some(group.loc[same, 'region_code'].unique())} come more than once; keep "
            "one figure for each region",
        )
    nested = _nested(group["region_code"])
    if nested:
        faults.add(
            "totals-among-parts",
            f"{name}: totals stand among their parts ({some(nested)}); keep one level",
        )
    return faults


def _meaning(concept: object) -> str:
    """Return what a concept counts, if it is known."""
    return f"; {CONCEPTS[str(concept)]}" if concept in CONCEPTS else ""


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


def intervals(table: pd.DataFrame, *, by: str) -> pd.DataFrame:
    """Return the figure, the least and the most that it can be, by place.

    Parameters
    ----------
    table
        Facts, listings, or what :func:`convert` gave: ``count``, ``lower``, ``upper``. Rows of
        one place are added, so they must be of one opportunity (or ``opp_type``), concept and
        date.
    by
        Column that names the place, such as ``region_code`` or ``id``.

    Returns
    -------
    DataFrame
        ``count`` (null where a figure is hidden), ``lower`` and ``upper`` (null where no bound is
        known) by place, as ``model_spread`` takes them. Not a confidence interval: every value
        between may be true.

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
    >>> intervals(table, by="region_code").loc["05554020", ["lower", "upper"]].tolist()
    [1.0, 2.0]
    """
    missing = [column for column in (by, *_FIGURES) if column not in table.columns]
    if missing:
        raise InputError(
            "column-missing", f"no column {', '.join(map(repr, missing))} in the table of figures"
        )
    nowhere = table.index[table[by].isna()]
    if len(nowhere):
        raise InputError(
            "value-missing", f"{by} is empty in rows {some(nowhere)}; place them first"
        )
    for column in ("opportunity", "opp_type", "job_concept", "reference_date"):
        found = table[column].fillna("none").unique() if column in table.columns else ()
        if len(found) > 1:
            raise InputError(
                "concepts-mixed",
                f"more than one {column} ({some(found)}); convert or choose first",
            )
    figures = table[list(_FIGURES)].astype("float64")
    figures["lower"] = figures["lower"].fillna(figures["count"])
    figures["upper"] = figures["upper"].fillna(figures["count"])
    groups = figures.groupby(table[by].astype(object))
    result = groups.sum()
    unknown = figures.isna().groupby(table[by].astype(object))
    # Of the least that is known a sum is a lower bound still; the others need every figure.
    any_missing, all_missing = unknown.any(), unknown.all()
    any_missing["lower"] = all_missing["lower"]
    return result.mask(any_missing)


def bounds(table: pd.DataFrame, *, by: str, name: str) -> dict[str, pd.Series]:
    """Return figures and their bounds as opportunities to be reached.

    Parameters
    ----------
    table
        As for :func:`intervals`.
    by
        Column that names the place.
    name
        Name of the opportunities.

    Returns
    -------
    dict
        Three Series by place: ``name`` (null where a figure is hidden), ``name_lower`` and
        ``name_upper`` (null where no bound is known). Give them to ``reach`` or any measure that
        rises with opportunities: what can be reached lies between the two.

    Raises
    ------
    InputError
        As :func:`intervals`.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({
    ...     "region_code": ["GM0153", "05554020"], "count": [80.0, None],
    ...     "lower": [80.0, 1.0], "upper": [80.0, 2.0],
    ... })
    >>> bounds(table, by="region_code", name="places")["places_upper"].to_dict()
    {'05554020': 2.0, 'GM0153': 80.0}
    """
    found = intervals(table, by=by)
    names = {"count": name, "lower": f"{name}_lower", "upper": f"{name}_upper"}
    return {key: found[column].rename(key) for column, key in names.items()}

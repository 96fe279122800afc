"""Jobs, apprenticeships and students per municipality, each with its concept and conversion.

The two countries count jobs differently. Here both are converted to ``all_jobs``: everybody who
works in the municipality, employed or self-employed, small jobs included, about 2022 (NL) and
2023 (DE). That is what LISA counts in the Netherlands and the Pendlerrechnung der Länder
(Erwerbstätige am Arbeitsort) in Germany. What is not published in that concept is converted by
a named factor, and the name stands in the row:

``none``
    Published in the concept itself.
``nl-employees-2015-to-all-2022``
    CBS employee jobs of December 2015, times all jobs of Twente in 2022 (LISA, BIRO) over its
    employee jobs in 2015. One factor for every gemeente: too small for rural ones (in Hof van
    Twente employees were 0.69 of all jobs, in Enschede 0.91), and outside Twente it supposes that
    jobs grew as in Twente.
``nl-employees-2015-to-all-2022-rest-of-twente``
    The same for the gemeenten of Twente without a published figure: the factor that makes the
    fourteen add up to the published total of Twente.
``de-svb-to-all``
    Employees liable to social insurance, times Erwerbstätige over such employees in the city of
    Münster in 2023. Small-job and civil-servant shares differ elsewhere; for Kreis Coesfeld the
    factor is confirmed within 1 % (99,229 in 2019 against 76,734 insured in 2023).
``de-rest-of-kreis-by-population``
    The Kreis (insured employees of September 2023, ``de-svb-to-all``) less its Gemeinden with
    figures, shared over the others by inhabitants.
``de-kreis-from-commuters-by-population``
    No figure for the Kreis was found. Insured residents are inhabitants times the rate of the
    Kreise with figures; plus in-commuters, less out-commuters (BA, June 2023) gives the insured
    employees of the Kreis; then ``de-svb-to-all``, shared over its Gemeinden by inhabitants.
``de-district-by-population``
    Published for an Agenturbezirk, shared over its Gemeinden by inhabitants.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grensgeo.errors import InputError, some
from grensgeo.region.population import read_table
from grensgeo.region.sharing import apportion
from grensgeo.statistics.concepts import NO_CONVERSION, Conversion, conversion_at

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

#: All working persons in Twente, 2022. Source: BIRO (Bedrijven- en Instellingenregister
#: Overijssel, the LISA register of the province), as cited by the Hof van Twente-index
#: ("ruim 336 duizend").
TWENTE_ALL_JOBS_2022 = 336_730

#: A figure that is older than this is stale: it is not used, the municipality counts as unknown.
OLDEST_YEAR_DE = 2017
#: Dutch all-jobs figures of these years are taken as they are.
OLDEST_YEAR_NL = 2020

#: Source and date of a figure that was not found.
_NO_FIGURE = "none"


@dataclass(frozen=True)
class Jobs:
    """Jobs per municipality and what was decided on the way.

    Attributes
    ----------
    table
        As :data:`grensgeo.schema.OPPORTUNITIES`, one row a municipality.
    assumed
        Conversions with their factors and figures not used: what is assumed, with its figures.
    """

    table: pd.DataFrame
    assumed: tuple[tuple[str, dict[str, str | float]], ...]


def read_jobs(path: Path) -> pd.DataFrame:
    """Read published figures on jobs, one row a fact.

    Parameters
    ----------
    path
        CSV with ``code, country, level, jobs, job_concept, reference_date, preferred, note``.

    Returns
    -------
    DataFrame
        The file with ``jobs`` as float64 (NaN where none was found), ``preferred`` as bool,
        ``year`` (Int64) and ``stale`` (bool; the note begins with STALE).

    Raises
    ------
    FileError
        If the file cannot be read.
    InputError
        If a column is missing, a figure is none, or a municipality has two preferred rows.
    """
    import pandas as pd

    text = ("code", "country", "level", "job_concept", "reference_date", "note")
    frame = read_table(path, {**dict.fromkeys(text, str), "jobs": float, "preferred": float})
    frame["preferred"] = frame["preferred"] == 1
    year = frame["reference_date"].str.extract(r"^(\d{4})")[0]
    frame["year"] = pd.to_numeric(year, errors="coerce").astype("Int64")
    frame["stale"] = frame["note"].str.contains(r"^\s*STALE")
    undated = frame.loc[frame["jobs"].notna() & frame["year"].isna(), "code"].tolist()
    preferred = frame.loc[frame["preferred"], "code"]
    twice = preferred[preferred.duplicated()].tolist()
    if undated or twice:
        raise InputError(
            "publisher-rows-wrong",
            f"{path}: figures without a year: {some(undated) or 'none'}; municipalities with two "
            f"preferred rows: {some(twice) or 'none'}",
        )
    return frame


def read_commuter_balance(path: Path) -> pd.Series:
    """Read how many more insured employees come to a Kreis than leave it.

    Parameters
    ----------
    path
        Commuters of the BA, Kreis by Kreis: ``richtung, rs_a, rs_b, insgesamt``; the rows with
        ``rs_b`` 0 are the totals of Kreis ``rs_a``. Residents who work abroad are not counted by
        the BA, people from abroad are.

    Returns
    -------
    Series
        In-commuters less out-commuters (float64) by Kreis code.

    Raises
    ------
    FileError
        If the file cannot be read.
    InputError
        If a Kreis lacks one of its two totals or has one twice.
    """
    frame = read_table(path, {"richtung": str, "rs_a": str, "rs_b": str, "insgesamt": float})
    totals = frame[(frame["rs_b"] == "0") & frame["insgesamt"].notna()]
    twice = totals.loc[totals.duplicated(["richtung", "rs_a"]), "rs_a"].tolist()
    both = [
        totals[totals["richtung"] == way].set_index("rs_a") for way in ("Einpendler", "Auspendler")
    ]
    one = sorted(set(both[0].index) ^ set(both[1].index))
    if twice or one or totals.empty:
        raise InputError(
            "publisher-rows-wrong",
            f"{path}: Kreise with a total twice: {some(twice) or 'none'}; with a total in one "
            f"direction only: {some(one) or 'none'}",
        )
    balance: pd.Series = both[0]["insgesamt"] - both[1]["insgesamt"]
    return balance.sort_index()


def read_apprenticeships(path: Path) -> pd.DataFrame:
    """Read the apprenticeship market per Agenturbezirk.

    Parameters
    ----------
    path
        CSV of BIBB figures: ``aab, kreise`` (codes, separated by semicolons), ``kldb2`` (``ALL``
        for all occupations) and ``angebot_2023``. ``*`` is suppressed; counts are multiples of 3.

    Returns
    -------
    DataFrame
        ``district, kreise`` (tuple of codes) and ``places``: places offered in 2022/2023, that is
        new contracts and unfilled places.

    Raises
    ------
    FileError
        If the file cannot be read.
    InputError
        If a district comes twice or its total is suppressed.
    """
    frame = read_table(path, {"aab": str, "kreise": str, "kldb2": str, "angebot_2023": float})
    whole = frame[frame["kldb2"] == "ALL"]
    wrong = whole.loc[whole["aab"].duplicated() | whole["angebot_2023"].isna(), "aab"].tolist()
    lost = sorted(set(frame["aab"]) - set(whole["aab"]))
    if wrong or lost:
        raise InputError(
            "publisher-rows-wrong",
            f"{path}: districts with their total twice or suppressed: {some(wrong) or 'none'}; "
            f"without a row ALL: {some(lost) or 'none'}",
        )
    result = whole.rename(columns={"aab": "district", "angebot_2023": "places"})
    result["kreise"] = [tuple(codes.split(";")) for codes in result["kreise"]]
    return result[["district", "kreise", "places"]].reset_index(drop=True)


def read_students(path: Path) -> pd.DataFrame:
    """Read the students of research universities by municipality.

    Only figures of high confidence that name one municipality are taken, and only research
    universities (wo, Universität): universities of applied sciences are published for several
    places together and cannot be compared across the border.

    Parameters
    ----------
    path
        CSV with ``code, kind, count, unit, reference_date, confidence``.

    Returns
    -------
    DataFrame
        ``region_code, students, reference_date``.

    Raises
    ------
    FileError
        If the file cannot be read.
    InputError
        If a municipality comes twice.
    """
    text = ("code", "kind", "unit", "reference_date", "confidence")
    frame = read_table(path, {**dict.fromkeys(text, str), "count": float})
    solid = (
        frame["kind"].isin(["wo", "university"])
        & (frame["unit"] == "students")
        & (frame["confidence"] == "high")
        & frame["count"].notna()
        & frame["code"].str.fullmatch(r"GM\d{4}|\d{8}")
    )
    rows = frame[solid].rename(columns={"code": "region_code", "count": "students"})
    twice = rows.loc[rows["region_code"].duplicated(), "region_code"].tolist()
    if twice:
        raise InputError(
            "row-twice", f"{path}: two universities in {some(twice)}; add them up first"
        )
    return rows[["region_code", "students", "reference_date"]].reset_index(drop=True)


def jobs_table(
    facts: pd.DataFrame,
    balance: pd.Series,
    municipalities: pd.DataFrame,
    *,
    source_ids: Mapping[str, str],
) -> Jobs:
    """Convert the jobs of both countries to one concept, ``all_jobs``.

    Parameters
    ----------
    facts
        What :func:`read_jobs` gave.
    balance
        What :func:`read_commuter_balance` gave.
    municipalities
        ``region_code, name, country, area, population``.
    source_ids
        Source in the catalogue by concept (``cbs_employee_jobs``, ``lisa_all_jobs``,
        ``svb_workplace``, ``de_all_employed_workplace``) and for ``commuters``.

    Returns
    -------
    Jobs
        One row a municipality, whole numbers; totals of Twente and of each Kreis are kept.

    Raises
    ------
    InputError
        If a gemeente or a Kreis lacks the figures that the conversions need.
    """
    import pandas as pd

    dutch = _dutch_jobs(facts, municipalities, source_ids)
    german = _german_jobs(facts, balance, municipalities, source_ids)
    rows = pd.DataFrame([*dutch.table, *german.table])
    rows["opportunity"], rows["job_concept"] = "jobs", "all_jobs"
    return Jobs(_ordered(rows), (*dutch.assumed, *german.assumed))


@dataclass(frozen=True)
class _JobRows:
    """Rows of a table in the making, and what is assumed of them."""

    table: list[dict[str, object]]
    assumed: list[tuple[str, dict[str, str | float]]]


def _row(code: str, count: int, conversion: str, **rest: object) -> dict[str, object]:
    """Build one row; what is not a published figure as it stands is modelled."""
    return {
        "region_code": code,
        "count": float(count),
        "published_count": None,
        "published_concept": None,
        "conversion": conversion,
        "modelled": conversion != NO_CONVERSION,
        **rest,
    }


def _published(fact: pd.Series, source_ids: Mapping[str, str]) -> dict[str, object]:
    """Return the columns of a row on the published figure that it rests on."""
    return {
        "published_count": float(fact["jobs"]),
        "published_concept": fact["job_concept"],
        "reference_date": fact["reference_date"],
        "source_id": source_ids[fact["job_concept"]],
    }


def _dutch_jobs(
    facts: pd.DataFrame, municipalities: pd.DataFrame, source_ids: Mapping[str, str]
) -> _JobRows:
    """Convert employee jobs of 2015 to all jobs of 2022."""
    gemeenten = municipalities[municipalities["country"] == "NL"].set_index("region_code")
    local = facts[(facts["level"] == "gemeente") & facts["jobs"].notna()]
    employees = local[
        (local["job_concept"] == "cbs_employee_jobs") & local["preferred"]
    ].set_index("code")
    lost = sorted(set(gemeenten.index) - set(employees.index))
    if lost:
        raise InputError("no-figure-known", f"no employee jobs are known of {some(lost)}")
    recent = local[(local["job_concept"] == "lisa_all_jobs") & (local["year"] >= OLDEST_YEAR_NL)]
    recent = recent.sort_values("year").drop_duplicates("code", keep="last").set_index("code")
    recent = recent[recent.index.isin(gemeenten.index)]
    jobs = employees.loc[gemeenten.index, "jobs"]
    twente = gemeenten.index[gemeenten["area"] == "twente"]
    rest = twente.difference(recent.index)
    remaining = int(TWENTE_ALL_JOBS_2022 - recent.loc[recent.index.isin(twente), "jobs"].sum())
    shared = dict(zip(rest, apportion(jobs[rest], remaining), strict=True))
    factor = TWENTE_ALL_JOBS_2022 / jobs[twente].sum()
    rows = []
    for code in gemeenten.index:
        if code in recent.index:
            fact = recent.loc[code]
            rows.append(
                _row(code, int(fact["jobs"]), NO_CONVERSION, **_published(fact, source_ids))
            )
            continue
        known = _published(employees.loc[code], source_ids)
        name, count = "nl-employees-2015-to-all-2022", round(jobs[code] * factor)
        if code in shared:
            name, count = f"{name}-rest-of-twente", int(shared[code])
        rows.append(_row(code, count, name, **known))
    names = ", ".join(
        f"{gemeenten.loc[c, 'name']} ({recent.loc[c, 'year']})" for c in recent.index
    )
    assumed: list[tuple[str, dict[str, str | float]]] = [
        (
            "jobs-nl",
            {
                "twente": float(remaining / jobs[rest].sum()),
                "elsewhere": float(factor),
                "total": TWENTE_ALL_JOBS_2022,
                "names": names,
            },
        )
    ]
    if "GM0299" in gemeenten.index:
        assumed.append(("jobs-nl-zevenaar", {}))
    return _JobRows(rows, assumed)


def _german_jobs(
    facts: pd.DataFrame,
    balance: pd.Series,
    municipalities: pd.DataFrame,
    source_ids: Mapping[str, str],
) -> _JobRows:
    """Share the rest of each Kreis over its Gemeinden without a figure; keep the others'."""
    gemeinden = municipalities[municipalities["country"] == "DE"].set_index("region_code")
    kreis = gemeinden.index.str[:5]
    people = gemeinden["population"].groupby(kreis).sum()
    insured = _insured_by_kreis(facts)
    svb_to_all = _svb_to_all(facts, source_ids)
    factor = svb_to_all.factor
    rate, modelled = _insured_from_commuters(insured, balance, people)
    local = facts[(facts["level"] == "gemeinde") & facts["jobs"].notna() & facts["preferred"]]
    local = local.set_index("code")
    local = local[local.index.isin(gemeinden.index)]
    old = local["stale"] | (local["year"] < OLDEST_YEAR_DE)
    rows: list[dict[str, object]] = []
    for code in people.index:
        own = gemeinden.index[kreis == code]
        here = local.loc[local.index.isin(own) & ~old]
        kreis_name, total = "de-rest-of-kreis-by-population", insured.get(code)
        source = source_ids["svb_workplace"]
        if total is None:
            kreis_name, total = "de-kreis-from-commuters-by-population", modelled[code]
            source = source_ids["commuters"]
        left = round(total * factor)
        for gemeinde, fact in here.iterrows():
            direct = fact["job_concept"] == "de_all_employed_workplace"
            count = round(fact["jobs"] if direct else fact["jobs"] * factor)
            name = NO_CONVERSION if direct else svb_to_all.name
            rows.append(_row(str(gemeinde), count, name, **_published(fact, source_ids)))
            left -= count
        rest = own.difference(here.index)
        if code not in insured and not len(rest):
            continue  # published figures of all its Gemeinden stand before a modelled total
        if left < 0 or (left > 0 and not len(rest)):
            raise InputError(
                "parts-exceed-total",
                f"Kreis {code}: its Gemeinden have {-left} jobs more than the Kreis; "
                "compare their dates and concepts",
            )
        for gemeinde, count in zip(
            rest, apportion(gemeinden.loc[rest, "population"], left), strict=True
        ):
            date = {"reference_date": "2023", "source_id": source}
            rows.append(_row(gemeinde, int(count), kreis_name, **date))
    unused = [
        f"{gemeinden['name'][str(code)]} {int(fact['jobs'])} ({fact['year']})"
        for code, fact in local[old].iterrows()
    ]
    names = ", ".join(sorted(set(people.index) - set(insured)))
    return _JobRows(
        rows,
        [
            ("jobs-de", {"factor": float(factor)}),
            ("jobs-de-kreise", {"names": names, "rate": float(rate)}),
            ("jobs-de-stale", {"unused": "; ".join(unused) or "-"}),
        ],
    )


def _insured_by_kreis(facts: pd.DataFrame) -> dict[str, float]:
    """Return the latest number of insured employees of each Kreis with a figure."""
    rows = facts[
        (facts["level"] == "kreis")
        & (facts["job_concept"] == "svb_workplace")
        & facts["jobs"].notna()
    ]
    latest = rows.sort_values("year").drop_duplicates("code", keep="last")
    return dict(zip(latest["code"], latest["jobs"], strict=True))


def _svb_to_all(facts: pd.DataFrame, source_ids: Mapping[str, str]) -> Conversion:
    """Compute all employed per insured employee, of the city of Münster in 2023."""
    known = facts[facts["year"] == 2023].rename(columns={"code": "region_code", "jobs": "count"})
    known = known.assign(source_id=known["job_concept"].map(source_ids))
    concepts = ("svb_workplace", "de_all_employed_workplace")
    return conversion_at(known, "05515000", concepts=concepts, name="de-svb-to-all")


def _insured_from_commuters(
    insured: Mapping[str, float], balance: pd.Series, people: pd.Series
) -> tuple[float, pd.Series]:
    """Estimate insured employees at the place of work from residents and commuters."""
    import pandas as pd

    lost = sorted(set(people.index) - set(balance.index))
    known = pd.Series(insured, dtype=float).reindex(people.index).dropna()
    if lost or known.empty:
        raise InputError(
            "no-figure-known", f"no commuters are known of Kreise {some(lost) or 'at all'}"
        )
    residents = known - balance[known.index]
    rate = float(residents.sum() / people[known.index].sum())
    return rate, people * rate + balance[people.index]


def apprenticeships_table(
    districts: pd.DataFrame, municipalities: pd.DataFrame, *, source_id: str
) -> pd.DataFrame:
    """Share the apprenticeship places of each Agenturbezirk over its Gemeinden.

    Parameters
    ----------
    districts
        What :func:`read_apprenticeships` gave.
    municipalities
        ``region_code, country, population``.
    source_id
        Source in the catalogue.

    Returns
    -------
    DataFrame
        As :data:`grensgeo.schema.OPPORTUNITIES`, one row a municipality. The count is null in
        the Netherlands, where no such figure was found, and in a district of which a Kreis is
        not among the municipalities: its share is not known.
    """
    import pandas as pd

    german = municipalities[municipalities["country"] == "DE"]
    kreis = german["region_code"].str[:5]
    counts: dict[str, int] = {}
    for kreise, places in zip(districts["kreise"], districts["places"], strict=True):
        if not set(kreise) <= set(kreis):
            continue
        own = german[kreis.isin(kreise)]
        shares = apportion(own["population"], int(places))
        counts.update(zip(own["region_code"], map(int, shares), strict=True))
    rows = pd.DataFrame({"region_code": municipalities["region_code"]})
    rows["count"] = rows["region_code"].map(counts).astype("float64")
    known = rows["count"].notna()
    rows["opportunity"], rows["job_concept"] = "apprenticeships", "apprenticeship_places_offered"
    rows["published_count"], rows["published_concept"] = None, None
    rows["conversion"] = known.map({True: "de-district-by-population", False: NO_CONVERSION})
    rows["reference_date"] = "2023-09-30"
    rows["source_id"] = known.map({True: source_id, False: _NO_FIGURE})
    rows["modelled"] = known
    return _ordered(rows)


def students_table(
    students: pd.DataFrame, municipalities: pd.DataFrame, *, source_id: str
) -> pd.DataFrame:
    """Return the students of research universities, null wherever no figure was found.

    Parameters
    ----------
    students
        What :func:`read_students` gave.
    municipalities
        ``region_code``.
    source_id
        Source in the catalogue.

    Returns
    -------
    DataFrame
        As :data:`grensgeo.schema.OPPORTUNITIES`, one row a municipality.
    """
    rows = municipalities[["region_code"]].merge(students, on="region_code", how="left")
    known = rows["students"].notna()
    rows["count"] = rows["published_count"] = rows["students"]
    rows["opportunity"], rows["job_concept"] = "students", "university_students"
    rows["published_concept"] = known.map({True: "university_students", False: None})
    rows["conversion"], rows["modelled"] = NO_CONVERSION, False
    rows["reference_date"] = rows["reference_date"].fillna(_NO_FIGURE)
    rows["source_id"] = known.map({True: source_id, False: _NO_FIGURE})
    return _ordered(rows)


def _ordered(rows: pd.DataFrame) -> pd.DataFrame:
    """Validate a table against its schema, in order of municipality."""
    from grensgeo import schema

    columns = [column.name for column in schema.OPPORTUNITIES.columns]
    table = rows[columns].sort_values(["opportunity", "region_code"], ignore_index=True)
    return schema.OPPORTUNITIES.check(table)

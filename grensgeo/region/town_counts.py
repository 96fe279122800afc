"""Counts of municipalities: their own, and what is left of a coarser unit shared out over them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grensgeo.errors import Fault, InputError, some
from grensgeo.geodata.doubtful_places import lost_zeros
from grensgeo.notes import Note
from grensgeo.region.consistency import NO_SOURCE
from grensgeo.region.people import match_codes
from grensgeo.region.sharing import apportion
from grensgeo.statistics.concepts import NO_CONVERSION

if TYPE_CHECKING:
    from collections.abc import Mapping

    import geopandas as gpd
    import pandas as pd

    from grensgeo.arrays import Floats

#: Conversion of what is published for a coarser unit, and of what is left of it where some of its
#: municipalities have figures of their own.
SHARED = "unit-by-population"
REST_SHARED = "rest-of-unit-by-population"
#: Between the codes of a unit that is several.
_SEVERAL = ";"
#: Part by which figures of all municipalities may miss that of their unit without a word.
_AGREES = 0.01


@dataclass(frozen=True, eq=False)
class CodedCounts:
    """Counts by code of a municipality or of a coarser unit.

    Attributes
    ----------
    name, country
        What is counted, and where.
    codes, count
        By row.
    where
        The file, for errors.
    date, source_id
        Of rows that tell none themselves.
    about
        What rows tell of their counts, by the names of ``own_tables.ABOUT``.
    share_bounds
        Between what parts of its share by inhabitants a municipality's count lies.
    """

    name: str
    country: str
    codes: pd.Series
    count: pd.Series
    where: str
    date: str
    source_id: str
    about: Mapping[str, pd.Series] = field(default_factory=dict)
    share_bounds: tuple[float, float] = (math.nan, math.nan)

    def bound(self, name: str, row: int) -> float:
        """Return a bound that a row tells; NaN if none."""
        found = self.about.get(name)
        return math.nan if found is None else float(found.iloc[row])

    def told(self, name: str, row: int) -> str:
        """Return what a row tells; empty if nothing."""
        found = self.about.get(name)
        value = "" if found is None else found.iloc[row]
        return value if isinstance(value, str) else ""


@dataclass
class TownCounts:
    """Counts of the municipalities of one country as they are gathered.

    Attributes
    ----------
    towns
        Its municipalities: ``region_code, country, population, nuts3``.
    outlines
        Municipalities in the region or not, of every country.
    rows
        By municipality, in the order of ``towns``: ``count``, NaN where nothing is known, and
        ``published, published_concept, conversion, date, source, lower, upper``.
    notes
        What was assumed.
    """

    towns: gpd.GeoDataFrame
    outlines: gpd.GeoDataFrame
    rows: pd.DataFrame
    notes: list[Note] = field(default_factory=list)

    @classmethod
    def of(cls, towns: gpd.GeoDataFrame, outlines: gpd.GeoDataFrame) -> TownCounts:
        """Return counts of which nothing is known yet."""
        import pandas as pd

        rows = pd.DataFrame(
            {"count": float("nan"), "published": float("nan"), "published_concept": None,
             "conversion": NO_CONVERSION, "date": NO_SOURCE, "source": NO_SOURCE,
             "lower": float("nan"), "upper": float("nan")},
            index=towns.index,
        )  # fmt: skip
        return cls(towns, outlines, rows.astype({"published_concept": object}))

    def add_towns(self, coded: CodedCounts, concept: str) -> None:
        """Add counts by code of a municipality.

        Parameters
        ----------
        coded
            The counts.
        concept
            What they count.
        """
        region = match_codes(coded.codes, self.towns, coded.country)
        if not region.notna().any():
            faults = lost_zeros(coded.codes) or [
                Fault(
                    "nothing-in-area",
                    f"none of its codes ({some(coded.codes)}) is of a municipality of "
                    f"{coded.country} in the region; name the column of codes, or the country of "
                    "the file",
                )
            ]
            raise InputError.of(faults, where=coded.where)
        twice = region[region.duplicated() & region.notna()].tolist()
        if twice:
            raise InputError(
                "row-twice",
                f"{coded.where}: {coded.name} of {some(twice)} stand twice; add them up first",
            )
        index = dict(zip(self.towns["region_code"], self.towns.index, strict=True))
        for row, code in enumerate(region):
            number = float(coded.count.iloc[row])
            if not isinstance(code, str) or math.isnan(number):
                continue
            self._set(index[code], number, coded, row, concept=concept)

    def _set(
        self, town: object, number: float, coded: CodedCounts, row: int, *, concept: str
    ) -> None:
        """Set the count of a municipality as a row tells it."""
        conversion = coded.told("conversion", row) or NO_CONVERSION
        published, called = float("nan"), ""
        if "published" in coded.about:
            published = float(coded.about["published"].iloc[row])
            called = coded.told("published_concept", row)
        elif conversion == NO_CONVERSION:
            published, called = number, concept
        least, most = coded.bound("lower", row), coded.bound("upper", row)
        values = {
            "count": number,
            "published": published,
            "published_concept": called or (None if math.isnan(published) else concept),
            "conversion": conversion,
            "date": coded.told("date", row) or coded.date,
            "source": coded.told("source", row) or coded.source_id,
            "lower": least,
            "upper": most,
        }
        for name, value in values.items():
            self.rows.loc[town, name] = value

    def add_units(self, coded: CodedCounts) -> None:
        """Share counts of coarser units over their municipalities without one, by inhabitants.

        Parameters
        ----------
        coded
            The counts; a code may be several, with semicolons between them.
        """
        partly: list[str] = []
        apart: list[str] = []
        found, shared = False, 0
        for row, code in enumerate(coded.codes):
            number = float(coded.count.iloc[row])
            here, people = self._unit(str(code))
            if not here.any() or math.isnan(number):
                found |= bool(here.any())
                continue
            found = True
            known = here & self.rows["count"].notna()
            rest = here & ~known
            left = number - float(self.rows.loc[known, "count"].sum())
            if not rest.any():
                if abs(left) > _AGREES * number:
                    apart.append(str(code))
                continue
            if not people > 0:
                partly.append(str(code))
                continue
            if left < 0:
                raise InputError(
                    "parts-exceed-total",
                    f"{coded.where}: municipalities of {code} have {-left:g} {coded.name} more "
                    "than all of it; compare their dates and concepts",
                )
            weights = self.towns.loc[rest, "population"].to_numpy(dtype="float64")
            inside = float(self.towns.loc[known, "population"].sum())
            self.rows.loc[rest, "count"] = _shares(left, weights, people - inside)
            self._tell(rest, coded, row, REST_SHARED if known.any() else SHARED)
            # one that is alone in it has all of it, however it would be shared
            alone = rest.sum() == 1 and float(weights.sum()) == people - inside
            for name, part in zip(("lower", "upper"), coded.share_bounds, strict=True):
                shares = self.rows.loc[rest, "count"]
                bound = shares if alone else shares * part
                self.rows.loc[rest, name] = bound.clip(upper=max(left, 0.0)).round()
            shared += int(rest.sum())
        if not found:
            raise InputError(
                "nothing-in-area",
                f"{coded.where}: none of its codes ({some(coded.codes)}) is of a unit with "
                "municipalities of the region; codes of NUTS need NUTS 3 regions that are known",
            )
        about = {"what": coded.name}
        self.notes.append(Note("region.shared-by-inhabitants", n=shared, **about))
        if partly:
            self.notes.append(Note("region.unit-in-part", names=some(partly), **about))
        if apart:
            self.notes.append(Note("region.unit-contradicted", names=some(apart), **about))

    def _tell(self, rest: pd.Series, coded: CodedCounts, row: int, conversion: str) -> None:
        """Set what the counts of municipalities rest on that are shares of a unit's."""
        self.rows.loc[rest, "conversion"] = coded.told("conversion", row) or conversion
        self.rows.loc[rest, "date"] = coded.told("date", row) or coded.date
        self.rows.loc[rest, "source"] = coded.told("source", row) or coded.source_id

    def _unit(self, code: str) -> tuple[pd.Series, float]:
        """Return the municipalities of a unit, and how many live in all of it; NaN if unknown."""
        import pandas as pd

        here = pd.Series(data=False, index=self.towns.index)
        whole = pd.Series(data=False, index=self.outlines.index)
        complete = True
        for one in code.split(_SEVERAL):
            here |= _within(self.towns, one.strip())
            more = _within(self.outlines, one.strip())
            complete &= bool(more.any())
            whole |= more
        inside, every = self.towns[here], self.outlines[whole]
        if complete and set(every["region_code"]) <= set(inside["region_code"]):
            return here, float(inside["population"].sum())
        known = every.get("population", pd.Series(index=every.index, dtype="float64"))
        people = known.astype("float64").sum(skipna=False) if complete else float("nan")
        return here, float(people)


def _shares(left: float, weights: Floats, people: float) -> Floats:
    """Return the shares of a count, whole numbers where all of it is shared out and is whole."""
    import numpy as np

    if left.is_integer() and weights.sum() == people:
        return apportion(weights, int(left)).astype(np.float64)
    shares: Floats = left * weights / people
    return shares


def _within(frame: gpd.GeoDataFrame, code: str) -> pd.Series:
    """Return which municipalities lie in a unit: its code begins theirs, or is their NUTS 3's."""
    bare = frame["region_code"].str.replace(r"^[A-Z]{2}_", "", regex=True)
    here: pd.Series = bare.str.startswith(code)
    if "nuts3" in frame.columns:
        here |= frame["nuts3"].fillna("").astype(str) == code
    return here

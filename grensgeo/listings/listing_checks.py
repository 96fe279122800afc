"""Checks that all readers of listings share: dates, counts, codes, coordinates.

A listing is an offer or a firm at a point, or in a municipality. Nothing personal belongs in it:
the readers take the fields that they know and leave all others unread.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES, ISO_3166, all_countries
from grensgeo.counts import EITHER
from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.schema import LISTINGS
from grensgeo.statistics import published
from grensgeo.statistics.frameworks import NACE_SECTIONS

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd
    from shapely import Geometry

#: What can be listed.
OPP_TYPES = ("job", "internship", "apprenticeship", "graduation", "startup")

#: Two boundary layers miss each other by up to 131 m at the border of the region, and a point is
#: not drawn better than that: a point this near to a place (degrees, 150 to 220 m) lies in it.
_NEAR_DEGREES = 0.002

_COUNTS = ("count", "lower", "upper")
_LANGUAGE = re.compile(r"[a-z]{2}")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def validate_listings(
    frame: pd.DataFrame,
    path: Path,
    *,
    municipalities: gpd.GeoDataFrame | None = None,
) -> pd.DataFrame:
    """Validate listings against what can be true, and convert them to the types of their table.

    Parameters
    ----------
    frame
        Text by line of the file (index named ``line``) or by number of the record; any of the
        columns of :data:`grensgeo.schema.LISTINGS`, an empty text where nothing is known. Without
        ``lower`` and ``upper`` a count is taken as it is.
    path
        The file, for errors.
    municipalities
        Polygons with ``region_code`` and ``country``, to see whether points lie where they say.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.LISTINGS`, in the order of the file.

    Raises
    ------
    InputError
        With every fault at once, by line: types, countries, codes, levels, sections, languages
        and dates that are none; no place; longitude and latitude swapped; a point outside its
        country or municipality; an end before its beginning; ids that come twice.
    """
    text = _complete(frame)
    faults = Faults()
    faults += [
        *_word_faults(text),
        *_code_faults(text),
        *_level_faults(text),
        *_date_faults(text),
        *_repeated(text),
    ]
    counts = _numbers(text, ["count", "lower", "upper"], faults)
    faults += _count_faults(counts)
    lonlat = _numbers(text, ["lon", "lat"], faults)
    faults += _place_faults(text, lonlat, municipalities=municipalities)
    published.refuse(path, faults)
    result = text.where(text != "", None)
    result[["lon", "lat"]], result[["count", "lower", "upper"]] = lonlat, counts
    return LISTINGS.check(result.reset_index(drop=True), where=str(path))


def _rows(hit: pd.Series) -> str:
    """Format the rows for which something holds."""
    return published.lines(hit.index[hit])


def _complete(frame: pd.DataFrame) -> pd.DataFrame:
    """Return every column of the table, as text."""
    text = frame.reindex(columns=[column.name for column in LISTINGS.columns], fill_value="")
    if "lower" not in frame.columns and "upper" not in frame.columns:
        text["lower"] = text["upper"] = text["count"]
    return text.astype(object)


def _told(values: pd.Series, hit: pd.Series) -> str:
    """List the values for which something holds, with their rows."""
    return f"{some(map(repr, values[hit].unique()))}, {_rows(hit)}"


def _word_faults(text: pd.DataFrame) -> list[Fault]:
    """Find words that are not of the list, and fields that may not be empty."""
    faults = [
        Fault("value-missing", f"no {name} in {_rows(text[name] == '')}")
        for name in ("id", "opp_type", "country", "source_id")
        if (text[name] == "").any()
    ]
    allowed = {"opp_type": OPP_TYPES, "country": tuple(ISO_3166), "sector_nace": NACE_SECTIONS}
    remedies = {
        "opp_type": f"write {', '.join(OPP_TYPES)}",
        "country": f"write a code of ISO 3166, such as {', '.join(COUNTRIES[1:3])}",
        "sector_nace": "write a section of NACE Rev. 2, A to U; nace_section() gives it by code",
    }
    for name, words in allowed.items():
        wrong = (text[name] != "") & ~text[name].isin(list(words))
        if wrong.any():
            faults.append(
                Fault(
                    "choice-unknown",
                    f"no {name} of that name ({_told(text[name], wrong)}); {remedies[name]}",
                )
            )
    wrong = (text["language"] != "") & ~text["language"].str.fullmatch(_LANGUAGE)
    if wrong.any():
        faults.append(
            Fault(
                "language-wrong",
                f"no languages ({_told(text['language'], wrong)}); write two small letters of "
                "ISO 639-1, such as nl, de or en",
            )
        )
    return faults


def _code_faults(text: pd.DataFrame) -> list[Fault]:
    """Find region codes that are none, or of the other country."""
    faults = Faults()
    for one in all_countries():
        shape = next((code for code in one.codes if code.level == "municipality"), None)
        country = one.code
        here = text.loc[(text["country"] == country) & (text["region_code"] != ""), "region_code"]
        if shape is None or here.empty:
            continue
        if not shape.alone:  # the shape is no other's where the country is known
            wrong = here[~here.str.fullmatch(f"(?:{country}_)?(?:{shape.pattern.pattern})")]
            if len(wrong):
                faults.add(
                    "code-malformed",
                    f"codes that are not of a municipality in {country} "
                    f"({some(map(repr, wrong.unique()))}, {published.lines(wrong.index)}); "
                    f"write them as {shape.example}",
                )
            continue
        level = published.region_level(shape.example)
        other = published.levels_of(here).notna() & (published.levels_of(here) != level)
        if one.damaged is not None:  # what a number is left of is no area of another level
            other &= ~here.str.fullmatch(one.damaged.pattern.pattern)
        higher = here[other]
        if len(higher):
            faults.add(
                "code-malformed",
                f"codes that are not of a municipality in {country} "
                f"({some(map(repr, higher.unique()))}, {published.lines(higher.index)}); "
                "give the municipality: a total would be counted among its parts",
            )
        rest = here.drop(higher.index)
        faults += published.code_faults(rest, [level or shape.level])
    return faults


def _level_faults(text: pd.DataFrame) -> list[Fault]:
    """Find levels outside 1 to 8, and a highest below the lowest."""
    faults = Faults()
    valid = {}
    for name in ("eqf_min", "eqf_max"):
        valid[name] = text[name].isin(list("12345678"))
        wrong = (text[name] != "") & ~valid[name]
        if wrong.any():
            faults.add(
                "level-unknown",
                f"{name} is no level of the European framework ({_told(text[name], wrong)}); "
                "write 1 to 8; eqf_range() gives it for levels of the two countries",
            )
    both = valid["eqf_min"] & valid["eqf_max"]
    turned = both & (text["eqf_min"].where(both, "0") > text["eqf_max"].where(both, "0"))
    if turned.any():
        faults.add("bounds-crossed", f"eqf_min above eqf_max in {_rows(turned)}; swap them")
    return faults


def _is_date(value: str) -> bool:
    """Return whether a text is a day of the calendar, as 2026-02-28."""
    if not _ISO_DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _date_faults(text: pd.DataFrame) -> list[Fault]:
    """Find days that are none, and ends before their beginning."""
    faults = Faults()
    valid = {}
    for name in ("valid_from", "valid_to"):
        valid[name] = text[name].map(_is_date).astype(bool)
        wrong = (text[name] != "") & ~valid[name]
        if wrong.any():
            faults.add(
                "date-wrong",
                f"{name} is no day ({_told(text[name], wrong)}); write it as 2026-02-28",
            )
    both = valid["valid_from"] & valid["valid_to"]
    turned = both & (text["valid_to"] < text["valid_from"])
    if turned.any():
        first = text[turned].iloc[0]
        faults.add(
            "bounds-crossed",
            f"valid_to before valid_from ({first['valid_from']} to {first['valid_to']}, "
            f"{_rows(turned)}); swap them, or mend the one that is wrong",
        )
    return faults


def _repeated(text: pd.DataFrame) -> list[Fault]:
    """Find ids that come twice."""
    twice = text["id"].duplicated(keep=False) & (text["id"] != "")
    if not twice.any():
        return []
    return [
        Fault(
            "id-twice",
            f"ids come twice ({_told(text['id'], twice)}); keep one row, or tell them apart",
        )
    ]


def _numbers(text: pd.DataFrame, names: list[str], faults: Faults) -> pd.DataFrame:
    """Parse numbers with decimal points; empty where they are not known."""
    import pandas as pd

    result = pd.DataFrame(index=text.index)
    for name in names:
        if name in _COUNTS:
            doubtful = text[name].str.fullmatch(EITHER) & (text[name] != "")
            if doubtful.any():
                faults.add(
                    "decimals-ambiguous",
                    f"{name}: thousands or decimals ({_told(text[name], doubtful)})? Write whole "
                    "numbers without a sign between thousands",
                )
        values = pd.to_numeric(text[name].where(text[name] != ""), errors="coerce")
        wrong = (text[name] != "") & ~np.isfinite(values.astype("float64"))
        if wrong.any():
            faults.add(
                "not-a-number",
                f"{name} is no number ({_told(text[name], wrong)}); write decimals with a point",
            )
        result[name] = values.astype("float64").where(~wrong)
    return result


def _count_faults(counts: pd.DataFrame) -> list[Fault]:
    """Find counts below zero or outside their bounds."""
    faults = Faults()
    below = (counts < 0).any(axis=1)
    if below.any():
        faults.add("negative-or-infinite", f"counts below zero in {_rows(below)}")
    apart = counts["lower"] > counts["upper"]
    apart |= (counts["count"] < counts["lower"]) | (counts["count"] > counts["upper"])
    if apart.any():
        faults.add(
            "bounds-crossed",
            f"a count outside its lower and upper in {_rows(apart)}; mend the bounds",
        )
    return faults


def _place_faults(
    text: pd.DataFrame, lonlat: pd.DataFrame, *, municipalities: gpd.GeoDataFrame | None
) -> list[Fault]:
    """Find listings without a place, and points that cannot be where they are said to be."""
    faults = Faults()
    told = text[["lon", "lat"]] != ""
    half = told["lon"] != told["lat"]
    if half.any():
        faults.add(
            "coordinates-missing",
            f"longitude without latitude, or the reverse, in {_rows(half)}; give both",
        )
    nowhere = ~told.any(axis=1) & (text["region_code"] == "")
    if nowhere.any():
        faults.add(
            "coordinates-missing",
            f"no place in {_rows(nowhere)}; give lon and lat, or region_code",
        )
    known = lonlat.notna().all(axis=1)
    lon, lat = lonlat["lon"], lonlat["lat"]
    for one in all_countries():
        country, (west, south, east, north) = one.code, one.extent
        here = known & (text["country"] == country)
        inside = lon.between(west, east) & lat.between(south, north)
        turned = here & ~inside & lat.between(west, east) & lon.between(south, north)
        away = here & ~inside & ~turned
        if turned.any():
            faults.add(
                "coordinates-swapped",
                f"longitude and latitude are swapped in {_rows(turned)} "
                f"({_first(lonlat, turned)}): lon comes first, then lat",
            )
        if away.any():
            faults.add(
                "outside-country",
                f"points outside {country} in {_rows(away)} ({_first(lonlat, away)}); mend the "
                "country or the coordinates, which are degrees (EPSG:4326)",
            )
        known &= ~(turned | away)
    if municipalities is not None:
        faults += _outside(text[known], lonlat[known], municipalities)
    return faults


def _first(lonlat: pd.DataFrame, hit: pd.Series) -> str:
    """Write the coordinates of the first row for which something holds."""
    lon, lat = lonlat[hit].to_numpy()[0]
    return f"{lon:.4f}, {lat:.4f}"


def _outside(
    text: pd.DataFrame, lonlat: pd.DataFrame, municipalities: gpd.GeoDataFrame
) -> list[Fault]:
    """Find points in another country, or another municipality, than the listing says."""
    import pandas as pd
    import shapely

    if not {"country", "region_code"} <= {*municipalities.columns} or municipalities.crs is None:
        raise InputError(
            "type-wrong", "municipalities: give polygons with country, region_code and a CRS"
        )
    shapes = municipalities.to_crs(4326).geometry
    points = np.asarray(shapely.points(lonlat.to_numpy()), dtype=object)
    country = municipalities["country"].to_numpy()
    lands = {str(name): shapes[country == name].union_all() for name in set(country)}
    faults = Faults()
    for name, land in sorted(lands.items()):
        others = shapely.union_all([other for key, other in lands.items() if key != name])
        here = (text["country"] == name).to_numpy()
        abroad = here.copy()
        abroad[here] = _within(points[here], others) & ~_near(points[here], land)
        if abroad.any():
            hit = pd.Series(abroad, index=text.index)
            faults.add(
                "outside-country",
                f"points outside their country {name} in {_rows(hit)} "
                f"({some(text['id'][hit])}); mend the country or the coordinates",
            )
    codes = text["region_code"].to_numpy()
    wrong = np.zeros(len(text), dtype=bool)
    for code in set(codes) & set(municipalities["region_code"]):
        here = codes == code
        own = shapes[(municipalities["region_code"] == code).to_numpy()].union_all()
        wrong[here] = ~_near(points[here], own)
    if wrong.any():
        hit = pd.Series(wrong, index=text.index)
        faults.add(
            "outside-municipality",
            f"points outside the municipality that the listing names in {_rows(hit)} "
            f"({some(text['region_code'][hit])}); mend region_code or the coordinates",
        )
    return faults


def _within(points: npt.NDArray[np.object_], shape: Geometry) -> npt.NDArray[np.bool_]:
    """Return which points lie in a shape."""
    import shapely

    shapely.prepare(shape)
    return np.asarray(shapely.intersects(shape, points), dtype=bool)


def _near(points: npt.NDArray[np.object_], shape: Geometry) -> npt.NDArray[np.bool_]:
    """Return which points lie in a shape or next to it."""
    import shapely

    shapely.prepare(shape)
    return np.asarray(shapely.dwithin(shape, points, _NEAR_DEGREES), dtype=bool)

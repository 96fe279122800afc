"""Where offers lie: by their own point, postcode, town or village, or municipality."""

from __future__ import annotations

import math
import re
import warnings
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.declared.option import like
from grensgeo.errors import GrensgeoWarning, InputError, some
from grensgeo.files import LAYERS, ending, open_table, read_layer
from grensgeo.listings.offer_words import plain
from grensgeo.notes import Note
from grensgeo.region.locating import municipality_at
from grensgeo.schema import EXPORTED_OFFERS, OFFERS

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping
    from pathlib import Path

    import geopandas as gpd
    import pandas as pd

    from grensgeo.region.region import Region

#: Columns in which a table of postcodes has them.
_POSTCODE = ("postcode", "pc6", "pc4", "plz", "postcode6", "postcode4", "zip")
#: Files in a region's folder that hold its postcodes.
_IN_REGION = ("postcodes.parquet", "postcodes.csv", "postcodes.gpkg")
#: Places of one name that are no farther apart than this are one place, degrees (about 5 km).
_ONE_PLACE_DEGREES = 0.06
#: Of several places of one name the largest is meant where it has so many times the inhabitants.
_MUCH_LARGER = 10
#: Codes of what is said of offers that are left out, by why they are.
_LEFT_OUT = {
    "unknown": "offers.left-out-unknown",
    "ambiguous": "offers.left-out-ambiguous",
    "untold": "offers.left-out-untold",
    "outside": "offers.left-out-outside",
    "contradicted": "offers.left-out-contradicted",
}


@dataclass(frozen=True)
class _NamedSpot:
    """A place that a name may stand for."""

    lon: float
    lat: float
    country: str
    people: float
    how: str


class Gazetteer:
    """Finds places of a region by name and postcode.

    Parameters
    ----------
    region
        Municipalities, and the places of its base map.
    postcodes
        What :func:`read_postcodes` gives.
    """

    def __init__(self, region: Region, postcodes: pd.DataFrame | None = None) -> None:
        self.names: dict[str, list[_NamedSpot]] = {}
        self.postcodes: dict[tuple[str, str], tuple[float, float]] = {}
        for row in region.municipalities.to_dict("records"):
            lon, lat, people = (
                float(row[name]) for name in ("place_lon", "place_lat", "population")
            )
            self._name(
                str(row["name"]), _NamedSpot(lon, lat, row["country"], people, "main place")
            )
        self._add_base_map(region)
        if postcodes is not None:
            for row in postcodes.to_dict("records"):
                key = (str(row["country"] or ""), str(row["postcode"]))
                self.postcodes[key] = (float(row["lon"]), float(row["lat"]))

    def _add_base_map(self, region: Region) -> None:
        """Add places and postcodes, each in the country in which it lies."""
        if region.base_map is None:
            return
        found = region.base_map.features
        found = found[found["layer"].isin(["place", "postcode"])].to_crs(4326)
        lon, lat = found.geometry.x.to_numpy(), found.geometry.y.to_numpy()
        at = municipality_at(region.municipalities, lon, lat)
        countries = region.municipalities["country"].to_numpy()
        people = found["population"].fillna(0).to_numpy(dtype=np.float64)
        told = zip(found["layer"], found["name"], lon, lat, at, people, strict=True)
        for layer, name, x, y, row, many in told:
            if row < 0 or not isinstance(name, str):
                continue
            country, spot = str(countries[row]), (float(x), float(y))
            if layer == "postcode":
                self.postcodes[country, name] = spot
            else:
                self._name(name, _NamedSpot(*spot, country, float(many), "place"))

    def _name(self, name: str, spot: _NamedSpot) -> None:
        for key in {plain(name), plain(re.sub(r"\(.*?\)", " ", name))} - {""}:
            self.names.setdefault(key, []).append(spot)

    def by_postcode(self, postcode: str, country: str | None) -> tuple[float, float] | None:
        """Return the point of a postcode, of its first four digits where that is all there is."""
        text = re.sub(r"^(?:NL|DE|D|BE|B)-", "", postcode.strip().upper()).replace(" ", "")
        shorter = [text[:4]] if re.fullmatch(r"\d{4}[A-Z]{2}", text) else []
        for code in (text, *shorter):
            for land in (country or "", ""):
                if (land, code) in self.postcodes:
                    return self.postcodes[land, code]
        return None

    def by_name(self, town: str, country: str | None) -> _NamedSpot | str:
        """Return the place of a name, or why there is none: ``unknown`` or ``ambiguous``."""
        for name in _spellings(town):
            spots = [one for one in self.names.get(name, ()) if country in (None, one.country)]
            if spots:
                return _one_of(spots)
        return "unknown"

    def like(self, town: str) -> str:
        """Return the known name that is most like one, empty where none is."""
        return like(plain(town), list(self.names)) or ""


def _spellings(town: str) -> list[str]:
    """Return the names that a field may stand for, the most exact first."""
    bare = re.sub(r"^\s*(?:[A-Z]{1,2}-)?\d{4,5}(?:\s?[A-Z]{2}\b)?\s*", "", town).strip()
    bare = re.sub(r"^(?:gem(?:\.|eente)?|stadt|gemeinde)\s+", "", bare, flags=re.IGNORECASE)
    pieces = [bare, re.sub(r"\(.*?\)", " ", bare), *bare.split(",")]
    if "-" in bare:  # a quarter behind its town, as Gronau-Epe
        first, _, last = bare.partition("-")
        pieces += [last, first]
    return list(dict.fromkeys(plain(piece) for piece in pieces if plain(piece)))


def _one_of(spots: list[_NamedSpot]) -> _NamedSpot | str:
    """Return which of several places of one name is meant, if that is clear."""
    ranked = sorted(spots, key=lambda one: (-one.people, one.how != "place"))
    first = ranked[0]
    # a municipality and its town are one; the town is where people say it is
    near = [one for one in ranked if _apart(first, one) <= _ONE_PLACE_DEGREES]
    far = [one for one in ranked if _apart(first, one) > _ONE_PLACE_DEGREES]
    if far and first.people < _MUCH_LARGER * max(one.people for one in far):
        return "ambiguous"
    return next((one for one in near if one.how == "place"), first)


def _apart(one: _NamedSpot, other: _NamedSpot) -> float:
    return max(abs(one.lon - other.lon) * 0.6, abs(one.lat - other.lat))


def read_postcodes(path: Path, *, layer: str | None = None) -> pd.DataFrame:
    """Read a table of postcodes with their places.

    Parameters
    ----------
    path
        A table with ``postcode`` (or ``pc4``, ``pc6``, ``plz``), ``lon``, ``lat`` and, where
        several countries are in it, ``country``; or a layer of points or areas with such a
        column.
    layer
        Layer or sheet, where the file has several.

    Returns
    -------
    DataFrame
        ``postcode`` without blanks, ``country`` (empty where it is not told), ``lon``, ``lat``.

    Raises
    ------
    InputError
        If a column is missing or no point is one in degrees.
    """
    import pandas as pd

    if ending(path) in LAYERS and ending(path) != ".parquet":
        shapes = read_layer(path, layer=layer).to_crs(4326)
        points = shapes.geometry.representative_point()
        frame = pd.DataFrame(shapes.drop(columns=shapes.geometry.name))
        frame = frame.assign(lon=points.x, lat=points.y)
    else:
        frame = open_table(path, layer=layer)
    spelt = {str(name).lower(): str(name) for name in frame.columns}
    held = next((spelt[name] for name in _POSTCODE if name in spelt), None)
    missing = [name for name in ("lon", "lat") if name not in spelt]
    if held is None or missing:
        raise InputError(
            "column-missing",
            f"{path}: no table of postcodes: it needs postcode, lon and lat; found "
            f"{some(map(repr, frame.columns), most=12)}",
        )
    lon, lat = (pd.to_numeric(frame[spelt[name]], errors="coerce") for name in ("lon", "lat"))
    sound = (lon.between(-180, 180) & lat.between(-90, 90)).to_numpy()
    if not sound.any():
        raise InputError("coordinates-not-degrees", f"{path}: no lon and lat in degrees")
    codes = frame[held].astype(str).str.replace(r"\.0$", "", regex=True)
    country = frame[spelt["country"]] if "country" in spelt else ""
    table = pd.DataFrame(
        {"postcode": codes.str.replace(" ", "").str.upper(), "country": country,
         "lon": lon, "lat": lat}
    )  # fmt: skip
    return table[sound].reset_index(drop=True)


def postcodes_of(folder: Path) -> pd.DataFrame | None:
    """Read the postcodes that a region's folder holds, None where it holds none."""
    found = next((folder / name for name in _IN_REGION if (folder / name).exists()), None)
    return None if found is None else read_postcodes(found)


def place_offers(
    offers: pd.DataFrame, region: Region, *, postcodes: pd.DataFrame | None = None
) -> gpd.GeoDataFrame:
    """Place offers: by their own point, else by postcode, town or village, or municipality.

    Parameters
    ----------
    offers
        :data:`grensgeo.schema.EXPORTED_OFFERS`.
    region
        Municipalities, and places of the base map.
    postcodes
        What :func:`read_postcodes` gives; without it towns count.

    Returns
    -------
    GeoDataFrame
        :data:`grensgeo.schema.OFFERS` at points in EPSG:4326. ``located`` says by what; a town
        that is no more than the name of a municipality stands at its main place.

    Raises
    ------
    InputError
        If no offer can be placed.

    Warns
    -----
    GrensgeoWarning
        With the offers that are left out and why: a town that is not known or one of several, a
        place outside the region or in another country than the offer says.
    """
    found, notes = placed_offers(offers, region, postcodes=postcodes)
    if notes:
        warnings.warn(GrensgeoWarning.of(notes), stacklevel=2)
    return found


def placed_offers(
    offers: pd.DataFrame, region: Region, *, postcodes: pd.DataFrame | None = None
) -> tuple[gpd.GeoDataFrame, list[Note]]:
    """Place offers and tell what is to be said of it; see :func:`place_offers`.

    Parameters
    ----------
    offers, region, postcodes
        As for :func:`place_offers`.

    Returns
    -------
    tuple
        The offers that lie in the region, and notes on those that are left out.
    """
    import geopandas as gpd
    import pandas as pd

    table = EXPORTED_OFFERS.check(offers, where="offers").reset_index(drop=True)
    gazetteer = Gazetteer(region, postcodes)
    spots = [_placed(row, gazetteer) for row in table.to_dict("records")]
    lon = np.array([one.lon for one in spots], dtype=np.float64)
    lat = np.array([one.lat for one in spots], dtype=np.float64)
    areas = region.municipalities
    country = areas["country"].to_numpy()
    at = np.full(len(table), -1, dtype=np.int64)
    known = np.flatnonzero(~np.isnan(lon))
    at[known] = municipality_at(areas, lon[known], lat[known])
    why = [
        one.why or _elsewhere(said, None if row < 0 else country[row])
        for one, said, row in zip(spots, table["country"], at, strict=True)
    ]
    kept = np.array([not one for one in why], dtype=bool)
    how = [one.how for one, there in zip(spots, kept, strict=True) if there]
    notes = [*_left_out(table, why, gazetteer), *_coarse(how)]
    if not how:
        raise InputError("none-given", f"offers: none can be placed. {' '.join(map(str, notes))}")
    frame = pd.DataFrame(table[kept]).assign(
        country=country[at[kept]],
        region_code=areas["region_code"].to_numpy()[at[kept]],
        municipality=areas["name"].to_numpy()[at[kept]],
        located=how,
    )
    columns = [column.name for column in OFFERS.columns]
    found = gpd.GeoDataFrame(
        frame[columns], geometry=gpd.points_from_xy(lon[kept], lat[kept]), crs=4326
    )
    return OFFERS.check(found.reset_index(drop=True), where="offers"), notes


@dataclass(frozen=True)
class _Placed:
    """Where an offer lies and by what, or why it cannot be placed."""

    lon: float = math.nan
    lat: float = math.nan
    how: str = ""
    why: str = ""


def _elsewhere(said: object, lies: str | None) -> str:
    """Return why an offer at a point is left out, nothing where it is not."""
    if lies is None:
        return "outside"
    return "contradicted" if isinstance(said, str) and said != lies else ""


def _placed(row: Mapping[Hashable, Any], gazetteer: Gazetteer) -> _Placed:
    """Place one offer."""
    lon, lat = row["lon"], row["lat"]
    land = row["country"] if isinstance(row["country"], str) else None
    if not math.isnan(lon + lat):
        sound = -180 <= lon <= 180 and -90 <= lat <= 90
        return _Placed(lon, lat, "point") if sound else _Placed(why="outside")
    postcode, town = row["postcode"], row["town"]
    spot = gazetteer.by_postcode(postcode, land) if isinstance(postcode, str) else None
    if spot is not None:
        return _Placed(*spot, "postcode")
    if not isinstance(town, str):
        return _Placed(why="untold")
    found = gazetteer.by_name(town, land)
    if isinstance(found, str):
        abroad = land is not None and not isinstance(gazetteer.by_name(town, None), str)
        return _Placed(why="contradicted" if abroad and found == "unknown" else found)
    return _Placed(found.lon, found.lat, found.how)


def _left_out(table: pd.DataFrame, why: list[str], gazetteer: Gazetteer) -> list[Note]:
    """Return what is to be said of the offers that are left out."""
    notes = []
    towns, ids = table["town"].tolist(), table["id"].tolist()
    for reason, code in _LEFT_OUT.items():
        rows = [row for row, one in enumerate(why) if one == reason]
        if not rows:
            continue
        often = Counter(str(towns[row]) for row in rows)
        likes = {town: gazetteer.like(town) for town in list(often)[:5]}
        said = ", ".join(
            f"'{town}'" + (f" ({other}?)" if reason == "unknown" and other else "")
            for town, other in likes.items()
        )
        more = len(often) - len(likes)
        listed = said + (f" … (+{more})" if more > 0 else "")
        example = str(ids[rows[0]])
        notes.append(Note(code, n=len(rows), towns=listed, example=example))
    return notes


def _coarse(how: list[str]) -> list[Note]:
    """Return what is to be said of offers of which only the town is known."""
    n = sum(one in {"place", "main place"} for one in how)
    return [Note("offers.by-town", n=n, of=len(how))] if n else []

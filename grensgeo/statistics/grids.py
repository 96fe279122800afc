"""Facts on a grid: the German census (100 m, 1 km, 10 km) and the squares of CBS (100, 500 m)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.files import gdal_translated
from grensgeo.geodata.points import extent_polygon
from grensgeo.schema import GRID_FACTS
from grensgeo.statistics.plausible import crowd_faults
from grensgeo.statistics.published import (
    Marker,
    decode,
    duplicate_faults,
    lines,
    read_counts,
    refuse,
    rows_of,
    whole_faults,
    widen,
)

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

_ZENSUS_ID = re.compile(r"gitter_id_(100m|1km|10km)", re.IGNORECASE)
_SIZES_M = {"100m": 100, "1km": 1000, "10km": 10_000}
#: ``CRS3035RES100mN2691700E4341100``: the south-west corner in metres. Before 2022 the short form
#: of INSPIRE was used, in units of the cell: ``1kmN3187E4103``, ``100mN26840E43341``.
_ZENSUS_CELL = r"CRS3035RES(\d+)mN(\d+)E(\d+)"
_ZENSUS_SHORT = r"(100m|1km|10km)N(\d+)E(\d+)"
_ZENSUS_CRS = 3035
_ZENSUS_2022 = re.compile(r"zensus[_-]?2022", re.IGNORECASE)
#: Notes on reliability ("KLAMMERN": few cases behind the figure), in a column of their own.
_ZENSUS_NOTES = re.compile(r"werterlaeuternde_zeichen", re.IGNORECASE)

#: Persons up to this number are hidden in the grids of the census: the least that is published
#: is 3. Source: Zensus 2022, Geheimhaltung; Zensus 2011 marks such cells, and empty ones, by -1.
_ZENSUS_HIDDEN = 2.0
_ZENSUS_PERSONS = re.compile(r"einwohner|insgesamt_bevoelkerung", re.IGNORECASE)
_ZENSUS_MARKS = ("\N{EN DASH}", "-", "-1", "")

_SQUARE_ID = re.compile(r"(crs28992res|c28992r)(\d+)m?", re.IGNORECASE)
#: South-west corner in hectometres. Source: CBS, Statistische gegevens per vierkant, chapter 3.
_SQUARE_CELL = r"E(\d{4})N(\d{4})"
_SQUARE_CRS = 28992
#: Codes below this are no figures. Source: CBS, Statistische gegevens per vierkant en postcode.
_SQUARE_MISSING = -99_000.0
#: Hidden, because fewer than five inhabitants or dwellings lie in the square.
_SQUARE_HIDDEN = -99_997.0
_SQUARE_FEW = 4.0
_SQUARE_FEW_OF = re.compile(r"aantal_?(inwoners|woningen)|(inw|won)_?\d{4}", re.IGNORECASE)
#: Counts, which are rounded; of 2000 to 2019 their names end in the year or the ages (INW2014,
#: MAN2014, INW_014, WONVOR2014). Percentages (P_...), means (G_...) and densities are none.
#: Source: CBS, Statistische gegevens per vierkant, update of 2017, chapter 3.
_SQUARE_COUNTS = re.compile(
    r"aantal.*|(inw|man|vrouw|geboorten?|huish|hh|won|uitk)[a-z]*_?\d+[a-z0-9]*|"
    r"inw_\w+|won_\w+|uitkminaow_?\w*",
    re.IGNORECASE,
)
_SQUARE_YEAR = re.compile(r"vk\d{3}_(\d{4})|vierkant\w*?(\d{4})", re.IGNORECASE)


def read_zensus_grid(
    path: str | Path,
    *,
    measure: str | None = None,
    reference_date: str | None = None,
    extent: gpd.GeoSeries | None = None,
    source_id: str | None = None,
) -> pd.DataFrame:
    """Read a grid of the German census, 2011 or 2022, as CSV.

    Parameters
    ----------
    path
        The file as unpacked: separated by semicolons, decimals with a comma.
    measure
        Column of the figures; the one there is if left out.
    reference_date
        Day of the census; 2022-05-15 if the file is named Zensus2022, to be given otherwise.
    extent
        Only cells whose centre lies within are kept.
    source_id
        Source in the catalogue; by the date if left out.

    Returns
    -------
    DataFrame
        As :data:`grensgeo.schema.GRID_FACTS`, one row a cell in order of id. A dash (``-1`` in
        2011) stands for nobody, or so few that they are hidden: persons 0 to 2, of other measures
        no bound is known. The small random changes by which the census protects all its counts
        (cell key method) are not in ``lower`` and ``upper``.

    Raises
    ------
    FileError
        If the file is missing or is no text.
    InputError
        If it is another file, several columns could be meant, ids are not those of cells of one
        size, come twice or do not fit the coordinates beside them, or numbers are written in
        another notation.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> text = '''GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner
    ... CRS3035RES100mN3230200E4114300;4114350;3230250;12
    ... '''
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "Zensus2022_Bevoelkerungszahl_100m-Gitter.csv"
    ...     _ = file.write_text(text, encoding="utf-8")
    ...     people = read_zensus_grid(file)
    >>> people[["count", "lon", "lat"]].round(3).values.tolist()
    [[12.0, 6.98, 52.143]]
    """
    file = Path(path)
    frame = rows_of(decode(file), path=file, separator=";")
    id_name = next((str(name) for name in frame.columns if _ZENSUS_ID.fullmatch(name)), None)
    if id_name is None:
        raise InputError(
            "column-missing",
            f"{file}: not a grid of the census: no column GITTER_ID_100m, _1km or _10km; found "
            f"{some(map(repr, frame.columns), most=12)}",
        )
    date = reference_date or ("2022-05-15" if _ZENSUS_2022.search(file.name) else None)
    if date is None:
        raise InputError(
            "reference-date-missing",
            f"{file}: which census? Give reference_date='2011-05-09' or '2022-05-15'",
        )
    size_m = _SIZES_M[id_name.lower().removeprefix("gitter_id_")]
    figure = _measure(frame, measure, skip=(_ZENSUS_ID, _ZENSUS_NOTES, re.compile(r"[xy]_mp_\w+")),
                      file=file)  # fmt: skip
    east, north, faults = _zensus_corners(frame[id_name], size_m)
    faults += duplicate_faults(frame, [id_name])
    faults += _centre_faults(frame, east + size_m / 2, north + size_m / 2)
    few = _ZENSUS_HIDDEN if _ZENSUS_PERSONS.fullmatch(figure) else float("nan")
    hidden = Marker("nobody, or so few that the figure is hidden", lower=0.0, upper=few)
    figures, found = read_counts(frame[figure], dict.fromkeys(_ZENSUS_MARKS, hidden), decimal=",")
    if _ZENSUS_PERSONS.fullmatch(figure):
        found += whole_faults(frame[figure], what=figure)
        found += crowd_faults(figures["count"], size_m)
    refuse(file, faults + found)
    table = figures.assign(grid_id=frame[id_name], measure=figure, size_m=size_m)
    table["reference_date"] = date
    table["source_id"] = source_id or f"zensus-{date[:4]}-{id_name.rpartition('_')[2]}"
    centres = (east + size_m / 2, north + size_m / 2)
    return place_cells(table, centres, crs=_ZENSUS_CRS, extent=extent, file=file)


def read_cbs_squares(
    path: str | Path,
    *,
    measure: str = "aantal_inwoners",
    reference_date: str | None = None,
    rounded_to: int = 5,
    extent: gpd.GeoSeries | None = None,
    source_id: str | None = None,
) -> pd.DataFrame:
    """Read the squares of CBS (vierkantstatistieken), 100 m or 500 m.

    Parameters
    ----------
    path
        GeoPackage, shapefile or CSV as CBS gives it.
    measure
        Column of the figures; inhabitants if left out.
    reference_date
        Day of the figures; 1 January of the year in the file's name if left out.
    rounded_to
        To what CBS rounds counts; 1 for a measure that is not rounded.
    extent
        Only squares whose centre lies within are kept.
    source_id
        Source in the catalogue; by size and year if left out.

    Returns
    -------
    DataFrame
        As :data:`grensgeo.schema.GRID_FACTS`, one row a square in order of id. Codes below
        -99000 are no figures: -99997 hides fewer than five inhabitants or dwellings (0 to 4; no
        bound for other measures), of the others no bound is known. A count rounded to fives lies
        within 2 of the figure, and so do those of before 2020, such as ``INW2014``.

    Raises
    ------
    FileError
        If the file is missing or cannot be read.
    InputError
        If it is another file, lacks the measure, ids are not those of squares or come twice,
        counts are negative, not whole, or not rounded as they should be.
    """
    file = Path(path)
    frame = _read_squares(file, measure)
    id_name, figure = str(frame.columns[0]), str(frame.columns[1])
    size_m = int(_SQUARE_ID.sub(r"\2", id_name))
    year = _SQUARE_YEAR.search(file.name)
    date = reference_date or (f"{year[1] or year[2]}-01-01" if year else None)
    if date is None:
        raise InputError(
            "reference-date-missing",
            f"{file}: no year in its name; give reference_date=, such as 2023-01-01",
        )
    corner = frame[id_name].str.extract(f"^{_SQUARE_CELL}$").astype("float64") * 100.0
    wrong = corner.isna().any(axis=1) | (corner % size_m != 0).any(axis=1)
    faults = Faults()
    if wrong.any():
        faults.add(
            "code-malformed",
            f"ids of no square of {size_m} m ({some(map(repr, frame.loc[wrong, id_name]))}, "
            f"{lines(frame.index[wrong])}): E and N with four digits each, in hectometres",
        )
    faults += duplicate_faults(frame, [id_name])
    figures, found = _square_figures(frame[figure], rounded_to)
    if _SQUARE_FEW_OF.fullmatch(figure):
        found += crowd_faults(figures["count"], size_m)
    refuse(file, faults + found)
    table = figures.assign(grid_id=frame[id_name], measure=figure, size_m=size_m)
    table["reference_date"] = date
    table["source_id"] = source_id or f"cbs-squares-{size_m}m-{date[:4]}"
    centres = (corner[0].to_numpy() + size_m / 2, corner[1].to_numpy() + size_m / 2)
    return place_cells(table, centres, crs=_SQUARE_CRS, extent=extent, file=file)


def _measure(
    frame: pd.DataFrame, wanted: str | None, *, skip: tuple[re.Pattern[str], ...], file: Path
) -> str:
    """Return the column of the figures."""
    found = [
        str(name) for name in frame.columns if not any(shape.fullmatch(name) for shape in skip)
    ]
    if wanted is not None and wanted in found:
        return wanted
    if wanted is None and len(found) == 1:
        return found[0]
    fault = f"no measure {wanted!r}" if wanted else "more than one measure; choose with measure="
    raise InputError(
        "column-not-clear", f"{file}: {fault}; found {some(map(repr, found), most=12)}"
    )


def _zensus_corners(
    ids: pd.Series, size_m: int
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], list[Fault]]:
    """Parse the south-west corners that ids name, in metres, and list faults."""
    cells = ids.str.extract(f"^{_ZENSUS_CELL}$").astype("float64")
    short = ids[cells[0].isna()].str.extract(f"^{_ZENSUS_SHORT}$")
    unit = short[0].map(_SIZES_M).astype("float64")
    for column in (1, 2):
        cells.loc[short.index, column] = short[column].astype("float64") * unit
    cells.loc[short.index, 0] = unit
    north, east = cells[1], cells[2]
    wrong = (cells[0] != size_m) | (north % size_m != 0) | (east % size_m != 0)
    faults = Faults()
    if wrong.any():
        faults.add(
            "code-malformed",
            f"ids of no cell of {size_m} m ({some(map(repr, ids[wrong]))}, "
            f"{lines(ids.index[wrong])}); expected such as CRS3035RES100mN2691700E4341100",
        )
    return east.to_numpy(), north.to_numpy(), faults


def _centre_faults(
    frame: pd.DataFrame, east: npt.NDArray[np.float64], north: npt.NDArray[np.float64]
) -> list[Fault]:
    """Check the coordinates of the centres against the ids."""
    import numpy as np
    import pandas as pd

    faults = Faults()
    for letter, expected in (("x", east), ("y", north)):
        name = next((n for n in frame.columns if n.lower().startswith(f"{letter}_mp_")), None)
        if name is None:
            continue
        given = pd.to_numeric(frame[name], errors="coerce").to_numpy()
        wrong = ~(given == expected) & np.isfinite(expected)
        if wrong.any():
            faults.add(
                "coordinates-contradict-id",
                f"{name} is not the centre that the id names ({some(frame.loc[wrong, name])}, "
                f"{lines(frame.index[wrong])}); columns or rows were moved",
            )
    return faults


def _read_squares(file: Path, measure: str) -> pd.DataFrame:
    """Read the ids of squares and one measure; ids as text, figures as numbers."""
    if file.suffix.lower() != ".csv":
        return _read_layer(file, measure)
    import pandas as pd

    text = decode(file)
    header = text.split("\n", 1)[0]
    separator = ";" if header.count(";") > header.count(",") else ","
    frame = rows_of(text, path=file, separator=separator)
    frame = frame[_square_columns(list(frame.columns), measure, file)]
    name = frame.columns[1]
    numbers = pd.to_numeric(frame[name].where(frame[name] != ""), errors="coerce")
    wrong = numbers.isna() & (frame[name] != "")
    if wrong.any():
        raise InputError(
            "not-a-number",
            f"{file}: {name} is no number ({some(map(repr, frame.loc[wrong, name]))}, "
            f"{lines(frame.index[wrong])}); fetch the file again",
        )
    return frame.assign(**{name: numbers})


def _read_layer(file: Path, measure: str) -> pd.DataFrame:
    """Read ids and figures of a GeoPackage or shapefile, without the shapes: ids name them."""
    import pandas as pd
    import pyogrio

    with gdal_translated(file):
        layers = [str(name) for name, _ in pyogrio.list_layers(file)]
        if len(layers) != 1:
            raise InputError(
                "layer-not-named", f"{file}: {len(layers)} layers ({some(layers)}); keep only one"
            )
        names = list(pyogrio.read_info(file, layer=layers[0])["fields"])
        columns = _square_columns(names, measure, file)
        frame = pyogrio.read_dataframe(file, layer=layers[0], columns=columns, read_geometry=False)
    frame.index = pd.RangeIndex(1, 1 + len(frame), name="row")
    return pd.DataFrame(frame[columns])


def _square_columns(names: list[str], measure: str, file: Path) -> list[str]:
    """Return the columns of the id and of the measure."""
    ids = [name for name in names if _SQUARE_ID.fullmatch(name)]
    # The service writes aantalInwoners what the file writes aantal_inwoners.
    plain = measure.replace("_", "").lower()
    found = [name for name in names if name.replace("_", "").lower() == plain]
    if len(ids) != 1 or len(found) != 1:
        raise InputError(
            "column-missing",
            f"{file}: not squares of CBS with {measure!r}: {len(ids)} columns such as "
            f"crs28992res100m, {len(found)} of the measure; found "
            f"{some(map(repr, names), most=12)}",
        )
    return [ids[0], found[0]]


def _square_figures(values: pd.Series, rounded_to: int) -> tuple[pd.DataFrame, list[Fault]]:
    """Split figures from codes, and widen rounded counts to their bounds."""
    import numpy as np
    import pandas as pd

    numbers = values.astype("float64")
    code = numbers < _SQUARE_MISSING
    known = numbers.notna() & ~code
    counted = _SQUARE_COUNTS.fullmatch(str(values.name)) is not None
    faults = Faults()
    for wrong, fault in (
        (known & (numbers < 0), Fault("negative-or-infinite", "negative")),
        (known & counted & (numbers % 1 > 0), Fault("not-whole-numbers", "no whole numbers")),
        (
            known & counted & (numbers % 1 == 0) & (numbers % rounded_to != 0),
            Fault(
                "figures-not-as-published",
                f"not rounded to {rounded_to} as they should be; give rounded_to=1 if they are "
                "not",
            ),
        ),
    ):
        if wrong.any():
            listed = f"({some(values[wrong])}, {lines(values.index[wrong])})"
            faults.add(fault.code, f"{values.name} {fault} {listed}")
    few = _SQUARE_FEW if _SQUARE_FEW_OF.fullmatch(str(values.name)) else np.nan
    figures = pd.DataFrame({"count": numbers.where(known)})
    figures["lower"] = figures["count"].where(known, 0.0)
    figures["upper"] = figures["count"].where(numbers != _SQUARE_HIDDEN, few)
    figures["marker"] = np.nan
    figures["marker"] = figures["marker"].astype(object)
    figures.loc[code, "marker"] = numbers[code].astype("int64").astype(str)
    figures.loc[numbers.isna(), "marker"] = "blank"
    half = (rounded_to - 1) / 2 if counted else 0.0
    return (widen(figures, half) if half else figures), faults


def place_cells(
    table: pd.DataFrame,
    centres: tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]],
    *,
    crs: int,
    extent: gpd.GeoSeries | None,
    file: Path,
) -> pd.DataFrame:
    """Compute the centres of the cells in degrees, select those within, and sort all."""
    import pyproj
    import shapely

    lon, lat = pyproj.Transformer.from_crs(crs, 4326, always_xy=True).transform(*centres)
    placed = table.assign(lon=lon, lat=lat)
    if extent is not None:
        area = extent_polygon(extent)
        shapely.prepare(area)
        placed = placed[shapely.contains_xy(area, lon, lat)]
        if placed.empty:
            raise InputError(
                "nothing-in-area", f"{file}: no cell has its centre within the extent"
            )
    names = [column.name for column in GRID_FACTS.columns]
    ordered = placed[names].sort_values("grid_id", ignore_index=True)
    return GRID_FACTS.check(ordered, where=str(file))

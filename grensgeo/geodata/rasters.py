"""Weights of areas from a raster: amounts, densities, or classes of land cover."""

from __future__ import annotations

import math
import warnings
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.errors import FileError, InputError, some
from grensgeo.files import need_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import geopandas as gpd

    from grensgeo.arrays import Floats


#: Part of an area for which a raster may hold no data before its weight is not known: rounding
#: of outlines at the raster's edge, no more.
_MOST_UNKNOWN = 0.01
#: Areas that are read from a raster at a time, which bounds the memory on fine rasters.
_TOGETHER = 500


@dataclass(frozen=True)
class RasterWeights:
    """A raster to spread by: amounts (people, floor space), densities, or classes of land cover.

    Attributes
    ----------
    path
        A raster that rasterio reads, in any CRS.
    classes
        Weight of a pixel by its value, for land cover: ``{1: 10.0, 2: 1.0}``. A value that is
        not named is an error. Without classes a pixel's value is its weight.
    recode
        Values that mean something else than their number, and the weight they get:
        ``{-1: 0}`` where -1 stands for nobody.
    nodata
        Weight of pixels without data. None: not known, which is told; 0 where no data means
        that nobody is there, as in WorldPop.
    band
        Which band, 1 the first.

    Raises
    ------
    InputError
        For weights that are negative or not finite, and classes without any value.

    Examples
    --------
    >>> RasterWeights("landcover.tif", classes={11: 1.0, 12: 0.4}).classes[12]
    0.4
    """

    path: str | Path
    classes: Mapping[float, float] | None = None
    recode: Mapping[float, float] = field(default_factory=dict)
    nodata: float | None = None
    band: int = 1

    def __post_init__(self) -> None:
        """Check that weights are weights."""
        given = [*(self.classes or {}).values(), *self.recode.values()]
        given += [] if self.nodata is None else [self.nodata]
        wrong = [value for value in given if not 0 <= value < math.inf]
        if wrong or (self.classes is not None and not self.classes):
            raise InputError(
                "negative-or-infinite",
                f"raster weights: {some(wrong) or 'no classes'}; weights are finite and not "
                "negative, and classes name at least one value",
            )


def raster_weights(outlines: gpd.GeoSeries, raster: RasterWeights) -> Floats:
    """Add up a raster's pixels in each area, each by the part of it that the area covers.

    Parameters
    ----------
    outlines
        Areas, in any CRS.
    raster
        The raster, and what its values mean.

    Returns
    -------
    ndarray of float64
        A weight for each area; NaN where the raster does not cover it or holds no data for more
        than a hundredth of it.

    Raises
    ------
    FileError
        If the file is missing or no raster.
    InputError
        If it has no CRS or no such band, is turned, covers none of the areas, or holds values
        that are no weights.
    """
    import numpy as np
    import shapely
    from pyproj.exceptions import CRSError, ProjError
    from rasterio.errors import RasterioError

    path = Path(raster.path)
    need_file(path)
    try:
        with open_raster(path) as data:
            _check_raster(path, data, raster.band)
            areas = outlines.to_crs(data.crs)
            pixel = abs(data.transform.a * data.transform.e)
            inside = shapely.area(shapely.clip_by_rect(areas.to_numpy(), *data.bounds)) / pixel
            weights = np.full(len(areas), np.nan)
            for row, value, part in _pixels(data, areas, raster.band):
                held = np.asarray(_pixel_weights(path, raster, value) @ part)
                unknown = max(float(inside[row] - part.sum()), 0.0)
                if raster.nodata is not None:
                    held, unknown = held + unknown * raster.nodata, 0.0
                whole = float(areas.iloc[row].area) / pixel
                # what lies beyond the raster's edge is not known, whatever nodata stands for
                if unknown + max(whole - float(inside[row]), 0.0) <= _MOST_UNKNOWN * whole:
                    weights[row] = held
    except (RasterioError, CRSError, ProjError) as error:
        raise FileError(
            "raster-unreadable", f"{path}: not a raster that can be read ({error})"
        ) from None
    if np.isnan(weights).all():
        raise InputError(
            "raster-elsewhere",
            f"{path}: tells of none of the areas; it covers {tuple(data.bounds)} in "
            f"{data.crs}: give a raster of this area",
        )
    return weights


@contextmanager
def open_raster(path: Path) -> Iterator[Any]:
    """Open a georeferenced raster.

    Parameters
    ----------
    path
        The file.

    Yields
    ------
    rasterio.DatasetReader
        The raster; it is closed afterwards.

    Raises
    ------
    FileError
        If the file is missing or no raster.
    InputError
        If it is not georeferenced.
    """
    import rasterio
    from rasterio.errors import NotGeoreferencedWarning, RasterioError

    need_file(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)  # told below
            data = rasterio.open(path)
    except (RasterioError, OSError, ValueError) as error:
        raise FileError(
            "raster-unreadable", f"{path}: not a raster that can be read ({error})"
        ) from None
    with data:
        if data.transform.is_identity:
            raise InputError(
                "crs-missing",
                f"{path}: does not say where on earth it lies (no georeference); set it, for "
                "instance with gdal_edit.py -a_ullr",
            )
        yield data


def _check_raster(path: Path, data: Any, band: int) -> None:  # noqa: ANN401 - rasterio is untyped
    """Raise on a raster that cannot be overlaid on the cells."""
    if data.crs is None:
        raise InputError(
            "crs-missing", f"{path}: has no CRS, so it is not known where it lies; assign one"
        )
    if not 1 <= band <= data.count:
        raise InputError("band-unknown", f"{path}: no band {band}; it has {data.count}")
    if data.transform.b or data.transform.d:
        raise InputError(
            "raster-turned", f"{path}: is turned against its CRS; warp it to north up"
        )


def _pixels(
    data: Any,  # noqa: ANN401 - rasterio is untyped
    areas: gpd.GeoSeries,
    band: int,
) -> Iterator[tuple[int, Floats, Floats]]:
    """Yield for each cell the values of its pixels with data, and the part that is covered."""
    import geopandas as gpd
    from exactextract import exact_extract
    from exactextract.raster import RasterioRasterSource

    source = RasterioRasterSource(data, band_idx=band, name="band")
    for start in range(0, len(areas), _TOGETHER):
        some_ = gpd.GeoDataFrame(geometry=areas.iloc[start : start + _TOGETHER])
        for row, found in enumerate(exact_extract(source, some_, ["values", "coverage"])):
            pixels = found["properties"]
            yield start + row, pixels["values"], pixels["coverage"]


def _pixel_weights(path: Path, raster: RasterWeights, value: Floats) -> Floats:
    """Return the weight of each pixel by its value."""
    import numpy as np

    meaning = {**(raster.classes or {}), **raster.recode}
    weight = np.array(value, dtype=np.float64)
    named = np.zeros(len(weight), dtype=bool)
    for number, given in meaning.items():
        here = value == number
        weight[here], named[here] = given, True
    if raster.classes is not None and not named.all():
        raise InputError(
            "case-missing",
            f"{path}: the classes {some(np.unique(value[~named]))} have no weight; name them too, "
            "0 where nothing is",
        )
    wrong = ~((weight >= 0) & (weight < math.inf))
    if wrong.any():
        raise InputError(
            "raster-no-data-unclear",
            f"{path}: holds {some(np.unique(value[wrong]))}, which are no weights; say what they "
            "mean with RasterWeights(path, recode={value: weight})",
        )
    return weight

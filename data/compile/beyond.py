"""Lay squares around the municipalities whose outlines are at hand, with people and jobs.

Outlines of municipalities end some 40 km beyond Twente and the Münsterland, which is within 45
minutes by car. What lies farther out is laid out in squares of 20 km: inhabitants by the census
grid of 2011 where it reaches and by WorldPop elsewhere, jobs by inhabitants and, for cities that
are a Kreis of their own, commuters. The results stand beside ``region.toml`` and are committed.
Run again only to renew them: ``python data/compile/beyond.py --shared PATH``.
"""
# ruff: noqa: INP001 - scripts beside the data, not a package

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import rasterio
import shapely
from pyproj import Transformer
from squares import PREFIX

HERE = Path(__file__).resolve().parent
REGION = HERE.parent / "region"
GRID = 3035
SQUARE_M = 20_000
#: West, south, east, north of what is laid out, degrees: as far as WorldPop and motorways
#: were given; farther north the municipalities at hand reach far enough.
BOX = (5.43, 51.275, 9.04, 52.95)
#: Left out, degrees: what lies north of the gemeenten at hand, which no road of Twente needs; the
#: corner between the Kreis Kleve and Venlo, where no outline at hand tells the border.
WITHOUT = ((5.0, 52.75, 7.3, 53.5), (6.05, 51.0, 6.3, 51.40), (5.0, 51.0, 6.05, 51.40))
#: Parts smaller than this belong to no square, km²: gaps between outlines of two publishers.
SMALLEST_KM2 = 4.0
#: Squares with fewer inhabitants are water or edges.
FEWEST = 100
#: Sides of a pixel of WorldPop are split so often: a pixel is 9 by 6 km.
SPLIT = 8
#: Jobs of the Netherlands an inhabitant: those of the gemeenten at hand; of Germany insured
#: residents an inhabitant and jobs an insured employee, as for the Kreise of the ring
#: (data/README.md).
INSURED, ALL_JOBS = 0.43993, 243_514 / 187_609
#: What is left of these open: of the 27 Gemeinden with a figure of their own nine in ten hold
#: between so much and so much of what inhabitants alone say, of the 55 gemeenten likewise.
SHARE = 0.05
FIELDS = ["code", "name", "count", "published_count", "published_concept", "conversion",
          "reference_date", "source_id", "lower", "upper"]  # fmt: skip


def main() -> None:
    """Write squares, inhabitants and jobs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder shared/data")
    shared = parser.parse_args().shared / "boundaries"
    towns = read_towns()
    squares = lay_squares(outlines(shared), towns)
    people = count_people(squares, shared)
    squares = squares[squares["code"].map(people["count"]) >= FEWEST]
    degrees = squares.to_crs(4326)
    degrees["geometry"] = shapely.set_precision(degrees.geometry.to_numpy(), 1e-6)
    for country, rows in degrees.groupby("country"):
        path = REGION / f"beyond_{country.lower()}.geojson"
        text = rows[["code", "name", "geometry"]].to_json(drop_id=True)
        path.write_text(text + "\n", encoding="utf-8")
    for source, rows in people.loc[squares["code"]].groupby("source"):
        rows["count"].to_csv(REGION / f"beyond_{source}.csv", lineterminator="\n")
    write_jobs("nl", squares, people, dutch_rates(shared))
    write_jobs("de", squares, people, german_rates(squares, towns, shared))


def read_towns() -> gpd.GeoDataFrame:
    """Return the towns of GeoNames."""
    rows = pd.read_csv(HERE / "places.csv")
    points = gpd.points_from_xy(rows["lon"], rows["lat"])
    return gpd.GeoDataFrame(rows, geometry=points, crs=4326).to_crs(GRID)


def outlines(shared: Path) -> gpd.GeoDataFrame:
    """Return the municipalities whose outlines are at hand."""
    frames = [
        gpd.read_file(shared / name)[["geometry"]].assign(country=country)
        for country, name in (
            ("NL", "nl_gemeenten_2022.geojson"),
            ("DE", "de_gemeinden_vg250ew_2023.geojson"),
        )
    ]
    return gpd.GeoDataFrame(pd.concat(frames, ignore_index=True), crs=4326)


def lay_squares(known: gpd.GeoDataFrame, towns: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the squares around, of what no outline covers, each of the country of its towns."""
    west, south, east, north = BOX
    frame = shapely.segmentize(shapely.box(west, south, east, north), 0.1)
    for part in WITHOUT:
        frame = frame.difference(shapely.box(*part))
    # cut in degrees, so that squares and municipalities share their corners exactly
    free = shapely.get_parts(frame.difference(shapely.union_all(known.geometry.to_numpy())))
    open_land = gpd.GeoSeries(free, crs=4326)
    open_land = open_land[open_land.to_crs(GRID).area > 50e6]
    xmin, ymin, xmax, ymax = open_land.to_crs(GRID).total_bounds // SQUARE_M
    rows = []
    for x in range(int(xmin), int(xmax) + 1):
        for y in range(int(ymin), int(ymax) + 1):
            corners = shapely.box(
                x * SQUARE_M, y * SQUARE_M, (x + 1) * SQUARE_M, (y + 1) * SQUARE_M
            )
            square = gpd.GeoSeries([shapely.segmentize(corners, 2000)], crs=GRID).to_crs(4326)
            square = shapely.set_precision(square.iloc[0], 1e-6)
            parts = shapely.get_parts(open_land.intersection(square).union_all())
            parts = [part for part in parts if part.geom_type == "Polygon"]
            big = gpd.GeoSeries(parts, crs=4326)
            big = big[big.to_crs(GRID).area > SMALLEST_KM2 * 1e6]
            if big.empty:
                continue
            rows.append((f"{PREFIX}{y:03d}{x:03d}", shapely.MultiPolygon(list(big))))
    found = gpd.GeoDataFrame(rows, columns=["code", "geometry"], crs=4326).to_crs(GRID)
    return name_squares(found, towns)


def name_squares(squares: gpd.GeoDataFrame, towns: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the squares with country and name; one with towns of two countries is left out."""
    names, countries = [], []
    for shape in squares.geometry:
        away = towns.distance(shape)
        near = towns[away <= max(float(away.min()), 1.0)]
        sums = near.groupby("country")["population"].sum()
        country = sums.idxmax()
        mixed = len(sums) > 1 and sums.min() > 0.01 * sums.sum()
        countries.append("" if mixed else country)
        largest = near.loc[near["population"].idxmax(), "name"]
        names.append(f"{'rond' if country == 'NL' else 'um'} {largest}")
    squares = squares.assign(country=countries, name=names)
    squares = squares[squares["country"] != ""].reset_index(drop=True)
    dutch, german = (squares[squares["country"] == code] for code in ("NL", "DE"))
    apart = german.distance(dutch.union_all()) > 100
    return squares[~squares.index.isin(german.index[~apart])].reset_index(drop=True)


def count_people(squares: gpd.GeoDataFrame, shared: Path) -> pd.DataFrame:
    """Return the inhabitants of each square, and which source tells them."""
    census = pd.read_csv(shared / "de_zensus2011_einwohner_1km.csv", sep=";")
    reach = shapely.box(census["x_mp_1km"].min(), census["y_mp_1km"].min(),
                        census["x_mp_1km"].max(), census["y_mp_1km"].max())  # fmt: skip
    census = census[census["Einwohner"] > 0]
    one = sums_in(squares, census["x_mp_1km"], census["y_mp_1km"], census["Einwohner"])
    with rasterio.open(shared / "worldpop_2020_5arcmin.tif") as raster:
        values, step = raster.read(1), raster.transform
    values = np.where(values > 0, values, 0.0)
    rows, columns = np.indices(values.shape)
    inside = (np.arange(SPLIT) + 0.5) / SPLIT
    column, row = np.meshgrid(inside, inside)
    lon = step.c + step.a * (columns.ravel()[:, None] + column.ravel())
    lat = step.f + step.e * (rows.ravel()[:, None] + row.ravel())
    x, y = Transformer.from_crs(4326, GRID, always_xy=True).transform(lon.ravel(), lat.ravel())
    share = np.repeat(values.ravel() / SPLIT**2, SPLIT**2)
    other = sums_in(squares, x, y, share)
    covered = squares.geometry.within(reach).to_numpy() & (squares["country"] == "DE").to_numpy()
    return pd.DataFrame(
        {
            "count": np.where(covered, one, other).round().astype(int),
            "source": np.where(covered, "zensus", "worldpop"),
        },
        index=pd.Index(squares["code"], name="code"),
    )


def sums_in(squares: gpd.GeoDataFrame, x: object, y: object, count: object) -> np.ndarray:
    """Return the sum of what stands at points, by square."""
    point, square = shapely.STRtree(squares.geometry.to_numpy()).query(
        shapely.points(x, y), predicate="within"
    )
    weights = np.asarray(count, dtype=float)[point]
    return np.bincount(square, weights=weights, minlength=len(squares))


def dutch_rates(shared: Path) -> tuple[object, tuple[float, float]]:
    """Return the jobs an inhabitant of the gemeenten at hand, and between what they lie."""
    people = gpd.read_file(shared / "nl_gemeenten_2022.geojson").set_index("statcode")["inwoners"]
    jobs = pd.read_csv(REGION / "jobs_nl.csv", dtype={"code": str}).set_index("code")["count"]
    jobs = jobs[~jobs.index.str.startswith(PREFIX)]
    rate = float(jobs.sum() / people[jobs.index].sum())
    each = jobs / people[jobs.index] / rate
    return lambda _: rate, (float(each.quantile(SHARE)), float(each.quantile(1 - SHARE)))


def german_rates(
    squares: gpd.GeoDataFrame, towns: gpd.GeoDataFrame, shared: Path
) -> tuple[object, tuple[float, float]]:
    """Return the jobs an inhabitant of a square, by commuters where its towns are Kreise."""
    balance = read_commuters(shared / "raw")
    rates = {}
    for code, shape in zip(squares["code"], squares.geometry, strict=True):
        near = towns[towns.within(shape) & (towns["country"] == "DE")]
        more = near["name"].map(balance).fillna(0.0).astype(float)
        each = INSURED + more / near["population"].clip(lower=1)
        weights = near["population"].to_numpy()
        mean = np.average(each, weights=weights) if weights.sum() > 0 else INSURED
        rates[code] = float(mean) * ALL_JOBS
    people = pd.read_csv(shared / "de_zensus2022_gemeinden.csv", dtype={"ags": str})
    people = people.set_index("ags")["personen"]
    jobs = pd.read_csv(REGION / "jobs_de.csv", dtype={"code": str}).set_index("code")["count"]
    jobs = jobs[~jobs.index.str.startswith(PREFIX)]
    each = jobs / people[jobs.index] / (INSURED * ALL_JOBS)
    bounds = float(each.quantile(SHARE)), float(each.quantile(1 - SHARE))
    return rates.__getitem__, bounds


def read_commuters(folder: Path) -> dict[str, float]:
    """Return in-commuters less out-commuters of the cities that are a Kreis of their own."""
    found: dict[str, float] = {}
    for sign, name in ((1, "ba_ein_nrw_*.csv"), (-1, "ba_aus_nrw_*.csv")):
        (path,) = folder.glob(name)
        with path.open(encoding="utf-8-sig") as file:
            for row in csv.reader(file, delimiter=";"):
                if len(row) > 4 and row[2].endswith("pendler insgesamt") and "," in row[0]:
                    city = row[0].partition(",")[0].replace(" an der Ruhr", "")
                    found[city] = found.get(city, 0.0) + sign * float(row[4])
    return found


def write_jobs(
    country: str,
    squares: gpd.GeoDataFrame,
    people: pd.DataFrame,
    rates: tuple[object, tuple[float, float]],
) -> None:
    """Write the jobs of the squares of a country beneath those of its municipalities."""
    rate, (least, most) = rates
    path = REGION / f"jobs_{country}.csv"
    with path.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if not row["code"].startswith(PREFIX)]
    own = squares[squares["country"] == country.upper()].sort_values("code")
    conversion = {
        "nl": ("nl-by-inhabitants-as-around", "cbs-employee-jobs-2015", "2015-12 (inferred)"),
        "de": ("de-by-inhabitants-and-commuters", "ba-pendler-2023", "2023-06-30"),
    }[country]
    for code, name in zip(own["code"], own["name"], strict=True):
        count = people.loc[code, "count"] * rate(code)
        rows.append(
            {"code": code, "name": name, "count": round(count), "conversion": conversion[0],
             "reference_date": conversion[2], "source_id": conversion[1],
             "lower": round(least * count), "upper": round(most * count)}
        )  # fmt: skip
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()

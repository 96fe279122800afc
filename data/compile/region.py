"""Compile the regional tables of the sample: municipalities, cells, opportunities, border."""
# ruff: noqa: INP001 - scripts beside the data, not a package

from __future__ import annotations

import dataclasses
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
from saying import say
from sources import SOURCES

from grensgeo import schema
from grensgeo.fetch.catalogue import checksum
from grensgeo.provenance import Provenance
from grensgeo.region import boundaries, opportunities, population
from grensgeo.region.region import Region

#: Corners are left out where the triangle they make is smaller than this squared (about 40 by
#: 65 m here), so that the sample stays compact.
TOLERANCE_DEG = 0.0006
#: Source in the catalogue of each concept of jobs.
JOB_SOURCES = {
    "cbs_employee_jobs": "cbs-employee-jobs-2015",
    "lisa_all_jobs": "lisa-biro-2022",
    "svb_workplace": "ba-svb-2023",
    "de_all_employed_workplace": "pendlerrechnung",
    "commuters": "ba-pendler-2023",
}
PLACES = Path(__file__).with_name("places.csv")


def read_places() -> gpd.GeoDataFrame:
    """Read the towns and villages that GeoNames knows in and around the region."""
    frame = population.read_table(
        PLACES, {"name": str, "country": str, "lon": float, "lat": float, "population": float}
    )
    points = gpd.points_from_xy(frame["lon"], frame["lat"])
    return gpd.GeoDataFrame(frame, geometry=points, crs=4326)


def read_outlines(shared: Path) -> gpd.GeoDataFrame:
    """Read the municipalities with their inhabitants, the seam closed and generalised."""
    folder = shared / "boundaries"
    nl, de = folder / "nl_gemeenten_2022.geojson", folder / "de_gemeinden_vg250ew_2023.geojson"
    nuts3 = boundaries.read_nuts3(
        folder / "de_kreise_vg1000.gpkg", folder / "nl_pc4_inwoners.gpkg"
    )
    outlines = boundaries.read_municipalities(nl, de, nuts3=nuts3)
    seam = outlines.attrs.pop("seam")
    outlines = boundaries.simplify_outlines(outlines, tolerance_deg=TOLERANCE_DEG)
    totals = pd.concat(
        [
            population.read_gemeente_totals(nl, population_date="2021-01-01"),
            population.read_zensus_totals(folder / "de_zensus2022_gemeinden.csv"),
        ]
    )
    whole = outlines.merge(totals, on="region_code", how="left", validate="1:1")
    whole.attrs["seam"] = seam
    return whole


def place_people(
    outlines: gpd.GeoDataFrame, shared: Path, places: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    """Place the inhabitants of every municipality on the grid.

    Germany by the 1 km census grid, the Netherlands by postal code areas weighed by settlement;
    what the census grid of the sample does not reach, by settlement alone.
    """
    folder = shared / "boundaries"
    parts = population.grid_parts(outlines)
    towns = population.settlements(places)
    grid = population.read_zensus_grid(folder / "de_zensus2011_einwohner_1km.csv")
    dutch = outlines[outlines["country"] == "NL"]
    pc4 = population.read_pc4(folder / "nl_pc4_inwoners.gpkg")
    pc4["region_code"] = pc4["gemeente"].map(dutch.set_index("name")["region_code"])
    pc4 = pc4[pc4["region_code"].notna()]
    german = (parts["country"] == "DE").to_numpy()
    beyond = population.outside_grid(parts[german], grid)
    edge = outlines.loc[
        outlines["region_code"].isin(beyond), ["region_code", "population", "geometry"]
    ]
    areas = pd.concat(
        [pc4, population.uncovered(dutch, pc4), edge.to_crs(population.GRID_CRS)],
        ignore_index=True,
    )
    by_grid = german & ~parts["region_code"].isin(beyond).to_numpy()
    weights = np.zeros(len(parts))
    weights[by_grid] = population.weights_from_grid(parts[by_grid], grid)
    weights[~by_grid] = population.weights_from_areas(
        parts[~by_grid].reset_index(drop=True), areas, towns=towns
    )
    return population.make_cells(parts, weights, outlines.set_index("region_code")["population"])


def _to_the_minute(degrees: pd.Series) -> pd.Series:
    """Tell which coordinates are whole arc minutes, that is known to about a kilometre."""
    minutes = degrees * 60
    return (minutes - minutes.round()).abs() < 0.001


def add_main_places(
    outlines: gpd.GeoDataFrame, cells: gpd.GeoDataFrame, places: gpd.GeoDataFrame
) -> gpd.GeoDataFrame:
    """Give each municipality its main place.

    That is the town or village with the most inhabitants in it. Where GeoNames knows it to the
    arc minute only, it is moved to the most populous cell within 1.5 km; where GeoNames knows
    none, it is the most populous cell.
    """
    inside = gpd.sjoin(places, outlines[["region_code", "geometry"]], predicate="within")
    columns = ["region_code", "lon", "lat"]
    known = inside.sort_values(["population", "name"], ascending=[False, True])
    known = known.drop_duplicates("region_code").set_index("region_code")
    points = gpd.GeoSeries(gpd.points_from_xy(cells["lon"], cells["lat"]), crs=4326)
    metres = points.to_crs(population.GRID_CRS)
    coarse = known[_to_the_minute(known["lon"]) & _to_the_minute(known["lat"])]
    for code, centre in coarse.geometry.to_crs(population.GRID_CRS).items():
        near = (metres.distance(centre) < 1500).to_numpy() & (cells["region_code"] == code)
        best = cells[near].sort_values(["population", "cell_id"], ascending=[False, True])
        known.loc[code, ["lon", "lat"]] = best[["lon", "lat"]].iloc[0].to_numpy()
    dense = cells.sort_values(["population", "cell_id"], ascending=[False, True])
    main = pd.concat([known.reset_index()[columns], dense[columns]])
    main = main.drop_duplicates("region_code")
    main = main.rename(columns={"lon": "place_lon", "lat": "place_lat"})
    return outlines.merge(main, on="region_code", how="left", validate="1:1")


def count_opportunities(
    municipalities: gpd.GeoDataFrame, shared: Path
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Give jobs, apprenticeships and students of every municipality, and what was decided."""
    jobs = opportunities.jobs_table(
        opportunities.read_jobs(shared / "jobs/jobs_municipality.csv"),
        opportunities.read_commuter_balance(shared / "boundaries/de_ba_pendler_kreise_2023.csv"),
        municipalities,
        source_ids=JOB_SOURCES,
    )
    places = opportunities.apprenticeships_table(
        opportunities.read_apprenticeships(shared / "boundaries/de_ausbildung_bibb_2023.csv"),
        municipalities,
        source_id="bibb-2023",
    )
    students = opportunities.students_table(
        opportunities.read_students(shared / "jobs/education_places.csv"),
        municipalities,
        source_id="universities",
    )
    table = pd.concat([jobs.table, places, students], ignore_index=True)
    notes = (
        *(say(name, like="jobs", concerns=("jobs",), **known) for name, known in jobs.assumed),
        say("apprenticeships", concerns=("apprenticeships",)),
        say("students", concerns=("students",)),
    )
    return table, notes


def compile_region(shared: Path) -> Region:
    """Compile the region of the sample from the files of shared/data."""
    places = read_places()
    outlines = read_outlines(shared)
    seam: boundaries.Seam = outlines.attrs.pop("seam")
    cells = place_people(outlines, shared, places)
    municipalities = add_main_places(outlines, cells, places)
    table, counted = count_opportunities(municipalities, shared)
    sources = tuple(
        dataclasses.replace(source, sha256=checksum(_input(shared, name)))
        for source, name in SOURCES
    )
    notes = (
        say(
            "outlines",
            overlap=seam.overlap_m2 / 1e6,
            gaps=int(seam.n_gaps),
            gap=seam.gap_m2 / 1e6,
        ),
        say("inhabitants"),
        *counted,
        say("ring-ends"),
        say("where-people-live"),
    )
    columns = [column.name for column in schema.MUNICIPALITIES.columns]
    return Region(
        municipalities=municipalities[[*columns, "geometry"]],
        cells=cells,
        opportunity_table=table,
        border=boundaries.national_border(municipalities),
        provenance=Provenance(sources, notes),
    )


def _input(shared: Path, name: str) -> Path:
    """Find an input file: in this folder or in shared/data."""
    return shared / name if "/" in name else Path(__file__).with_name(name)

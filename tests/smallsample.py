"""A small cut of the sample, of its form: notebooks and the blocks of the docs run on it quickly."""

from dataclasses import replace
from pathlib import Path

import grensgeo as gg

DATA = Path(__file__).resolve().parents[1] / "data"
#: Cells that are kept of each municipality, those of most inhabitants.
CELLS = 8
#: Municipalities that notebooks and docs name, and some around them.
KEPT = (
    "03404000", "03456015", "05515000", "05554004", "05554020", "05566068", "05566076", "GM0141",
    "GM0153", "GM0163", "GM0164", "GM0168", "GM0173", "GM0193",
)  # fmt: skip


def small_region(whole):
    """Give some municipalities of a region with their most populous cells, and who lives there."""
    part = whole.select(KEPT)
    cells = part.cells.sort_values("population", ascending=False, kind="stable")
    cells = cells.groupby("region_code").head(CELLS).sort_index()
    people = cells.groupby("region_code")["population"].sum()
    towns = part.municipalities
    return replace(
        part,
        municipalities=towns.assign(population=people.reindex(towns.index)),
        cells=cells,
        cell_opportunities=None,  # shared by inhabitants
        base_map=None,
    )


def write_small_sample(folder):
    """Write the cut into a folder as the sample lies in data/: networks and files are linked."""
    sample = folder / "data" / "sample"
    sample.parent.mkdir()
    small_region(gg.load_region(DATA / "sample")).save(sample)
    without = {"cell_opportunities.csv", "base_map"}
    for path in (DATA / "sample").iterdir():
        if not (sample / path.name).exists() and path.name not in without:
            (sample / path.name).symlink_to(path)
    return sample

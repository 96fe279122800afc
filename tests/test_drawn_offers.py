"""Offers that tell no more than a postcode, from addresses in an extract to the sum of minutes."""

import pytest
from gridworld import ROWS, GridWorld

import grensgeo as gg
from grensgeo.cli import main

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
#: Addresses of a postcode lie at the crossroads of a column (Dutch ones of one area, by their four
#: digits; a German one), so that its middle is that of the row in the middle.
ADDRESSES = {
    (1, 1): "7500 AB", (1, 2): "7500AC", (1, 3): "7500 AA", (3, 2): "7501 XX", (7, 0): "48599",
    (7, 2): "48599", (7, 4): "48599",
}  # fmt: skip
OFFERS = """id,title,opp_type,postcode,country,count
a,One,internship,7500 ZZ,NL,1
b,Two,internship,7501XX,NL,2
c,Three,internship,48599,DE,3
d,Four,internship,9999 ZZ,NL,1
"""


@pytest.mark.long
def test_offers_of_a_postcode_lie_in_the_middle_of_its_addresses(tmp_path):
    world = GridWorld(node_tags={at: {"addr:postcode": code} for at, code in ADDRESSES.items()})
    folder = tmp_path / "world"
    world.write(folder, trips="", cutoffs=(30,))
    assert main(["region", str(folder / "region.toml"), "-o", str(folder / "region")]) == 0
    network = gg.build_network(folder / "streets.osm.pbf")
    region = gg.load_region(folder / "region")
    (folder / "offers.csv").write_text(OFFERS, encoding="utf-8")
    offers = gg.read_offers(folder / "offers.csv")
    placed = gg.place_offers(offers, region)
    home = world.points.iloc[0]
    student = gg.Student(home["lon"], home["lat"], country="NL")
    trips = {"bicycle": gg.Trip("bicycle", max_min=90)}
    found = gg.offers_for(network, student, placed, trips=trips, cutoff_min=90)
    minutes = world.minutes("bicycle")[0]
    wanted = {"a": minutes[1 * ROWS + 2], "b": minutes[3 * ROWS + 2], "c": minutes[7 * ROWS + 2]}
    assert dict(zip(found["id"], found["travel_time_min"], strict=True)) == pytest.approx(
        wanted, abs=1e-4
    )
    assert found["located"].tolist() == ["postcode"] * 3
    assert found.set_index("id")["across"].to_dict() == {"a": False, "b": False, "c": True}

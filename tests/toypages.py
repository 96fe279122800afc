"""Every kind of page that grensgeo writes, on the toy region."""

from test_maps_placement_views import HOME, placements
from toyatlas import toy_atlas
from toyregion import toy_flows, toy_isochrones, toy_reach, toy_region

from grensgeo import maps
from grensgeo.notes import Note
from grensgeo.provenance import Provenance, Source

#: Pages with a map or a gallery; beside them stands atlas.html.
PAGES = [
    "reach",
    "border-effect",
    "isochrones",
    "scenario",
    "flows",
    "placements",
    "many",
    "pair",
    "index",
]
SOURCE = Source("toy", "Toy squares", "CC0-1.0", "© Nobody", "2022", "https://example.org/toy")


def write_pages(folder):
    """Write every kind of page into a folder."""
    notes = (Note("extract-ends"), "Something else.")
    region = toy_region(provenance=Provenance(notes=notes, schematic=True, sources=(SOURCE,)))
    drawn = {
        "reach": maps.reach_map(region, toy_reach()),
        "border-effect": maps.border_effect_map(region, toy_reach()),
        "isochrones": maps.isochrone_map(region, toy_isochrones(), names={"hall": "Hal"}),
        "scenario": maps.scenario_map(region, toy_reach(), toy_reach(scale=0.8, scenario="plan")),
        "flows": maps.flow_map(region, toy_flows()),
        "placements": maps.placements_map(region, placements(), student=HOME),
        "many": maps.Map(region).add(toy_reach()).add(toy_isochrones()),
    }
    for name, drawing in drawn.items():
        drawing.save(folder / f"{name}.html")
    maps.pair_page(
        drawn["reach"], drawn["reach"], folder / "pair.html",
        choose=({"destination": "closed"}, {"destination": "open"}),
    )  # fmt: skip
    maps.index_page(drawn, folder / "index.html")
    toy_atlas()[0].save(folder / "atlas.html")
    return folder

"""A study on three cells beside a border, in files, that runs in a moment."""

from drawing import draw
from test_region import region

PLACES = {"a": (-5470, 0), "b": (-2051, 0), "x": (0, 0), "c": (3419, 0)}
EDGES = [{"ends": "ab"}, {"ends": "bx"}, {"ends": "xc", "country": "DE"}]
SCENARIO = """[scenario]
name = "faster"
title = { nl = "Sneller", de = "Schneller", en = "Faster" }
[[modifications]]
type = "modify-streets"
modes = ["walk"]
country = "NL"
speed_factor = 1.5
"""
STUDY = """[study]
id = "drawn"
region = "region"
period = "2023"
language = "en"
title = { nl = "Klein", de = "Klein", en = "Small" }
[networks]
net = "net"
[[trips]]
id = "walk"
network = "net"
mode = "walk"
[[trips]]
id = "bicycle"
network = "net"
mode = "bicycle"
[reach]
areas = ["twente", "muensterland"]
cutoffs_min = [30, 60]
opportunities = ["jobs"]
[[isochrones]]
network = "net"
modes = ["walk"]
cutoffs_min = [10]
origins = [{ id = "x", name = "Crossing", lon = 7.0, lat = 52.05 }]
[[scenarios]]
file = "faster.toml"
trips = ["walk"]
[monitor]
trips = ["walk"]
cutoff_min = 60
[atlas]
trips = ["walk", "bicycle"]
"""


def write_drawn_study(folder, *, atlas=True):
    """Write the study with all that it names into a folder, and give its file."""
    folder.mkdir(exist_ok=True)
    region().save(folder / "region")
    draw(PLACES, EDGES, origin=(7.0, 52.05)).save(folder / "net")
    (folder / "faster.toml").write_text(SCENARIO, encoding="utf-8")
    text = STUDY if atlas else STUDY[: STUDY.index("[atlas]")]
    (folder / "study.toml").write_text(text, encoding="utf-8")
    return folder / "study.toml"


def files_in(folder):
    """Give the bytes of every file in a folder by its name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

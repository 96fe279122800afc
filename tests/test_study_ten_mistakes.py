"""A file of settings with ten mistakes gets a report of ten lines: line, expectation, nearest."""

import re
from pathlib import Path

import pytest

from grensgeo.cli import main

SAMPLE = Path("data/sample").resolve()
HEAD = f"""[study]
id = "toy"
region = "{SAMPLE}"
period = "2022"
title = {{ nl = "a", de = "a", en = "a" }}
"""
NAMES = f"""{HEAD}[networks]
region = "{SAMPLE}/network"
town = "{SAMPLE}/enschde"  #! no such folder; .*nearest is enschede
[[trips]]
id = "transit"
network = "regoin"  #! unknown networks regoin; known are region, town; nearest is region
mode = "transit"
departure = "2023-10-17T07:30"
[[trips]]
id = "ebike"
network = "region"
mode = "ebkie"  #! mode 'ebkie' is not known; .*; nearest is ebike
[[trips]]
id = "late"
network = "region"
mode = "transit"
departure = "2019-01-01T07:30"  #! nothing runs on 2019-01-01; .*; nearest is 2023-
[reach]
areas = ["twentte"]  #! unknown areas twentte; known are .*; nearest is twente
cutoffs_min = [30, 45]
oportunities = ["jobs"]  #! unknown key oportunities; .*; nearest is opportunities
[[isochrones]]
network = "region"
modes = ["walk"]
cutoffs_min = [10]
places = ["Losser"]  #! unknown places Losser; give codes such as .*; nearest is GM0168 .Losser
[[scenarios]]
file = "{SAMPLE}/scenarios/rb64-halfhourly.toml"  #! no such file; nearest is rb64-half-hourly.toml
trips = ["late"]
[monitor]
trips = ["ebyke"]  #! unknown trips ebyke; known are transit, ebike, late; nearest is ebike
cutoff_min = 40  #! cutoff_min is not among the cutoffs .30.0, 45.0
"""
VALUES = f"""{HEAD}languge = "en"  #! unknown key languge; .*; nearest is language
[networks]
region = "{SAMPLE}/network"
[[trips]]
id = "car"
network = "region"
mode = "car"
max_min = "90 min"  #! max_min is '90 min', not a number
[[trips]]
id = "car"  #! id twice: car
network = "region"
mode = "walk"
max_min = 15  #! max_min is shorter than the cutoff 1800
[[trips]]
id = "early"
network = "region"
mode = "transit"
departure = "7:30"
window_min = -60  #! window_min is -60, expected a number above 0
[reach]
areas = ["twente"]
cutoffs_min = [900, 1800]  #! cutoffs_min holds 1800, expected minutes below 1440
opportunities = ["job"]  #! unknown opportunities job; .*; nearest is jobs
[[isochrones]]
network = "region"
modes = ["walk"]
cutoffs_min = [10]
origins = [
 {{ id = "a", name = "A", lon = 6.9, lat = 152.2 }},  #! lat is 152.2, expected .* from -90 to 90
]
[[scenario]]  #! unknown key scenario; .*; nearest is scenarios
file = "none.toml"
[monitr]  #! unknown key monitr; .*; nearest is monitor
"""
ELSEWHERE = f"""[study]
id = "toy"
region = "{SAMPLE}"
period = "2022-13"  #! period '2022-13'
title = {{ nl = "a", de = "a" }}  #! en is missing
[networks]
region = "{SAMPLE}/network"
town = "{SAMPLE}/enschede"
[[trips]]
id = "town"
network = "town"
mode = "transit"  #! network town: has no public transport
departure = "2023-10-17T07:30"
[[trips]]
id = "walk"
network = "region"
mode = "walk"
max_access_m = 500  #! unknown key max_access_m; .*; nearest is max_access_min
[[trips]]
id = "bicycle"
network = "region"
mode = "bicycle"
max_stress = 5  #! max_stress is 5
[reach]
areas = ["twente"]
cutoffs_min = [45, 30]  #! cutoffs_min is .45, 30., not rising
opportunities = ["jobs"]
[[isochrones]]
network = "town"
modes = ["walk"]
cutoffs_min = [10]
origins = [{{ id = "far", name = "Far", lon = 4.9, lat = 52.37 }}]  #! far lies outside its data
[[scenarios]]
file = "{SAMPLE}/scenarios/f35-cycle-highway.toml"
trips = ["walk"]  #! changes nothing for walk
[atlas]
trips = ["walk"]
place = "GM0163"
trip = "wlak"  #! unknown trips wlak; .*; nearest is walk
opportunities = ["apprenticeship"]  #! unknown opportunities apprenticeship; .*; nearest is appr
"""
SCENARIO = """[scenario]
name = "Half Hourly"  #! use small letters, digits and single hyphens
titel = { nl = "a", de = "a", en = "a" }  #! unknown key titel; .*; nearest is title
extends = ["nothing.toml"]  #! nothing.toml: no such file
[[modifications]]
type = "adjust-frequencies"  #! type 'adjust-frequencies'; .*; nearest is adjust-frequency
[[modifications]]
type = "adjust-frequency"
line = "RB64"
headway_min = 0  #! headway_min is 0, expected a number above 0
[[modifications]]
type = "modify-streets"
modes = ["bycicle"]  #! modes: bycicle; choose from .*; nearest is bicycle
speed_factor = 1.15
highways = ["cycleway"]
[[modifications]]
type = "set-crossing-time"
minuts = 5  #! unknown key minuts; .*; nearest is minutes
[[modifications]]
type = "add-opportunities"
opportunity = "jobs"
count = "500"  #! count is '500', not a number
at = [6.89, 52.22]
[[modifications]]
typ = "remove-line"  #! type is missing, typ is no key
line = "RB64"
[[modification]]  #! unknown key modification; .*; nearest is modifications
type = "remove-line"
"""


@pytest.mark.parametrize("text", [NAMES, VALUES, ELSEWHERE, SCENARIO])
def test_ten_mistakes_get_ten_lines(text, tmp_path, capsys):
    path = tmp_path / "ten.toml"
    path.write_text(text, encoding="utf-8")
    expected = [
        (number, line.split("#! ")[1])
        for number, line in enumerate(text.splitlines(), 1)
        if "#! " in line
    ]
    assert len(expected) == 10
    assert main(["check", str(path)]) == 2
    said = capsys.readouterr().err.splitlines()
    for (number, word), line in zip(expected, said, strict=False):
        assert re.match(rf"grensgeo: {path}: line {number}, .*{word}", line), (number, word, line)
    assert len(said) == 10, said[10:]

"""Files of settings: studies, scenarios, questions, regions, services, and R5's scenarios."""

import json

import drawnstudy
import test_lines_services_file as lines
import test_questions_question_file as questions
from drawing import draw
from test_region import region

from grensgeo import Situation
from grensgeo.cli.file_kinds import describe
from grensgeo.fetch.catalogue import read_catalogue
from grensgeo.lines.line_tables import check_lines
from grensgeo.lines.services_file import read_services
from grensgeo.provenance import Provenance, read_json
from grensgeo.questions import read_question
from grensgeo.scenario import read_r5_scenario, read_scenario
from grensgeo.study.study_checks import check_study_file
from wrong_inputs import spoiling
from wrong_inputs.kinds import Reader, replaced, text_kind

NETWORK = draw(drawnstudy.PLACES, drawnstudy.EDGES, origin=(7.0, 52.05))
REGION = region()
SPOILT = (spoiling.a_page_for_a_file, spoiling.a_pointer_for_a_file, spoiling.an_answer_for_a_file,
          spoiling.zipped, spoiling.nothing, spoiling.marks_of_a_merge)  # fmt: skip


def settings(name, read, right, **pairs):
    result = Reader(name, read, right)
    for kind in SPOILT:
        result.wrong(text_kind(kind))
    for called, given in pairs.items():
        result.kinds[called.replace("_", " ")] = (
            replaced(*given) if isinstance(given[0], tuple) else replaced(given)
        )
    return result


# --- studies: read with all that they name


def study(rng):
    text = drawnstudy.STUDY.replace(
        'period = "2023"', f'period = "{rng.choice(("2023", "2022"))}"'
    )
    return {
        "study.toml": text, "faster.toml": drawnstudy.SCENARIO,
        "region/manifest.json": lambda path: REGION.save(path.parent),
        "net/manifest.json": lambda path: NETWORK.save(path.parent),
    }  # fmt: skip


class Checked:
    """A study with the doubts of its trips."""

    def __init__(self, path):
        self.notes = [note for item in check_study_file(path).trips for note in item.trip.doubts()]


STUDY = settings(
    "study", Checked, study,
    cutoffs_in_seconds=("[30, 60]", "[1800, 3600]"), cutoffs_in_hours=("[30, 60]", "[0.5, 1]"),
    cutoffs_that_fall=("[30, 60]", "[60, 30]"), cutoffs_twice=("[30, 60]", "[30, 30]"), cutoffs_as_text=("[30, 60]", '["30", "60"]'),
    axes_swapped=("lon = 7.0, lat = 52.05", "lon = 52.05, lat = 7.0"), point_at_the_origin=("lon = 7.0, lat = 52.05", "lon = 0, lat = 0"),
    key_misspelt=("[reach]\nareas", "[reach]\naeras"), mode_misspelt=('mode = "walk"', 'mode = "waling"'),
    area_that_is_not_there=('"twente"', '"drenthe"'), opportunity_that_is_not_there=('"jobs"', '"shops"'),
    id_twice=('id = "bicycle"', 'id = "walk"'), network_that_is_not_there=('network = "net"', 'network = "nett"'),
    period_that_is_none=('period = "202', 'period = "20'), language_that_is_none=('language = "en"', 'language = "english"'),
    title_of_two_languages=('en = "Small"', 'fr = "Petit"'), file_that_is_not_there=('file = "faster.toml"', 'file = "slower.toml"'),
    scenario_without_effect=('modes = ["walk"]\ncountry', 'modes = ["ebike"]\ncountry'), scenario_of_no_trip=('trips = ["walk"]\n[monitor]', 'trips = ["ebike"]\n[monitor]'),
    figure_of_no_cutoff=("cutoff_min = 60", "cutoff_min = 40"), departure_that_is_none=('mode = "bicycle"', 'mode = "bicycle"\ndeparture = "7.30"'),
    transit_without_timetable=('mode = "bicycle"', 'mode = "transit"\ndeparture = "2023-03-14T07:30"'),
    longest_trip_below_a_cutoff=('mode = "bicycle"', 'mode = "bicycle"\nmax_min = 15'), longest_trip_in_seconds=('mode = "bicycle"', 'mode = "bicycle"\nmax_min = 5400'),
    stress_of_no_level=('mode = "bicycle"', 'mode = "bicycle"\nmax_stress = 7'),
)  # fmt: skip

# --- scenarios: read and applied

SCENE = """[scenario]
name = "faster"
title = { nl = "Sneller", de = "Schneller", en = "Faster" }
[[modifications]]
type = "modify-streets"
modes = ["walk"]
polygon = [[6.8, 52.0], [7.0, 52.0], [7.0, 52.1], [6.8, 52.1]]
speed_factor = 1.5
[[modifications]]
type = "set-crossing-time"
minutes = 10
[[modifications]]
type = "add-opportunities"
opportunity = "jobs"
count = 50
place = "b-05554020"
[[modifications]]
type = "scale-opportunities"
opportunities = ["jobs"]
factor = 1.1
"""


def applied(path):
    import grensgeo as gg

    scenario = read_scenario(path)
    situation = Situation(REGION, NETWORK, {"walk": gg.Trip("walk", max_min=90)})
    return scenario.apply(situation)


SCENARIO = settings(
    "scenario", applied, lambda rng: {"s.toml": SCENE.replace("1.5", f"{rng.uniform(1.2, 2):.2f}")},
    factor_in_percent=("factor = 1.1", "factor = 110"), axes_swapped=(
        "[[6.8, 52.0], [7.0, 52.0], [7.0, 52.1], [6.8, 52.1]]", "[[52.0, 6.8], [52.0, 7.0], [52.1, 7.0], [52.1, 6.8]]"),
    crossing_in_seconds=("minutes = 10", "minutes = 600"), crossing_below_zero=("minutes = 10", "minutes = -10"),
    crossing_as_text=("minutes = 10", 'minutes = "10 min"'), kind_that_is_none=("add-opportunities", "add-jobs"),
    key_that_is_none=("speed_factor", "speedfactor"), opportunity_that_is_none=('opportunity = "jobs"\ncount', 'opportunity = "job"\ncount'),
    place_that_is_not_there=("b-05554020", "b-5554020"), polygon_elsewhere=("[7.0, 52.1], [6.8, 52.1]", "[7.0, 12.1], [6.8, 12.1]"),
    polygon_that_crosses_itself=("[[6.8, 52.0], [7.0, 52.0], [7.0, 52.1], [6.8, 52.1]]", "[[6.8, 52.0], [7.0, 52.1], [7.0, 52.0], [6.8, 52.1]]"),
    polygon_in_metres=("[6.8, 52.0], [7.0, 52.0]", "[258000, 471000], [259000, 471000]"),
    mode_misspelt=('modes = ["walk"]', 'modes = ["foot"]'), title_lacking=('en = "Faster"', 'fr = "Vite"'),
    counts_below_zero=("count = 50", "count = -50"), counts_that_are_infinite=("count = 50", "count = inf"),
    factor_of_nothing=("factor = 1.1", "factor = 0"), factor_that_is_no_number=("factor = 1.1", "factor = nan"),
    factor_of_one=("factor = 1.1", "factor = 1.0"), speed_of_nothing=("speed_factor = 1.", "speed_factor = -1."),
    name_with_spaces=('name = "faster"', 'name = "fast er/"'), counts_as_text=("count = 50", 'count = "50"'),
    speed_factor_in_percent=("speed_factor = 1.", "speed_factor = 15"),
)  # fmt: skip

# --- questions, regions, services

QUESTION = settings(
    "question", read_question,
    lambda rng: {"question.toml": questions.ASKED, "closed.toml": questions.SCENARIO, "limits.toml": questions.LIMITS},
    cutoff_in_seconds=("cutoff_min = 75", "cutoff_min = 4500"), cutoff_below_zero=("cutoff_min = 75", "cutoff_min = -75"),
    year_that_is_none=('year = "2031"', 'year = "31"'), limit_that_is_none=('"drawn"', '"dawn"'), mode_misspelt=('mode = "walk"', 'mode = "wlak"'),
    title_lacking=('en = "Closed?"', 'fr = "Clos?"'), file_missing=("closed.toml", "closd.toml"), key_misspelt=("opportunity", "oportunity"),
    year_as_a_number=('year = "2031"', "year = 2031.5"), closed_in_no_way=('closed = "destinations"', 'closed = "both"'),
)  # fmt: skip
REGION_FILE = settings(
    "region's file", describe, lambda rng: {"region.toml": """[region]
id = "three"
countries = ["NL", "DE", "BE"]
year = 2021
ring_km = 10
[[areas]]
id = "here"
codes = ["GM0981", "05334", "BE_63040"]
[[population]]
file = "people.csv"
columns = { code = "key", count = "people" }
""", "people.csv": "key,people\nGM0981,3\n"},
    countries_by_name=('"NL", "DE"', '"Nederland", "DE"'), country_not_named=('"DE", "BE"', '"BE"'), year_of_two_digits=("year = 2021", "year = 21"),
    year_in_the_far_future=("year = 2021", "year = 20210"), code_without_zeros=('"05334"', '"5334"'), code_as_a_number=('"05334"', "5334"),
    code_that_is_none=('"GM0981"', '"GM981"'), ring_in_metres=("ring_km = 10", "ring_km = 10000"), ring_below_zero=("ring_km = 10", "ring_km = -10"),
    file_missing=('"people.csv"', '"poeple.csv"'), area_twice=("[[population]]", '[[areas]]\nid = "here"\ncodes = ["GM0981"]\n[[population]]'),
    key_misspelt=("ring_km", "ring"), same_code_twice=('"GM0981", "05334"', '"GM0981", "GM0981"'),
)  # fmt: skip
SERVICES = settings(
    "services", lambda path: check_lines(read_services(path)), lambda rng: {"lines.toml": lines.HEAD + lines.STOPS + lines.TIMED},
    axes_swapped=("lon = 7.0\nlat = 52", "lon = 52\nlat = 7.0"), minutes_that_fall=("[0, 5, 9.5]", "[0, 9.5, 5]"),
    minutes_in_seconds=("[0, 5, 9.5]\ndeparture_min = [0, 6, 9.5]", "[0, 300, 570]\ndeparture_min = [0, 360, 570]"),
    headway_in_seconds=("headway_min = 30", "headway_min = 1800"), headway_of_nothing=("headway_min = 30", "headway_min = 0"),
    stop_that_is_not_there=('["a", "b", "c"]', '["a", "b", "x"]'), minutes_missing=("[0, 5, 9.5]", "[0, 9.5]"), source_that_is_not_there=('source = "s"', 'source = "t"'),
    country_of_another=('country = "DE"', 'country = "Germany"'), stop_twice=('id = "b"', 'id = "a"'), point_at_the_origin=("lon = 7.0\nlat = 52", "lon = 0\nlat = 0"),
    stop_elsewhere=("lon = 7.1\nlat = 52", "lon = -71.0\nlat = 42"), change_in_seconds=("change_min = 4", "change_min = 240"),
    hour_that_is_none=("headway_min = 30", 'headway_min = 30\nfirst = "5.30 Uhr"'), key_misspelt=("headway_min", "headway"),
    end_before_beginning=("headway_min = 30", 'headway_min = 30\nfirst = "23:30"\nlast = "05:30"'),
)  # fmt: skip

# --- R5's scenarios

R5 = Reader("R5's scenario", read_r5_scenario, lambda rng: {"half.json": json.dumps({
    "description": "Schneller", "modifications": [
        {"type": "adjust-dwell-time", "routes": ["db:RB64"], "stops": ["db:1"], "dwellSecs": rng.choice((60, 90))},
        {"type": "adjust-speed", "routes": ["db:RB64"], "scale": 1.25},
        {"type": "remove-trips", "routes": ["db:RB51"]},
    ]})})  # fmt: skip
for kind in SPOILT:
    R5.wrong(text_kind(kind))
R5.kinds |= {name.replace("_", " "): replaced(pair) for name, pair in {
    "scale_in_percent": ('"scale": 1.25', '"scale": 125'), "scale_below_zero": ('"scale": 1.25', '"scale": -1.25'),
    "scale_that_is_no_number": ('"scale": 1.25', '"scale": NaN'), "kind_that_is_none": ("adjust-speed", "adjust-sped"),
    "key_that_is_none": ("dwellSecs", "dwellSeconds"), "dwell_below_zero": ('"dwellSecs": ', '"dwellSecs": -'),
    "dwell_in_milliseconds": ('"dwellSecs": ', '"dwellSecs": 9000'), "routes_of_no_feed": ('["db:RB51"]', "[51]"),
    "routes_missing": ('"routes": ["db:RB51"]', '"patterns": []'), "text_for_a_number": ('"scale": 1.25', '"scale": "1,25"'),
}.items()}  # fmt: skip

# --- manifests and catalogues

MANIFEST = json.dumps(Provenance(notes=("a note",)).to_dict() | {"sources": [
    {"source_id": "a", "title": "A", "licence": "CC0-1.0", "attribution": "A"}]})  # fmt: skip
PROVENANCE = settings(
    "manifest", lambda path: Provenance.from_dict(read_json(path)), lambda rng: {"m.json": MANIFEST},
    source_without_licence=('"licence": "CC0-1.0", ', ""), sources_as_text=('[{"source_id"', '{"x": [{"source_id"') if False else ('"source_id": "a"', '"source_id": 1'),
    note_that_is_none=('"a note"', "17"),
)  # fmt: skip
CATALOGUE = settings(
    "catalogue", read_catalogue, lambda rng: {"c.json": json.dumps({"sources": [
        {"source_id": "a", "title": "A", "licence": "CC0-1.0", "attribution": "A", "reference_date": "2022"}]})},
    licence_missing=('"licence": "CC0-1.0", ', ""), date_that_is_none=('"reference_date": "2022"', '"reference_date": "01-02-22"'),
    id_that_is_a_number=('"source_id": "a"', '"source_id": 5'), key_that_is_none=('"title"', '"name"'),
)  # fmt: skip
READERS = (STUDY, SCENARIO, QUESTION, REGION_FILE, SERVICES, R5, PROVENANCE, CATALOGUE)

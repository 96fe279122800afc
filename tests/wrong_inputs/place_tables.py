"""Tables of places with their coordinates, and of counts by municipality."""

import warnings

import geopandas as gpd
import pandas as pd
import shapely
from drawing import draw

from grensgeo.geodata.points import read_points
from grensgeo.grenswerk.meetings import read_hubs
from grensgeo.grenswerk.student_counts import read_student_counts
from grensgeo.measures.matrix.times_table import as_matrix
from grensgeo.measures.reach_inputs import read_reach_inputs, read_times
from grensgeo.region.own_tables import read_own_figures
from grensgeo.spec import TableSpec
from wrong_inputs import spoiling
from wrong_inputs.kinds import Reader, text_kind
from wrong_inputs.spoiling import any_row, column_of, field_of, row_count

#: Real places on both sides of three borders: id, name, country, lon, lat.
PLACES = [
    ("GM0153", "Enschede", "NL", 6.8936, 52.2215), ("GM0168", "Losser", "NL", 7.0042, 52.2608),
    ("GM0173", "Oldenzaal", "NL", 6.9292, 52.3125), ("05554020", "Gronau (Westf.)", "DE", 7.0264, 52.2128),
    ("05515000", "Münster", "DE", 7.6261, 51.9607), ("05554048", "Schöppingen", "DE", 7.2331, 52.0967),
    ("05566072", "Hörstel", "DE", 7.5847, 52.3011), ("GM0164", "Hengelo", "NL", 6.7928, 52.2661),
]  # fmt: skip
EXTENT = gpd.GeoSeries([shapely.box(6.4, 51.7, 8.0, 52.6)], crs=4326)


def some_places(rng, least=5):
    chosen = rng.sample(PLACES, rng.randint(least, len(PLACES)))
    if not any("ö" in p[1] or "ü" in p[1] for p in chosen):
        chosen[0] = PLACES[4] if PLACES[4] not in chosen else chosen[0]
    if len({p[2] for p in chosen}) < 2:
        chosen.append(next(p for p in PLACES if p[2] != chosen[0][2]))
    return chosen


def shift(p, rng):
    return p[3] + rng.uniform(-0.004, 0.004), p[4] + rng.uniform(-0.004, 0.004)


def points_csv(rng):
    rows = [f"{p[0]},{p[1]},{p[2]},{x:.5f},{y:.5f}" for p in some_places(rng)
            for x, y in [shift(p, rng)]]  # fmt: skip
    return {"points.csv": "id,name,country,lon,lat\n" + "\n".join(rows) + "\n"}


POINTS = Reader("points", lambda path: read_points(path, extent=EXTENT), points_csv)


def with_text(reader, functions):
    for function in functions:
        reader.wrong(text_kind(function))


with_text(POINTS, (*spoiling.FILES, *spoiling.TABLES, *spoiling.NAMED))


def cells(reader):
    """Decorate a kind that changes the text of the first file."""

    def added(function):
        reader.wrong(text_kind(function))
        return function

    return added


@cells(POINTS)
def axes_swapped(rng, text):
    return text.replace(",lon,lat", ",lat,lon")


@cells(POINTS)
def metres_for_degrees(rng, text):
    table = pd.read_csv(pd.io.common.StringIO(text), dtype={"id": str})
    crs = rng.choice((28992, 25832, 3857))
    xy = gpd.GeoSeries(gpd.points_from_xy(table["lon"], table["lat"]), crs=4326).to_crs(crs)
    return table.assign(lon=xy.x.round(1), lat=xy.y.round(1)).to_csv(index=False)


@cells(POINTS)
def west_for_east(rng, text):
    return column_of(text, "lon", lambda v: f"-{v}")


@cells(POINTS)
def degrees_without_their_point(rng, text):
    """6.8936 became 68936, as a spreadsheet in Dutch or German reads it."""
    return column_of(text, rng.choice(("lon", "lat")), lambda v: v.replace(".", ""))


@cells(POINTS)
def points_at_the_origin(rng, text):
    row = any_row(rng, text)
    return field_of(field_of(text, row, "lon", "0"), row, "lat", "0.0")


@cells(POINTS)
def one_coordinate_in_both_columns(rng, text):
    table = pd.read_csv(pd.io.common.StringIO(text), dtype={"id": str})
    return table.assign(lon=table["lat"]).to_csv(index=False)


@cells(POINTS)
def coordinates_that_are_no_number(rng, text):
    return field_of(
        text, any_row(rng, text), "lat", rng.choice(("NaN", "inf", "n/a", "#REF!", "52°13'N", "-"))
    )


@cells(POINTS)
def ids_twice(rng, text):
    first = text.split("\n")[1].split(",")[0]
    return field_of(text, 1, "id", first)


@cells(POINTS)
def ids_without_zeros(rng, text):
    return text.replace("\n05", "\n5")


@cells(POINTS)
def ids_as_powers_of_ten(rng, text):
    """What a spreadsheet makes of a long code."""
    return text.replace("\n05554020", "\n5.55E+06").replace("\n05515000", "\n5.52E+06").replace(
        "\n05554048", "\n5.55E+06").replace("\n05566072", "\n5.57E+06")  # fmt: skip


@cells(POINTS)
def ids_empty(rng, text):
    return field_of(text, any_row(rng, text), "id", rng.choice(("", " ", '""')))


@cells(POINTS)
def countries_swapped(rng, text):
    return column_of(text, "country", lambda v: {"NL": "DE", "DE": "NL"}[v])


@cells(POINTS)
def countries_by_name(rng, text):
    return column_of(text, "country", lambda v: {"NL": "Nederland", "DE": "Deutschland"}[v])


@cells(POINTS)
def countries_in_small_letters(rng, text):
    return column_of(text, "country", str.lower)


@cells(POINTS)
def totals_below_the_rows(rng, text):
    return text + rng.choice(("Totaal,,,,\n", "Summe,,DE,,\n", "Total,Total,,0,0\n"))


@cells(POINTS)
def all_points_in_one_place(rng, text):
    """Coordinates filled down, or cut to whole degrees."""
    return column_of(column_of(text, "lon", "7.0"), "lat", "52.0")


POINTS.kinds["axes swapped without an extent"] = POINTS.kinds["axes swapped"]
BARE = Reader("points without an extent", read_points, points_csv,
              {name: POINTS.kinds[name] for name in ("axes swapped", "west for east",
               "points at the origin", "metres for degrees")})  # fmt: skip
del POINTS.kinds["axes swapped without an extent"]


# --- layers of points: what is said of the CRS


def points_layer(rng):
    ending = rng.choice((".gpkg", ".geojson", ".parquet"))
    places = some_places(rng)
    frame = gpd.GeoDataFrame(
        {"id": [p[0] for p in places], "country": [p[2] for p in places]},
        geometry=gpd.points_from_xy([p[3] for p in places], [p[4] for p in places]), crs=4326,
    )  # fmt: skip
    return {f"points{ending}": written(frame)}


def written(frame):
    def write(path):
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "'crs' was not provided")  # one of the mistakes
            frame.to_parquet(path) if path.suffix == ".parquet" else frame.to_file(path)

    write.frame = frame
    return write


LAYER = Reader("layer of points", lambda path: read_points(path, extent=EXTENT), points_layer)


def of_frame(reader):
    def added(change):
        def kind(rng, files):
            name, write = next(iter(files.items()))
            return {name: written(change(rng, write.frame.copy()))}

        kind.__name__ = change.__name__
        reader.wrong(kind)
        return change

    return added


@of_frame(LAYER)
def another_crs_declared(rng, frame):
    """Metres of one country, declared as those of the other."""
    true, said = rng.sample((28992, 25832, 31370, 2154), 2)
    return frame.to_crs(true).set_crs(said, allow_override=True)


@of_frame(LAYER)
def metres_declared_as_degrees(rng, frame):
    return frame.to_crs(rng.choice((28992, 25832, 3857))).set_crs(4326, allow_override=True)


@of_frame(LAYER)
def degrees_declared_as_metres(rng, frame):
    return frame.set_crs(rng.choice((28992, 25832)), allow_override=True)


@of_frame(LAYER)
def layer_turned(rng, frame):
    return frame.set_geometry(
        shapely.transform(frame.geometry.to_numpy(), lambda xy: xy[:, ::-1]), crs=4326
    )


@of_frame(LAYER)
def shapes_missing(rng, frame):
    shapes = frame.geometry.to_numpy().copy()
    shapes[rng.randrange(len(shapes))] = shapely.Point()
    return frame.set_geometry(shapes, crs=4326)


@of_frame(LAYER)
def lines_for_points(rng, frame):
    return frame.set_geometry(frame.geometry.to_crs(3035).buffer(50).to_crs(4326).boundary)


@of_frame(LAYER)
def layer_of_another_land(rng, frame):
    return frame.set_geometry(frame.geometry.translate(rng.choice((-40, 20, 60)), 0))


@of_frame(LAYER)
def layer_with_ids_twice(rng, frame):
    return pd.concat([frame, frame.iloc[:1]], ignore_index=True)


@of_frame(LAYER)
def layer_with_countries_swapped(rng, frame):
    return frame.assign(country=frame["country"].map({"NL": "DE", "DE": "NL"}))


@of_frame(LAYER)
def layer_without_zeros(rng, frame):
    return frame.assign(id=frame["id"].str.replace("^0", "", regex=True))


# --- hubs


def hubs_csv(rng):
    rows = [f"h{n},{p[1]},{p[2]},{p[3]},{p[4]},wiki" for n, p in enumerate(some_places(rng))]
    return {"hubs.csv": "id,name,country,lon,lat,source\n" + "\n".join(rows) + "\n"}


HUBS = Reader("hubs", read_hubs, hubs_csv)
with_text(HUBS, (*spoiling.TABLES, *spoiling.NAMED, ids_empty, countries_by_name, axes_swapped,
                 coordinates_that_are_no_number, points_at_the_origin))  # fmt: skip


# --- counts by municipality


def counts_csv(rng):
    rows = [f"{p[0]},{p[1]},{p[2]},{rng.randint(900, 90_000)}" for p in some_places(rng)]
    return {"jobs.csv": "id,name,country,jobs\n" + "\n".join(rows) + "\n"}


def counted(path):
    """Read counts as ``grensgeo reach`` does, with times between all of the places."""
    times = path.parent / "times.csv"
    ids = [p[0] for p in PLACES]
    rows = [f"{a},{b},{0 if a == b else 12 + k}" for a in ids for k, b in enumerate(ids)]
    times.write_text("from_id,to_id,travel_time_min\n" + "\n".join(rows) + "\n")
    pl = "id,country\n" + "".join(f"{p[0]},{p[2]}\n" for p in PLACES)
    (path.parent / "origins.csv").write_text(pl)
    return read_reach_inputs(
        times, opportunities=path, columns=["jobs"], origins=path.parent / "origins.csv"
    )


COUNTS = Reader("counts of places", counted, counts_csv)
with_text(COUNTS, (*spoiling.TABLES, *spoiling.NAMED, ids_twice, ids_without_zeros, ids_as_powers_of_ten,
                   ids_empty, countries_swapped, countries_by_name, countries_in_small_letters))  # fmt: skip


@cells(COUNTS)
def thousands_with_a_point(rng, text):
    return column_of(text, "jobs", lambda v: f"{int(v):,}".replace(",", "."))


@cells(COUNTS)
def thousands_with_a_comma(rng, text):
    return column_of(text, "jobs", lambda v: f'"{int(v):,}"')


@cells(COUNTS)
def thousands_of_one_country(rng, text):
    """One publisher counts in thousands, the other in ones."""
    table = pd.read_csv(pd.io.common.StringIO(text), dtype={"id": str})
    own = table["country"] == "NL"
    table["jobs"] = table["jobs"].where(~own, (table["jobs"] / 1000).round(1))
    return table.to_csv(index=False)


@cells(COUNTS)
def counts_below_zero(rng, text):
    return field_of(text, any_row(rng, text), "jobs", rng.choice(("-1", "-99997", "-9999")))


@cells(COUNTS)
def counts_that_are_words(rng, text):
    return field_of(text, any_row(rng, text), "jobs", rng.choice(
        ("n/a", "<5", "geheim", "*", "#DIV/0!", "#N/A", "NaN", "inf", "x", "ca. 900")))  # fmt: skip


@cells(COUNTS)
def counts_that_are_dates(rng, text):
    return field_of(
        text, any_row(rng, text), "jobs", rng.choice(("1-3-2026", "2026-03-01", "03/01/26"))
    )


@cells(COUNTS)
def total_among_municipalities(rng, text):
    total = sum(int(line.split(",")[3]) for line in text.split("\n")[1:] if line)
    name = rng.choice(("Totaal", "Insgesamt", "Total"))
    return f"{text}{rng.choice((name, 'total'))},{name},NL,{total}\n"


@cells(COUNTS)
def totals_of_countries_among_parts(rng, text):
    rows = [line.split(",") for line in text.split("\n")[1:] if line]
    total = sum(int(row[3]) for row in rows if row[2] == "DE")
    return f"{text}DE,Deutschland,DE,{total}\n"


@cells(COUNTS)
def sentinels_for_what_is_not_known(rng, text):
    return field_of(
        text, any_row(rng, text), "jobs", rng.choice(("999999999", "2147483647", "99999999"))
    )


@cells(COUNTS)
def suppressed_as_zero(rng, text):
    """Small figures that were hidden came out as 0."""
    table = pd.read_csv(pd.io.common.StringIO(text), dtype={"id": str})
    table.loc[table["jobs"].nsmallest(2).index, "jobs"] = 0
    return table.to_csv(index=False)


# --- figures of one's own, in a region's file

OWN = Reader(
    "own figures",
    lambda path: read_own_figures(TableSpec(
        "opportunities", 2022, "jobs", file=path,
        columns={"code": "ags", "count": "persons", "date": "day"})),
    lambda rng: {"own.csv": "ags,name,persons,day\n" + "".join(
        f"{p[0]},{p[1]},{rng.randint(900, 90_000)},2022-05-15\n" for p in some_places(rng))},
)  # fmt: skip
with_text(OWN, (*spoiling.TABLES, *spoiling.NAMED))


@cells(OWN)
def own_ids_without_zeros(rng, text):
    return text.replace("\n05", "\n5")


@cells(OWN)
def own_ids_as_powers_of_ten(rng, text):
    return column_of(text, "ags", lambda v: v if v.startswith("GM") else f"{int(v):.2E}")


@cells(OWN)
def own_total_among_parts(rng, text):
    total = sum(int(line.split(",")[2]) for line in text.split("\n")[1:] if line)
    return f"{text}{rng.choice(('Totaal', 'Insgesamt', 'NL00', '05'))},Alles,{total},2022-05-15\n"


@cells(OWN)
def own_years_mixed(rng, text):
    return field_of(
        text, any_row(rng, text), "day", rng.choice(("2012-05-15", "1922-05-15", "2011-12-31"))
    )


@cells(OWN)
def own_days_as_numbers(rng, text):
    """A spreadsheet's count of days since 1900."""
    return column_of(text, "day", str(rng.randint(44_000, 46_000)))


@cells(OWN)
def own_days_the_other_way_about(rng, text):
    return column_of(text, "day", rng.choice(("15-05-2022", "05/15/2022", "15.05.2022")))


@cells(OWN)
def own_thousands(rng, text):
    return column_of(text, "persons", lambda v: f"{int(v):,}".replace(",", "."))


@cells(OWN)
def own_sentinels(rng, text):
    return field_of(
        text, any_row(rng, text), "persons", rng.choice(("999999999", "-1", "2147483647"))
    )


@cells(OWN)
def own_nan(rng, text):
    return field_of(
        text, any_row(rng, text), "persons", rng.choice(("NaN", "inf", "-", "geheim", "1e9999"))
    )


@cells(OWN)
def own_header_of_two_lines(rng, text):
    return "Bevölkerung am 15. Mai,,,\n" + text


# --- students by cell

STUDENTS = Reader(
    "students", lambda path: read_student_counts(path, pd.Index([f"c{n}" for n in range(9)])),
    lambda rng: {"students.csv": "cell_id,mbo,hbo\n" + "".join(
        f"c{n},{rng.randint(0, 90)},{rng.randint(0, 90)}\n" for n in range(rng.randint(5, 9)))},
)  # fmt: skip
with_text(STUDENTS, spoiling.TABLES)


@cells(STUDENTS)
def students_below_zero(rng, text):
    return field_of(text, any_row(rng, text), rng.choice(("mbo", "hbo")), "-3")


@cells(STUDENTS)
def students_in_thousands(rng, text):
    return field_of(text, any_row(rng, text), "mbo", "1.234")


@cells(STUDENTS)
def students_twice(rng, text):
    return text + text.split("\n")[1] + "\n"


@cells(STUDENTS)
def students_total(rng, text):
    return text + "Totaal,999,999\n"


@cells(STUDENTS)
def students_sentinel(rng, text):
    return field_of(text, any_row(rng, text), "hbo", rng.choice(("inf", "2147483647")))


# --- travel times of other tools


def times_csv(rng):
    ids = [p[0] for p in some_places(rng)]
    rows = [f"{a},{b},{0 if a == b else round(rng.uniform(4, 70), 1)}" for a in ids for b in ids]
    return {"times.csv": "from_id,to_id,travel_time_min\n" + "\n".join(rows) + "\n"}


TIMES = Reader("travel times", lambda path: as_matrix(
    read_times(path), countries={p[0]: p[2] for p in PLACES}), times_csv)  # fmt: skip
with_text(TIMES, (*spoiling.FILES, *spoiling.TABLES))


@cells(TIMES)
def seconds_for_minutes(rng, text):
    return column_of(text, "travel_time_min", lambda v: str(int(float(v) * 60)))


@cells(TIMES)
def hours_for_minutes(rng, text):
    return column_of(text, "travel_time_min", lambda v: f"{float(v) / 60:.4f}")


@cells(TIMES)
def times_of_the_clock(rng, text):
    return column_of(text, "travel_time_min", lambda v: f"0:{int(float(v)):02d}:00")


@cells(TIMES)
def pairs_twice(rng, text):
    return text + text.split("\n")[2] + "\n"


@cells(TIMES)
def times_below_zero(rng, text):
    return field_of(text, any_row(rng, text), "travel_time_min", "-1")


@cells(TIMES)
def sentinels_for_not_reached(rng, text):
    return field_of(text, any_row(rng, text), "travel_time_min", rng.choice(
        ("2147483647", "9999", "99999", "999999", "1e10", "inf", "65535")))  # fmt: skip


@cells(TIMES)
def times_without_zeros(rng, text):
    return text.replace("\n05", "\n5").replace(",05", ",5")


@cells(TIMES)
def metres_for_minutes(rng, text):
    return column_of(text, "travel_time_min", lambda v: str(int(float(v) * 900)))


@cells(TIMES)
def times_of_half_the_pairs(rng, text):
    """One end of the table is missing: every origin is there for the first rows alone."""
    lines = text.strip().split("\n")
    return "\n".join(lines[: 1 + (len(lines) - 1) * 2 // 3]) + "\n"


@cells(TIMES)
def nobody_is_at_home(rng, text):
    """The time from a place to itself is that of another pair."""
    lines = text.strip().split("\n")
    return "\n".join([lines[0]] + [
        ",".join([*line.split(",")[:2], "57.3"]) if line.split(",")[0] == line.split(",")[1] else line
        for line in lines[1:]]) + "\n"  # fmt: skip


# --- observed speeds

STREETS = draw(
    {"abcdefghijklmnop"[k]: (900.0 * k, 0.0) for k in range(14)},
    [
        {
            "ends": "abcdefghijklmnop"[k : k + 2],
            "way_id": 60_000_001 + 977 * k,
            "maxspeed_kmh": 50.0,
        }
        for k in range(13)
    ],
)
WAYS = STREETS.streets.way_id.tolist()

SPEEDS = Reader(
    "observed speeds", STREETS.with_observed_speeds,
    lambda rng: {"speeds.csv": "way_id,direction,speed_kmh\n" + "".join(
        f"{way},{rng.choice(('both', 'forward'))},{rng.randint(25, 56)}\n"
        for way in rng.sample(WAYS, rng.randint(6, 12)))},
)  # fmt: skip
with_text(SPEEDS, (*spoiling.FILES, *spoiling.TABLES))


@cells(SPEEDS)
def miles_for_kilometres(rng, text):
    return text.replace("speed_kmh", rng.choice(("speed_mph", "speed (mph)")))


@cells(SPEEDS)
def speeds_with_their_unit(rng, text):
    return column_of(text, "speed_kmh", lambda v: f"{int(v) * 0.62:.0f} mph")


@cells(SPEEDS)
def ways_as_powers_of_ten(rng, text):
    return column_of(text, "way_id", lambda v: f"{int(v):.2E}")


@cells(SPEEDS)
def ways_twice(rng, text):
    return text + text.split("\n")[1] + "\n"


@cells(SPEEDS)
def speeds_of_nothing(rng, text):
    return field_of(
        text, any_row(rng, text), "speed_kmh", rng.choice(("0", "-5", "NaN", "999", ""))
    )


@cells(SPEEDS)
def directions_by_other_names(rng, text):
    return field_of(text, any_row(rng, text), "direction", rng.choice(("F", "heen", "1")))


@cells(SPEEDS)
def metres_a_second(rng, text):
    return column_of(text, "speed_kmh", lambda v: f"{int(v) / 3.6:.2f}")


READERS = (POINTS, BARE, LAYER, HUBS, COUNTS, OWN, STUDENTS, TIMES, SPEEDS)
assert row_count

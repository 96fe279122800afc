"""GTFS: what is wrong in feeds that other programs take."""

import zipfile
from datetime import date

import feeds

from grensgeo.gtfs import check_feed, read_feed, timetable_on
from wrong_inputs import spoiling
from wrong_inputs.kinds import Reader, replaced
from wrong_inputs.spoiling import any_row, column_of, field_of

DAY = date(2023, 3, 14)
NAMES = ["Hengelo", "Enschede", "Glanerbrug", "Gronau", "Ahaus"]


def feed_files(rng):
    """Give two dozen trips there and back, some over midnight."""
    trips, n = {}, rng.randint(3, 5)
    names = NAMES[:n]
    for k in range(rng.randint(16, 18)):
        hour = 5 + k + rng.randint(0, 1)
        ways = names if k % 2 == 0 else names[::-1]
        trips[f"t{k}"] = ", ".join(f"{name} {hour}:{8 * i + 3:02d}" for i, name in enumerate(ways))
    return feeds.feed_files(trips)


def packed(rng):
    files = feed_files(rng)

    def write(path):
        with zipfile.ZipFile(path, "w") as bundle:
            for name, content in files.items():
                bundle.writestr(name, content)

    write.files = files
    return {"feed.zip": write}


def read(path):
    report = check_feed(path)
    feed = read_feed(path)
    timetable = timetable_on([feed], DAY)
    return Read((*report.findings, *feed.findings), feed, timetable)


class Read:
    def __init__(self, findings, feed, timetable):
        self.findings = [f for f in findings if f.severity != "notice" or "left" in f.message]
        self.findings = findings
        self.notes = tuple(feed.notes() if callable(getattr(feed, "notes", None)) else ())
        self.provenance = getattr(feed, "provenance", None)
        self.timetable = timetable


FEED = Reader("feed", read, packed)


def in_feed(change):
    """Add a kind that changes the files of a feed."""

    def kind(rng, made):
        files = change(rng, dict(made["feed.zip"].files))

        def write(path):
            if isinstance(files, str | bytes):
                path.write_bytes(files.encode() if isinstance(files, str) else files)
                return
            with zipfile.ZipFile(path, "w") as bundle:
                for name, content in files.items():
                    bundle.writestr(name, content)

        return {"feed.zip": write}

    kind.__name__ = change.__name__
    FEED.wrong(kind)
    return change


def put(name, *pairs):
    return lambda rng, files: {**files, **replaced(*pairs)(rng, {name: files[name]})}


def of_files(change):
    return lambda rng, made: _packed(change(rng, dict(made["feed.zip"].files)))


for called, name, pairs in (
    ("expired feed", "calendar.txt", (("20230101,20231231", "20190101,20191231"),)),
    ("feed of next year", "calendar.txt", (("20230101,20231231", "20240101,20241231"),)),
    ("dates with dashes", "calendar.txt", (("20230101,20231231", "2023-01-01,2023-12-31"),)),
    ("dates the other way about", "calendar.txt", (("20230101,20231231", "01012023,31122023"),)),
    ("dates in the wrong order", "calendar.txt", (("20230101,20231231", "20231231,20230101"),)),
    ("months and days swapped", "calendar.txt", (("20230101,20231231", "20230101,20233112"),)),
    ("day without service", "calendar.txt", (("D,1,1,1,1,1,1,1", "D,1,0,1,1,1,1,1"),)),
    ("no day with service", "calendar.txt", (("D,1,1,1,1,1,1,1", "D,0,0,0,0,0,0,0"),)),
    ("service by another name", "calendar.txt", (("\nD,", "\nX,"),)),
    ("another zone", "agency.txt", (("Europe/Berlin", "America/New_York"),)),
    ("zone that is none", "agency.txt", (("Europe/Berlin", "CET+1"),)),
    ("no zone", "agency.txt", (("Europe/Berlin", ""),)),
    ("type of route that is none", "routes.txt", ((",2\n", ",99\n"),)),
    ("routes without names", "routes.txt", (("RB64", ""),)),
    ("axes of stops swapped", "stops.txt", (("stop_lat,stop_lon", "stop_lon,stop_lat"),)),
    ("stops in semicolons", "stops.txt", ((",", ";"),)),
):
    FEED.kinds[called] = of_files(put(name, *pairs))


def _packed(files):
    def write(path):
        with zipfile.ZipFile(path, "w") as bundle:
            for name, content in files.items():
                bundle.writestr(name, content)

    return {"feed.zip": write}


@in_feed
def trains_as_buses(rng, files):
    """100 km/h and more between towns is no tram."""
    stops = files["stops.txt"]
    times = files["stop_times.txt"]
    for k in range(8):
        times = times.replace(f":{8 * k + 3:02d}:00", f":{k + 3:02d}:00")
    return {**files, "routes.txt": files["routes.txt"].replace(",2\n", ",0\n"), "stops.txt": stops,
            "stop_times.txt": times}  # fmt: skip


@in_feed
def one_stop_elsewhere(rng, files):
    text = files["stops.txt"]
    row = any_row(rng, text)
    return {
        **files,
        "stops.txt": field_of(text, row, "stop_lon", rng.choice(("-6.9", "16.9", "2.9"))),
    }


@in_feed
def stops_at_the_origin(rng, files):
    text = files["stops.txt"]
    row = any_row(rng, text)
    return {
        **files,
        "stops.txt": field_of(field_of(text, row, "stop_lon", "0"), row, "stop_lat", "0"),
    }


@in_feed
def stops_in_metres(rng, files):
    text = column_of(files["stops.txt"], "stop_lat", "471234.5")
    return {**files, "stops.txt": column_of(text, "stop_lon", "258123.5")}


@in_feed
def all_stops_in_one_place(rng, files):
    text = column_of(files["stops.txt"], "stop_lat", "52.2")
    return {**files, "stops.txt": column_of(text, "stop_lon", "7.0")}


@in_feed
def stops_lost(rng, files):
    """Half a feed: stops of one side of the border were cut out."""
    lines = files["stops.txt"].split("\n")
    return {**files, "stops.txt": "\n".join([*lines[:2], *lines[3:]])}


@in_feed
def trips_without_calls(rng, files):
    lines = [line for line in files["stop_times.txt"].split("\n") if not line.startswith("t1,")]
    return {**files, "stop_times.txt": "\n".join(lines)}


@in_feed
def trips_with_one_call(rng, files):
    lines = files["stop_times.txt"].split("\n")
    kept = [line for line in lines if not line.startswith("t1,") or line.endswith(",0")]
    return {**files, "stop_times.txt": "\n".join(kept)}


@in_feed
def calls_without_trips(rng, files):
    lines = files["trips.txt"].split("\n")
    return {**files, "trips.txt": "\n".join([*lines[:2], *lines[3:]])}


@in_feed
def times_of_twelve_hours(rng, files):
    """Afternoons written as mornings: 13:03 is 1:03."""
    text = files["stop_times.txt"]
    for hour in range(13, 25):
        text = text.replace(f",{hour}:", f",{hour - 12}:")
    return {**files, "stop_times.txt": text.replace(",12:", ",00:")}


@in_feed
def times_that_fall(rng, files):
    lines = files["stop_times.txt"].split("\n")
    rows = [k for k, line in enumerate(lines) if line.startswith("t0,")]
    fields = [lines[rows[0]].split(","), lines[rows[-1]].split(",")]
    fields[0][1:3], fields[1][1:3] = fields[1][1:3], fields[0][1:3]
    lines[rows[0]], lines[rows[-1]] = ",".join(fields[0]), ",".join(fields[1])
    return {**files, "stop_times.txt": "\n".join(lines)}


@in_feed
def midnight_begins_again(rng, files):
    """23:50, 0:10 of one trip."""
    text = files["stop_times.txt"]
    lines = [line for line in text.split("\n") if not line.startswith("t0,")]
    first, second, *_ = NAMES
    lines[1:1] = [f"t0,23:50:00,23:50:00,{first},0", f"t0,0:10:00,0:10:00,{second},1"]
    return {**files, "stop_times.txt": "\n".join(lines)}


@in_feed
def arrival_after_departure(rng, files):
    text = files["stop_times.txt"]
    row = any_row(rng, text)
    return {**files, "stop_times.txt": field_of(text, row, "departure_time", "04:00:00")}


@in_feed
def times_without_seconds(rng, files):
    text = column_of(files["stop_times.txt"], "arrival_time", lambda v: v[:-3])
    return {**files, "stop_times.txt": column_of(text, "departure_time", lambda v: v[:-3])}


@in_feed
def times_as_shares_of_a_day(rng, files):
    """What a spreadsheet holds for 8:00."""
    text = files["stop_times.txt"]
    for column in ("arrival_time", "departure_time"):
        text = column_of(
            text,
            column,
            lambda v: f"{(int(v.split(':')[0]) * 60 + int(v.split(':')[1])) / 1440:.6f}",
        )
    return {**files, "stop_times.txt": text}


@in_feed
def times_in_seconds(rng, files):
    text = files["stop_times.txt"]
    for column in ("arrival_time", "departure_time"):
        text = column_of(
            text, column, lambda v: str(int(v.split(":")[0]) * 3600 + int(v.split(":")[1]) * 60)
        )
    return {**files, "stop_times.txt": text}


@in_feed
def calls_twice(rng, files):
    line = files["stop_times.txt"].split("\n")[2]
    return {**files, "stop_times.txt": files["stop_times.txt"] + line + "\n"}


@in_feed
def trips_twice(rng, files):
    line = files["trips.txt"].split("\n")[1]
    return {**files, "trips.txt": files["trips.txt"] + line + "\n"}


@in_feed
def all_trips_twice_under_other_ids(rng, files):
    """An old and a new edition in one feed: everything runs twice."""
    trips, times = (
        files["trips.txt"].strip().split("\n"),
        files["stop_times.txt"].strip().split("\n"),
    )
    return {
        **files,
        "trips.txt": "\n".join([*trips, *(r.replace(",t", ",new-t", 1) for r in trips[1:])])
        + "\n",
        "stop_times.txt": "\n".join([*times, *(f"new-{r}" for r in times[1:])]) + "\n",
    }


@in_feed
def stops_twice(rng, files):
    line = files["stops.txt"].split("\n")[1]
    return {**files, "stops.txt": files["stops.txt"] + line + "\n"}


@in_feed
def one_way_only(rng, files):
    """The trips back were lost."""

    def kept(text, at):
        return "\n".join(
            line for k, line in enumerate(text.split("\n"))
            if k == 0 or not line or int(line.split(",")[at][1:]) % 2 == 0
        )  # fmt: skip

    return {
        **files,
        "trips.txt": kept(files["trips.txt"], 2),
        "stop_times.txt": kept(files["stop_times.txt"], 0),
    }


@in_feed
def numbers_of_calls_as_text(rng, files):
    """10 before 9: sorted as words."""
    return {
        **files,
        "stop_times.txt": column_of(
            files["stop_times.txt"], "stop_sequence", lambda v: "abcdefghij"[int(v)]
        ),
    }


@in_feed
def one_number_for_all_calls(rng, files):
    return {**files, "stop_times.txt": column_of(files["stop_times.txt"], "stop_sequence", "1")}


@in_feed
def headways_in_minutes(rng, files):
    """headway_secs is 30 for half an hour."""
    text = "trip_id,start_time,end_time,headway_secs\nt0,06:00:00,22:00:00,30\n"
    return {**files, "frequencies.txt": text}


@in_feed
def headways_of_nothing(rng, files):
    head = "trip_id,start_time,end_time,headway_secs\n"
    row = rng.choice(("t0,06:00:00,22:00:00,0", "t0,22:00:00,06:00:00,900", "none,06:00:00,9:00:00,900",
                      "t0,06:00:00,22:00:00,-900"))  # fmt: skip
    return {**files, "frequencies.txt": head + row + "\n"}


@in_feed
def changes_in_minutes(rng, files):
    """min_transfer_time is 5 for five minutes, everywhere."""
    text = "from_stop_id,to_stop_id,transfer_type,min_transfer_time\n" + "".join(
        f"{a},{b},2,{rng.choice((2, 3, 5))}\n" for a in NAMES[:3] for b in NAMES[:3] if a != b)  # fmt: skip
    return {**files, "transfers.txt": text}


@in_feed
def changes_without_end(rng, files):
    text = "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nEnschede,Gronau,2,99999\n"
    return {**files, "transfers.txt": text}


@in_feed
def exceptions_of_another_year(rng, files):
    text = "service_id,date,exception_type\nD,20130314,1\n"
    return {**files, "calendar_dates.txt": text}


@in_feed
def exceptions_that_take_all_away(rng, files):
    text = "service_id,date,exception_type\nD,20230314,2\n"
    return {**files, "calendar_dates.txt": text}


@in_feed
def exceptions_of_no_kind(rng, files):
    text = f"service_id,date,exception_type\nD,20230314,{rng.choice(('0', '3', 'x'))}\n"
    return {**files, "calendar_dates.txt": text}


@in_feed
def a_file_of_the_feed_lost(rng, files):
    lost = rng.choice(
        ("stops.txt", "trips.txt", "stop_times.txt", "routes.txt", "calendar.txt", "agency.txt")
    )
    return {name: text for name, text in files.items() if name != lost}


@in_feed
def a_file_of_the_feed_empty(rng, files):
    lost = rng.choice(("stops.txt", "trips.txt", "stop_times.txt", "routes.txt", "calendar.txt"))
    return {**files, lost: files[lost].split("\n")[0] + "\n"}


@in_feed
def a_column_by_another_name(rng, files):
    name, column = rng.choice((("stops.txt", "stop_lat"), ("stop_times.txt", "arrival_time"),
                               ("trips.txt", "service_id"), ("stop_times.txt", "stop_sequence")))  # fmt: skip
    return {**files, name: files[name].replace(column, column.upper().replace("_", " "), 1)}


@in_feed
def a_page_for_a_feed(rng, files):
    return spoiling.a_page_for_a_file(rng, "")


@in_feed
def a_pointer_for_a_feed(rng, files):
    return spoiling.a_pointer_for_a_file(rng, "")


@in_feed
def a_feed_of_vehicles_in_motion(rng, files):
    """GTFS Realtime for GTFS."""
    return b"\n\r\n\x032.0\x10\x00\x18\x80\xf0\xb8\x9f\x06\x12\x10\n\x01a\x1a\x0b\n\x03t0"


@in_feed
def spoilt_stop_times(rng, files):
    spoil = rng.choice(spoiling.TABLES)
    return {**files, "stop_times.txt": spoil(rng, files["stop_times.txt"])}


@in_feed
def spoilt_stops(rng, files):
    spoil = rng.choice(
        (spoiling.cut_within_a_row, spoiling.marks_of_a_merge, spoiling.two_files_in_one)
    )
    return {**files, "stops.txt": spoil(rng, files["stops.txt"])}


@in_feed
def names_of_stops_read_twice(rng, files):
    text = files["stops.txt"].replace('"Gronau"', '"Gronau, Münsterstraße"')
    return {**files, "stops.txt": spoiling.letters_read_twice(rng, text.replace("Ahaus", "Ahaus"))}


@in_feed
def names_of_stops_lost(rng, files):
    text = files["stops.txt"].replace('"Gronau"', '"Gronau, Münsterstraße"')
    text = text.replace('"Glanerbrug"', '"Glanerbrug, Gronausestraat €"')
    return {**files, "stops.txt": spoiling.letters_lost(rng, text)}


READERS = (FEED,)

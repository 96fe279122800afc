"""Feeds that are well-formed but wrong, or damaged: read, or refused in one line."""

import random
import warnings
from datetime import date

import pytest
from feeds import feed_files, write_feed

from grensgeo.errors import GrensgeoError, GrensgeoWarning
from grensgeo.gtfs import check_feed, draw, read_feed, timetable_on

JUNK = [
    "", "-1", "x", "99999999", "é", '"', "nan", "1e9", "24:00:00", "20230101", " ", "\n", ",", ";",
    "\0", "\r", "1.0", "0", "9" * 30, "1800-00-00", "99991231", "00010101", "\u2028", "=1+1",
    '""', "inf", "-0", "1e-400", "\u0663", "8:00", "170:00:00", "999:59:59",
]  # fmt: skip


def small_feed():
    """Make a feed with a row or two in every file that is read."""
    files = feed_files(
        {
            "1": "Enschede 8:00, Gronau 8:11-8:12, Muenster 9:10",
            "2": "Enschede 9:00, Gronau -, Muenster 10:10",
        }
    )
    files["trips.txt"] = (
        "route_id,service_id,trip_id,shape_id,block_id,bikes_allowed\nR,D,1,s,b,1\nR,D,2,,b,\n"
    )
    return files | {
        "frequencies.txt": "trip_id,start_time,end_time,headway_secs\n2,8:00:00,9:00:00,1200\n",
        "transfers.txt": "from_stop_id,to_stop_id,transfer_type,min_transfer_time\n"
        "Gronau,Gronau,2,120\n",
        "pathways.txt": "pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional,length\n"
        "p,Gronau,Enschede,1,1,3\n",
        "shapes.txt": "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\ns,52,7,1\ns,52.1,7,2\n",
        "calendar_dates.txt": "service_id,date,exception_type\nD,20231018,2\n",
        "feed_info.txt": "feed_publisher_name,feed_start_date,feed_end_date\nx,20230101,20231231\n",
    }


def wrong_cells(files, rng):
    """Put something else into a few cells."""
    for _ in range(rng.choice([1, 1, 2, 4])):
        name = rng.choice(sorted(files))
        rows = [row.split(",") for row in files[name].split("\n")]
        row = rng.choice(rows)
        row[rng.randrange(len(row))] = rng.choice(JUNK)
        files[name] = "\n".join(",".join(row) for row in rows)
    return files


def wrong_rows(files, rng):
    """Shuffle, double or drop rows, a column or a file."""
    name = rng.choice(sorted(files))
    rows = files[name].split("\n")
    what, column = rng.randrange(5), rng.randrange(8)
    if what == 0:
        rng.shuffle(rows)
    elif what == 1:
        rows.insert(rng.randrange(len(rows)), rng.choice(rows))
    elif what == 2:
        rows.pop(rng.randrange(len(rows)))
    elif what == 3:
        rows = [",".join(c for i, c in enumerate(r.split(",")) if i != column) for r in rows]
    if what == 4:
        del files[name]
    else:
        files[name] = "\n".join(rows)
    return files


def wrong_bytes(files, rng):
    """Change, drop and put in bytes of one file."""
    name = rng.choice(sorted(files))
    data = bytearray(files[name].encode())
    for _ in range(rng.choice([1, 3, 10])):
        at, what = rng.randrange(len(data)), rng.randrange(3)
        if what == 0:
            data[at] = rng.randrange(256)
        elif what == 1:
            del data[at : at + rng.randrange(1, 20)]
        else:
            data[at:at] = bytes(rng.randrange(256) for _ in range(rng.randrange(1, 6)))
        data = data or bytearray(b"\n")
    files[name] = bytes(data)
    return files


def damaged(path, rng):
    """Change bytes of the zip, or cut it off."""
    data = bytearray(path.read_bytes())
    for _ in range(rng.choice([1, 2, 8])):
        data[rng.randrange(len(data))] = rng.randrange(256)
    path.write_bytes(data[: rng.randrange(len(data))] if rng.random() < 0.3 else data)


def try_all(folder, seeds, *, whole):
    """Read mutants; every one is read or refused in one line."""
    outcomes = set()
    for seed in seeds:
        rng = random.Random(seed)
        kind = seed % 8
        mutate = (wrong_cells, wrong_rows, wrong_bytes)[kind % 3] if kind < 7 else None
        files = mutate(small_feed(), rng) if mutate else small_feed()
        path = write_feed(folder / "a.zip", files)
        if mutate is None:
            damaged(path, rng)
        for repair in (False, True) if whole else (seed % 2 == 0,):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", GrensgeoWarning)
                try:
                    feed = read_feed(path, repair=repair)
                    if whole:
                        draw(timetable_on(feed, date(2023, 10, 17)), 0)
                        check_feed(path).text()
                    outcomes.add("read")
                except GrensgeoError as error:
                    outcomes.add("refused" if len(str(error).splitlines()) == 1 else seed)
    return outcomes


def test_a_mutant_is_read_or_refused_in_one_line(tmp_path):
    assert try_all(tmp_path, range(64), whole=False) == {"read", "refused"}


@pytest.mark.long
def test_many_mutants_are_read_or_refused_in_one_line(tmp_path):
    assert try_all(tmp_path, range(1000, 1600), whole=True) == {"read", "refused"}

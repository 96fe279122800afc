"""A made-up nation's feed is cut to a fiftieth of it in little memory; nothing is timed here."""

import json
import subprocess
import sys

import pytest

from benchmarks import feed_cut


def test_a_small_nation_is_cut_to_the_trips_that_are_known_without_reading(tmp_path):
    nation = feed_cut.Nation(rows=5)
    path = tmp_path / "nation.zip"
    feed_cut.write_national_feed(path, nation)
    told = feed_cut.measure(path, nation)
    assert (told["trips"], told["of_trips"]) == (5 * 100 * 3 // 4, 5 * 50 * 100)


@pytest.mark.long
def test_a_feed_with_a_gigabyte_of_stop_times_is_cut_in_less_than_two(tmp_path):
    nation = feed_cut.Nation()
    path = tmp_path / "nation.zip"
    assert feed_cut.write_national_feed(path, nation) > 1_000_000_000
    command = [sys.executable, "-m", "benchmarks.feed_cut", "--feed", str(path)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    assert told["trips"] == len(nation.kept())
    assert told["peak_mb"] < 2000

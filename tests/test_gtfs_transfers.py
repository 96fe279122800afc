"""Transfers and pathways as tables."""

import numpy as np
import pandas as pd

from grensgeo.gtfs.findings import Findings
from grensgeo.gtfs.transfers import check_transfers, pathways_table, transfers_table

STOPS = pd.DataFrame(index=pd.Index(["a", "b"], name="stop_id"))


def test_transfers_name_stops_by_position_and_trips_by_id():
    frame = pd.DataFrame(
        {
            "from_stop_id": ["a", "a", "", "a"],
            "to_stop_id": ["b", "gone", "", "b"],
            "from_trip_id": ["", "", "1", "1"],
            "to_trip_id": ["", "", "2", ""],
            "transfer_type": [2, 0, 4, 5],
            "min_transfer_time": [90.0, np.nan, np.nan, np.nan],
        }
    )
    table = transfers_table({"transfers": frame}, STOPS)
    # the second has no stop to go to, the last no trip to go on as
    assert table["from_stop"].tolist() == [0, -1]
    assert table["to_stop"].tolist() == [1, -1]
    assert table["min_transfer_s"].tolist()[0] == 90
    assert table["to_trip"].tolist() == ["", "2"]
    findings = Findings()
    check_transfers(frame.replace("", None), findings)
    (found,) = findings.sorted()
    assert (found.code, found.count) == ("transfer_without_ends", 1)


def test_a_feed_without_either_file_has_empty_tables():
    assert transfers_table({}, STOPS).empty
    assert pathways_table({}, STOPS).empty


def test_pathways_may_lead_one_way_and_lack_length_and_time():
    frame = pd.DataFrame(
        {"from_stop_id": ["a", "b"], "to_stop_id": ["b", "a"], "is_bidirectional": [0, 1]}
    )
    table = pathways_table({"pathways": frame}, STOPS)
    assert table["both_ways"].tolist() == [False, True]
    assert table[["length_m", "duration_s"]].isna().all(axis=None)

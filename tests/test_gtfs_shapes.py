"""Shapes as a table."""

import pandas as pd

from grensgeo.gtfs.shapes import shapes_table


def test_points_of_each_shape_come_in_the_order_of_their_sequence():
    frame = pd.DataFrame(
        {
            "shape_id": pd.Categorical(["t", "s", "s", "s"]),
            "shape_pt_lat": [1.0, 2.0, 3.0, 4.0],
            "shape_pt_lon": [5.0, 6.0, 7.0, 8.0],
            "shape_pt_sequence": [1, 30, 4, 100],
        }
    )
    table = shapes_table({"shapes": frame})
    assert table["shape_id"].tolist() == ["s", "s", "s", "t"]
    assert table["shape_pt_lat"].tolist() == [3.0, 2.0, 4.0, 1.0]
    assert table.columns.tolist() == ["shape_id", "shape_pt_lon", "shape_pt_lat"]


def test_a_feed_without_shapes_has_an_empty_table():
    assert shapes_table({}).empty

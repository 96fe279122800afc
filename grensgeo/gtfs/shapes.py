"""``shapes.txt``: the paths of vehicles, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd


def shapes_table(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Build the table of shapes, each in order."""
    import pandas as pd

    columns = ["shape_id", "shape_pt_lon", "shape_pt_lat"]
    frame = tables.get("shapes")
    if frame is None:
        return pd.DataFrame(columns=columns)
    order = np.lexsort(
        (frame["shape_pt_sequence"].to_numpy(), frame["shape_id"].cat.codes.to_numpy())
    )
    return frame[columns].iloc[order].reset_index(drop=True)

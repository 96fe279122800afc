"""Tables of reach with a column for each country, which are easier to draw and to look at."""

import re

import numpy as np

from grensgeo.measures.long_reach import by_destination, in_order, long_reach, totals

MEASURES = ("closed", "open", "border_effect", "share_across")


def by_rows(table):
    """Lay a table with `reach_nl`, `reach_de` … out by country, in the order of these columns."""
    columns = [name for name in table if re.fullmatch(r"reach_[a-z]{2}", name)]
    rows = np.repeat(np.arange(len(table)), len(columns))
    result = table.drop(columns=columns).iloc[rows].reset_index(drop=True)
    codes = np.array([name[-2:].upper() for name in columns], dtype=object)
    result["to_country"] = np.tile(codes, len(table))
    result["reach"] = table[columns].to_numpy(dtype=float).ravel()
    return in_order(result)


def by_columns(table):
    """Give a row for each figure, with a column `reach_nl`, `reach_de` … for each country."""
    sides = by_destination(table)
    return totals(table).assign(**{f"reach_{code.lower()}": sides[code] for code in sides})


def measured(table):
    """Lay a table with `reach_nl`, `reach_de` … out by country, with what follows from these."""
    columns = [name for name in table if re.fullmatch(r"reach_[a-z]{2}", name)]
    sides = table[columns].astype(float).set_axis([name[-2:].upper() for name in columns], axis=1)
    given = [name for name in table if name not in columns and name not in MEASURES]
    return long_reach(table[given].reset_index(drop=True), sides.reset_index(drop=True))

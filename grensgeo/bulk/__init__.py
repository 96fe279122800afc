"""Tables too large to hold: some origins at a time, here or on a cluster, and resumed."""

from grensgeo.bulk.stored_times import StoredTimes, open_travel_times
from grensgeo.bulk.writing import write_reach, write_travel_times

__all__ = ["StoredTimes", "open_travel_times", "write_reach", "write_travel_times"]

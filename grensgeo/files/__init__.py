"""Files that a user names: read with a clear word on what is wrong, written whole or not at all.

What a library says about a file that is missing, cut short or of another kind comes out as one
``FileError`` that names the file.
"""

from grensgeo.files.delimited import read_csv
from grensgeo.files.layers import LAYERS, read_layer, read_vector
from grensgeo.files.places import beside, need_ending, need_file, need_place
from grensgeo.files.settings import read_toml
from grensgeo.files.tables import TABLES, read_table, write_table

__all__ = [
    "LAYERS",
    "TABLES",
    "beside",
    "need_ending",
    "need_file",
    "need_place",
    "read_csv",
    "read_layer",
    "read_table",
    "read_toml",
    "read_vector",
    "write_table",
]

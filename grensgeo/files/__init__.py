"""Files that a user names: read with a clear word on what is wrong, written whole or not at all.

What a library says about a file that is missing, cut short or of another kind comes out as one
``FileError`` that names the file.
"""

from grensgeo.files.counted import read_counts
from grensgeo.files.delimited import decode, degrees, plain_lines, read_csv, text_of
from grensgeo.files.layers import (
    LAYERS,
    READ_LAYERS,
    gdal_translated,
    read_layer,
    read_parquet,
    read_vector,
)
from grensgeo.files.places import beside, ending, need_ending, need_file, need_place, read_bytes
from grensgeo.files.settings import read_record, read_toml
from grensgeo.files.tables import (
    READ_TABLES,
    TABLES,
    need_columns,
    open_table,
    read_table,
    whole_as_text,
    write_table,
)
from grensgeo.files.workbooks import read_sheet, read_sheets, write_sheets

__all__ = [
    "LAYERS",
    "READ_LAYERS",
    "READ_TABLES",
    "TABLES",
    "beside",
    "decode",
    "degrees",
    "ending",
    "gdal_translated",
    "need_columns",
    "need_ending",
    "need_file",
    "need_place",
    "open_table",
    "plain_lines",
    "read_bytes",
    "read_counts",
    "read_csv",
    "read_layer",
    "read_parquet",
    "read_record",
    "read_sheet",
    "read_sheets",
    "read_table",
    "read_toml",
    "read_vector",
    "text_of",
    "whole_as_text",
    "write_sheets",
    "write_table",
]

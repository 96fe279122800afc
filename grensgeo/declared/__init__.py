"""What a person can ask for, declared once.

An :class:`Option` is one thing that can be said: in a file, on the command line or in Python. A
:class:`Record` is a table of them. From these come the readers of files with all their faults
(``record_reader``), the JSON Schemas for editors (``json_schema``), the reference in the docs
(``reference``) and the options of commands (:mod:`grensgeo.cli.options`).
"""

from grensgeo.declared.option import (
    ANY_NAMES,
    FILE,
    FLAG,
    MINUTES_RISING,
    NAMES,
    NEEDED,
    NUMBER,
    RING,
    TEXT,
    TITLES,
    WHOLE,
    WHOLES,
    WORDS,
    Each,
    Kind,
    OneOf,
    Option,
    Record,
    documented,
    named,
    option,
    record_of,
    titles,
    value_faults,
)

__all__ = [
    "ANY_NAMES",
    "FILE",
    "FLAG",
    "MINUTES_RISING",
    "NAMES",
    "NEEDED",
    "NUMBER",
    "RING",
    "TEXT",
    "TITLES",
    "WHOLE",
    "WHOLES",
    "WORDS",
    "Each",
    "Kind",
    "OneOf",
    "Option",
    "Record",
    "documented",
    "named",
    "option",
    "record_of",
    "titles",
    "value_faults",
]

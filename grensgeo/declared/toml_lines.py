"""Where in a TOML file each key and each entry of a list stands."""

from __future__ import annotations

import re
from bisect import bisect_left

Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"[ \t]*(?:\"((?:[^\"\\\n]|\\.)*)\"|'([^'\n]*)'|([A-Za-z0-9_-]+))[ \t]*")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|' r"'''.*?'{3,5}|" r'"(?:[^"\\\n]|\\.)*"|' r"'[^'\n]*'", re.DOTALL
)
_BARE = re.compile(r"[^,\]}\n#]*")


def toml_lines(text: str) -> dict[Path, int]:
    r"""Return the line of every key, table and entry of a TOML file.

    Parameters
    ----------
    text
        What ``tomllib`` reads without a fault: nothing is checked again here.

    Returns
    -------
    dict
        Number of the line, from 1, by the path of keys and of numbers of entries, from 0.

    Examples
    --------
    >>> toml_lines("[reach]\nareas = [\n  'twente',\n]\n")
    {('reach',): 1, ('reach', 'areas'): 2, ('reach', 'areas', 0): 3}
    """
    return _Scanner(text).scan()


class _Scanner:
    """Walk through a file once; ``at`` is where it is."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.ends = [match.start() for match in re.finditer("\n", text)]
        self.lines: dict[Path, int] = {}
        self.counts: dict[Path, int] = {}  # tables of each [[list]] so far

    def scan(self) -> dict[Path, int]:
        """Walk through heads of tables and keys."""
        table: Path = ()
        while self.blank():
            if self.text.startswith("[", self.at):
                several = self.text.startswith("[[", self.at)
                start = self.at
                self.at += 2 if several else 1
                keys = self.keys()
                self.at += 2 if several else 1
                table = self.within(keys[:-1])
                if several:
                    whole = (*table, keys[-1])
                    self.counts[whole] = self.counts.get(whole, -1) + 1
                    self.note(whole, start)
                    table = (*whole, self.counts[whole])
                else:
                    table = (*table, keys[-1])
                self.note(table, start)
            else:
                self.pair(table)
        return self.lines

    def within(self, keys: list[str]) -> Path:
        """Return the path of a head's keys, with the number of the last table of each list."""
        path: Path = ()
        for key in keys:
            path = (*path, key)
            if path in self.counts:
                path = (*path, self.counts[path])
        return path

    def blank(self) -> bool:
        """Skip blanks, newlines and comments; return whether anything follows."""
        match = _BLANK.match(self.text, self.at)
        self.at = self.at if match is None else match.end()
        return self.at < len(self.text)

    def note(self, path: Path, at: int) -> None:
        """Keep the line of a path; the first place counts."""
        self.lines.setdefault(path, bisect_left(self.ends, at) + 1)

    def keys(self) -> list[str]:
        """Read a key, which dots may part."""
        keys = []
        while match := _KEY.match(self.text, self.at):
            keys.append(next(part for part in match.groups() if part is not None))
            self.at = match.end()
            if not self.text.startswith(".", self.at):
                break
            self.at += 1
        return keys

    def pair(self, table: Path) -> None:
        """Read a key and its value."""
        start = self.at
        path = table
        for key in self.keys():
            path = (*path, key)
            self.note(path, start)
        self.at += 1  # =
        self.value(path)

    def value(self, path: Path) -> None:
        """Read past a value, and keep where what is in it stands."""
        self.blank()
        opened = self.text[self.at : self.at + 1]
        if opened in ("[", "{"):
            self.at += 1
            number = 0
            while self.blank() and self.text[self.at] not in "]}":
                if opened == "[":
                    self.note((*path, number), self.at)
                    self.value((*path, number))
                    number += 1
                else:
                    self.pair(path)
                self.blank()
                self.at += self.text.startswith(",", self.at)
            self.at += 1
            return
        match = _STRING.match(self.text, self.at) or _BARE.match(self.text, self.at)
        # something is always read, so that the walk ends on any text
        self.at = max(self.at + 1, self.at if match is None else match.end())

"""Which codes of errors, warnings, notes and findings the tests trigger: ``make told``.

As a plugin of pytest (``-p told_codes``) it keeps the codes that are made in each process, in the
folder that ``TOLD_CODES`` names; as a script it lists those that nothing made.
"""

import os
import sys
from pathlib import Path

FOLDER = os.environ.get("TOLD_CODES", "")
_TOLD, _WRITTEN = set(), set()


def pytest_configure():
    """Keep the code of each sentence that is made from now on."""
    if not FOLDER:
        return
    from grensgeo.errors import Fault
    from grensgeo.gtfs.findings import Finding
    from grensgeo.notes import Note

    for kind in (Fault, Note):
        kind.__new__ = _kept(kind.__new__)
    before = Finding.__init__

    def begin(self, *values, **named):
        before(self, *values, **named)
        _TOLD.add(str(self.code))

    Finding.__init__ = begin


def _kept(make):
    def made(kind, code, /, *values, **named):
        _TOLD.add(str(code))
        return make(kind, code, *values, **named)

    return made


def pytest_runtest_logfinish():
    """Write what was told in this process so far: a worker may end before its session does."""
    if FOLDER and len(_TOLD) > len(_WRITTEN):
        Path(FOLDER).mkdir(parents=True, exist_ok=True)
        with (Path(FOLDER) / f"{os.getpid()}.txt").open("a", encoding="utf-8") as kept:
            kept.write("".join(f"{code}\n" for code in sorted(_TOLD - _WRITTEN)))
        _WRITTEN.update(_TOLD)


def untold(folder):
    """Give the codes that are declared and were never made, by what declares them."""
    from grensgeo.explained import meanings
    from grensgeo.notes import wordings

    told = {code for file in Path(folder).glob("*.txt") for code in file.read_text().split("\n")}
    declared = {"codes": meanings("codes"), "findings": meanings("findings"), "notes": wordings()}
    return {name: sorted(set(codes) - told) for name, codes in declared.items()}, declared


def main():
    """List what no test triggers."""
    missing, declared = untold(FOLDER)
    for name, codes in missing.items():
        n = len(declared[name])
        sys.stdout.write(
            f"{name}: {n - len(codes)} of {n} are triggered; not: {', '.join(codes)}\n"
        )
    return bool(any(missing.values()))


if __name__ == "__main__":
    sys.exit(main())

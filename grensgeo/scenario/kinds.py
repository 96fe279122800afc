"""Which kinds of modifications there are: the modules of a package."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from grensgeo.scenario import modifications
from grensgeo.scenario.modification import Modification


def modification_kinds() -> dict[str, type[Modification]]:
    """Return every kind of modification by the word that ``type`` has in a file.

    Returns
    -------
    dict
        In the order of the words.

    Examples
    --------
    >>> list(modification_kinds())[:3]
    ['add-homes', 'add-line', 'add-opportunities']
    """
    found: dict[str, type[Modification]] = {}
    for info in pkgutil.iter_modules(modifications.__path__):
        module = import_module(f"{modifications.__name__}.{info.name}")
        for value in vars(module).values():
            own = isinstance(value, type) and value.__module__ == module.__name__
            if own and issubclass(value, Modification):
                found[value.kind] = value
    return dict(sorted(found.items()))

"""What people on each side of a border can reach, how fast, and what the border costs them.

The public names are loaded when they are first used, so that ``import grensgeo`` is quick.

Examples
--------
>>> import grensgeo as gg
>>> gg.Trip("walk", max_min=30).mode
'walk'
"""

import warnings

import lazy_loader

_public, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)

#: Names that did not say of what, by the room in which they are found now; they go with 0.3.
_MOVED = {
    "add_up": "statistics",
    "bounds": "statistics",
    "combine": "measures",
    "conversion_at": "statistics",
    "convert": "statistics",
    "intervals": "statistics",
    "nearest": "measures",
    "spread": "region",
    "unite_commuters": "statistics",
}


def __getattr__(name: str) -> object:
    """Return a public name, loaded when it is first used."""
    if name not in _MOVED:
        return _public(name)
    room = _MOVED[name]
    warnings.warn(
        f"gg.{name} is gg.{room}.{name} now; the short name goes with version 0.3",
        DeprecationWarning,
        stacklevel=2,
    )
    return getattr(_public(room), name)

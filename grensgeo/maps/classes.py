"""Class breaks that a reader can remember, and the colours that go with them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Sequential, safe for colour-blind readers and in grey print: ColorBrewer YlGnBu and YlOrBr, the
#: two lightest a little darker, so that they stand apart from white (zero) for a tritanope too.
#: Source: Harrower and Brewer (2003), ColorBrewer.org, doi:10.1179/000870403235002042.
SEQUENTIAL = ("#eef5a6", "#b9e2b2", "#7fcdbb", "#41b6c4", "#1d91c0", "#225ea8", "#0c2c84")
EFFECT = ("#fff0a8", "#fed976", "#fec44f", "#fe9929", "#ec7014", "#cc4c02", "#8c2d04")
#: Diverging around zero, the same source: RdBu without its middle, losses first.
DIVERGING = ("#b2182b", "#ef8a62", "#fddbc7", "#d1e5f0", "#67a9cf", "#2166ac")
#: A change that is smaller than the model can tell.
NOISE = "#d0d0d0"
#: Isochrone bands, near to far, the same source: PuBuGn reversed without its lightest.
BANDS = ("#014636", "#02818a", "#3690c0", "#67a9cf", "#a6bddb", "#d0d1e6")
#: The same on a dark page, where the near ones shine: YlGnBu without its darkest.
DARK_BANDS = ("#ffffd9", "#c7e9b4", "#7fcdbb", "#41b6c4", "#1d91c0", "#2a63ab")

#: Flows within a country and across the border, the same source: the first two of Dark2.
FLOWS = ("#1b9e77", "#d95f02")
#: Widths of flows, pixels.
WIDTHS = (1.0, 2.0, 3.5, 5.5, 8.0)

#: The border effect is compared between places and maps, so its classes never change.
EFFECT_BREAKS = (0.05, 0.1, 0.25, 0.5, 1.0)
#: Changes in per cent, on each side of zero.
CHANGE_BREAKS = (0.05, 0.2)

#: First digits that read as round numbers.
_MANTISSAS = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


def round_number(value: float) -> float:
    """Return the round number that is nearest to a positive value.

    Parameters
    ----------
    value
        A positive number.

    Returns
    -------
    float
        A number with one digit, or 15 times a power of ten.

    Examples
    --------
    >>> round_number(47_311), round_number(0.0132)
    (50000.0, 0.015)
    """
    power = math.floor(math.log10(value))
    scaled = value / 10.0**power
    mantissa = min(_MANTISSAS, key=lambda m: abs(m - scaled))
    return float(f"{mantissa * 10.0**power:.6g}")


def round_breaks(values: Sequence[float], *, most: int = 5) -> tuple[float, ...]:
    """Choose class breaks at round numbers.

    Quantiles of the values above zero are rounded; where the values lie so close together that
    rounding leaves fewer than two breaks, equal round steps between the ends are taken.

    Parameters
    ----------
    values
        The figures of a layer; zeros have a class of their own and are left out.
    most
        The greatest number of breaks; there is one class more than breaks.

    Returns
    -------
    tuple of float
        Rising breaks; a class holds its lower and not its upper break. Empty without figures
        above zero.

    Examples
    --------
    >>> round_breaks([0, 900, 2_100, 5_300, 11_000, 48_000, 97_000], most=4)
    (2000.0, 5000.0, 10000.0, 50000.0)
    >>> round_breaks([410_000, 425_000, 433_000, 441_000])
    (410000.0, 420000.0, 430000.0, 440000.0)
    """
    above = sorted(value for value in values if value > 0)
    if not above:
        return ()
    low, high = above[0], above[-1]
    cuts = [above[round(k * (len(above) - 1) / (most + 1))] for k in range(1, most + 1)]
    rounded = sorted({round_number(cut) for cut in cuts})
    breaks = [cut for cut in rounded if low < cut <= high]
    if len(breaks) < 2 < len(set(above)):
        breaks = _steps(low, high, most)
    return tuple(breaks) or (round_number(high),)


def _steps(low: float, high: float, most: int) -> list[float]:
    """Return equal round steps from about the lowest to about the highest value."""
    rough = (high - low) / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1.0, 2.0, 5.0, 10.0) if m * power >= rough)
    first = math.ceil(low / step)
    last = math.floor(high / step)
    # where both ends are steps there is one too many, and nothing lies below the first
    return [float(f"{k * step:.6g}") for k in range(first, last + 1)][-most:]


def change_breaks(values: Sequence[float]) -> tuple[float, ...]:
    """Choose breaks for changes, to be used with both signs.

    Parameters
    ----------
    values
        Differences of any sign.

    Returns
    -------
    tuple of float
        Two rising positive breaks (one where the differences are all alike, none without any).

    Examples
    --------
    >>> change_breaks([-900, 0, 120, 2_300, 5_100])
    (800.0, 2000.0)
    """
    return round_breaks([abs(value) for value in values], most=2)


def colour(figure: float, breaks: Sequence[float], *, palette: str) -> str:
    """Return the colour of a figure, by the same rule as the page's script.

    Parameters
    ----------
    figure
        A number; missing and undefined figures have no colour.
    breaks
        Rising breaks.
    palette
        ``sequential``, ``effect`` or ``diverging``.

    Returns
    -------
    str
        A colour as ``#rrggbb``; white for zero.

    Examples
    --------
    >>> colour(0, (10, 20), palette="sequential"), colour(-25, (10, 20), palette="diverging")
    ('#ffffff', '#b2182b')
    """
    if figure == 0:
        return "#ffffff"
    step = sum(abs(figure) >= cut for cut in breaks)
    if palette == "diverging":
        half = len(DIVERGING) // 2
        rank = min(step + 1, half - 1) if len(breaks) < 2 else step
        return DIVERGING[half - 1 - rank if figure < 0 else half + rank]
    colours = SEQUENTIAL if palette == "sequential" else EFFECT
    last = len(colours) - 1
    return colours[math.floor(step * last / len(breaks) + 0.5) if breaks else last]

"""Neighbouring classes of every palette stay apart for colour-blind readers, and in grey print."""

import itertools
import re
from pathlib import Path

import numpy as np
import pytest

from grensgeo.maps import classes

#: Machado, Oliveira and Fernandes 2009 (IEEE TVCG 15(6), doi:10.1109/TVCG.2009.113), severity 1.0,
#: on linear RGB.
SIMULATED = {
    "normal": np.eye(3),
    "protanopia": np.array([
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ]),
    "deuteranopia": np.array([
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ]),
    "tritanopia": np.array([
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ]),
}  # fmt: skip
ROOT = Path(__file__).resolve().parents[1]
#: A difference of 2.3 can just be seen in CIELAB (Mahy et al. 1994); maps need several of these.
APART = 8.0
#: In print without colour, lightness alone must tell classes of a scale apart.
GREY_APART = 4.0
TO_XYZ = np.array([
    [0.4124564, 0.3575761, 0.1804375],
    [0.2126729, 0.7151522, 0.0721750],
    [0.0193339, 0.1191920, 0.9503041],
])  # fmt: skip
WHITE = TO_XYZ @ np.ones(3)


def linear(colour):
    """Give linear RGB of ``#rrggbb`` (IEC 61966-2-1)."""
    values = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    """Give CIELAB under D65 (CIE 15:2004)."""
    ratio = TO_XYZ @ np.clip(rgb, 0, 1) / WHITE
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def difference(one, other, seen_by):
    matrix = SIMULATED[seen_by]
    return float(np.linalg.norm(lab(matrix @ linear(one)) - lab(matrix @ linear(other))))


PALETTES = {
    "sequential": ("#ffffff", *classes.SEQUENTIAL),
    "effect": ("#ffffff", *classes.EFFECT),
    "diverging": (*classes.DIVERGING[:3], "#ffffff", *classes.DIVERGING[3:]),
    "bands": classes.BANDS,
    "bands in the dark": classes.DARK_BANDS,
    "flows": classes.FLOWS,
}


@pytest.mark.parametrize("seen_by", SIMULATED)
@pytest.mark.parametrize("name", PALETTES)
def test_neighbouring_classes_stay_apart(name, seen_by):
    palette = PALETTES[name]
    for one, other in itertools.pairwise(palette):
        assert difference(one, other, seen_by) > APART, (one, other)


@pytest.mark.parametrize("seen_by", SIMULATED)
def test_gain_and_loss_of_one_size_are_never_alike(seen_by):
    half = len(classes.DIVERGING) // 2
    for step in range(half):
        loss, gain = classes.DIVERGING[half - 1 - step], classes.DIVERGING[half + step]
        assert difference(loss, gain, seen_by) > APART, (loss, gain)


@pytest.mark.parametrize("name", ["sequential", "effect", "bands", "bands in the dark"])
def test_scales_get_steadily_darker_or_lighter_in_grey_print(name):
    light = np.array([lab(linear(colour))[0] for colour in PALETTES[name]])
    steps = np.diff(light)
    assert (np.sign(steps) == np.sign(steps[0])).all()
    assert np.abs(steps).min() > GREY_APART


@pytest.mark.parametrize("seen_by", SIMULATED)
def test_noise_looks_like_no_change_or_gain_or_loss(seen_by):
    for colour in PALETTES["diverging"]:
        assert difference(classes.NOISE, colour, seen_by) > APART, colour


def test_pages_show_what_does_not_change_apart_from_the_scale_in_both_themes():
    style = (ROOT / "grensgeo/maps/assets/grensgeo.css").read_text(encoding="utf-8")
    light, dark = style.split('[data-theme="dark"]')[:2]
    same, noise = (
        [re.search(rf"--{name}: (#\w+)", theme)[1] for theme in (light, dark)]
        for name in ("same", "noise")
    )
    assert [same[0], noise[0]] == ["#ffffff", classes.NOISE]
    land = re.search(r"--land: (#\w+)", dark)[1]
    for seen_by in SIMULATED:
        for neutral in (noise[1], same[1]):
            assert min(difference(neutral, other, seen_by) for other in classes.DIVERGING) > APART
        assert difference(noise[1], same[1], seen_by) > APART
        assert difference(land, same[1], seen_by) > APART


def test_difference_agrees_with_known_values():
    # CIELAB of the sRGB primaries under D65, Lindbloom's calculator
    assert lab(linear("#ff0000")) == pytest.approx([53.24, 80.09, 67.20], abs=0.02)
    assert lab(linear("#0000ff")) == pytest.approx([32.30, 79.19, -107.86], abs=0.02)
    assert lab(linear("#ffffff")) == pytest.approx([100, 0, 0], abs=0.01)
    # red and green of one lightness come close for a deuteranope, blue and yellow do not
    assert difference("#c0392b", "#6b7d1f", "deuteranopia") < difference(
        "#c0392b", "#6b7d1f", "normal"
    ) / 3  # fmt: skip

"""Measure the sample's atlas: ``python -m benchmarks.atlas``.

The atlas is made as ``grensgeo run`` makes it and opened in headless Chromium with the network
cut. Measured are the file and its parts, the first paint and the first answer after opening (each
in a window of its own), clicks on random cells (streets, and a timetable over 60 departures), and
the slider: from its movement until the browser has had its next frame, every cell drawn anew. The
times are wall-clock, medians with the tenth and ninetieth percentile; what else the machine does
takes part in them. The figures are printed and written to ``results/atlas.json`` and
``results/atlas.md``.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import tempfile
import time
import warnings
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import grensgeo as gg
from grensgeo.maps.packing import LETTERS
from grensgeo.study.study_atlas import draw_atlas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

HERE = Path(__file__).resolve().parent
STUDY = HERE.parent / "data" / "sample" / "study.toml"
SEED = 168
OPENINGS, CLICKS, STEPS = 7, 25, 40
Row = dict[str, Any]

CLICK = """async ([trip, cells]) => {
  await grensgeoAtlas.set({ trip, direction: "from" });
  const found = [];
  for (const cell of cells) {
    await new Promise((done) => setTimeout(done, 30));
    const started = performance.now();
    await grensgeoAtlas.set({ place: "cell:" + cell });
    found.push(performance.now() - started);
  }
  return found;
}"""
SLIDE = """async (steps) => {
  const slider = document.getElementById("c-cutoff");
  const found = [];
  for (let k = 0; k < steps; k++) {
    await new Promise((done) => setTimeout(done, 20));
    const started = performance.now();
    slider.value = String(20 + k);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    found.push(performance.now() - started);
  }
  return [found, grensgeoAtlas.redrawMs.slice(-steps)];
}"""


def made(folder: Path) -> tuple[Path, str]:
    """Make the atlas as a study's run does, and tell how many cells it has."""
    study = gg.read_study(STUDY)
    if study.atlas is None:
        raise SystemExit(f"{STUDY} asks for no atlas")
    region = gg.load_region(study.region)
    network = gg.load_network(study.networks[study.atlas.network], store=False)
    scenarios = {item.path: gg.read_scenario(item.path) for item in study.scenarios}
    drawn = draw_atlas(study, region, {study.atlas.network: network}, scenarios)
    if drawn is None:
        raise SystemExit(f"{STUDY} gave no atlas")
    return drawn.save(folder / "atlas.html"), f"{len(region.cells):,} cells"


def bytes_of(text: str) -> bytes:
    """Read digits to the base of 85 in the plainest way: what packing writes, a page reads."""
    found = b""
    for start in range(0, len(text), 5):
        group = text[start : start + 5]
        value = 0
        for letter in group.ljust(5, LETTERS[-1]):
            value = 85 * value + LETTERS.index(letter)
        found += value.to_bytes(4, "big")[: len(group) - 1]
    return found


def parts(path: Path) -> Iterator[tuple[str, int]]:
    """Give the bytes of the file and of its parts."""
    text = path.read_text(encoding="utf-8")
    yield "the file", path.stat().st_size
    data = re.search(r'<script[^>]*id="grensgeo-data"[^>]*>(.*?)</script>', text, re.DOTALL)
    if data is None:
        raise SystemExit("the page has no data")
    read = json.loads(data[1])
    engine = read["engine"]
    sizes: dict[str, int] = {}
    manifest = json.loads(zlib.decompress(bytes_of(engine["head"])))
    for part, chunk in zip(manifest["parts"], engine["chunks"], strict=True):
        name = part["name"].split("/")[0]
        sizes[name] = sizes.get(name, 0) + len(chunk)
    for name, size in sorted(sizes.items(), key=lambda item: -item[1]):
        yield f"packed: {name}", size
    yield "outlines, names, notes, labels", len(data[1].encode()) - sum(sizes.values())
    yield "scripts and styles", path.stat().st_size - len(data[1].encode())


def opened(browser: Browser, path: Path) -> Page:
    """Open the file in a window of its own, with the network cut."""
    page = browser.new_context(offline=True, viewport={"width": 1400, "height": 900}).new_page()
    page.goto(path.as_uri())
    return page


def measured(
    path: Path, asked: tuple[tuple[str, str], ...] = (("car", "streets"), ("transit", "timetable"))
) -> dict[str, list[float]]:
    """Give milliseconds of everything that a reader waits for; clicks by trip and what it is."""
    from playwright.sync_api import sync_playwright

    found: dict[str, list[float]] = {"first paint": [], "first answer": []}
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for _ in range(OPENINGS):
            page = opened(browser, path)
            answer = page.evaluate("grensgeoAtlas.ready.then(() => performance.now())")
            paint = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
            found["first paint"].append(page.evaluate(paint))
            found["first answer"].append(answer)
            page.context.close()
        page = opened(browser, path)
        page.evaluate("grensgeoAtlas.ready.then(() => true)")
        ids = page.evaluate("grensgeoAtlas.engine.cells.id")
        cells = np.random.default_rng(SEED).choice(ids, CLICKS, replace=False).tolist()
        for trip, told in asked:
            found[f"click on a cell, {told}"] = page.evaluate(CLICK, [trip, cells])
        page.evaluate("grensgeoAtlas.set({ trip: 'car' })")
        # the ranking is done before the slider moves, as it is where a reader has read a sentence
        while not page.evaluate("grensgeoAtlas.rank.done === grensgeoAtlas.rank.all"):
            time.sleep(0.1)
        found["slider, to the next frame"], found["slider, its own work"] = page.evaluate(
            SLIDE, STEPS
        )
        browser.close()
    return found


def figures(path: Path, found: dict[str, list[float]]) -> list[Row]:
    """Give the rows of the file's parts, and of what was measured."""
    rows: list[Row] = [
        {"what": name, "median": round(size / 1000, 1), "unit": "kB"} for name, size in parts(path)
    ]
    for name, values in found.items():
        low, middle, high = np.percentile(values, [10, 50, 90]).round(1).tolist()
        rows.append({"what": name, "median": middle, "p10": low, "p90": high, "unit": "ms"})
    return rows


def written(rows: list[Row], cells: str) -> str:
    """Give the figures as a table."""
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    said = (
        f"Written by `make bench` on {machine}, headless Chromium, {cells}: kilobytes, and "
        "milliseconds on the wall with the tenth and ninetieth percentile."
    )
    lines = [
        "# The sample's atlas",
        "",
        said,
        "",
        "| what | median | p10 | p90 | unit |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {row['what']} | {row['median']:g} | {row['p10']:g} | {row['p90']:g} | {row['unit']} |"
        if "p10" in row
        else f"| {row['what']} | {row['median']:g} | | | {row['unit']} |"
        for row in rows
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, print and write."""
    warnings.simplefilter("ignore", gg.GrensgeoWarning)
    with tempfile.TemporaryDirectory() as folder:
        path, cells = made(Path(folder))
        rows = figures(path, measured(path))
    text = written(rows, cells)
    print(text)
    (HERE / "results" / "atlas.md").write_text(text, encoding="utf-8")
    told = json.dumps(rows, indent=1, ensure_ascii=False)
    (HERE / "results" / "atlas.json").write_text(told + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

/* The page of a grensgeo map. Everything shown comes from the JSON in the page; names are written
   as text only, never as HTML. No request is made. */

import { byId, colourSides, make, pageData, replaceIn } from "../shared/elements.js";
import { addHome, fillWords, listenToLanguages, onNewWidth } from "../shared/page.js";
import { LANGUAGES, preferred, wordsOf } from "../shared/words.js";
import { areasOf } from "./areas.js";
import { bandsOf } from "./bands.js";
import { drawBase, drawGround } from "./base.js";
import { choosingOf } from "./choosing.js";
import { showControls } from "./controls.js";
import { showExtremes } from "./extremes.js";
import { choiceWordsOf, figuresOf } from "./figures.js";
import { flowsOf } from "./flows.js";
import { remark, shapeKey } from "./keys.js";
import { drawNames } from "./names.js";
import { pointsOf } from "./points.js";
import { selectingOf } from "./selecting.js";
import { showSmallPrint } from "./small_print.js";

/** @typedef {import("../types.js").Page} Page */
/** @typedef {import("../types.js").Topic} Topic */

/** The language that the address asks for; else one that the reader speaks.
 * @param {string} own */
function languageOf(own) {
  const asked = location.hash.slice(1);
  return LANGUAGES.includes(asked) ? asked : preferred(own, navigator.languages);
}

/** @param {Page} page
 * @param {Topic} topic */
function showLegend({ data, words, choosing }, topic) {
  const { closed } = choosing.view();
  byId("legend-title").textContent = topic.title();
  byId("legend").replaceChildren(...topic.legend(),
    ...(data.base.border.length ? [shapeKey("frontier", words.t("border_line"))] : []),
    ...(closed ? [remark(words.t(closed))] : []));
}

/** @param {Page} page
 * @param {Topic} topic */
function showTable({ choosing }, topic) {
  if (!byId("table-box").open) {
    byId("table").replaceChildren();
    return;
  }
  const { head, rows } = topic.table();
  replaceIn(byId("table"), make("table", { class: choosing.view().kind },
    make("caption", {}, byId("headline").textContent),
    make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", {}, ...rows.map(([first, cells]) => make("tr", {}, make("th", { scope: "row" }, first),
      ...cells.map((cell) => make("td", {}, cell)))))));
}

/** @param {Page} page
 * @param {Topic} topic */
function showHeadline({ words, choosing, said }, topic) {
  const { kind, ids, mean } = choosing.view();
  const told = words.t("head_" + kind, { ...said.values(), ...topic.values?.() }).trim();
  byId("headline").textContent = told + (ids ? words.t(mean ? "of_mean" : "of_each") : "");
}

/** @param {L.Map} map */
function open(map) {
  const data = pageData();
  const words = wordsOf(data.labels, languageOf(data.language));
  colourSides(data.sides, false);
  const choosing = choosingOf(data);
  const said = { ...figuresOf(words, choosing), ...choiceWordsOf(words, choosing) };
  const page = { map, data, words, choosing, said, base: drawBase(map, data) };
  const { state, view } = choosing;
  const selecting = selectingOf(page);
  /** @type {Map<string, L.Path>} */
  const shapes = new Map();
  const areas = areasOf(page, selecting, shapes);
  /** @type {Record<string, Topic>} */
  const topics = { isochrones: bandsOf(page), flows: flowsOf(page), placements: pointsOf(page) };
  const topic = () => topics[view().kind] ?? areas;
  /** @type {number | null} */
  let drawn = null;
  let refit = true;

  function home() {
    const { bounds, options } = topic().box?.() ?? { bounds: page.base.bounds, options: { padding: [4, 4] } };
    map.fitBounds(bounds, { ...options, animate: false });
  }
  function clear() {
    for (const shape of shapes.values()) shape.remove();
    shapes.clear();
    map.closePopup();
    selecting.mark(null);
  }
  /** @type {import("../shared/base_map.js").BaseMap | null} */
  let ground = null;
  const names = () => drawNames(page, ground, topic().taken?.() ?? []);

  function update() {
    const { area } = state;
    if (drawn !== state.view || !view().ids) clear();
    drawn = state.view;
    fillWords(words, data, map.getContainer());
    showSmallPrint(page);
    showControls(page, update, () => { refit = true; });
    showHeadline(page, topic());
    topic().draw((name, shape) => shapes.set(name, shape.addTo(map)));
    map.invalidateSize({ animate: false, pan: false });
    if (refit) {
      refit = false;
      home();
    }
    showLegend(page, topic());
    showExtremes(page, selecting.select);
    selecting.showList();
    showTable(page, topic());
    names();
    if (area !== null && view().ids?.includes(area)) selecting.select(area);
  }
  /* A new width or a sheet of paper shows the whole again. */
  function again() {
    map.invalidateSize({ animate: false, pan: false });
    home();
  }

  map.setMaxBounds(page.base.bounds.pad(1.2));
  map.getContainer().setAttribute("role", "region");
  /** @type {HTMLElement} */ (map.getPane("bands")).style.opacity = "0.8";
  map.on("moveend zoomend resize viewreset", names);
  map.on("zoomstart", () => map.getPane("names")?.replaceChildren());
  listenToLanguages((language) => {
    words.language = language;
    update();
  });
  byId("table-box").addEventListener("toggle", () => showTable(page, topic()));
  addHome(map, home);
  onNewWidth(map, again);
  window.addEventListener("beforeprint", again);
  window.matchMedia("print").addEventListener("change", again);
  update();
  drawGround(map, data).then((found) => {
    ground = found;
    names();
  });
}

/* The page's last script calls it, once there is a map. */
Object.assign(globalThis, { grensgeoPage: open });

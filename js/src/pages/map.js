/* The page of a grensgeo map. Everything shown comes from the JSON in the page; names are written
   as text only, never as HTML. No request is made. */

import { appearance, remember, themeOf } from "../shared/appearance.js";
import { byId, colourSides, make, pageData, replaceIn } from "../shared/elements.js";
import { mapCanvas } from "../shared/map_canvas.js";
import { addHome, fillWords, listenToLanguages, onNewWidth } from "../shared/page.js";
import { wordsOf } from "../shared/words.js";
import { chooseAsked, readAddress, writeAddress } from "./address.js";
import { areasOf } from "./areas.js";
import { bandsOf } from "./bands.js";
import { drawBase, drawGround } from "./base.js";
import { choosingOf } from "./choosing.js";
import { showControls } from "./controls.js";
import { showExtremes } from "./extremes.js";
import { choiceWordsOf, figuresOf } from "./figures.js";
import { flowsOf } from "./flows.js";
import { remark, shapeKey } from "./keys.js";
import { listenToLeaving } from "./leaving.js";
import { drawNames } from "./names.js";
import { pointsOf } from "./points.js";
import { selectingOf } from "./selecting.js";
import { showSmallPrint } from "./small_print.js";

/** @typedef {import("../types.js").Page} Page */
/** @typedef {import("../types.js").Topic} Topic */
/** @typedef {import("./base.js").Ground} Ground */

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

/** What the page is made of.
 * @param {L.Map} map
 * @param {import("../types.js").MapData} data
 * @param {string} language */
function pageOf(map, data, language) {
  const words = wordsOf(data.labels, language);
  const choosing = choosingOf(data);
  const said = { ...figuresOf(words, choosing), ...choiceWordsOf(words, choosing) };
  return { map, data, words, choosing, said, base: drawBase(map, data) };
}

/** Shapes, legend, table and names, by the kind of the view.
 * @param {Page} page */
function showingOf(page) {
  const { map, data, choosing: { state, view } } = page;
  const selecting = selectingOf(page);
  /** @type {Map<string, L.Path>} */
  const shapes = new Map();
  const areas = areasOf(page, selecting, shapes);
  /** @type {Record<string, Topic>} */
  const topics = { isochrones: bandsOf(page), flows: flowsOf(page), placements: pointsOf(page) };
  const topic = () => topics[view().kind] ?? areas;
  /** @type {number | null} */
  let drawn = null;
  /** @type {Ground | null} */
  let ground = null;

  function clear() {
    for (const shape of shapes.values()) shape.remove();
    shapes.clear();
    map.closePopup();
    selecting.mark(null);
  }
  function names() {
    drawNames(page, ground?.base ?? null, topic().taken?.() ?? []);
  }
  return {
    topic, selecting, names,
    home() {
      const { bounds, options } = topic().box?.() ?? { bounds: page.base.bounds, options: { padding: [4, 4] } };
      map.fitBounds(bounds, { ...options, animate: false });
    },
    draw() {
      if (drawn !== state.view || !view().ids) clear();
      drawn = state.view;
      topic().draw((name, shape) => shapes.set(name, shape.addTo(map)));
    },
    /** @param {boolean} dark */
    dress(dark) {
      colourSides(data.sides, dark);
      ground?.layer.dress(dark);
      names();
    },
    /** @param {Ground | null} found */
    lay(found) {
      ground = found;
    },
  };
}

/** When the map shows another part: for another origin or view, and where little would be seen of what was
 * chosen; after that the next choice shows the whole of it again. Else all choices are seen at one scale.
 * @param {ReturnType<typeof showingOf>} shown */
function fittingOf(shown) {
  let [whole, chosen, closer] = [true, false, false];
  return {
    /** @param {boolean} all whether it must */
    ask(all) {
      [whole, chosen] = [whole || all, true];
    },
    act() {
      const unseen = Boolean(!whole && chosen && shown.topic().unseen?.());
      if (whole || unseen || (chosen && closer)) shown.home();
      if (whole || chosen) closer = unseen;
      [whole, chosen] = [false, false];
    },
  };
}

/** @param {L.Map} map */
function open(map) {
  /** @type {import("../types.js").MapData} */
  const data = pageData();
  const asked = readAddress(location.hash);
  const start = appearance(data.language, { language: asked.lang, theme: asked.theme });
  const page = pageOf(map, data, start.language);
  const { words, choosing } = page;
  const { state, view } = choosing;
  const shown = showingOf(page);
  const { topic, selecting } = shown;
  const fit = fittingOf(shown);
  const theme = themeOf(start.theme, (dark) => {
    shown.dress(dark);
    byId("theme").textContent = words.t(dark ? "theme_light" : "theme_dark");
  });
  function link() {
    try {
      history.replaceState(null, "", "#" + writeAddress(data, choosing, { language: words.language, theme: theme.theme }));
    } catch {
      // a page inside another has no address of its own
    }
  }
  function update() {
    const { area } = state;
    fillWords(words, data, map.getContainer());
    showSmallPrint(page);
    showControls(page, update, fit.ask);
    showHeadline(page, topic());
    shown.draw();
    map.invalidateSize({ animate: false, pan: false });
    fit.act();
    showLegend(page, topic());
    showExtremes(page, selecting.select);
    selecting.showList();
    showTable(page, topic());
    theme.show();
    if (area !== null && view().ids?.includes(area)) selecting.select(area);
    link();
  }
  /* A new width shows the whole again. */
  function again() {
    map.invalidateSize({ animate: false, pan: false });
    shown.home();
  }
  prepare(map, page, shown.names);
  /** @param {string} language */
  function speak(language) {
    words.language = language;
    update();
  }
  listenToLanguages((language) => {
    remember({ language });
    speak(language);
  });
  byId("theme").addEventListener("click", link);
  byId("table-box").addEventListener("toggle", () => showTable(page, topic()));
  map.on("popupopen popupclose", link);
  window.addEventListener("hashchange", () => {
    const wanted = readAddress(location.hash);
    chooseAsked(wanted, data, choosing);
    fit.ask(true);
    speak(appearance(words.language, { language: wanted.lang ?? words.language }).language);
  });
  listenToLeaving(page, topic);
  addHome(map, shown.home);
  onNewWidth(map, again);
  listenToPaper(map);
  chooseAsked(asked, data, choosing);
  update();
  drawGround(map, data).then((found) => {
    shown.lay(found);
    theme.show();
  });
}

/** On paper stands a picture of the map as it is on the screen: a printer waits neither for a layout nor
 * for an image.
 * @param {L.Map} map */
function listenToPaper(map) {
  const clear = () => byId("on-paper")?.remove();
  window.addEventListener("beforeprint", () => {
    clear();
    map.getContainer().after(make("figure", { id: "on-paper" }, mapCanvas(map)));
  });
  window.addEventListener("afterprint", clear);
}

/** @param {L.Map} map
 * @param {Page} page
 * @param {() => void} names drawn anew where the map has moved */
function prepare(map, page, names) {
  map.setMaxBounds(page.base.bounds.pad(1.2));
  map.getContainer().setAttribute("role", "region");
  /** @type {HTMLElement} */ (map.getPane("bands")).style.opacity = "0.8";
  map.on("moveend zoomend resize viewreset", names);
  map.on("zoomstart", () => map.getPane("names")?.replaceChildren());
}

/* The page's last script calls it, once there is a map. */
Object.assign(globalThis, { grensgeoPage: open });

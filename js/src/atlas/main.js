/* The atlas: what is asked (state), what the engine answers, and everything that shows it. */

import { readAreas } from "../shared/areas.js";
import { appearance, isDark, prefersDark, remember } from "../shared/appearance.js";
import { openBaseMap } from "../shared/base_map.js";
import { byId, colourSides, pageData } from "../shared/elements.js";
import { fillWords, listenToLanguages } from "../shared/page.js";
import { limitOf } from "../shared/precision.js";
import { unpackJson } from "../shared/unpack.js";
import { wordsOf } from "../shared/words.js";
import { askingOf } from "./asking.js";
import { showChart } from "./chart.js";
import { controlsOf } from "./controls.js";
import { openEngine } from "./engine.js";
import { csvOf, link, listenToLeaving, toast } from "./leaving.js";
import { shapes } from "./outlines.js";
import { villagesOf } from "./places.js";
import { namesOf, showSmallPrint } from "./saying.js";
import { secondOf } from "./second.js";
import { sessionOf } from "./session.js";
import { cellText, paint, showAnswer, showLegend, showTable } from "./showing.js";
import { standingsOf } from "./standings.js";
import { askedFor, read } from "./state.js";
import { addVersusButtons } from "./versus_shown.js";
import { viewOf } from "./view.js";
import { waysOf } from "./ways.js";
import { whyShown } from "./why_shown.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("../types.js").Patch} Patch */
/** @typedef {import("../types.js").State} State */
/** @typedef {(patch: Patch) => Promise<void>} Ask */

/** What waits for the reader to stop moving a slider: the table, the address, a screen reader. */
const TABLE_MS = 120;
const LINK_MS = 300;
const SAY_MS = 700;

/** A function that is called once nothing has asked for it for a while.
 * @param {number} wait
 * @param {() => void} what */
function later(wait, what) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(what, wait);
  };
}

/** Shows the place on the map.
 * @param {Session} session
 * @param {boolean} follow moves the map where it lies beyond it */
function showPlace({ map, view, here }, follow) {
  const place = here();
  const latlng = L.latLng(place.lat, place.lon);
  if (follow && !map.getBounds().pad(-0.08).contains(latlng)) map.panTo(latlng, { animate: false });
  view.choose({ ...place, latlng });
}

/** Shows all that is reached within the cutoff.
 * @param {Session} session */
function fitAnswer({ view, engine, here, now }) {
  now.fit = false;
  if (!now.shown || now.shown.status) return;
  const { lon, lat } = engine.cells;
  const limit = limitOf(now.state.cutoff);
  const place = here();
  /** @type {[number, number][]} */
  const spots = [[place.lat, place.lon]];
  now.shown.minutes.forEach((time, i) => { if (time <= limit) spots.push([lat[i], lon[i]]); });
  view.fit(spots);
}

/** Who looks for a place by its name is shown all of its answer; who points at the map keeps it as it is.
 * @param {Session} session
 * @param {Ask} ask
 * @returns {(patch: Patch) => void} */
const fitting = ({ now }, ask) => (patch) => {
  now.fit ||= patch.place !== undefined;
  ask(patch);
};

/** Light or dark, and the button that leads to the other.
 * @param {import("../shared/words.js").Words} words
 * @param {boolean} dark */
function showTheme(words, dark) {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  byId("theme").textContent = words.t(dark ? "theme_light" : "theme_dark");
}

/** Language and theme.
 * @param {Session} session */
function dressingOf(session) {
  const { words, data, map, view, now } = session;
  return {
    speak() {
      words.language = now.state.language;
      fillWords(words, data, map.getContainer());
      showPlace(session, false);
      showTheme(words, session.dark());
    },
    dress() {
      showTheme(words, session.dark());
      colourSides(data.sides, session.dark());
      view.dress(session.theme(), session.dark());
    },
  };
}

/** Asks for what is pointed at: a name, or the nearest cell.
 * @param {Session} session
 * @param {Ask} ask
 * @param {ReturnType<typeof secondOf>} second */
function listenToMap(session, ask, second) {
  const { map, view, areas, engine, words } = session;
  /** @param {L.Point} point
   * @param {L.LatLng} latlng
   * @param {MouseEvent | KeyboardEvent} event with Shift a second place is meant to compare with, with Alt to
   *   be told why it is so far */
  function pick(point, latlng, event) {
    const name = view.nameAt(point);
    const cell = name ? -1 : view.layer.at(latlng, true);
    if (!name && cell < 0) return toast(words.t("outside_click"));
    const key = !name ? "cell:" + engine.cells.id[cell] : name.stop ?? "place:" + areas[Number(name.number)].code;
    const meant = event.shiftKey ? "versus" : event.altKey ? "why" : undefined;
    return second.picked(key, meant) ? undefined : ask({ place: key });
  }
  map.on("click", (event) => pick(event.containerPoint, event.latlng, event.originalEvent));
  map.getContainer().addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== map.getContainer()) return;
    event.preventDefault();
    pick(map.latLngToContainerPoint(map.getCenter()), map.getCenter(), event);
  });
  view.hover((cell) => cellText(session, cell));
}

/** Joins the parts and shows the first answer.
 * @param {Session} session
 * @param {any} handle
 * @returns {{ask: Ask, first: () => Promise<void>}} */
function run(session, handle) {
  const { words, known, places, view, now, map } = session;
  const { speak, dress } = dressingOf(session);
  const standings = standingsOf(session, ask);
  const ways = waysOf(session, ask);
  const sayLater = later(SAY_MS, () => { byId("said").textContent = byId("headline").textContent; });
  const tableLater = later(TABLE_MS, () => showTable(session, ask));
  const linkLater = later(LINK_MS, () => link(session));
  const entries = [...places.searchable((a, b) => map.distance(a, b)),
    ...villagesOf(session.base, session.engine, places, words)];
  const controls = controlsOf(byId("question"), { words, known, entries, ask: fitting(session, ask) });
  const second = secondOf(session, entries, ask);
  const why = whyShown(session, ask);
  addVersusButtons(session);
  const asking = askingOf(session, {
    begin(before) {
      if (now.state.language !== before.language) speak();
      if (now.state.theme !== before.theme) dress();
      controls.show(now.state, session.here().name);
      second.show();
      if (now.state.place !== before.place) {
        view.expect();
        showPlace(session, true);
      }
      byId("headline").setAttribute("aria-busy", "true");
      view.quiet();
    },
    draw() {
      view.emphasise(known.trip(now.state.trip).mode === "transit");
      if (now.fit) fitAnswer(session);
      paint(session);
      view.answered();
      view.sayAgain();
      showAnswer(session, ask);
      why.show();
      sayLater();
      standings.ask();
      standings.show();
      ways.ask();
      showLegend(session);
      showSmallPrint(session);
    },
    later() {
      tableLater();
      linkLater();
    },
  }, handle.redrawMs);
  /** @param {Patch} patch */
  function ask(patch) {
    return asking.ask(patch);
  }
  function again() {
    dress();
    if (now.shown) asking.show(now.state);
  }
  byId("theme").addEventListener("click", () => {
    const theme = session.dark() ? "light" : "dark";
    remember({ theme });
    return ask({ theme });
  });
  byId("table-box").addEventListener("toggle", () => showTable(session, ask));
  byId("rank-box").querySelector("details").addEventListener("toggle", standings.show);
  prefersDark().addEventListener("change", again);
  window.addEventListener("hashchange", () => ask(read(location.hash)));
  listenToLeaving(session, { dress, draw: asking.draw, again, flush: why.flush });
  listenToMap(session, ask, second);
  Object.defineProperty(handle, "rank", { get: standings.progress });
  handle.settled = asking.settled;
  return {
    ask,
    first() {
      view.start();
      speak();
      dress();
      view.showStops(places.stops);
      return asking.show(now.state);
    },
  };
}

/** Opens what the page holds.
 * @param {L.Map} map
 * @param {import("../types.js").AtlasData} data
 * @param {import("../shared/words.js").Words} words */
async function partsOf(map, data, words) {
  const { trip, scenario } = { ...data.start, ...read(askedFor()) };
  const first = { place: { kind: /** @type {const} */ ("cell"), index: 0 }, trip, scenario };
  const packed = { manifest: await unpackJson(data.engine.head), chunks: data.engine.chunks };
  const engine = await openEngine(packed, byId("grensgeo-engine").textContent, first);
  /** @param {string} name */
  const part = (name) => engine.arrays["shape/" + name];
  const areas = readAreas(data.base);
  const cells = shapes(Object.fromEntries(
    ["rings", "corners", "start_x", "start_y", "step_x", "step_y"].map((name) => [name, part(name)])));
  const base = await openBaseMap(data.base_map);
  const view = viewOf(map, data, { areas, cells, base, words });
  return { map, data, words, engine, areas, base, view, edge: part("edge") };
}

/** @param {L.Map} map */
function page(map) {
  /** @type {import("../types.js").AtlasData} */
  const data = pageData();
  Object.assign(data.start, appearance(data.language, {}));
  const words = wordsOf(data.labels, data.start.language);
  /** Until there is an answer, a language can be chosen already.
   * @type {Patch} */
  const early = {};
  /** @type {(patch: Patch) => void} */
  let choose = (wanted) => {
    Object.assign(early, wanted);
    words.language = wanted.language;
    fillWords(words, data, map.getContainer());
  };
  listenToLanguages((language) => {
    remember({ language });
    choose({ language });
  });

  /** For tests and for those who put the atlas into a page of their own.
   * @type {any} */
  const handle = { redrawMs: [] };
  async function start() {
    const session = sessionOf(await partsOf(map, data, words), early);
    const { ask, first } = run(session, handle);
    choose = ask;
    Object.defineProperties(handle, {
      state: { get: () => ({ ...session.now.state }) }, figures: { get: () => session.now.shown },
      other: { get: () => session.now.other?.shown }, why: { get: () => session.now.why },
    });
    Object.assign(handle, {
      set: ask, engine: session.engine, csv: () => csvOf(session),
      /** @param {import("../types.js").Shown} found */
      chart: (found) => showChart(words, session.now.state, namesOf(session).opportunity, found,
        (cutoff) => ask({ cutoff })),
    });
    await first();
    return handle;
  }
  map.getContainer().setAttribute("role", "application");
  fillWords(words, data, map.getContainer());
  byId("headline").textContent = words.t("head_busy");
  showTheme(words, isDark(read(askedFor()).theme ?? data.start.theme));
  handle.ready = start().catch((error) => {
    byId("headline").textContent = words.t("failed", { reason: String(error?.message ?? error) });
    throw error;
  });
  Object.assign(globalThis, { grensgeoAtlas: handle });
}

/* The page's last script calls it, once there is a map. */
Object.assign(globalThis, { grensgeoPage: page });

/* The adviser's page: click a home, and see which offers are in reach, by every trip. All is
   computed here; nothing is sent anywhere. */

import { save } from "../shared/saving.js";
import { drawBase, drawGround } from "../pages/base.js";
import { drawNames } from "../pages/names.js";
import { showSmallPrint } from "../pages/small_print.js";
import { appearance, remember, themeOf } from "../shared/appearance.js";
import { byId, colourSides, pageData } from "../shared/elements.js";
import { addHome, fillWords, listenToLanguages, onNewWidth } from "../shared/page.js";
import { wordsOf } from "../shared/words.js";
import { controlsOf } from "./controls.js";
import { openOffers } from "./engine.js";
import { marksOf } from "./marks.js";
import { NAMED, entriesOf, homesOf, spotsOf } from "./places.js";
import { sessionOf } from "./session.js";
import { showCard, showHeadline, showLegend } from "./showing.js";
import { matching, readState, within, written } from "./state.js";
import { tellingOf } from "./telling.js";

/** @typedef {import("../types.js").OfferPageData} OfferPageData */
/** @typedef {import("../types.js").OfferState} OfferState */
/** @typedef {import("./session.js").OfferSession} OfferSession */

const LINK_MS = 300;

/** What an address asks for.
 * @returns {Record<string, string>} */
const asked = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

/** Opens what the page holds.
 * @param {L.Map} map
 * @param {OfferPageData} data
 * @param {import("../shared/words.js").Words} words */
async function partsOf(map, data, words) {
  const base = drawBase(map, /** @type {any} */ (data));
  const choosing = { view: () => ({ kind: "offers" }), layerControls: () => data.trips, chosen: (/** @type {string} */ one) => one };
  const page = { map, words, base, choosing, data: { ...data, labels: { ...data.labels, mode_of_trip: {} } } };
  fillWords(words, data, map.getContainer());
  byId("headline").textContent = words.t("offers_busy");
  const [engine, ground, spots] = await Promise.all([
    openOffers(data.engine, byId("grensgeo-engine").textContent),
    drawGround(map, /** @type {any} */ (data)), spotsOf(data),
  ]);
  const session = sessionOf({ map, data, words, page, spots, homes: homesOf(engine.homes, base.areas),
    telling: tellingOf(words, data.trips), asked: asked() });
  return { session, engine, ground, base };
}

/** Shows what is asked for, with what was answered.
 * @param {OfferSession} session
 * @param {ReturnType<typeof marksOf>} marks
 * @param {() => void} again */
function show(session, marks, again) {
  const { data, words, now, home, telling, at } = session;
  const times = now.answer?.times ?? null;
  const country = home.country();
  const found = matching(data.offers, now.state, times, now.state.border === "closed" ? country : null);
  const reached = found.filter((one) => within(one, now.state.cutoff));
  fillWords(words, data, session.map.getContainer());
  showSmallPrint(session.page);
  showHeadline(session, found, reached);
  marks.home(home.spot());
  marks.draw(found, { at, cutoff: now.state.cutoff, own: country, pick: (one, group) => showCard(session, one, group) });
  byId("list-box").hidden = times === null;
  byId("list-title").textContent = words.t("offers_list");
  if (times) {
    telling.list(reached, { times, home: String(country), shown: now.shown, open: (one) => showCard(session, one, [one]),
      more() {
        now.shown += telling.STEP;
        again();
      } });
  }
  showLegend(session, found, reached);
  return reached;
}

/** Asks the engine where the home or the border is another.
 * @param {OfferSession} session
 * @param {Awaited<ReturnType<typeof openOffers>>} engine
 * @param {() => void} showAll */
function askingOf({ now, home, telling }, engine, showAll) {
  let turn = 0;
  return async (/** @type {Partial<OfferState>} */ patch) => {
    const [id, name] = String(patch.home ?? "").split(NAMED);
    if (patch.home) now.named = name ?? "";
    now.state = { ...now.state, ...patch, ...(patch.home ? { home: id } : {}) };
    now.shown = telling.STEP;
    const number = home.number();
    const mine = ++turn;
    const wanted = number + "/" + now.state.border;
    if (number !== null && now.answer?.key !== wanted) {
      const times = await engine.minutes(number, now.state.border !== "closed");
      if (mine !== turn) return;
      now.answer = { key: wanted, times };
    }
    showAll();
    byId("said").textContent = byId("headline").textContent;
  };
}

/** Listens to what is not a choice: the map, languages, paper, the file.
 * @param {OfferSession} session
 * @param {{ask: (patch: Partial<OfferState>) => Promise<void>, showAll: () => void, names: () => void,
 *   reached: () => import("./state.js").Found[], paper: (on: boolean) => void}} how */
function listen(session, { ask, showAll, names, reached, paper }) {
  const { map, words, homes, now, home, telling, known } = session;
  map.on("click", ({ latlng }) => {
    const number = homes.at(latlng.lng, latlng.lat);
    if (number < 0) byId("said").textContent = words.t("outside_click");
    else ask({ home: homes.id[number] });
  });
  map.on("moveend zoomend resize viewreset", names);
  listenToLanguages((language) => {
    remember({ language });
    words.language = language;
    showAll();
    byId("said").textContent = byId("headline").textContent;
  });
  byId("print").addEventListener("click", () => window.print());
  byId("csv").addEventListener("click", () => {
    if (!now.answer) return;
    const text = telling.csv(reached(), now.answer.times, String(home.country()), [byId("headline").textContent]);
    save(new Blob([text], { type: "text/csv;charset=utf-8" }), "offers.csv");
  });
  window.addEventListener("beforeprint", () => paper(true));
  window.addEventListener("afterprint", () => paper(false));
  window.addEventListener("hashchange", () => {
    now.state = readState(asked(), now.state, known);
    ask({});
  });
}

/** Writes what is chosen into the address, once nothing has changed for a while.
 * @param {OfferSession} session
 * @param {() => string} themeName */
function linking({ words, now }, themeName) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const theme = themeName();
      const parts = new URLSearchParams({ lang: words.language, ...(theme === "auto" ? {} : { theme }), ...written(now.state) });
      try {
        history.replaceState(null, "", "#" + parts);
      } catch {
        // a page inside another has no address of its own
      }
    }, LINK_MS);
  };
}

/** @param {L.Map} map */
async function run(map) {
  /** @type {OfferPageData} */
  const data = pageData();
  const { lang, theme: dressed } = asked();
  const look = appearance(data.language, { language: lang, theme: dressed });
  const words = wordsOf({ ...data.labels, mode_of_trip: {} }, look.language);
  map.getContainer().setAttribute("role", "application");
  /** What else is dressed, once the data are there.
   * @type {(dark: boolean) => void} */
  let dressMap = () => {};
  const theme = themeOf(look.theme, (dark) => {
    colourSides(data.sides, dark);
    dressMap(dark);
    byId("theme").textContent = words.t(dark ? "theme_light" : "theme_dark");
  });
  theme.show();
  const { session, engine, ground, base } = await partsOf(map, data, words);
  const { now, home, homes, choices, border } = session;
  map.setMaxBounds(base.bounds.pad(1.2));
  const names = () => drawNames(session.page, ground?.base ?? null, []);
  dressMap = (dark) => {
    ground?.layer.dress(dark);
    names();
  };
  const link = linking(session, () => theme.theme);
  const marks = marksOf(map, data, base);
  /** @type {import("./state.js").Found[]} */
  let reached = [];
  const ask = askingOf(session, engine, showAll);
  const controls = controlsOf(byId("controls"), { words, ask, trips: data.trips, border, ...choices,
    entries: entriesOf(data, base, ground, homes.at, { id: homes.id, words }) });
  function showAll() {
    reached = show(session, marks, showAll);
    controls.show(now.state, home.name());
    theme.show();
    link();
  }
  function fit() {
    const spot = home.spot();
    const seen = L.latLngBounds([...session.spots, ...(spot ? [spot] : [])]);
    map.fitBounds(seen.isValid() ? seen : base.bounds, { padding: [30, 30], maxZoom: 12, animate: false });
  }
  listen(session, { ask, showAll, names, reached: () => reached, paper(on) {
    map.invalidateSize({ animate: false, pan: false });
    fit();
    ground?.layer.paper(on);
  } });
  addHome(map, fit);
  onNewWidth(map, () => map.invalidateSize({ animate: false }));
  await ask({});
  map.invalidateSize({ animate: false, pan: false });
  fit();
  return { ask, state: () => ({ ...now.state }), reached: () => reached };
}

/* The page's last script calls it, once there is a map. */
Object.assign(globalThis, {
  /** @param {L.Map} map */
  grensgeoPage(map) {
    const ready = run(map).catch((error) => {
      byId("headline").textContent = wordsOf(pageData().labels, document.documentElement.lang)
        .t("offers_failed", { reason: String(error?.message ?? error) });
      throw error;
    });
    Object.assign(globalThis, { grensgeoOffers: { ready } });
  },
});

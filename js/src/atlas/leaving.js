/* What leaves the page: a link, a picture, a table, a sheet of paper. */

import { byId, make } from "../shared/elements.js";
import { keptPage } from "../shared/keeping.js";
import { mapNodes } from "../shared/map_nodes.js";
import { save } from "../shared/saving.js";
import { pdfBlob, pngBlob, sheetOf, svgBlob } from "../shared/sheet.js";
import { plain } from "../shared/words.js";
import { table } from "./csv.js";
import { mapPicture } from "./picture.js";
import { fragment, namesOf, notesText, pointWords, questionText, stripText } from "./saying.js";
import { showLegend } from "./showing.js";

/** @typedef {import("./session.js").Session} Session */

const TOAST_MS = 2500;

/** Says something for a moment, to readers and to screen readers.
 * @param {string} text */
export function toast(text) {
  byId("said").textContent = text;
  byId("toast").textContent = text;
  byId("toast").hidden = false;
  setTimeout(() => { byId("toast").hidden = true; }, TOAST_MS);
}

/** Writes the question into the address.
 * @param {Session} session */
export function link(session) {
  try {
    history.replaceState(null, "", fragment(session));
  } catch {
    // a page inside another has no address of its own
  }
}

/** @param {Session} session
 * @param {string} ending */
function fileName({ here, now: { state } }, ending) {
  return ["atlas", plain(here().name).replace(/ /g, "-").slice(0, 40), plain(state.trip).replace(/ /g, "-"),
    state.cutoff + "min", state.border].join("-") + ending;
}

/** The table as text.
 * @param {Session} session */
export function csvOf(session) {
  const { words, data, engine, places, codes, here, now: { state, shown } } = session;
  if (!shown) return "";
  return table(words, data, {
    engine, areaOfCell: places.areaOfCell, codes, state, found: shown, weights: session.weights(), home: here().country,
  }, {
    said: [byId("headline").textContent, questionText(session), words.t("legend_time", { from: pointWords(session) }),
           "link: " + fragment(session)],
    whose: namesOf(session).whose,
  });
}

/** @param {Session} session */
const scene = (session) => ({
  map: session.map, view: session.view, theme: session.theme(), dark: session.dark(),
});

/** Saves the map with what it says: `ending` is that of the file.
 * @param {Session} session
 * @param {".png" | ".svg" | ".pdf"} ending
 * @param {() => void} flush draws now what waits */
async function savePicture(session, ending, flush) {
  session.view.flush();
  flush();
  const { x: width, y: height } = session.map.getSize();
  const texts = {
    title: "", headline: byId("headline").textContent, question: questionText(session),
    legend: byId("legend-title").textContent, below: [notesText(session), stripText(session)],
  };
  const [ink, paper] = session.dark() ? ["#eef0f4", "#14171d"] : ["#1f2430", "#ffffff"];
  const sheet = sheetOf({ width, height, nodes: mapNodes(session.map) }, showLegend(session), texts, { ink, paper });
  save(ending === ".png" ? await pngBlob(sheet) : ending === ".svg" ? svgBlob(sheet)
    : await pdfBlob(sheet, texts, session.words.language), fileName(session, ending));
}
/** @param {Session} session */
function saveTable(session) {
  const text = new Blob(["\ufeff" + csvOf(session)], { type: "text/csv;charset=utf-8" });
  save(text, fileName(session, ".csv"));
}
/** @param {Session} session */
async function copyLink(session) {
  const { t } = session.words;
  link(session);
  try {
    await navigator.clipboard.writeText(location.href);
    toast(t(location.protocol === "file:" ? "copied_local" : "copied"));
  } catch {
    toast(t("not_copied"));
  }
}

/** @param {Session} session */
function keep(session) {
  const page = new Blob([keptPage(fragment(session).slice(1))], { type: "text/html;charset=utf-8" });
  save(page, fileName(session, ".html"));
}
/** The answer as text, with where it is from.
 * @param {Session} session */
async function copyText(session) {
  const { t } = session.words;
  const said = [byId("headline").textContent, questionText(session), stripText(session)].join("\n");
  try {
    await navigator.clipboard.writeText(said);
    toast(t("copied_text"));
  } catch {
    toast(t("not_copied_text"));
  }
}

/** Listens to the buttons above the map, and to a printer.
 * @param {Session} session
 * @param {{dress(): void, draw(): void, again(): void, flush(): void}} showing `flush` draws now what waits */
export function listenToLeaving(session, { dress, draw, again, flush }) {
  byId("print").addEventListener("click", () => window.print());
  byId("link").addEventListener("click", () => copyLink(session));
  for (const ending of /** @type {const} */ ([".png", ".svg", ".pdf"])) {
    byId(ending.slice(1)).addEventListener("click", () => savePicture(session, ending, flush));
  }
  byId("keep").addEventListener("click", () => keep(session));
  byId("text").addEventListener("click", () => copyText(session));
  byId("csv").addEventListener("click", () => saveTable(session));
  const sheet = () => document.getElementById("on-paper");
  /* On paper stands a picture of the map in its place: Leaflet cannot lay its panes out anew
     for a sheet, and the map on the screen stays as it is. */
  window.addEventListener("beforeprint", () => {
    session.now.onPaper = true;
    dress();
    draw();
    session.view.flush();
    flush();
    sheet()?.remove();
    byId("map-box").after(make("figure", { id: "on-paper" }, mapPicture(scene(session)),
      make("figcaption", { class: "small" }, notesText(session))));
  });
  window.addEventListener("afterprint", () => {
    sheet()?.remove();
    session.now.onPaper = false;
    again();
  });
}

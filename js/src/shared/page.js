/* What every page with a map does alike: its words, its small print, its way home. */

import { byId, make } from "./elements.js";

/** @typedef {import("./words.js").Words} Words */
/** @typedef {import("../types.js").Text} Text */
/** @typedef {import("../types.js").Source} Source */

/** Links of Leaflet's controls, and what they are called. */
const CONTROLS = [[".leaflet-control-zoom-in", "zoom_in"], [".leaflet-control-zoom-out", "zoom_out"],
                  ["a.home", "home"]];

/** Elements that say by their attributes which of the texts stands in them.
 * @param {string} attribute
 * @returns {HTMLElement[]} */
const marked = (attribute) => [...document.querySelectorAll(`[data-${attribute}]`)]
  .map((node) => /** @type {HTMLElement} */ (node));

/** Writes the texts that do not depend on any choice.
 * @param {Words} words
 * @param {{title: Text, version: string}} data
 * @param {HTMLElement} container of the map */
export function fillWords(words, data, container) {
  const { t } = words;
  document.documentElement.lang = words.language;
  document.title = words.in(data.title);
  byId("title").textContent = words.in(data.title);
  for (const node of marked("text")) node.textContent = t(String(node.dataset.text), { version: data.version });
  for (const node of marked("said")) node.title = t(String(node.dataset.said));
  for (const node of marked("label")) node.setAttribute("aria-label", t(String(node.dataset.label)));
  pressLanguage(words.language);
  container.setAttribute("aria-label", t("map_region"));
  for (const [name, key] of CONTROLS) {
    const link = /** @type {HTMLElement | null} */ (document.querySelector(name));
    if (!link) continue;
    link.title = t(key);
    link.setAttribute("aria-label", t(key));
  }
}

/** Shows which language is chosen.
 * @param {string} language */
export function pressLanguage(language) {
  for (const button of marked("language")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
}

/** Listens to the buttons of the languages.
 * @param {(language: string) => void} choose */
export function listenToLanguages(choose) {
  for (const button of marked("language")) {
    button.addEventListener("click", () => choose(String(button.dataset.language)));
  }
}

/** Notes that stand beside a map: no more than a reader reads. */
const MOST_NOTES = 5;

/** The notes that bear on what is shown, those that are about it alone first.
 * @param {import("../types.js").Note[]} notes
 * @param {string[]} shown what is shown: modes, opportunities
 * @returns {import("../types.js").Note[]} */
export function notesOn(notes, shown) {
  const about = notes.filter(({ concerns }) => !concerns.length || concerns.some((what) => shown.includes(what)));
  return [...about.filter(({ concerns }) => concerns.length), ...about.filter(({ concerns }) => !concerns.length)]
    .slice(0, MOST_NOTES);
}

/** The title of a source, with a link where it has an address.
 * @param {Source} source
 * @returns {HTMLElement} */
export function sourceTitle(source) {
  return source.url
    ? make("a", { href: source.url, rel: "noopener noreferrer", target: "_blank" }, source.title)
    : make("span", {}, source.title);
}

/** Adds the button that shows the whole again.
 * @param {L.Map} map
 * @param {() => void} home */
export function addHome(map, home) {
  const Home = L.Control.extend({
    onAdd() {
      const box = L.DomUtil.create("div", "leaflet-bar");
      const link = L.DomUtil.create("a", "home", box);
      link.href = "#";
      link.setAttribute("role", "button");
      link.textContent = "\u2302";
      L.DomEvent.on(link, "click", (event) => {
        L.DomEvent.stop(event);
        home();
      });
      return box;
    },
  });
  new Home({ position: "topleft" }).addTo(map);
}

/** Shows the whole again where the page has a new width; a phone's address bar gives none.
 * @param {L.Map} map
 * @param {() => void} again */
export function onNewWidth(map, again) {
  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth === width) {
      map.invalidateSize({ animate: false });
      return;
    }
    width = window.innerWidth;
    again();
  });
}

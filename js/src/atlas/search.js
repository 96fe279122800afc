/* The search box: a combobox after the ARIA pattern (type, arrows, Enter, Escape). */

import { make } from "../shared/elements.js";
import { plain } from "../shared/words.js";

/** @typedef {import("../types.js").Entry} Entry */
/** @typedef {ReturnType<typeof buildBox>} SearchBox */

const MOST_FOUND = 12;
const NOT_FOUND = 4;
/** Words for a station in the languages of the page, in plain letters. */
const STATIONS = ["station", "treinstation", "halte", "bahnhof", "bhf", "haltestelle", "stop"];

/** How well a name fits what is typed: a whole word at the beginning best; all in plain letters.
 * @param {string} name
 * @param {string} wanted
 * @returns {number} */
function rank(name, wanted) {
  if ((name + " ").startsWith(wanted + " ")) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(" " + wanted)) return 2;
  return name.includes(wanted) ? 3 : NOT_FOUND;
}

/** As one types a name without its marks: Muenster, Münster and Munster are one.
 * @param {string} text in plain letters */
const loose = (text) => text.replace(/([aou])e/g, "$1");

/** Whether what is typed is a postcode with more behind it: "7511 AB" or "48599 Gronau", not a longer number.
 * @param {string} code
 * @param {string} wanted
 * @returns {boolean} */
const withMore = (code, wanted) => wanted.startsWith(code) && /^\s*\p{L}/u.test(wanted.slice(code.length));

/** What is typed, without the words that say that a station is meant.
 * @param {string} wanted
 * @returns {{name: string, station: boolean}} */
function meant(wanted) {
  const all = wanted.split(" ");
  const rest = all.filter((word) => !STATIONS.includes(word));
  const station = rest.length > 0 && rest.length < all.length;
  return { name: station ? rest.join(" ") : wanted, station };
}

/** The entries that fit what is typed, the best first; stations where one is asked for.
 * @template {{plain: string, weight: number, kind?: string}} T
 * @param {T[]} entries
 * @param {string} text
 * @returns {T[]} */
export function look(entries, text) {
  const wanted = loose(plain(text));
  if (!wanted) return [];
  const { name, station } = meant(wanted);
  /** @param {T} entry */
  const fit = (entry) => entry.kind === "postcode" && withMore(entry.plain, wanted) ? 0 : Math.min(rank(loose(entry.plain), wanted),
    station && entry.kind === "stop" ? rank(loose(entry.plain), name) : NOT_FOUND);
  return entries.map((entry) => ({ fit: fit(entry), entry }))
    .filter((one) => one.fit < NOT_FOUND)
    .sort((a, b) => a.fit - b.fit || b.entry.weight - a.entry.weight)
    .slice(0, MOST_FOUND).map(({ entry }) => entry);
}

/** @param {string} id of the box; what belongs to it begins with it */
function buildBox(id) {
  const label = make("label", { class: "legend", for: id });
  const input = make("input", {
    id, class: "place-box", type: "text", role: "combobox", autocomplete: "off", spellcheck: "false",
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id + "-list",
    "aria-describedby": id + "-hint",
  });
  const hint = make("span", { id: id + "-hint", class: "small" });
  const list = make("ul", { id: id + "-list", class: "place-list", role: "listbox", hidden: true });
  const said = make("span", { class: "hidden", role: "status" });
  const node = make("div", { class: "choice search" }, label, make("div", { class: "box" }, input, list), hint, said);
  return { label, input, hint, list, said, node };
}

/** The list beneath the box: what is found, and which of it is marked.
 * @param {SearchBox} box
 * @param {import("../shared/words.js").Words} words
 * @param {Entry[]} entries
 * @param {(entry: Entry) => void} choose */
function findings({ input, list, said }, words, entries, choose) {
  /** @type {Entry[]} */
  let found = [];
  let active = -1;
  /** @param {number} place */
  function mark(place) {
    active = place;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
    const item = list.children[active];
    if (!item) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    item.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", item.id);
  }
  /** @param {Entry} entry
   * @param {number} i */
  function option(entry, i) {
    const item = make("li", { role: "option", id: input.id + "-" + i, "aria-selected": "false" },
      make("span", { class: "name" }, entry.name), make("span", { class: "small" }, entry.note()));
    item.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      choose(entry);
    });
    return item;
  }
  return {
    close() {
      list.hidden = true;
      mark(-1);
      input.setAttribute("aria-expanded", "false");
    },
    /** Shows what fits; gives whether nothing does.
     * @returns {boolean} */
    open() {
      found = look(entries, input.value);
      list.replaceChildren(...found.map(option));
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", String(found.length > 0));
      const none = !found.length && plain(input.value) !== "";
      said.textContent = found.length ? words.t("place_found", { n: words.count(found.length) })
        : none ? words.t("place_none") : "";
      mark(found.length ? 0 : -1);
      return none;
    },
    /** @param {number} step */
    move: (step) => mark((active + step + found.length) % found.length),
    /** The entry that is marked. */
    marked: () => (list.hidden ? undefined : found[active]),
    any: () => found.length > 0,
  };
}

/** @param {import("../shared/words.js").Words} words
 * @param {Entry[]} entries
 * @param {(key: string) => void} pick
 * @param {string} [id] */
export function search(words, entries, pick, id = "place") {
  const box = buildBox(id);
  const { input, hint, list, said } = box;
  let shown = "";
  /* Whose figures stand there while the box holds a name that nothing bears. */
  function lost(/** @type {boolean} */ none) {
    hint.textContent = !none ? words.t("place_hint")
      : shown ? words.t("place_none_still", { name: shown }) : words.t("place_none");
    hint.classList.toggle("warn", none);
    input.setAttribute("aria-invalid", String(none));
  }
  const results = findings(box, words, entries, choose);
  function choose(/** @type {Entry} */ entry) {
    results.close();
    lost(false);
    pick(entry.key);
    input.select();
  }
  const open = () => lost(results.open());
  function leave() {
    results.close();
    lost(false);
    input.value = shown;
  }
  function enter() {
    const entry = results.marked();
    if (entry) choose(entry);
    else if (!results.any() && plain(input.value)) {
      input.value = shown;
      input.select();
    }
  }
  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowDown: () => (list.hidden ? open() : results.move(1)),
    ArrowUp: () => (list.hidden ? open() : results.move(-1)),
    Enter: enter,
    Escape: leave,
  };
  input.addEventListener("input", open);
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", () => {
    leave();
    said.textContent = "";
  });
  input.addEventListener("keydown", (event) => {
    if (!Object.hasOwn(keys, event.key)) return;
    keys[event.key]();
    event.preventDefault();
  });
  return {
    node: box.node,
    /** @param {string} name of the place that is chosen */
    show(name) {
      box.label.textContent = words.t("place");
      lost(false);
      list.setAttribute("aria-label", words.t("place"));
      shown = name;
      if (document.activeElement !== input || list.hidden) input.value = name;
    },
  };
}

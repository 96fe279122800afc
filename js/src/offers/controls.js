/* The choices of a page of offers. */

import { search } from "../atlas/search.js";
import { make } from "../shared/elements.js";
import { ALL, ANY, LONGEST, SHORTEST } from "./state.js";

/** @typedef {import("../types.js").OfferState} OfferState */
/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {(patch: Partial<OfferState>) => void} Ask */
/** @typedef {[string, string][]} Options value and words */

/** @param {string} id
 * @param {Ask} ask */
function listOf(id, ask) {
  const label = make("label", { for: "c-" + id, class: "legend" });
  const select = make("select", { id: "c-" + id });
  select.addEventListener("change", () => ask({ [id]: select.value }));
  return {
    node: make("div", { class: "choice" }, label, select),
    /** @param {string} name
     * @param {Options} options
     * @param {string} current */
    show(name, options, current) {
      label.textContent = name;
      select.replaceChildren(...options.map(([value, text]) => {
        const option = make("option", { value }, text);
        option.selected = value === current;
        return option;
      }));
    },
  };
}

/** @param {string} id
 * @param {Ask} ask */
function pillsOf(id, ask) {
  const legend = make("legend", { class: "legend" });
  const row = make("div", { class: "pills" });
  return {
    node: make("fieldset", { class: "choice" }, legend, row),
    /** @param {string} name
     * @param {Options} options
     * @param {string} current */
    show(name, options, current) {
      legend.textContent = name;
      const held = row.contains(document.activeElement);
      row.replaceChildren(...options.map(([value, text]) => {
        const input = make("input", { type: "radio", name: id, value, checked: value === current });
        input.addEventListener("change", () => ask({ [id]: value }));
        return make("label", { class: "pill" }, input, make("span", {}, text));
      }));
      if (held) /** @type {HTMLElement | null} */ (row.querySelector("input:checked"))?.focus();
    },
  };
}

/** @param {Ask} ask */
function slideOf(ask) {
  const label = make("label", { for: "c-cutoff", class: "legend" });
  const output = make("output", { for: "c-cutoff" });
  const input = make("input", { id: "c-cutoff", type: "range", min: SHORTEST, max: LONGEST, step: 5 });
  input.addEventListener("input", () => ask({ cutoff: Number(input.value) }));
  return {
    node: make("div", { class: "choice slide" }, label, output, input),
    /** @param {string} name
     * @param {string} said
     * @param {number} current */
    show(name, said, current) {
      label.textContent = name;
      output.textContent = said;
      input.value = String(current);
      input.setAttribute("aria-valuetext", said);
    },
  };
}

/** @param {HTMLElement} box
 * @param {{words: Words, entries: import("../types.js").Entry[], ask: Ask, trips: string[], levels: string[],
 *   sections: string[], kinds: string[], border: boolean}} of */
export function controlsOf(box, { words, entries, ask, trips, levels, sections, kinds, border }) {
  const { t } = words;
  const place = search(words, entries, (home) => ask({ home }));
  const trip = pillsOf("trip", ask);
  const cutoff = slideOf(ask);
  const [level, sector, kind] = [listOf("level", ask), listOf("sector", ask), listOf("kind", ask)];
  const side = pillsOf("border", ask);
  box.append(place.node, trip.node, cutoff.node, make("div", { class: "pair" }, level.node, sector.node),
    ...(kinds.length > 1 ? [kind.node] : []), ...(border ? [side.node] : []));
  box.addEventListener("submit", (event) => event.preventDefault());
  return {
    /** @param {OfferState} state
     * @param {string} name of the home */
    show(state, name) {
      place.show(name);
      trip.show(t("offers_by"), [[ANY, t("offers_any")], ...trips.map((one) => /** @type {[string, string]} */ (
        [one, words.named("modes", one) ?? one]))], state.trip);
      cutoff.show(t("offers_cutoff"), t("minutes", { n: words.count(state.cutoff) }), state.cutoff);
      /** @type {[string, string]} */
      const all = [ALL, t("offers_all")];
      /** @param {string[]} codes
       * @param {string} current */
      const many = (codes, current) => (codes.includes(current) || current === ALL ? codes : [...codes, current]);
      /** @param {string} table
       * @param {string} code */
      const named = (table, code) => words.named(table, code)
        ?? [...code].map((one) => words.named(table, one) ?? one).join(" / ");
      level.show(t("offers_level"), [all, ...many(levels, state.level).map((one) => /** @type {[string, string]} */ (
        [one, named("levels", one)]))], state.level);
      sector.show(t("offers_sector"), [all, ...many(sections, state.sector).map((one) => /** @type {[string, string]} */ (
        [one, named("sectors", one)]))], state.sector);
      kind.show(t("offers_kind"), [all, ...kinds.map((one) => /** @type {[string, string]} */ (
        [one, words.capital(named("opp_types", one))]))], state.kind);
      side.show(t("offers_border"), [["open", t("offers_open")], ["closed", t("offers_closed")]], state.border);
    },
  };
}

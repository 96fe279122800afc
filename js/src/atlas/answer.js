/* The answer in figures: split by country, border effect, scenario, chart, inhabitants by band, rank. */

import { byId, linkButton, make, replaceIn, sideKey, sideStyle } from "../shared/elements.js";
import { showChart } from "./chart.js";
import { BORDERS } from "./state.js";
import { bordered, effectText, known, told } from "./telling.js";

/** @typedef {import("../types.js").Shown} Shown */
/** @typedef {import("../types.js").State} State */
/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("./telling.js").Names} Names */
/** @typedef {{all: number, done: number, rows: import("./ranking.js").Ranked[], left: Record<string, number>,
 *   member: string | null, own: string, kind: string, lacking: string, place: number, shared: boolean,
 *   of: number}} Standings where a place stands: `own` says whether it does, or why not */

/** @param {string} name
 * @param {string} value
 * @param {string} [side] a country, whose colour stands before the name */
function row(name, value, side) {
  const label = make("span", {}, name);
  if (side) label.prepend(sideKey(side));
  return make("div", { class: "row" }, label, make("b", {}, value));
}
/** @param {[string, number][]} parts values by country */
function bar(parts) {
  const sum = parts.reduce((all, [, value]) => all + (known(value) ? value : 0), 0);
  return make("div", { class: "bar", "aria-hidden": "true" }, ...parts.map(([name, value]) => {
    const piece = sideStyle(make("i"), name, "background");
    piece.style.width = (sum > 0 && known(value) ? (100 * value) / sum : 0) + "%";
    return piece;
  }));
}

/** Above figures stand what they count and whose they are.
 * @param {string} name
 * @param {Words} words
 * @param {string[]} parts */
function entitle(name, words, ...parts) {
  byId(name + "-title").textContent = [words.t(name), ...parts].join(" \u00b7 ");
}

/** What a reader has to know of the figures.
 * @param {Words} words
 * @param {Shown} found */
function warnings(words, found) {
  const edge = found.mean && (found.edgeShare ?? 0) > 0
    ? words.t("edge_mean", { share: words.part(found.edgeShare ?? 0) }) : found.touchesEdge ? words.t("edge") : "";
  return [
    ...found.unknownCountries.map((name) => words.t("unknown_country", { country: words.t(name) })),
    found.missing > 0 && !found.unknownCountries.length
      ? words.t("unknown_some", { n: words.count(found.missing) }) : "",
    found.noService ? words.t("no_service") : "", edge,
  ].filter((text) => text);
}

/** @param {Words} words
 * @param {State} state
 * @param {Names} names
 * @param {Shown} found */
function showSplit(words, state, names, found) {
  byId("split-title").textContent = words.capital(words.t("reachable", {
    opportunity: names.opportunity, cutoff: words.minutes(state.cutoff),
  }));
  byId("split-value").textContent = told(words, found, state.border);
  byId("split-said").textContent = [names.whose,
    bordered(found) ? words.t("shown_" + state.border, { n: words.minutes(state.resistance) }) : "",
    state.border === "closed" ? words.t("reading_" + state.reading) : names.mode,
    names.parking].filter((text) => text).join(" \u00b7 ");
  /** @type {[string, number][]} */
  const parts = found.sides.map((name, country) => [name, found.shownBy[country]]);
  byId("split-parts").replaceChildren(bar(parts),
    ...parts.map(([name, value]) => row(words.t(name), words.count(value), name)));
  byId("split-warnings").replaceChildren(...warnings(words, found).map((text) => make("p", { class: "warn" }, text)));
}

/** @param {Words} words
 * @param {State} state
 * @param {Names} names
 * @param {Shown} found */
function showEffect(words, state, names, found) {
  if (!bordered(found)) {
    entitle("border", words);
    byId("border-value").textContent = words.t("no_border", { country: words.t(found.sides[0]) });
  }
  byId("border-box").hidden = bordered(found);
  byId("effect-box").hidden = !bordered(found);
  if (!bordered(found)) return;
  entitle("effect", words, names.opportunity, names.whose);
  byId("effect-value").textContent = effectText(words, found);
  const most = Math.max(found.atLeast.open || 0, found.atLeast.closed || 0, 1);
  byId("effect-rows").replaceChildren(...BORDERS.map((name) => {
    const line = row(words.t("shown_" + name, { n: words.minutes(state.resistance) }), told(words, found, name));
    line.classList.toggle("chosen", name === state.border);
    const gauge = make("i", { class: "gauge", "aria-hidden": "true" });
    gauge.style.width = (known(found.atLeast[name]) ? (100 * found.atLeast[name]) / most : 0) + "%";
    line.append(gauge);
    return line;
  }));
}

/** @param {Words} words
 * @param {State} state
 * @param {Names} names
 * @param {Shown} found */
function showPlan(words, state, names, found) {
  byId("plan-box").hidden = !found.before;
  if (!found.before) return;
  entitle("plan", words, names.opportunity, names.whose);
  const [after, before] = [found, found.before].map((one) => one.atLeast[state.border]);
  byId("plan-rows").replaceChildren(
    row(words.t("scenario_none"), told(words, found.before, state.border)),
    row(names.scenario, told(words, found, state.border)),
    row(words.t("row_abs"), known(after) && known(before) ? words.signedCount(after - before) : words.t("missing")),
  );
}

/** Inhabitants within each band of the legend, up to the cutoff.
 * @param {Words} words
 * @param {Names} names
 * @param {Shown} found */
function showBands(words, names, found) {
  entitle("bands", words, names.whose);
  const columns = bordered(found) ? found.sides : [];
  const head = ["band", ...columns, "total"].map((key) => make("th", { scope: "col" }, words.t(key)));
  /** @param {number[]} by country
   * @returns {HTMLElement[]} */
  const cells = (by) => [...columns.map((_, country) => by[country]), by.reduce((all, v) => all + v, 0)]
    .map((v) => make("td", {}, words.count(v)));
  const lines = found.bands.map((band) => {
    const swatch = make("i", { class: "key", "aria-hidden": "true" });
    swatch.style.background = band.colour;
    const range = words.t("band_range", { a: words.minutes(band.from), b: words.minutes(band.to) });
    return make("tr", {}, make("th", { scope: "row" }, swatch, range), ...cells(band.by));
  });
  const sums = found.sides.map((_, country) => found.bands.reduce((all, band) => all + band.by[country], 0));
  const total = make("tr", { class: "sum" }, make("th", { scope: "row" }, words.t("total")), ...cells(sums));
  byId("bands").replaceChildren(make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...lines, total));
}

/** All figures but the rank, which takes longer.
 * @param {Words} words
 * @param {State} state
 * @param {Names} names
 * @param {Shown} found
 * @param {(minute: number) => void} pick a cutoff on the chart
 * @param {import("../types.js").Other | null} other a second answer */
export function showFigures(words, state, names, found, pick, other) {
  showSplit(words, state, names, found);
  showEffect(words, state, names, found);
  showPlan(words, state, names, found);
  entitle("chart", words, names.opportunity, names.whose);
  showChart(words, state, names.opportunity, found, pick, other);
  showBands(words, names, found);
}

/** What is said of a rank: among whom, and who is left out and why.
 * @param {Words} words
 * @param {Names} names
 * @param {Standings} standing */
function rankSaid(words, names, standing) {
  const { left, rows, own, kind, lacking } = standing;
  const { none } = names;
  if (standing.done < standing.all) {
    return words.t("rank_busy", { n: words.count(standing.done), all: words.count(standing.all) });
  }
  const parts = ["edge", "still", "unknown"].filter((why) => left[why] > 0)
    .map((why) => words.t("rank_left_" + why, { n: words.count(left[why]), none }));
  return [
    own === "edge" || own === "still" ? words.t("rank_own_" + own, { none }) : "",
    rows.length ? words.capital(words.t(kind, { all: words.count(rows.length) })) + "." : "",
    parts.length ? words.t("rank_left_out", { parts: parts.join(", ") }) : "",
    lacking ? words.t("rank_partial", { countries: lacking }) : "",
  ].filter((text) => text).join(" ");
}

/** Where the place stands, or why it does not, and who is left out.
 * @param {Words} words
 * @param {Names} names
 * @param {Standings} standing
 * @param {(key: string) => void} pick a place of the list */
export function showRank(words, names, standing, pick) {
  entitle("rank", words, names.opportunity, names.whose);
  const ready = standing.done >= standing.all;
  const place = { n: words.count(standing.place), all: words.count(standing.of) };
  byId("rank-value").textContent = !ready ? "\u2026" : standing.own !== "ranked" ? words.t("rank_none")
    : words.t(standing.shared ? "rank_shared" : "rank_said", place);
  byId("rank-said").textContent = rankSaid(words, names, standing);
  const details = byId("rank-box").querySelector("details");
  details.hidden = !ready || !standing.rows.length;
  details.firstElementChild.textContent = words.t("rank_list");
  if (!ready || !details.open) return;
  replaceIn(byId("rank-list"), ...standing.rows.map(({ member, value }) => {
    const count = words.count(value);
    const line = make("li", {}, linkButton(member.name, () => pick(member.key), member.key),
      make("b", {}, standing.lacking ? words.t("at_least", { n: count }) : count));
    line.classList.toggle("chosen", member.key === standing.member);
    return line;
  }));
}

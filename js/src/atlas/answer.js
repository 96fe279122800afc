/* The answer in figures: split by country, border effect, rank, chart, inhabitants by band. */

import * as Figures from "./figures.js";
import * as State from "./state.js";
import { WHOLE } from "../shared/precision.js";
import { make, draw } from "./words.js";

const $ = (id) => document.getElementById(id);
export const known = (v) => v !== null && v !== undefined && !Number.isNaN(v);

function row(name, value, key) {
  const label = make("span", {}, name);
  if (key) label.prepend(make("i", { class: "key part-" + key, "aria-hidden": "true" }));
  return make("div", { class: "row" }, label, make("b", {}, value));
}
function bar(parts) {
  const sum = parts.reduce((all, [, value]) => all + (known(value) ? value : 0), 0);
  const box = make("div", { class: "bar", "aria-hidden": "true" });
  for (const [name, value] of parts) {
    const piece = make("i", { class: "part-" + name });
    piece.style.width = (sum > 0 && known(value) ? (100 * value) / sum : 0) + "%";
    box.append(piece);
  }
  return box;
}

/* Above figures stand what they count and whose they are. */
function entitle(name, words, ...parts) {
  $(name + "-title").textContent = [words.t(name), ...parts].join(" \u00b7 ");
}

/* A count as far as it is known: "at least" where counts within reach are not, or a country's. */
export function told(words, found, name) {
  const value = found.atLeast[name];
  if (!known(value)) return words.t("missing");
  const bound = found.lacks[name].length > 0 || (found.missing > 0 && value > 0);
  return bound ? words.t("at_least", { n: words.count(value) }) : words.count(value);
}
export const lacking = (words, found, name) =>
  found.lacks[name].map((side) => words.t("no_data_of", { country: words.t(side) })).join(", ");

function effectText(words, found) {
  if (!known(found.open) || !known(found.closed)) return words.t("effect_missing");
  if (found.closed === 0) {
    return found.open === 0 ? words.t("effect_undefined")
      : words.t("effect_undefined") + " (" + words.signedCount(found.open) + ")";
  }
  return words.t("effect_said", {
    relative: words.signedShare(found.open / found.closed - 1),
    absolute: words.signedCount(found.open - found.closed),
  });
}

/* One sentence with the numbers in it; a councillor reads no further than this. */
export function headline(words, state, names, found) {
  const strong = (text, shown) => make(shown ? "strong" : "b", {}, text);
  const values = { ...names, cutoff: words.minutes(state.cutoff) };
  if (found.status) return words.sentence("head_" + found.status, values);
  values.open = strong(told(words, found, "open"), state.border === "open");
  values.closed = strong(told(words, found, "closed"), state.border === "closed");
  const { lacks } = found;
  let key = "head_" + state.direction;
  if (!known(found.atLeast.open)) key += "_nothing";
  else if (helpless(found)) key += found.noService ? "_no_stop" : "_still";
  else if (lacks.open.length) {
    key += "_unknown";
    values.lacking = lacking(words, found, "open");
  } else if (found.closed === 0 && found.open > 0) key += "_undefined";
  else if (Math.round(found.closed) === Math.round(found.open)) key += "_same";
  else values.effect = words.signedShare(found.open / found.closed - 1);
  const nodes = words.sentence(key, values);
  if (lacks.open.length && helpless(found) && known(found.atLeast.open)) nodes.push(" (", lacking(words, found, "open"), ")");
  if (!helpless(found) && known(found.shareWithout)) {
    nodes.push(" ", ...words.sentence("head_share", { share: words.part(found.shareWithout), vehicle: names.vehicle }));
  }
  if (state.border === "realised" && known(found.realised)) {
    nodes.push(" ", ...words.sentence("head_realised", {
      resistance: words.minutes(state.resistance), realised: strong(told(words, found, "realised"), true),
    }));
  }
  const [after, before] = [found, found.before].map((one) => (one ? one.atLeast[state.border] : NaN));
  if (known(before) && known(after)) {
    const change = after - before;
    nodes.push(" ", ...words.sentence("head_scenario", {
      scenario: names.scenario, after: strong(told(words, found, state.border), true),
      before: strong(told(words, found.before, state.border), false),
      change: before > 0 ? words.signedShare(change / before) : words.signedCount(change),
    }));
  }
  return nodes;
}
/* Where everything is reached without a ride, no train or bus helps. */
const helpless = (found) => found.shareWithout >= WHOLE;

export function split(words, state, names, found) {
  $("split-title").textContent = words.capital(words.t("reachable", {
    opportunity: names.opportunity, cutoff: words.minutes(state.cutoff),
  }));
  $("split-value").textContent = told(words, found, state.border);
  $("split-said").textContent = [names.whose,
    words.t("shown_" + state.border, { n: words.minutes(state.resistance) }),
    state.border === "closed" ? words.t("reading_" + state.reading) : names.mode,
    names.parking].filter((text) => text).join(" \u00b7 ");
  const parts = [["nl", found.shown_nl], ["de", found.shown_de]];
  $("split-parts").replaceChildren(bar(parts),
    ...parts.map(([name, value]) => row(words.t(name), words.count(value), name)));
  const warnings = [];
  for (const name of found.unknownCountries) {
    warnings.push(words.t("unknown_country", { country: words.t(name) }));
  }
  if (found.missing > 0 && !found.unknownCountries.length) {
    warnings.push(words.t("unknown_some", { n: words.count(found.missing) }));
  }
  if (found.noService) warnings.push(words.t("no_service"));
  if (found.mean && found.edgeShare > 0) warnings.push(words.t("edge_mean", { share: words.part(found.edgeShare) }));
  else if (found.touchesEdge) warnings.push(words.t("edge"));
  $("split-warnings").replaceChildren(...warnings.map((text) => make("p", { class: "warn" }, text)));
}

export function border(words, state, names, found) {
  entitle("effect", words, names.opportunity, names.whose);
  $("effect-value").textContent = effectText(words, found);
  const most = Math.max(found.atLeast.open || 0, found.atLeast.closed || 0, 1);
  $("effect-rows").replaceChildren(...State.BORDERS.map((name) => {
    const line = row(words.t("shown_" + name, { n: words.minutes(state.resistance) }), told(words, found, name));
    line.classList.toggle("chosen", name === state.border);
    const piece = make("i", { class: "gauge", "aria-hidden": "true" });
    piece.style.width = (known(found.atLeast[name]) ? (100 * found.atLeast[name]) / most : 0) + "%";
    line.append(piece);
    return line;
  }));
}

export function plan(words, state, names, found) {
  $("plan-box").hidden = !found.before;
  if (!found.before) return;
  entitle("plan", words, names.opportunity, names.whose);
  const [after, before] = [found, found.before].map((one) => one.atLeast[state.border]);
  $("plan-rows").replaceChildren(
    row(words.t("scenario_none"), told(words, found.before, state.border)),
    row(names.scenario, told(words, found, state.border)),
    row(words.t("row_abs"), known(after) && known(before) ? words.signedCount(after - before) : words.t("missing")),
  );
}

/* Reach against time, own country below, what lies across on top. */
export function chart(words, state, names, found, pick) {
  const box = $("chart");
  entitle("chart", words, names.opportunity, names.whose);
  const { nl, de, home } = found.curve;
  const last = nl.length - 1;
  const own = home === 2 ? de : nl;
  const other = home === 2 ? nl : de;
  const at = (curve, minute) => (known(curve[minute]) ? curve[minute] : 0);
  const most = Math.max(at(own, last) + at(other, last), 1);
  const step = niceStep(most / 3);
  const top = Math.ceil(most / step) * step;
  /* Room for the longest number of the axis: a million without its first digit is another number. */
  const left = Math.max(56, 8 + 7 * words.count(top).length);
  const [right, high, low] = [306, 8, 128];
  const x = (minute) => left + ((right - left) * minute) / last;
  const y = (value) => low - ((low - high) * value) / top;
  const area = (values, base) => {
    const minutes = [...Array(last + 1).keys()];
    const up = minutes.map((m) => `${x(m).toFixed(1)},${y(values(m)).toFixed(1)}`);
    const back = minutes.reverse().map((m) => `${x(m).toFixed(1)},${y(base(m)).toFixed(1)}`);
    return "M" + [...up, ...back].join("L") + "Z";
  };
  const ownName = home === 2 ? "de" : "nl";
  const nodes = [];
  for (let value = 0; value <= top + 1e-9; value += step) {
    nodes.push(draw("line", { x1: left, x2: right, y1: y(value), y2: y(value), class: "grid" }),
      text(words.count(value), left - 6, y(value) + 4, "end"));
  }
  nodes.push(
    draw("path", { d: area((m) => at(own, m), () => 0), class: "area-" + ownName }),
    draw("path", {
      d: area((m) => at(own, m) + at(other, m), (m) => at(own, m)), class: "area-" + (ownName === "nl" ? "de" : "nl"),
    }),
  );
  for (let minute = 0; minute <= last; minute += last > 75 ? 30 : 15) {
    nodes.push(text(words.minutes(minute), x(minute), low + 16, "middle"));
  }
  nodes.push(text(words.t("axis_minutes"), right, low + 31, "end"),
    draw("line", { x1: x(state.cutoff), x2: x(state.cutoff), y1: high - 6, y2: low + 4, class: "now" }));
  const third = Math.min(last, Math.max(5, Math.round(state.cutoff / 15) * 15 - 15));
  const total = (m) => told(words, { atLeast: { at: Figures.sumKnown([own[m], other[m]]) },
    lacks: { at: found.lacks.open }, missing: found.missing }, "at");
  const svg = draw("svg", {
    viewBox: "0 0 320 164", role: "img",
    "aria-label": words.t("chart_said", {
      opportunity: names.opportunity, a: total(third), x: words.minutes(third),
      b: total(Math.min(last, state.cutoff)), y: words.minutes(state.cutoff),
    }),
  }, ...nodes);
  svg.addEventListener("pointerdown", (event) => {
    const frame = svg.getBoundingClientRect();
    const place = ((event.clientX - frame.left) / frame.width) * 320;
    pick(Math.round(((place - left) / (right - left)) * last));
  });
  box.replaceChildren(svg);
  $("chart-key").replaceChildren(
    make("i", { class: "key part-" + ownName, "aria-hidden": "true" }), words.t("own_country") + "  ",
    make("i", { class: "key part-" + (ownName === "nl" ? "de" : "nl"), "aria-hidden": "true" }), words.t("across"),
    found.lacks.open.length ? "  \u2013 " + lacking(words, found, "open") : "");
}
function text(said, x, y, anchor) {
  return draw("text", { x, y, "text-anchor": anchor }, said);
}
function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return [1, 2, 5, 10].map((m) => m * power).find((step) => step >= rough);
}

/* Inhabitants within each band of the legend, up to the cutoff. */
export function bands(words, names, found) {
  entitle("bands", words, names.whose);
  const head = make("tr", {}, ...[["band", "col"], ["nl", "col"], ["de", "col"], ["total", "col"]]
    .map(([key, scope]) => make("th", { scope }, words.t(key))));
  const lines = found.bands.map((band) => {
    const swatch = make("i", { class: "key", "aria-hidden": "true" });
    swatch.style.background = band.colour;
    return make("tr", {},
      make("th", { scope: "row" }, swatch, words.t("band_range", {
        a: words.minutes(band.from), b: words.minutes(band.to),
      })),
      ...[band.nl, band.de, band.nl + band.de].map((v) => make("td", {}, words.count(v))));
  });
  const sum = (name) => found.bands.reduce((all, band) => all + band[name], 0);
  lines.push(make("tr", { class: "sum" }, make("th", { scope: "row" }, words.t("total")),
    ...[sum("nl"), sum("de"), sum("nl") + sum("de")].map((v) => make("td", {}, words.count(v)))));
  $("bands").replaceChildren(make("thead", {}, head), make("tbody", {}, ...lines));
}

/* Where the place stands, or why it does not, and who is left out. */
export function rank(words, names, standing, pick) {
  entitle("rank", words, names.opportunity, names.whose);
  const all = words.count(standing.all);
  const ready = standing.done >= standing.all;
  const own = !ready ? "\u2026" : standing.own === "ranked"
    ? words.t(standing.shared ? "rank_shared" : "rank_said", { n: words.count(standing.place), all: words.count(standing.of) })
    : words.t("rank_none");
  $("rank-value").textContent = own;
  const said = [];
  if (!ready) said.push(words.t("rank_busy", { n: words.count(standing.done), all }));
  else {
    if (standing.own === "edge" || standing.own === "still") said.push(words.t("rank_own_" + standing.own, { none: names.none }));
    if (standing.rows.length) {
      said.push(words.capital(words.t(standing.kind, { all: words.count(standing.rows.length) })) + ".");
    }
    const parts = ["edge", "still", "unknown"].filter((why) => standing.left[why] > 0)
      .map((why) => words.t("rank_left_" + why, { n: words.count(standing.left[why]), none: names.none }));
    if (parts.length) said.push(words.t("rank_left_out", { parts: parts.join(", ") }));
    if (standing.lacking) said.push(words.t("rank_partial", { countries: standing.lacking }));
  }
  $("rank-said").textContent = said.join(" ");
  const details = $("rank-box").querySelector("details");
  details.hidden = !ready || !standing.rows.length;
  details.firstElementChild.textContent = words.t("rank_list");
  if (!ready || !details.open) return;
  $("rank-list").replaceChildren(...standing.rows.map((one) => {
    const button = make("button", { type: "button", class: "link" }, one.member.name);
    button.addEventListener("click", () => pick(one.member.key));
    const value = standing.lacking ? words.t("at_least", { n: words.count(one.value) }) : words.count(one.value);
    const line = make("li", {}, button, make("b", {}, value));
    line.classList.toggle("chosen", one.member.key === standing.member);
    return line;
  }));
}

/* Reach against time, own country below, what lies across on top. */

import { byId, draw, sideKey, sideStyle } from "../shared/elements.js";
import { fromCurve, sumKnown } from "./figures.js";
import { bordered, known, lacking, told } from "./telling.js";

/** @typedef {import("../types.js").Shown} Shown */
/** @typedef {import("../types.js").State} State */
/** @typedef {import("../shared/words.js").Words} Words */

const WIDTH = 320;
const HEIGHT = 164;
const [RIGHT, HIGH, LOW] = [306, 8, 128];
/** Room for the numbers of the axis: at least, and by their letters. */
const LEAST_LEFT = 56;
const LETTER_PX = 7;
/** Charts longer than this have a number every half hour, others every quarter. */
const QUARTERS_TO = 75;

/** A step of the axis that reads well: 1, 2 or 5 times a power of ten, and at least so large.
 * @param {number} rough
 * @returns {number} */
export function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return [1, 2, 5, 10].map((m) => m * power).find((step) => step >= rough) ?? 10 * power;
}

/** Where things stand in a chart.
 * @param {Words} words
 * @param {number} most the largest value
 * @param {number} last the last minute */
function scales(words, most, last) {
  const step = niceStep(most / 3);
  const top = Math.ceil(most / step) * step;
  /* Room for the longest number of the axis: a million without its first digit is another number. */
  const left = Math.max(LEAST_LEFT, 8 + LETTER_PX * words.count(top).length);
  return {
    step, top, left, last,
    /** @param {number} minute */
    x: (minute) => left + ((RIGHT - left) * minute) / last,
    /** @param {number} value */
    y: (value) => LOW - ((LOW - HIGH) * value) / top,
    /** @param {number} place from the left */
    minuteAt: (place) => Math.round(((place - left) / (RIGHT - left)) * last),
  };
}
/** @typedef {ReturnType<typeof scales>} Scales */

/** @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {string} anchor */
const label = (text, x, y, anchor) => draw("text", { x, y, "text-anchor": anchor }, text);

/** Lines across and numbers on both axes.
 * @param {Words} words
 * @param {Scales} scale */
function axes(words, { step, top, left, last, x, y }) {
  const nodes = [];
  for (let value = 0; value <= top + 1e-9; value += step) {
    nodes.push(draw("line", { x1: left, x2: RIGHT, y1: y(value), y2: y(value), class: "grid" }),
      label(words.count(value), left - 6, y(value) + 4, "end"));
  }
  for (let minute = 0; minute <= last; minute += last > QUARTERS_TO ? 30 : 15) {
    nodes.push(label(words.minutes(minute), x(minute), LOW + 16, "middle"));
  }
  nodes.push(label(words.t("axis_minutes"), RIGHT, LOW + 31, "end"));
  return nodes;
}

/** The path of what lies between two curves.
 * @param {Scales} scale
 * @param {(minute: number) => number} values
 * @param {(minute: number) => number} base */
function area({ last, x, y }, values, base) {
  const minutes = [...Array(last + 1).keys()];
  /** @param {(minute: number) => number} curve */
  const line = (curve) => minutes.map((m) => `${x(m).toFixed(1)},${y(curve(m)).toFixed(1)}`);
  return "M" + [...line(values), ...line(base).reverse()].join("L") + "Z";
}

/** What the chart says to who does not see it.
 * @param {Words} words
 * @param {State} state
 * @param {string} opportunity
 * @param {Shown} found
 * @param {number} last */
function said(words, state, opportunity, found, last) {
  /** @param {number} m */
  const total = (m) => told(words, { atLeast: { at: sumKnown(found.curve.by.map((side) => side[m])) },
    lacks: { at: found.lacks.open }, missing: found.missing }, "at");
  const earlier = Math.min(last, Math.max(5, Math.round(state.cutoff / 15) * 15 - 15));
  return words.t("chart_said", {
    opportunity, a: total(earlier), x: words.minutes(earlier),
    b: total(Math.min(last, state.cutoff)), y: words.minutes(state.cutoff),
  });
}

/** What the colours stand for: the own country, and whatever lies across, by name where there is more than one.
 * @param {Words} words
 * @param {Shown} found
 * @param {number[]} order of the countries
 * @returns {(string | Node)[]} */
function chartKey(words, { sides, curve: { home }, lacks }, order) {
  const lost = lacks.open.length ? "  \u2013 " + lacking(words, { lacks }, "open") : "";
  if (!bordered({ sides })) return [lost];
  /** @param {number} country */
  const name = (country) => (country === home ? words.t("own_country")
    : order.length === 2 && order[0] === home ? words.t("across") : words.t(sides[country]));
  return [...order.flatMap((country, i) =>
    [sideKey(sides[country]), name(country) + (i + 1 < order.length ? "  " : "")]), lost];
}

/** The curve of a second answer, as its state of the border counts.
 * @param {import("../types.js").Other | null} other
 * @param {number} last
 * @returns {number[]} */
function secondCurve(other, last) {
  if (!other) return [];
  const { curve } = other.shown;
  const minutes = Math.min(last, curve.by[0].length - 1);
  return Array.from({ length: minutes + 1 }, (_, cutoff) => fromCurve({ ...other.state, cutoff }, curve, curve.home));
}
/** Both curves as lines, where two answers are compared: of the first what its state of the border counts.
 * @param {Scales} scale
 * @param {State} state
 * @param {Shown} found
 * @param {number[]} second */
function curves({ x, y, last }, state, { curve }, second) {
  if (!second.length) return [];
  const first = Array.from({ length: last + 1 }, (_, cutoff) => fromCurve({ ...state, cutoff }, curve, curve.home));
  return [first, second].map((values, i) => draw("path", { class: i ? "second" : "first", d: "M" + values
    .map((value, m) => (known(value) ? `${x(m).toFixed(1)},${y(value).toFixed(1)}` : "")).filter((at) => at).join("L") }));
}

/** @param {Words} words
 * @param {State} state
 * @param {string} opportunity
 * @param {Shown} found
 * @param {(minute: number) => void} pick
 * @param {import("../types.js").Other | null} [other] a second answer */
export function showChart(words, state, opportunity, found, pick, other = null) {
  const { by, home } = found.curve;
  const order = [...by.keys()].sort((a, b) => Number(b === home) - Number(a === home));
  const last = by[0].length - 1;
  /* What lies in the first so many countries, one on top of the other. */
  /** @param {number} n
   * @param {number} minute */
  const upTo = (n, minute) => order.slice(0, n)
    .reduce((all, country) => all + (known(by[country][minute]) ? by[country][minute] : 0), 0);
  const second = secondCurve(other, last);
  const scale = scales(words, Math.max(upTo(order.length, last), 1, ...second.filter(known)), last);
  const x = scale.x(state.cutoff);
  const svg = draw("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": said(words, state, opportunity, found, last),
  }, ...axes(words, scale),
  ...order.map((country, i) => sideStyle(
    draw("path", { d: area(scale, (m) => upTo(i + 1, m), (m) => upTo(i, m)), class: "area" }),
    found.sides[country], "fill")),
  ...curves(scale, state, found, second),
  draw("line", { x1: x, x2: x, y1: HIGH - 6, y2: LOW + 4, class: "now" }));
  svg.addEventListener("pointerdown", (event) => {
    const frame = svg.getBoundingClientRect();
    pick(scale.minuteAt(((event.clientX - frame.left) / frame.width) * WIDTH));
  });
  byId("chart").replaceChildren(svg);
  byId("chart-key").replaceChildren(...chartKey(words, found, order));
}

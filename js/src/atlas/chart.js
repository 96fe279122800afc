/* Reach against time, own country below, what lies across on top. */

import { byId, draw, make } from "../shared/elements.js";
import { sidesOf, sumKnown } from "./figures.js";
import { known, lacking, told } from "./telling.js";

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
  const { nl, de } = found.curve;
  /** @param {number} m */
  const total = (m) => told(words, { atLeast: { at: sumKnown([nl[m], de[m]]) },
    lacks: { at: found.lacks.open }, missing: found.missing }, "at");
  const earlier = Math.min(last, Math.max(5, Math.round(state.cutoff / 15) * 15 - 15));
  return words.t("chart_said", {
    opportunity, a: total(earlier), x: words.minutes(earlier),
    b: total(Math.min(last, state.cutoff)), y: words.minutes(state.cutoff),
  });
}

/** @param {Words} words
 * @param {State} state
 * @param {string} opportunity
 * @param {Shown} found
 * @param {(minute: number) => void} pick */
export function showChart(words, state, opportunity, found, pick) {
  const [own, other] = sidesOf(found.curve.home);
  const last = found.curve.nl.length - 1;
  /** @param {import("../types.js").Side} side
   * @param {number} minute */
  const at = (side, minute) => (known(found.curve[side][minute]) ? found.curve[side][minute] : 0);
  const scale = scales(words, Math.max(at(own, last) + at(other, last), 1), last);
  const x = scale.x(state.cutoff);
  const svg = draw("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": said(words, state, opportunity, found, last),
  }, ...axes(words, scale),
  draw("path", { d: area(scale, (m) => at(own, m), () => 0), class: "area-" + own }),
  draw("path", { d: area(scale, (m) => at(own, m) + at(other, m), (m) => at(own, m)), class: "area-" + other }),
  draw("line", { x1: x, x2: x, y1: HIGH - 6, y2: LOW + 4, class: "now" }));
  svg.addEventListener("pointerdown", (event) => {
    const frame = svg.getBoundingClientRect();
    pick(scale.minuteAt(((event.clientX - frame.left) / frame.width) * WIDTH));
  });
  byId("chart").replaceChildren(svg);
  byId("chart-key").replaceChildren(
    make("i", { class: "key part-" + own, "aria-hidden": "true" }), words.t("own_country") + "  ",
    make("i", { class: "key part-" + other, "aria-hidden": "true" }), words.t("across"),
    found.lacks.open.length ? "  \u2013 " + lacking(words, found, "open") : "");
}

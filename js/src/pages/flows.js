/* Flows: bows from place to place, each to the right of the one back. */

import { make } from "../shared/elements.js";
import { lineKey, remark } from "./keys.js";

/** @typedef {import("../types.js").Page} Page */
/** @typedef {import("../types.js").Flow} Flow */
/** @typedef {import("../types.js").Spot} Spot */

/** Widths are told in a colour that no flow has. */
const INK = "var(--soft)";
/** How far a bow swings out, as a share of its length, and in how many pieces it is drawn. */
const SWING = 0.12;
const PIECES = 16;

/** Points of a bow between two places.
 * @param {[number, number]} start longitude, latitude
 * @param {[number, number]} end
 * @returns {Spot[]} */
export function bow([x0, y0], [x1, y1]) {
  const squeeze = Math.cos((y0 + y1) / 2 * Math.PI / 180);
  const side = [(x0 + x1) / 2 + SWING * (y1 - y0) / squeeze, (y0 + y1) / 2 - SWING * (x1 - x0) * squeeze];
  return Array.from({ length: PIECES + 1 }, (_, i) => {
    const u = i / PIECES;
    return [(1 - u) ** 2 * y0 + 2 * u * (1 - u) * side[1] + u * u * y1,
            (1 - u) ** 2 * x0 + 2 * u * (1 - u) * side[0] + u * u * x1];
  });
}

/** @param {Page} page
 * @returns {import("../types.js").Topic} */
export function flowsOf({ data, words, choosing, base }) {
  const { t, count } = words;
  const { layer } = choosing;
  const { areas } = base;
  /** @type {Map<number, [number, number]>} */
  const places = new Map(data.base.places.map(([number, lon, lat]) => [number, [lon, lat]]));

  /** @param {Flow} flow */
  const colour = ([from, to]) => data.palettes.flows[areas[from].country === areas[to].country ? 0 : 1];
  /** @param {number} size */
  function width(size) {
    const { breaks } = layer();
    const step = breaks.filter((/** @type {number} */ cut) => size >= cut).length;
    return data.widths[Math.round(step * (data.widths.length - 1) / Math.max(breaks.length, 1))];
  }
  /** @param {Flow} flow */
  const card = ([from, to, size]) => make("div", { class: "card" },
    make("strong", {}, areas[from].name + " \u2192 " + areas[to].name), make("div", { class: "main" }, count(size)));
  /** Widths by class, the largest first. */
  function widths() {
    /** @type {number[]} */
    const breaks = layer().breaks;
    if (!breaks.length) return [];
    const lines = breaks.map((cut, i) => lineKey(INK, width(cut), i + 1 === breaks.length
      ? t("class_above", { a: count(cut) }) : t("class_between", { a: count(cut), b: count(breaks[i + 1]) })));
    return [...lines.reverse(), lineKey(INK, width(0), t("class_below", { a: count(breaks[0]) }))];
  }
  return {
    draw(put) {
      layer().flows.toReversed().forEach((flow, number) => {
        const [from, to] = [places.get(flow[0]), places.get(flow[1])];
        if (!from || !to) return;
        const shape = L.polyline(bow(from, to), {
          pane: "bands", renderer: base.renderers.bands, color: colour(flow), weight: width(flow[2]),
          opacity: 1, lineCap: "butt",
        });
        shape.bindTooltip(() => card(flow), { sticky: true, opacity: 1, className: "hover" });
        put("flow" + number, shape);
      });
    },
    title: () => words.capital(t("field_flows")),
    legend() {
      const { left_out: left, people_left_out: people, outside, missing } = layer();
      const [within, across] = data.palettes.flows;
      return [...widths(), lineKey(within, 4, t("flow_within")), lineKey(across, 4, t("flow_across")),
        ...(left ? [remark(t("flow_left_out", { n: count(left), p: count(people) }))] : []),
        ...(outside ? [remark(t("flow_outside", { n: count(outside) }))] : []),
        ...(missing ? [remark(t("flow_missing", { n: count(missing) }))] : [])];
    },
    table: () => ({
      head: ["flow_from", "flow_to", "flow_count"].map((name) => words.capital(t(name))),
      rows: layer().flows.map(([from, to, size]) => [areas[from].name, [areas[to].name, count(size)]]),
    }),
  };
}

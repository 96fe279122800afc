/* Figures by municipality: reach, the border effect, and what a scenario changes. */

import { classOf, colourOf, FILLS } from "./classes.js";
import { LAND, OUTLINE } from "./base.js";
import { key, remark } from "./keys.js";

/** @typedef {import("../types.js").Page} Page */
/** @typedef {import("../types.js").Field} Field */
/** @typedef {ReturnType<typeof import("./selecting.js").selectingOf>} Selecting */

/** Lines over the colour of an area whose figure says less than it seems to. */
const OVER = { edge: "url(#hatch-edge)", still: "url(#hatch-still)" };

/** The classes of a field in the legend, the largest first.
 * @param {Page} page
 * @param {Field} field
 * @param {number[]} breaks */
function classKeys({ data, words, choosing, said }, field, breaks) {
  const { t } = words;
  const show = said.units[field.unit];
  /** @param {number} step */
  function text(step) {
    if (step === 0) return t("class_below", { a: show(breaks[0]) });
    if (step === breaks.length) return t("class_above", { a: show(breaks[step - 1]) });
    return t("class_between", { a: show(breaks[step - 1]), b: show(breaks[step]) });
  }
  /** @param {number} step
   * @param {boolean} [negative] */
  const fill = (step, negative = false) =>
    colourOf({ kind: "step", step, negative }, field.palette, breaks, data.palettes);
  const steps = breaks.length ? [...breaks.keys(), breaks.length] : [];
  if (field.palette === "diverging") {
    /** @param {boolean} negative */
    const side = (negative) => steps.map((step) =>
      key(fill(step, negative), (negative ? "\u2212 " : "+ ") + text(step)));
    return [...side(false).reverse(), key(FILLS.zero, t("class_same")), ...side(true)];
  }
  const zero = choosing.layer().values[choosing.fieldName()].includes(0);
  return [...steps.toReversed().map((step) => key(fill(step), text(step))),
    ...(zero ? [key(FILLS.zero, t(field.palette === "effect" ? "class_zero_effect" : "class_zero"))] : [])];
}

/** What of the figures is no number, or says less than it seems to.
 * @param {Page} page
 * @param {Field} field */
function otherKeys({ words, choosing, base, said }, field) {
  const { t } = words;
  const { view, layer, fieldName } = choosing;
  const values = layer().values[fieldName()];
  const ids = view().ids ?? [];
  const bare = base.areas.filter((area) => !ids.includes(area.number));
  const marked = ids.map((number, slot) => said.marks(slot));
  const least = (layer().values.unknown || []).filter((n) => Number(n) > 0).length;
  /** @type {[boolean, string, string][]} */
  const entries = [
    [values.includes("n"), FILLS.noise, "class_noise"],
    [values.includes("u"), FILLS.undefined, view().undefined || "undefined"],
    [values.includes(null) || bare.some((area) => area.part !== "ring"), FILLS.missing, "class_missing"],
    [marked.some((mark) => mark.edge), OVER.edge,
      field.palette === "sequential" ? "class_edge" : "class_edge_other"],
    [marked.some((mark) => mark.still && !mark.edge), OVER.still, "class_still"],
  ];
  return [
    ...entries.filter(([there]) => there).map(([, fill, text]) =>
      key(fill, t(text, { noise: text === "class_noise" ? words.share(view().noise) : "" }))),
    ...(least ? [remark(t("bounds", { n: words.count(least) }))] : []),
    ...(bare.some((area) => area.part === "ring") ? [key(LAND, t("class_outside"))] : []),
  ];
}

/** Shapes of all areas; they stay where only the figures change.
 * @param {Page} page
 * @param {Selecting} selecting
 * @param {Map<string, L.Path>} shapes
 * @param {import("../types.js").Put} put */
function drawAreas({ data, choosing, base, said }, selecting, shapes, put) {
  const { state, view, layer, fieldName, field } = choosing;
  const breaks = layer().breaks[field().group];
  const values = layer().values[fieldName()];
  /** @param {number} number
   * @param {string} fillColor */
  function add(number, fillColor) {
    const shape = L.polygon(base.areas[number].rings, base.live("figures", {
      color: OUTLINE, weight: 0.6, fillColor, fillOpacity: 1,
    }));
    shape.bindTooltip(() => selecting.card(number, true), { sticky: true, opacity: 1, className: "hover" });
    shape.on("mouseover", () => selecting.mark(number));
    shape.on("mouseout", () => selecting.mark(state.area));
    shape.on("click", (event) => {
      shape.closeTooltip();
      selecting.select(number, event.latlng);
    });
    put("area" + number, shape);
  }
  (view().ids ?? []).forEach((number, slot) => {
    const fillColor = colourOf(classOf(values[slot], breaks), field().palette, breaks, data.palettes);
    const shape = shapes.get("area" + number);
    if (shape) shape.setStyle({ fillColor });
    else add(number, fillColor);
    shapes.get("over" + number)?.remove();
    shapes.delete("over" + number);
    const { edge, still } = said.marks(slot);
    if (!edge && !still) return;
    put("over" + number, L.polygon(base.areas[number].rings, base.flat("lines", {
      stroke: false, fillColor: edge ? OVER.edge : OVER.still, fillOpacity: 1,
    })));
  });
  for (const area of base.areas) {
    if (area.part === "ring" || shapes.has("area" + area.number)) continue;
    put("area" + area.number, L.polygon(area.rings, base.flat("figures", {
      color: OUTLINE, weight: 0.6, fillColor: FILLS.missing, fillOpacity: 1,
    })));
  }
}

/** @param {Page} page
 * @param {Selecting} selecting
 * @param {Map<string, L.Path>} shapes
 * @returns {import("../types.js").Topic} */
export function areasOf(page, selecting, shapes) {
  const { words, choosing, base, said } = page;
  const { t } = words;
  const { view, layer, field } = choosing;
  return {
    draw: (put) => drawAreas(page, selecting, shapes, put),
    title: () => said.fieldTitle(field()),
    legend: () => [...classKeys(page, field(), layer().breaks[field().group]), ...otherKeys(page, field())],
    table() {
      const columns = [
        ...view().rows.map(([label, name, unit]) => [t(label), said.where() + name, unit]),
        ...(view().bar ?? []).map((part) => [t(part), part, "count"]),
        ...(view().bounds ?? []).flatMap((name) => ["lower", "upper"].map((end) =>
          [t("bounds_" + end, { what: t("row_" + name) }), name + "_" + end, "plain"])),
      ];
      const order = (view().ids ?? []).map((number, slot) => ({ area: base.areas[number], slot }))
        .sort((a, b) => words.sort(a.area.name, b.area.name));
      return {
        head: [t("municipality"), t("country"), ...columns.map(([label]) => words.capital(label))],
        rows: order.map(({ area, slot }) => [area.name, [area.country,
          ...columns.map(([, name, unit]) => said.figureAt(name, slot, unit))]]),
      };
    },
  };
}

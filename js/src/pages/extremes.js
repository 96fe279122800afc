/* The highest and the lowest figure, and how many are left out because they say less than they seem to. */

import { byId, linkButton, make } from "../shared/elements.js";
import { unitOf } from "./figures.js";

/** @typedef {import("../types.js").Page} Page */

/** @param {Page} page
 * @param {(number: number) => void} select */
export function showExtremes({ words, choosing, base, said }, select) {
  const { t, count } = words;
  const { view, layer, fieldName, field } = choosing;
  const box = byId("extremes");
  box.replaceChildren();
  const { ids } = view();
  if (!ids) return;
  const unit = unitOf(field());
  const values = layer().values[fieldName()];
  const all = ids.map((number, slot) => ({ number, value: values[slot], mark: said.marks(slot) }))
    .filter((one) => typeof one.value === "number");
  const known = all.filter(({ mark }) => !mark.edge && !mark.still)
    .sort((a, b) => Number(b.value) - Number(a.value));
  /** @param {string} label
   * @param {import("../types.js").Figure} value */
  function extreme(label, value) {
    const unitWords = unit === "count" || unit === "change" ? " " + said.values().opportunity : "";
    /** @param {import("../types.js").Figure} v */
    const written = (v) => said.units[unit](Number(v)) + unitWords;
    const same = known.filter((one) => written(one.value) === written(value));
    const who = same.length > 1 ? t("tied", { n: count(same.length) })
      : linkButton(base.areas[same[0].number].name, () => select(same[0].number));
    box.append(make("div", {}, t(label) + ": ", who, " ", make("b", {}, written(value))));
  }
  const last = known.at(-1);
  if (last && known[0].value !== last.value) {
    extreme("highest", known[0].value);
    extreme("lowest", last.value);
  }
  const left = [
    { why: "edge", n: all.filter(({ mark }) => mark.edge).length },
    { why: "still", n: all.filter(({ mark }) => mark.still && !mark.edge).length },
  ].filter(({ n }) => n > 0).map(({ why, n }) => t("left_" + why, { n: count(n) }));
  if (left.length) box.append(make("div", { class: "small" }, t("left_out", { parts: left.join(", ") })));
}

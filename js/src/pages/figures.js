/* How the figures of a map are told. */

/** @typedef {import("../types.js").Figure} Figure */
/** @typedef {import("../types.js").Field} Field */
/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("./choosing.js").Choosing} Choosing */
/** @typedef {ReturnType<typeof figuresOf> & ReturnType<typeof choiceWordsOf>} SaidFigures */

/** The unit in which a field's figures are told one by one: a change with its sign.
 * @param {Field} field
 * @returns {string} */
export function unitOf(field) {
  if (field.palette !== "diverging") return field.unit;
  return field.unit === "percent" ? "change_percent" : "change";
}

/** The figures of the layer that is shown, as they are told.
 * @param {Words} words
 * @param {Choosing} choosing */
export function figuresOf(words, choosing) {
  const { t, count } = words;
  const { view, layer } = choosing;
  /** @type {Record<string, (v: number) => string>} */
  const units = {
    count, plain: count, percent: words.share, change: words.signedCount, change_percent: words.signedShare,
  };
  /** @param {Figure | undefined} v
   * @param {string} unit */
  function figure(v, unit) {
    if (v === null || v === undefined) return t("missing");
    if (v === "u") return t("undefined");
    if (v === "n") return t("class_noise", { noise: words.share(view().noise) });
    return units[unit](Number(v));
  }
  /** The figure of an area, by its place among those that have figures.
   * @param {string} name
   * @param {number} slot
   * @returns {Figure | undefined} */
  function read(name, slot) {
    const { values } = layer();
    return Object.hasOwn(values, name) ? values[name][slot] : undefined;
  }
  /** The figure as a number, where it is one.
   * @param {string} name
   * @param {number} slot */
  function numberAt(name, slot) {
    const value = read(name, slot);
    return typeof value === "number" ? value : null;
  }
  /** What one country lacks does not hide what the others have: all that is known, and what is not.
   * @param {string} name
   * @param {number} slot */
  function partly(name, slot) {
    if (name !== "open" || (read(name, slot) ?? null) !== null) return null;
    const sides = view().bar ?? [];
    const value = sides.reduce((sum, side) => sum + (numberAt(side, slot) ?? 0), 0);
    const lost = sides.filter((side) => numberAt(side, slot) === null);
    if (!(value > 0) || !lost.length) return null;
    return [t("at_least", { n: count(value) }), lost.map((side) => t("no_data_of", { country: t(side) })).join(", ")]
      .join(" \u2013 ");
  }
  /** @param {string} name
   * @param {number} slot
   * @param {string} unit */
  function figureAt(name, slot, unit) {
    const told = partly(name, slot);
    if (told !== null) return told;
    const text = figure(read(name, slot), unit);
    const bound = unit === "count" && numberAt(name, slot) !== null && (numberAt("unknown", slot) ?? 0) > 0;
    return bound ? t("at_least", { n: text }) : text;
  }
  /** Figures that say less than they seem to: where the data end, and where no ride helps.
   * @param {number} slot */
  const marks = (slot) => ({
    edge: (numberAt("edge", slot) ?? 0) > (view().edge_share ?? 1), still: read("without", slot) === 1,
  });
  return { units, figureAt, numberAt, marks };
}

/** How choices and fields are called.
 * @param {Words} words
 * @param {Choosing} choosing */
export function choiceWordsOf(words, choosing) {
  const { t } = words;
  const { view, layerControls, chosen, fieldName } = choosing;
  /** @param {string} control
   * @param {string} value */
  function optionLabel(control, value) {
    if (control === "mode") return words.named("modes", value) ?? (value === "any" ? t("mode_any") : value);
    if (control === "opportunity") return words.opportunity(value);
    if (control === "cutoff") return t("minutes", { n: words.plain(Number(value)) });
    if (control === "origin") return view().names[value] ?? value;
    if (control === "scenario") return value === "baseline" ? t("baseline") : value;
    if (control === "side" && !["all", "own", "across"].includes(value)) return t(value);
    return t(control + "_" + value);
  }
  /** @param {string} value */
  function byMode(value) {
    const none = value === "all" ? "" : value === "any" ? t("by_any") : value;
    return words.named("by_mode", value) ?? none;
  }
  /** What is chosen, in the words of a sentence.
   * @returns {Record<string, string>} */
  const values = () => Object.fromEntries(layerControls().map((control) => {
    const value = chosen(control);
    const said = control.id === "mode" ? byMode(value)
      : control.id === "cutoff" ? words.plain(Number(value)) : optionLabel(control.id, value);
    return [control.id, said];
  }));
  /** A scenario's fields are told with what they count. */
  const suffix = () => (view().kind === "scenario" ? ", " + t("destination_" + fieldName().split("_")[0]) : "");
  /** What stands before the names of a scenario's figures. */
  const where = () => (view().kind === "scenario" ? fieldName().split("_")[0] + "_" : "");
  /** @param {Field} field */
  const fieldTitle = (field) => words.capital(t(field.label, values())) + suffix();
  return { optionLabel, values, where, fieldTitle };
}

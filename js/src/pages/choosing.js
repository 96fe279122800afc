/* What is chosen on a map's page, and which layer and field follow of it. */

/** @typedef {import("../types.js").MapData} MapData */
/** @typedef {import("../types.js").Control} Control */
/** @typedef {import("../types.js").Layer} Layer */
/** @typedef {ReturnType<typeof choosingOf>} Choosing */

/** @param {MapData} data */
export function choosingOf(data) {
  const state = {
    view: 0,
    /** @type {Record<string, string>} */
    choices: {},
    /** @type {number | null} */
    area: null,
  };
  const view = () => data.views[state.view];
  const layerControls = () => view().controls.filter((control) => !control.field);

  /** Where one country's figures are missing, the map opens on the one that has them.
   * @param {Control} control */
  function withFigures(control) {
    const { values } = layer();
    /** @param {string} name */
    const has = (name) => Object.hasOwn(values, name) && values[name].some((v) => typeof v === "number");
    return [control.start, ...control.options].find(has) ?? control.start;
  }
  /** @param {Control} control
   * @returns {string} */
  function chosen(control) {
    const value = state.choices[control.id];
    if (control.options.includes(value)) return value;
    return control.id === "destination" && view().kind === "reach" ? withFigures(control) : control.start;
  }
  /** @returns {Layer} */
  function layer() {
    const wanted = layerControls().map(chosen);
    return view().layers.find((one) => one.key.every((v, i) => v === wanted[i])) ?? view().layers[0];
  }
  /** Chooses, and with it the layer that has most of what was chosen before.
   * @param {Control} control
   * @param {string} value */
  function choose(control, value) {
    state.choices[control.id] = value;
    const controls = layerControls();
    const wanted = controls.map(chosen);
    const place = controls.indexOf(control);
    /** @param {Layer} one */
    const common = (one) => one.key.filter((v, i) => v === wanted[i]).length;
    const fits = place < 0 ? [layer()] : view().layers.filter((one) => one.key[place] === value);
    const best = fits.reduce((a, b) => (common(b) > common(a) ? b : a));
    controls.forEach((one, i) => { state.choices[one.id] = best.key[i]; });
  }
  const fieldName = () => view().controls.filter((control) => control.field).map(chosen).join("_");
  return { state, view, layer, layerControls, chosen, choose, fieldName, field: () => view().fields[fieldName()] };
}

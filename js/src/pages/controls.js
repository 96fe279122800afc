/* The choices of a map's page: a row of buttons, or a list where there are many. */

import { byId, make, replaceIn } from "../shared/elements.js";

/** @typedef {import("../types.js").Page} Page */

/** More options than these are a list. */
const MOST_BUTTONS = 6;
const MOST_ORIGINS = 4;
/** @typedef {{id: string, name: string, options: [string, string][], current: string,
 *   pick: (value: string) => void}} Choice options are value and words */

/** @param {Choice} choice */
function list({ id, name, options, current, pick }) {
  const select = make("select", { id: "c-" + id, "data-key": id });
  for (const [value, text] of options) {
    const option = make("option", { value }, text);
    option.selected = value === current;
    select.append(option);
  }
  select.addEventListener("change", () => pick(select.value));
  return make("div", { class: "choice" }, make("label", { for: "c-" + id, class: "legend" }, name), select);
}

/** @param {Choice} choice */
function buttons({ id, name, options, current, pick }) {
  const row = make("div", { class: "pills" });
  for (const [value, text] of options) {
    const input = make("input", {
      type: "radio", name: id, value, checked: value === current, "data-key": id + "=" + value,
    });
    input.addEventListener("change", () => pick(value));
    row.append(make("label", { class: "pill" }, input, make("span", {}, text)));
  }
  return make("fieldset", { class: "choice" }, make("legend", { class: "legend" }, name), row);
}

/** Shows all choices; what had the keyboard's focus has it still.
 * @param {Page} page
 * @param {() => void} changed after a choice
 * @param {(whole: boolean) => void} refit where the map is to show another part, or where it may have to,
 *   because little is to be seen of what was chosen */
export function showControls({ data, words, choosing, said }, changed, refit) {
  const { state, view, chosen, choose } = choosing;
  /** @type {Choice[]} */
  const choices = view().controls.map((control) => ({
    id: control.id, name: words.t(control.id), current: chosen(control),
    options: control.options.map((value) => [value, said.optionLabel(control.id, value)]),
    pick(value) {
      choose(control, value);
      refit(control.id === "origin");
      changed();
    },
  }));
  choices.unshift({
    id: "view", name: words.t("view"), current: String(state.view),
    options: data.views.map((one, i) => [String(i), words.t("view_" + one.kind)]),
    pick(value) {
      state.view = Number(value);
      refit(true);
      changed();
    },
  });
  replaceIn(byId("controls"), ...choices.filter(({ options }) => options.length > 1).map((choice) => {
    const most = choice.id === "origin" ? MOST_ORIGINS : MOST_BUTTONS;
    return choice.options.length > most ? list(choice) : buttons(choice);
  }));
}

/* Controls that show a choice: rows of buttons and sliders. They only say what is wanted. */

import { make } from "../shared/elements.js";

/** @typedef {[string, string, boolean?]} Option value, words, and whether it cannot be chosen */

/** A row of choices; it is built anew only where the choices themselves have changed.
 * @param {string} id
 * @param {(value: string) => void} pick */
export function choices(id, pick) {
  const set = make("fieldset", { class: "choice", id: "c-" + id });
  let built = "";
  const inputs = () => [...set.querySelectorAll("input")];
  /** @param {string} legend
   * @param {Option[]} options
   * @param {string} why */
  function build(legend, options, why) {
    const held = inputs().find((input) => input === document.activeElement)?.value;
    const row = make("div", { class: "pills" }, ...options.map(([value, label, idle]) => {
      const input = make("input", { type: "radio", name: id, value, disabled: Boolean(idle) });
      input.addEventListener("change", () => pick(value));
      return make("label", { class: "pill" }, input, make("span", {}, label));
    }));
    set.replaceChildren(make("legend", { class: "legend" }, legend), row,
      ...(why ? [make("p", { class: "small why" }, why)] : []));
    inputs().find((input) => input.value === held)?.focus();
  }
  return {
    node: set,
    /** @param {string} legend
     * @param {Option[]} options
     * @param {string | number} value
     * @param {string} [why] some cannot be chosen */
    show(legend, options, value, why = "") {
      set.hidden = options.length < 2;
      const signature = JSON.stringify([legend, options, why]);
      if (signature !== built) {
        built = signature;
        build(legend, options, why);
      }
      for (const input of inputs()) input.checked = input.value === String(value);
    },
  };
}

/** @param {string} id
 * @param {(value: number) => void} pick */
export function slider(id, pick) {
  const input = make("input", { type: "range", id: "c-" + id, name: id, step: 1 });
  const label = make("label", { class: "legend", for: "c-" + id });
  const output = make("output", { for: "c-" + id, class: "reading" });
  const node = make("div", { class: "choice slide" }, label, output, input);
  input.addEventListener("input", () => pick(Number(input.value)));
  return {
    node,
    /** @param {string} legend
     * @param {{low: number, high: number, step: number}} range
     * @param {number} value
     * @param {string} said */
    show(legend, { low, high, step }, value, said) {
      label.textContent = legend;
      input.step = String(step);
      input.min = String(low);
      input.max = String(high);
      if (input.value !== String(value)) input.value = String(value);
      input.style.setProperty("--part", (100 * (value - low)) / (high - low) + "%");
      output.textContent = said;
      input.setAttribute("aria-valuetext", said);
    },
  };
}

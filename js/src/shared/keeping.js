/* A page that keeps itself: the file as it was opened, with what is chosen in it. */

/** The marks of the page before any script has changed them; scripts and styles never change.
 * @returns {string} */
function bare() {
  return [...document.body.childNodes].filter(({ nodeName }) => nodeName !== "SCRIPT")
    .map((node) => (node instanceof Element ? node.outerHTML : node.textContent)).join("");
}
const AT_FIRST = typeof document === "undefined" ? "" : bare();
const KEPT_IN = "grensgeo-kept";

/** What was chosen when the file was kept, as the part of an address after #; empty in others.
 * @returns {string} */
export const keptState = () => document.getElementById(KEPT_IN)?.textContent?.trim() ?? "";

/** The whole file, which opens with what is chosen now.
 * @param {string} state the part of an address after #: letters, digits and percent signs
 * @returns {string} */
export function keptPage(state) {
  const scripts = [...document.body.querySelectorAll("script")].filter(({ id }) => id !== KEPT_IN);
  const safe = state.replace(/[<>]/g, "");
  return `<!DOCTYPE html>\n<html lang="${document.documentElement.lang}">\n<head>${document.head.innerHTML}</head>\n`
    + `<body>${AT_FIRST}\n<script type="application/json" id="${KEPT_IN}">${safe}</script>\n`
    + `${scripts.map((one) => one.outerHTML).join("\n")}\n</body>\n</html>\n`;
}

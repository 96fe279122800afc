/* Language and colour scheme of a page: as its address has them, else as they were last chosen on
   any page, else as the browser has them. Nothing else of a reader is kept. */

import { byId } from "./elements.js";
import { LANGUAGES, preferred } from "./words.js";

/** @typedef {{language?: string, theme?: string}} Appearance */

const KEPT_AS = "grensgeo";
const THEMES = ["light", "dark"];

/** What was last chosen; nothing where a page may keep nothing.
 * @returns {Appearance} */
export function remembered() {
  try {
    const { language, theme } = JSON.parse(localStorage.getItem(KEPT_AS) ?? "{}");
    return { language, theme };
  } catch {
    return {};
  }
}

/** Keeps what a reader has chosen.
 * @param {Appearance} chosen */
export function remember(chosen) {
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify({ ...remembered(), ...chosen }));
  } catch {
    // a page within another has no storage
  }
}

/** @param {string} own language of the page
 * @param {Appearance} asked by the address
 * @returns {{language: string, theme: string}} */
export function appearance(own, asked) {
  const kept = remembered();
  /** @param {string[]} known
   * @param {(string | undefined)[]} wanted */
  const first = (known, ...wanted) => wanted.find((one) => one !== undefined && known.includes(one));
  return {
    language: first(LANGUAGES, asked.language, kept.language) ?? preferred(own, navigator.languages),
    theme: first(THEMES, asked.theme, kept.theme) ?? "auto",
  };
}

/** What the reader's device asks for. */
export const prefersDark = () => window.matchMedia("(prefers-color-scheme: dark)");

/** Whether a theme is dark for this reader.
 * @param {string} theme light, dark or auto
 * @returns {boolean} */
export const isDark = (theme) => theme === "dark" || (theme !== "light" && prefersDark().matches);

/** Switches between light and dark; on paper all is light.
 * @param {string} start light, dark or auto
 * @param {(dark: boolean) => void} dress
 * @returns {{readonly theme: string, readonly dark: boolean, show(): void, take(theme: string): void}} */
export function themeOf(start, dress) {
  let theme = start;
  let onPaper = false;
  const dark = () => !onPaper && isDark(theme);
  function show() {
    document.documentElement.dataset.theme = dark() ? "dark" : "light";
    dress(dark());
  }
  /** @param {boolean} paper */
  function print(paper) {
    onPaper = paper;
    show();
  }
  byId("theme")?.addEventListener("click", () => {
    theme = dark() ? "light" : "dark";
    remember({ theme });
    show();
  });
  prefersDark().addEventListener("change", show);
  window.addEventListener("beforeprint", () => print(true));
  window.addEventListener("afterprint", () => print(false));
  return {
    show,
    take(wanted) {
      theme = wanted;
      show();
    },
    get theme() {
      return theme;
    },
    get dark() {
      return dark();
    },
  };
}

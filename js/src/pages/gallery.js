/* Language and colours of a page without a map of its own; every text is in the JSON of the page. */

import { appearance, remember, themeOf } from "../shared/appearance.js";
import { byId, pageData } from "../shared/elements.js";
import { listenToLanguages, pressLanguage } from "../shared/page.js";
import { readAddress } from "./address.js";

const { language: own, texts } = pageData();
const asked = readAddress(location.hash);
const start = appearance(own, { language: asked.lang, theme: asked.theme });
let { language } = start;

const theme = themeOf(start.theme, (dark) => {
  const button = byId("theme");
  if (button) button.textContent = texts[dark ? "theme_light" : "theme_dark"][language];
});

/** Links to maps take language and colours along. */
function link() {
  for (const node of document.querySelectorAll("[data-map]")) {
    const state = new URLSearchParams({ lang: language });
    if (theme.theme !== "auto") state.set("theme", theme.theme);
    const more = node.getAttribute("data-state");
    node.setAttribute("href", `${node.getAttribute("data-map")}.html#${state}${more ? "&" + more : ""}`);
  }
}
function show() {
  document.documentElement.lang = language;
  document.title = texts.title[language];
  for (const node of document.querySelectorAll("[data-text]")) {
    node.textContent = texts[String(node.getAttribute("data-text"))][language];
  }
  for (const node of document.querySelectorAll("[data-label]")) {
    const text = texts[String(node.getAttribute("data-label"))];
    if (text) node.setAttribute("aria-label", text[language]);
  }
  for (const part of document.querySelectorAll("[data-told]")) {
    part.toggleAttribute("hidden", part.getAttribute("data-told") !== language);
  }
  pressLanguage(language);
  document.querySelector(".languages")?.setAttribute("aria-label", texts.language[language]);
  theme.show();
  link();
}

listenToLanguages((chosen) => {
  language = chosen;
  remember({ language });
  show();
});
byId("theme")?.addEventListener("click", link);
show();

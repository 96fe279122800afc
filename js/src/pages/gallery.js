/* Language switch of a page without a map of its own; every text is in the JSON of the page. */

import { pageData } from "../shared/elements.js";
import { listenToLanguages, pressLanguage } from "../shared/page.js";
import { LANGUAGES, preferred } from "../shared/words.js";

const { language: own, texts } = pageData();

/** @param {string} language */
function show(language) {
  document.documentElement.lang = language;
  document.title = texts.title[language];
  for (const node of document.querySelectorAll("[data-text]")) {
    node.textContent = texts[String(node.getAttribute("data-text"))][language];
  }
  for (const link of document.querySelectorAll("[data-map]")) {
    link.setAttribute("href", link.getAttribute("data-map") + ".html#" + language);
  }
  pressLanguage(language);
  document.querySelector(".languages")?.setAttribute("aria-label", texts.language[language]);
}

listenToLanguages(show);
const asked = location.hash.slice(1);
show(LANGUAGES.includes(asked) ? asked : preferred(own, navigator.languages));

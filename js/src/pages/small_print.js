/* Notes, sources and attributions beneath a map. */

import { byId, linkButton, make } from "../shared/elements.js";
import { notesOn, sourceTitle } from "../shared/page.js";

/** @param {import("../types.js").Page} page */
export function showSmallPrint({ data, words, choosing }) {
  const { t } = words;
  byId("notes").replaceChildren(...data.notes.map((note) => make("li", {}, words.in(note.text),
    ...note.details.map((one) => make("div", { class: "small" }, words.in(one))))));
  byId("notes-box").hidden = data.notes.length === 0;
  /* On the map stands what concerns what it shows now; the rest is in the list. */
  const modes = data.labels.mode_of_trip;
  const shown = choosing.layerControls().map(choosing.chosen)
    .map((name) => (Object.hasOwn(modes, name) ? modes[name] : name));
  const told = notesOn(data.strip, shown);
  byId("strip-notes").textContent = told.map((note) => words.in(note.text)).join(" ");
  if (data.notes.length > told.length) {
    byId("strip-notes").append(" ", linkButton(t("more_notes", { n: words.plain(data.notes.length) }), () => {
      byId("notes-box").open = true;
      byId("notes-box").scrollIntoView();
      byId("notes-box").querySelector("summary").focus();
    }));
  }
  byId("strip-sources").textContent = data.attributions.length
    ? t("source") + ": " + data.attributions.map(words.in).join(" \u00b7 ") : "";
  byId("sources").replaceChildren(...data.sources.map((source) => {
    const date = source.reference_date ? t("reference_date", { date: source.reference_date }) : "";
    return make("li", {}, sourceTitle(source), ". " + [words.in(source.attribution), words.in(source.licence), date]
      .filter((text) => text).join(" \u00b7 "));
  }));
}

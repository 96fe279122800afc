/* Words and numbers of a page, in the language that is chosen. */

import { LOCALES, numbersIn } from "./numbers.js";

/** @typedef {import("../types.js").Text} Text */
/** @typedef {import("../types.js").Labels} Labels */
/** @typedef {ReturnType<typeof wordsOf>} Words */
/** @typedef {Record<string, string>} Values */

/** Languages of every page, in the order of its switch. */
export const LANGUAGES = Object.keys(LOCALES);

/** The first language of the browser that the page speaks; else the page's own.
 * @param {string} own
 * @param {readonly string[]} spoken as `navigator.languages` has them
 * @returns {string} */
export function preferred(own, spoken) {
  return spoken.map((name) => name.slice(0, 2).toLowerCase()).find((name) => LANGUAGES.includes(name)) ?? own;
}

/** Fills in what stands in braces; what is not known stays as it stands.
 * @param {string} text
 * @param {Values} values
 * @returns {string} */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (all, name) => (Object.hasOwn(values, name) ? values[name] : all));
}

/** For searching: without case, accents and punctuation.
 * @param {string} text
 * @returns {string} */
export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss")
  .toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** Words from the tables of a page.
 * @param {Labels} labels
 * @param {string} first the language in which it opens */
export function wordsOf(labels, first) {
  let language = first;
  let numbers = numbersIn(LOCALES[language]);
  /** @param {string} table
   * @param {string | null} key
   * @returns {string | null} */
  function named(table, key) {
    const found = labels[table];
    return found && key !== null && Object.hasOwn(found, key) ? found[key][language] : null;
  }
  /** @param {string} key
   * @param {Values} [values] */
  const t = (key, values = {}) => fill(named("texts", key) ?? key, values);
  /** @param {number | null} v */
  const count = (v) => (v === null || Number.isNaN(v) ? t("missing") : numbers.count(v));
  return {
    get language() {
      return language;
    },
    set language(value) {
      language = value;
      numbers = numbersIn(LOCALES[value]);
    },
    named,
    t,
    count,
    /** @param {number} v */
    share: (v) => numbers.share(v),
    /** @param {number} v */
    part: (v) => numbers.part(v),
    /** @param {number} v */
    plain: (v) => numbers.plain(v),
    /** @param {number} v */
    signedCount: (v) => numbers.signedCount(v),
    /** @param {number} v */
    signedShare: (v) => numbers.signedShare(v),
    /** @param {number} v
     * @param {number} [places] */
    minutes: (v, places) => numbers.minutes(v, places),
    /** @param {string} name */
    opportunity: (name) => named("opportunities", name) ?? name,
    /** @param {string} name */
    period: (name) => named("periods", name) ?? name,
    /** @param {Text} text */
    in: (text) => text[language],
    /** @param {string} text */
    capital: (text) => text.charAt(0).toLocaleUpperCase(LOCALES[language]) + text.slice(1),
    /** @param {string} text */
    lowered: (text) => text.charAt(0).toLocaleLowerCase(LOCALES[language]) + text.slice(1),
    /** @param {string} a
     * @param {string} b */
    sort: (a, b) => a.localeCompare(b, LOCALES[language]),
    /** @param {Date} moment */
    date: (moment) => new Intl.DateTimeFormat(LOCALES[language], {
      weekday: "short", day: "numeric", month: "short", timeZone: "UTC",
    }).format(moment),
    /** @param {Date} moment */
    clock: (moment) => new Intl.DateTimeFormat(LOCALES[language], {
      hour: "2-digit", minute: "2-digit", timeZone: "UTC",
    }).format(moment),
    /** A sentence whose figures stand in elements of their own: a list of nodes.
     * @param {string} key
     * @param {Record<string, string | Node>} values
     * @returns {(string | Node)[]} */
    sentence(key, values) {
      return t(key).split(/(\{\w+\})/).map((piece) => {
        const name = piece.startsWith("{") ? piece.slice(1, -1) : null;
        return name !== null && Object.hasOwn(values, name) ? values[name] : piece;
      });
    },
  };
}

/* Words, numbers and elements of the atlas. Every text from data becomes a text node. */

const LOCALES = { nl: "nl-NL", de: "de-DE", en: "en-GB" };
const NO_DATA = null;

export function words(data) {
  let language = data.language;
  const formats = new Map();
  function format(value, options) {
    const key = language + JSON.stringify(options);
    if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(LOCALES[language], options));
    return formats.get(key).format(value);
  }
  const lookUp = (table, key) => {
    const found = table && Object.hasOwn(data.labels[table], key) ? data.labels[table][key] : null;
    return found === null ? null : found[language];
  };
  const fill = (text, values) =>
    text.replace(/\{(\w+)\}/g, (all, name) => (Object.hasOwn(values, name) ? values[name] : all));
  const t = (key, values) => fill(lookUp("texts", key) ?? key, values || {});
  const minus = (text) => text.replace("-", "\u2212");
  /* Half a job is no job; but a reach of 0.4 is not nothing either, nor is one of 0.04. */
  const digits = (size) => (size >= 0.001 && size < 1 ? { maximumSignificantDigits: 2 }
    : { maximumFractionDigits: size > 0 && size < 10 ? 1 : 0 });
  const count = (v) =>
    (v === NO_DATA || Number.isNaN(v) ? t("missing") : format(v, digits(Math.abs(v))));
  const share = (v) =>
    format(v, { style: "percent", maximumFractionDigits: v !== 0 && Math.abs(v) < 0.095 ? 1 : 0 });
  /* A share that is not quite nothing or everything is not told as if it were. */
  const part = (v) => (v > 0.995 && v < 1 ? ">" + share(0.99) : v > 0 && v < 0.0005 ? "<" + share(0.001) : share(v));
  const plus = (text, v) => (v > 0 ? "+" + text : minus(text));

  return {
    get language() {
      return language;
    },
    set language(value) {
      language = value;
    },
    languages: Object.keys(LOCALES),
    t,
    count,
    share,
    part,
    signedCount: (v) => plus(count(v), v),
    signedShare: (v) => (v !== 0 && Math.abs(v) < 0.0005 ? plus("<" + share(0.001), v).replace("<", v < 0 ? "\u2212<" : "<") : plus(share(v), v)),
    minutes: (v, digits) => format(v, {
      minimumFractionDigits: digits || 0, maximumFractionDigits: digits || 0,
    }),
    mode: (name) => lookUp("modes", name) ?? name,
    byMode: (name) => lookUp("by_mode", name) ?? name,
    opportunity: (name) => lookUp("opportunities", name) ?? name,
    period: (name) => lookUp("periods", name) ?? name,
    in: (text) => text[language],
    country: (code) => (code === 1 ? t("nl") : code === 2 ? t("de") : t("other")),
    capital: (text) => text.charAt(0).toLocaleUpperCase(LOCALES[language]) + text.slice(1),
    date: (moment) => new Intl.DateTimeFormat(LOCALES[language], {
      weekday: "short", day: "numeric", month: "short", timeZone: "UTC",
    }).format(moment),
    clock: (moment) => new Intl.DateTimeFormat(LOCALES[language], {
      hour: "2-digit", minute: "2-digit", timeZone: "UTC",
    }).format(moment),
    sort: (a, b) => a.localeCompare(b, LOCALES[language]),
    /* A sentence whose figures stand in elements of their own: a list of nodes. */
    sentence(key, values) {
      return t(key).split(/(\{\w+\})/).map((piece) => {
        const name = piece.startsWith("{") ? piece.slice(1, -1) : null;
        return name !== null && Object.hasOwn(values, name) ? values[name] : piece;
      });
    },
  };
}

export function make(tag, attributes, ...children) {
  return dress(document.createElement(tag), attributes, children);
}
export function draw(tag, attributes, ...children) {
  return dress(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}
function dress(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}
/* The first language of the browser that the page speaks; else the page's own. */
export const preferred = (own, known) => (navigator.languages || [])
  .map((name) => name.slice(0, 2).toLowerCase()).find((name) => known.includes(name)) ?? own;
/* For searching: without case, accents and punctuation. */
export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss")
  .toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

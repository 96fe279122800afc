/* Numbers as the pages write them; grensgeo/maps/picture_words.py writes the same on paper, and
   js/tests/fixtures/numbers.json holds the two together. */

/** Locales by language, in the order of a page's switch.
 * @type {Record<string, string>} */
export const LOCALES = { nl: "nl-NL", de: "de-DE", en: "en-GB" };

/** Counts below this are told as nothing, those from it up to 1 with two digits. */
const LEAST = 0.001;
/** Below this counts have a digit behind the mark, and shares below that. */
const TENTHS_BELOW = 10;
const SHARE_TENTHS_BELOW = 0.095;
/** Below this a share would be told as 0. */
const LEAST_SHARE = 0.0005;
const TOLD_LEAST_SHARE = 0.001;
/** Above this a share would be told as all. */
const MOST_SHARE = 0.995;
const TOLD_MOST_SHARE = 0.99;

/** How a count is written: half a job is no job, but a reach of 0.4 is not nothing either, nor is
 * one of 0.04.
 * @param {number} size
 * @returns {Intl.NumberFormatOptions} */
function digits(size) {
  if (size >= LEAST && size < 1) return { maximumSignificantDigits: 2 };
  return { maximumFractionDigits: size < TENTHS_BELOW ? 1 : 0 };
}

/** @param {string} text
 * @returns {string} */
const minus = (text) => text.replace("-", "\u2212");

/** Writes numbers in one language.
 * @param {string} locale */
export function numbersIn(locale) {
  /** @type {Map<string, Intl.NumberFormat>} */
  const formats = new Map();
  /** @param {number} value
   * @param {Intl.NumberFormatOptions} options */
  function format(value, options) {
    const key = JSON.stringify(options);
    let found = formats.get(key);
    if (!found) formats.set(key, found = new Intl.NumberFormat(locale, options));
    return found.format(value);
  }
  /** @param {number} v */
  const count = (v) => format(v, digits(Math.abs(v)));
  /** @param {number} v */
  const share = (v) => format(v, {
    style: "percent", maximumFractionDigits: v !== 0 && Math.abs(v) < SHARE_TENTHS_BELOW ? 1 : 0,
  });
  /** A share that is not quite nothing or everything is not told as if it were.
   * @param {number} v */
  function part(v) {
    if (v > MOST_SHARE && v < 1) return ">" + share(TOLD_MOST_SHARE);
    return v > 0 && v < LEAST_SHARE ? "<" + share(TOLD_LEAST_SHARE) : share(v);
  }
  /** @param {string} text
   * @param {number} v */
  const signed = (text, v) => (v > 0 ? "+" + text : minus(text));
  /** @param {number} v */
  function signedShare(v) {
    if (v === 0 || Math.abs(v) >= LEAST_SHARE) return signed(share(v), v);
    return (v < 0 ? "\u2212" : "+") + "<" + share(TOLD_LEAST_SHARE);
  }
  return {
    format, count, share, part, signedShare,
    /** @param {number} v */
    plain: (v) => format(v, {}),
    /** @param {number} v */
    signedCount: (v) => signed(count(v), v),
    /** @param {number} v
     * @param {number} [places] */
    minutes: (v, places = 0) => format(v, { minimumFractionDigits: places, maximumFractionDigits: places }),
  };
}

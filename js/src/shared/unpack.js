/* Opens what grensgeo/maps/packing.py packed: chunks of deflated bytes in letters become typed
   arrays again, number by number as they were. Nothing is fetched: a page that allows its own
   scripts only (Content-Security-Policy) can do this. */

/** @typedef {import("../types.js").Part} Part */
/** @typedef {import("../types.js").Arrays} Arrays */

export const FORMAT = 2;
/** @type {Record<string, any>} */
const TYPES = {
  uint8: Uint8Array, int8: Int8Array, uint16: Uint16Array, int16: Int16Array,
  uint32: Uint32Array, int32: Int32Array, float32: Float32Array, float64: Float64Array,
};
/** Digits to the base of 85, and by the code of a letter what it counts for. */
const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+-:;=?@^_`{|}~,.";
const DIGITS = new Uint8Array(128);
for (let i = 0; i < LETTERS.length; i++) DIGITS[LETTERS.charCodeAt(i)] = i;

/** Letters to bytes: five for four, and as many of the last group as there are letters but one.
 * @param {string} text */
export function bytes(text) {
  const groups = Math.ceil(text.length / 5);
  // what is missing of the last group counts for the last digit
  const letters = new Uint8Array(5 * groups).fill(LETTERS.charCodeAt(84));
  new TextEncoder().encodeInto(text, letters);
  const result = new Uint8Array(4 * groups);
  for (let group = 0, at = 0; group < groups; group++) {
    let value = 0; // 32 bits, of whatever sign: no number of a longer kind is made
    for (const end = at + 5; at < end; at++) value = (Math.imul(value, 85) + DIGITS[letters[at]]) | 0;
    result[4 * group] = value >>> 24;
    result[4 * group + 1] = value >>> 16;
    result[4 * group + 2] = value >>> 8;
    result[4 * group + 3] = value;
  }
  return result.subarray(0, Math.floor((4 * text.length) / 5));
}

/** Inflates zlib's format, which the web calls "deflate". Written to the stream itself: a blob would
 * be handed to another process first, part by part.
 * @param {Uint8Array<ArrayBuffer>} packed */
async function inflate(packed) {
  const stream = new DecompressionStream("deflate");
  const writer = stream.writable.getWriter();
  // what is wrong is told by whoever reads
  Promise.all([writer.write(packed), writer.close()]).catch(() => {});
  return new Uint8Array(await new Response(stream.readable).arrayBuffer());
}

/** JSON that was deflated.
 * @param {string} text in letters
 * @returns {Promise<any>} */
export const unpackJson = async (text) => JSON.parse(new TextDecoder().decode(await inflate(bytes(text))));

/** Bytes to numbers that take as many as they need: seven bits in each, the lowest first.
 * @param {Uint8Array} content
 * @param {number} n */
function varying(content, n) {
  const result = new Int32Array(n);
  let at = 0;
  for (let i = 0; i < n; i++) {
    let [code, shift, byte] = [0, 0, 0];
    do {
      byte = content[at++];
      code |= (byte & 127) << shift;
      shift += 7;
    } while (byte & 128);
    result[i] = code;
  }
  return result;
}

/** Byte planes to numbers: all first bytes stand before all second bytes.
 * @param {Part} part
 * @param {Uint8Array} planes */
function fromPlanes({ n, width }, planes) {
  const result = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let code = planes[i];
    if (width > 1) code |= planes[n + i] << 8;
    if (width > 2) code |= (planes[2 * n + i] << 16) | (planes[3 * n + i] << 24);
    result[i] = code;
  }
  return result;
}

/** A number whose sign stands in its last bit.
 * @param {number} code */
const withSign = (code) => (code >>> 1) ^ -(code & 1);

/** Bytes to whole numbers.
 * @param {Uint8Array} content
 * @param {Part} part */
function codes(content, part) {
  const { n, width, steps = 0, signed } = part;
  const result = width === 0 ? varying(content, n) : fromPlanes(part, content);
  if (signed) for (let i = 0; i < n; i++) result[i] = withSign(result[i]);
  for (let order = 0; order < steps; order++) {
    for (let i = 1; i < n; i++) result[i] = (result[i] + result[i - 1]) | 0;
  }
  return result;
}

/** Names from their forms and numbers: the form of each, then all first numbers, then all second ones.
 * @param {Uint8Array} content
 * @param {{n: number, forms: (string | number)[][], values: number}} part
 * @returns {string[]} */
function named(content, { n, forms, values }) {
  const all = varying(content, values);
  const names = Array.from({ length: n }, (_, i) => String(forms[all[i]][0]));
  let at = n;
  for (let k = 1; at < values; k += 2) {
    let number = 0;
    for (let i = 0; i < n; i++) {
      const form = forms[all[i]];
      if (k >= form.length) continue;
      number += withSign(all[at++]);
      names[i] += String(number).padStart(Number(form[k]), "0") + form[k + 1];
    }
  }
  return names;
}

/** Whole numbers from the digits behind the point, a byte each, and what is before it.
 * @param {Uint8Array} content
 * @param {Part} part */
function joined(content, part) {
  const whole = codes(content.subarray(part.n), part);
  const unit = 10 ** part.digits;
  for (let i = 0; i < part.n; i++) whole[i] = whole[i] * unit + content[i];
  return whole;
}

/** Fractions that are whole numbers of their last digit. A quotient by a power of ten is the
 * nearest double to the decimal number, hence the very double that was packed.
 * @param {Int32Array} whole
 * @param {Part} part */
function fractions(whole, part) {
  const result = new TYPES[part.type](part.n);
  const unit = 10 ** part.digits;
  const holes = Object.hasOwn(part, "null");
  for (let i = 0; i < part.n; i++) {
    result[i] = holes && whole[i] === part.null ? NaN : whole[i] / unit;
  }
  return result;
}

/** Fractions as they stand in memory, lowest byte first.
 * @param {Uint8Array} planes
 * @param {Part} part */
function raw(planes, { type, n, width }) {
  const together = new Uint8Array(n * width);
  for (let plane = 0; plane < width; plane++) {
    for (let i = 0; i < n; i++) together[i * width + plane] = planes[plane * n + i];
  }
  const view = new DataView(together.buffer);
  const result = new TYPES[type](n);
  const read = width === 8 ? "getFloat64" : "getFloat32";
  for (let i = 0; i < n; i++) result[i] = view[read](i * width, true);
  return result;
}

/** @param {Part} part
 * @param {string} chunk */
async function one(part, chunk) {
  const planes = await inflate(bytes(chunk));
  if (part.type === "text") {
    if (part.forms) return named(planes, /** @type {any} */ (part));
    return part.n === 0 ? [] : new TextDecoder().decode(planes).split("\n");
  }
  if (!Object.hasOwn(part, "steps")) return raw(planes, part);
  const whole = part.split ? joined(planes, part) : codes(planes, part);
  if (Object.hasOwn(part, "digits")) return fractions(whole, part);
  return part.type === "int32" ? whole : TYPES[part.type].from(whole);
}

/** Typed arrays and lists of text by name.
 * @param {{format: number, parts: Part[]}} manifest
 * @param {string[]} chunks
 * @returns {Promise<Arrays>} */
export async function unpack(manifest, chunks) {
  if (manifest.format !== FORMAT || manifest.parts.length !== chunks.length) {
    throw new Error(`packed in format ${manifest.format}, ${chunks.length} chunks`);
  }
  const found = await Promise.all(manifest.parts.map((part, i) => one(part, chunks[i])));
  return Object.fromEntries(manifest.parts.map((part, i) => [part.name, found[i]]));
}

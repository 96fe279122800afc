/* Opens what grensgeo/maps/packing.py packed: chunks of deflated bytes in base64 become typed
   arrays again, number by number as they were. Nothing is fetched: a page that allows its own
   scripts only (Content-Security-Policy) can do this. */

/** @typedef {import("../types.js").Part} Part */
/** @typedef {import("../types.js").Arrays} Arrays */

export const FORMAT = 1;
/** @type {Record<string, any>} */
const TYPES = {
  uint8: Uint8Array, int8: Int8Array, uint16: Uint16Array, int16: Int16Array,
  uint32: Uint32Array, int32: Int32Array, float32: Float32Array, float64: Float64Array,
};

/** base64 to bytes.
 * @param {string} text */
function bytes(text) {
  const binary = atob(text);
  const result = new Uint8Array(binary.length);
  for (let i = 0; i < result.length; i++) result[i] = binary.charCodeAt(i);
  return result;
}

/** Inflates zlib's format, which the web calls "deflate".
 * @param {Uint8Array<ArrayBuffer>} packed */
async function inflate(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Byte planes to whole numbers: all first bytes stand before all second bytes.
 * @param {Uint8Array} planes
 * @param {Part} part */
function codes(planes, { n, width, steps = 0 }) {
  const result = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let code = planes[i];
    if (width > 1) code |= planes[n + i] << 8;
    if (width > 2) code |= (planes[2 * n + i] << 16) | (planes[3 * n + i] << 24);
    result[i] = (code >>> 1) ^ -(code & 1); // the sign stands in the last bit
  }
  for (let order = 0; order < steps; order++) {
    for (let i = 1; i < n; i++) result[i] = (result[i] + result[i - 1]) | 0;
  }
  return result;
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
    return part.n === 0 ? [] : new TextDecoder().decode(planes).split("\n");
  }
  if (!Object.hasOwn(part, "steps")) return raw(planes, part);
  const whole = codes(planes, part);
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

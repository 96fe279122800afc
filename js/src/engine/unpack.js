/* Opens what grensgeo/maps/packing.py packed: chunks of deflated bytes in base64 become typed
   arrays again, number by number as they were. Nothing is fetched: a page that allows its own
   scripts only (Content-Security-Policy) can do this. */

const FORMAT = 1;
const TYPES = {
  uint8: Uint8Array, int8: Int8Array, uint16: Uint16Array, int16: Int16Array,
  uint32: Uint32Array, int32: Int32Array, float32: Float32Array, float64: Float64Array,
};

/* base64 to bytes. */
function bytes(text) {
  const binary = atob(text);
  const result = new Uint8Array(binary.length);
  for (let i = 0; i < result.length; i++) result[i] = binary.charCodeAt(i);
  return result;
}

/* Inflates zlib's format, which the web calls "deflate". */
async function inflate(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/* Byte planes to whole numbers: all first bytes stand before all second bytes. */
function codes(planes, part) {
  const { n, width, steps } = part;
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

/* Fractions that are whole numbers of their last digit. A quotient by a power of ten is the
   nearest double to the decimal number, hence the very double that was packed. */
function fractions(whole, part) {
  const result = new TYPES[part.type](part.n);
  const unit = 10 ** part.digits;
  const holes = Object.hasOwn(part, "null");
  for (let i = 0; i < part.n; i++) {
    result[i] = holes && whole[i] === part.null ? NaN : whole[i] / unit;
  }
  return result;
}

/* Fractions as they stand in memory, lowest byte first. */
function raw(planes, part) {
  const { n, width } = part;
  const together = new Uint8Array(n * width);
  for (let plane = 0; plane < width; plane++) {
    for (let i = 0; i < n; i++) together[i * width + plane] = planes[plane * n + i];
  }
  const view = new DataView(together.buffer);
  const result = new TYPES[part.type](n);
  const read = width === 8 ? "getFloat64" : "getFloat32";
  for (let i = 0; i < n; i++) result[i] = view[read](i * width, true);
  return result;
}

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

/* Gives {name: typed array or array of text}. */
export async function unpack(manifest, chunks) {
  if (manifest.format !== FORMAT || manifest.parts.length !== chunks.length) {
    throw new Error(`packed in format ${manifest.format}, ${chunks.length} chunks`);
  }
  const found = await Promise.all(manifest.parts.map((part, i) => one(part, chunks[i])));
  const arrays = {};
  manifest.parts.forEach((part, i) => { arrays[part.name] = found[i]; });
  return arrays;
}

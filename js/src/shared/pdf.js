/* One page of A4 with a picture, as PDF 1.7 (ISO 32000-1), and its words unseen beneath it, so that
   a reader finds and copies them. */

/** Points of a sheet of A4, and its margin. */
const [SHORT, LONG] = [595.28, 841.89];
const MARGIN = 28;
/** Size of the unseen words, and how long a line of them may be on either sheet. */
export const WORDS = { size: 9, width: SHORT - 2 * MARGIN };
const UNSEEN = 3;

/** Text as PDF has it anywhere: UTF-16, in hexadecimal.
 * @param {string} text
 * @returns {string} */
const hex = (text) => "<FEFF" + [...Array(text.length).keys()]
  .map((i) => text.charCodeAt(i).toString(16).padStart(4, "0")).join("") + ">";

/** What of Unicode lies elsewhere in Windows-1252 than in Latin-1. */
const ELSEWHERE = { "\u20ac": 128, "\u201e": 132, "\u2026": 133, "\u2018": 145, "\u2019": 146, "\u201c": 147, "\u201d": 148,
                    "\u2022": 149, "\u2013": 150, "\u2014": 151, "\u2212": 45, "\u2192": 187 };

/** Text in the letters of a standard font (WinAnsiEncoding); what it has not is a question mark.
 * @param {string} text
 * @returns {string} */
export function ansi(text) {
  return "<" + [...text].map((letter) => {
    const code = /** @type {Record<string, number>} */ (ELSEWHERE)[letter] ?? letter.codePointAt(0) ?? 63;
    return (code > 255 || code < 32 ? 63 : code).toString(16).padStart(2, "0");
  }).join("") + ">";
}

/** @param {{bytes: Uint8Array, width: number, height: number}} jpeg
 * @param {string} title
 * @param {string[]} said what the page says, to be found, in lines
 * @param {string} language
 * @returns {Uint8Array} */
export function pdfOf(jpeg, title, said, language) {
  const across = jpeg.width > jpeg.height;
  const [width, height] = across ? [LONG, SHORT] : [SHORT, LONG];
  const scale = Math.min((width - 2 * MARGIN) / jpeg.width, (height - 2 * MARGIN) / jpeg.height);
  const [w, h] = [jpeg.width * scale, jpeg.height * scale];
  const lines = said.filter((text) => text).map((text, i) => `1 0 0 1 ${MARGIN} ${height - MARGIN - 12 * (i + 1)} Tm ${ansi(text)} Tj`);
  const content = `q ${w.toFixed(2)} 0 0 ${h.toFixed(2)} ${((width - w) / 2).toFixed(2)} ${(height - MARGIN - h).toFixed(2)} cm /Map Do Q\n`
    + `BT /F ${WORDS.size} Tf ${UNSEEN} Tr ${lines.join("\n")} ET\n`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Lang (${language}) >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R `
      + "/Resources << /XObject << /Map 5 0 R >> /Font << /F 6 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}endstream`,
    [`<< /Type /XObject /Subtype /Image /Width ${jpeg.width} /Height ${jpeg.height} /ColorSpace /DeviceRGB `
      + `/BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.bytes.length} >>\nstream\n`, jpeg.bytes, "\nendstream"],
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< /Title ${hex(title)} /Creator (grensgeo) >>`,
  ];
  /** @type {Uint8Array[]} */
  const parts = [];
  let at = 0;
  /** @param {string | Uint8Array} part */
  function put(part) {
    const bytes = typeof part === "string" ? Uint8Array.from(part, (letter) => letter.charCodeAt(0)) : part;
    parts.push(bytes);
    at += bytes.length;
  }
  put("%PDF-1.7\n");
  const starts = objects.map((body, i) => {
    const start = at;
    put(`${i + 1} 0 obj\n`);
    for (const part of [body].flat()) put(part);
    put("\nendobj\n");
    return start;
  });
  const table = at;
  put(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
    + starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("")
    + `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  const file = new Uint8Array(at);
  parts.reduce((offset, part) => {
    file.set(part, offset);
    return offset + part.length;
  }, 0);
  return file;
}

/* A small table as it stands on the page: in HTML, for spreadsheets, and in a workbook. */

import { make } from "./elements.js";
import { LOCALES } from "./numbers.js";
import { save as saveBlob } from "./saving.js";

/** @typedef {{caption: string, head: string[], body: string[][]}} Table */

/** A spreadsheet takes text that begins like this for a formula, also where it sees a field begin
 * in the middle of a text, since fields end with a semicolon in the reader's country: an
 * apostrophe makes it text.
 * @param {string} text */
export const tame = (text) => text.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g, "'");

/** @param {Table} table */
export function smallTable({ caption, head, body }) {
  const node = make("table", {}, make("caption", {}, caption),
    make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", {}, ...body.map(([first, ...rest], i) => {
      const again = i > 0 && body[i - 1][0] === first;
      const rows = body.filter(([other]) => other === first).length;
      return make("tr", {}, ...(again ? [] : [make("th", { scope: "rowgroup", rowspan: rows }, first)]),
        ...rest.map((text) => make("td", {}, text)));
    })));
  return { node };
}

/** A figure as a spreadsheet of the reader's country takes it: without marks of thousands. */
const FIGURE = /^[-\u2212+]?[\d.,\u00a0]+$/;

/** The number that a told figure is; NaN where it is words.
 * @param {string} text
 * @param {string} language
 * @returns {number} */
export function numberOf(text, language) {
  if (!FIGURE.test(text)) return NaN;
  const [thousands, decimal] = LOCALES[language].startsWith("en") ? [",", "."] : [".", ","];
  return Number(text.replaceAll(thousands, "").replaceAll("\u00a0", "").replace(decimal, ".").replace("\u2212", "-"));
}

/** The table for spreadsheets: semicolons and decimal commas where the language has these.
 * @param {Table} table
 * @param {string} language
 * @returns {string} */
export function tableCsv({ head, body }, language) {
  const comma = language !== "en";
  const mark = comma ? ";" : ",";
  /** @param {string} text */
  function field(text) {
    const number = numberOf(text, language);
    if (!Number.isNaN(number)) return comma ? String(number).replace(".", ",") : String(number);
    const safe = tame(text);
    return /[",;\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  }
  return [head, ...body].map((row) => row.map(field).join(mark)).join("\r\n") + "\r\n";
}

/** @param {string} text */
const xml = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
  .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Letters that a column of a workbook and one of its notes are wide at most; a longer text breaks. */
const [WIDEST, NOTE] = [44, 110];

/** Letters that each column needs; a heading over a table, alone in its row, may run over the next.
 * @param {string[][]} rows
 * @returns {number[]} */
function widthsOf(rows) {
  const full = rows.filter((row) => row.length > 1);
  return Array.from({ length: Math.max(0, ...full.map((row) => row.length)) }, (_, k) =>
    Math.min(WIDEST, 2 + Math.max(...full.map((row) => (row[k] ?? "").length))));
}

/** The files of a workbook with one sheet of a table and one of notes (ECMA-376).
 * @param {Table} table
 * @param {string} language
 * @param {string[]} notes
 * @returns {[string, string][]} */
export function workbook({ head, body }, language, notes) {
  /** @param {string} text
   * @param {number | undefined} width */
  function cell(text, width) {
    const number = numberOf(text, language);
    const breaks = width !== undefined && text.length > width;
    return Number.isNaN(number) ? `<c${breaks ? ' s="2"' : ""} t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`
      : `<c${Number.isInteger(number) ? ' s="1"' : ""}><v>${number}</v></c>`;
  }
  /** @param {string[][]} rows
   * @param {number[]} widths */
  const sheet = (rows, widths) => `${HEAD}<worksheet xmlns="${MAIN}">`
    + (widths.length ? `<cols>${widths.map((width, k) =>
      `<col min="${k + 1}" max="${k + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>` : "") + "<sheetData>"
    + rows.map((row) => `<row>${row.map((text, k) => cell(text, row.length < widths.length && k === row.length - 1
      ? undefined : widths[k])).join("")}</row>`).join("") + "</sheetData></worksheet>";
  return [
    ["[Content_Types].xml", `${HEAD}<Types xmlns="${PACKAGE}/content-types">`
      + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
      + `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`
      + `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`
      + [1, 2].map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join("")
      + "</Types>"],
    ["_rels/.rels", `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" `
      + `Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ["xl/workbook.xml", `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`
      + '<sheet name="1" sheetId="1" r:id="rId1"/><sheet name="2" sheetId="2" r:id="rId2"/></sheets></workbook>'],
    ["xl/_rels/workbook.xml.rels", `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">`
      + [1, 2].map((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join("")
      + `<Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`],
    ["xl/styles.xml", `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font>`
      + '</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>'
      + '</fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
      + '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="3" applyNumberFormat="1"/>'
      + '<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'],
    ["xl/worksheets/sheet1.xml", sheet([head, ...body], widthsOf([head, ...body]))],
    ["xl/worksheets/sheet2.xml", sheet(notes.map((note) => [note]), [NOTE])],
  ];
}

/** The check of a file in an archive (CRC-32, ISO 3309).
 * @param {Uint8Array} bytes */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** Files in an archive, not compressed (APPNOTE.TXT, PKWARE).
 * @param {[string, string][]} files
 * @returns {Uint8Array} */
export function zip(files) {
  const text = new TextEncoder();
  /** @type {number[]} */
  const out = [];
  /** @type {number[]} */
  const list = [];
  /** @param {number[]} to
   * @param {[number, number][]} fields bytes and value */
  function put(to, fields) {
    for (const [bytes, value] of fields) for (let k = 0; k < bytes; k++) to.push((value / 2 ** (8 * k)) & 255);
  }
  for (const [name, content] of files) {
    const [path, bytes] = [text.encode(name), text.encode(content)];
    /** @type {[number, number][]} */
    const common = [[2, 20], [2, 0x800], [2, 0], [2, 0], [2, 33], [4, crc32(bytes)], [4, bytes.length],
                    [4, bytes.length], [2, path.length], [2, 0]];
    put(list, [[4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, out.length]]);
    list.push(...path);
    put(out, [[4, 0x04034b50], ...common]);
    for (const part of [path, bytes]) for (const byte of part) out.push(byte);
  }
  const at = out.length;
  for (const byte of list) out.push(byte);
  put(out, [[4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, list.length], [4, at], [2, 0]]);
  return Uint8Array.from(out);
}

/** Saves the table, with what it says of itself apart.
 * @param {Table} table
 * @param {"csv" | "xlsx"} ending
 * @param {string} language
 * @param {string[]} notes
 * @param {string} name of the file, without its ending */
export function save(table, ending, language, notes, name) {
  const blob = ending === "csv"
    ? new Blob(["\ufeff" + tableCsv(table, language)], { type: "text/csv;charset=utf-8" })
    : new Blob([/** @type {BlobPart} */ (zip(workbook(table, language, notes)))], { type: TYPE + ".sheet" });
  saveBlob(blob, name + "." + ending);
}

/* Bundles the pages' scripts into the assets of the room that has the page: one file a page, and the
   engine, which a page runs in a worker. Each bundle names the hash of its sources in its head, so that a test
   without Node can tell whether it is what they give (tests/test_js.py). */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = path.dirname(fileURLToPath(import.meta.url));
/** Pages without a map; all others are those of grensgeo/maps. */
const WITHOUT_MAP = ["gallery", "text"];
const ENTRIES = {
  engine: "src/engine/main.js",
  atlas: "src/atlas/main.js",
  map: "src/pages/map.js",
  gallery: "src/pages/gallery.js",
  pair: "src/pages/pair.js",
  text: "src/pages/text.js",
  offers: "src/offers/main.js",
};
const OPTIONS = {
  bundle: true, write: false, metafile: true, format: "iife", target: "es2022", charset: "utf8",
  minify: true, lineLimit: 160, legalComments: "none",
};

/** The hash of the sources of a bundle: of each, in the order of their names, name and content.
 * @param {string[]} files names from the folder js on, with slashes
 * @returns {Promise<string>} */
async function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files.toSorted()) hash.update(`${file}\n${await readFile(path.join(HERE, file), "utf8")}\n`);
  return hash.digest("hex").slice(0, 16);
}

for (const [name, entry] of Object.entries(ENTRIES)) {
  const { outputFiles, metafile } = await build({ ...OPTIONS, absWorkingDir: HERE, entryPoints: [entry] });
  const sources = Object.keys(metafile.inputs).toSorted();
  const head = `/* grensgeo ${name}: bundled from js/ by \`make js\`; edit there.\n`
    + `   sources ${await hashOf(sources)}: ${sources.join(" ")} */\n`;
  const room = WITHOUT_MAP.includes(name) ? "pages" : "maps";
  await writeFile(path.join(HERE, "..", "grensgeo", room, "assets", name + ".js"), head + outputFiles[0].text);
}

/* Answers of the library, which tests/js_fixtures.py wrote. */
import { readFileSync } from "node:fs";

/** @param {string} name */
export const fixture = (name) => JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), "utf8"));

import globals from "globals";

export default [
  { ignores: ["node_modules/"] },
  {
    languageOptions: { ecmaVersion: 2024, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "array-callback-return": "error",
      "eqeqeq": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-restricted-properties": ["error",
        { property: "innerHTML", message: "names from data are written as text" },
        { property: "outerHTML", message: "names from data are written as text" },
        { property: "insertAdjacentHTML", message: "names from data are written as text" }],
      "no-shadow": "error",
      "no-undef": "error",
      "no-unreachable": "error",
      "no-unused-vars": "error",
      "no-use-before-define": ["error", { functions: false }],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["src/**/*.js"],
    languageOptions: { globals: { ...globals.browser, L: "readonly" } },
    rules: { "max-lines": ["error", 600], "max-lines-per-function": ["error", 80] },
  },
  {
    // reads the page as it was written, to keep it as a file; writes nothing into it
    files: ["src/shared/keeping.js"],
    rules: { "no-restricted-properties": "off" },
  },
  {
    files: ["build.js", "tests/**/*.js"],
    languageOptions: { globals: globals.node },
  },
];

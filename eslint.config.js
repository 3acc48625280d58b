// Which faults `npm run lint` finds in the scripts of the site and in their tests.

import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import globals from "globals";

const PUBLISHED = "**/assets/*.js";
/** They treat words as the build does in Python when it makes the index: nothing of a page or a browser stands in them. */
const SHARED = ["**/assets/fold.js", "**/assets/search-words.js"];
/** Run without `type="module"`, so that they work in a page that is opened from a folder. */
const CLASSIC = [
  ...["fold", "map", "map-follow", "narrow", "portal", "sorting", "timeline", "timeline-words"].map((name) => `**/assets/${name}.js`),
  "tests/accessibility/scripts/*.js",
];

/** The policy of the pages forbids it, or the privacy policy promises that it is not done. */
const PROMISED = {
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-restricted-globals": ["error", "caches", "indexedDB", "localStorage", "sessionStorage"],
  "no-restricted-properties": [
    "error",
    { object: "document", property: "cookie", message: "The site sets no cookie." },
    ...["innerHTML", "outerHTML", "insertAdjacentHTML", "write"].map((property) => ({
      property,
      message: "No script of the site writes HTML: append nodes and text.",
    })),
  ],
};

export default defineConfig([
  globalIgnores([".mutants/", ".venv/", "**/site/", "**/site-*/", "**/.site*/"]),
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-control-regex": "off", // ranges of letters begin at zero
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
    },
  },
  {
    // What readers' browsers of 2023 know, so that a newer form is found here and not by a reader.
    files: [PUBLISHED],
    languageOptions: { ecmaVersion: 2022 },
    rules: PROMISED,
  },
  { files: [PUBLISHED, ...CLASSIC], ignores: SHARED, languageOptions: { globals: globals.browser } },
  { files: CLASSIC, languageOptions: { sourceType: "script" } },
  { files: ["**/assets/narrow.js", "**/assets/timeline-words.js"], languageOptions: { globals: { fold: "readonly" } } },
  { files: ["**/assets/timeline.js"], languageOptions: { globals: { comparer: "readonly", holder: "readonly" } } },
  { files: ["**/assets/map.js"], languageOptions: { globals: { follow: "readonly" } } },
  { files: ["**/*.mjs"], languageOptions: { globals: globals.node } },
]);

/* What the linter looks at in scripts: names that nobody gave, names that nobody uses, and imports of what is not
 * there. Nothing of taste: how a script looks is the formatter's, what it may be like is in tests/house. */
import { importX } from "eslint-plugin-import-x";
import globals from "globals";

const rules = {
  "no-undef": "error",
  "no-unused-vars": ["error", { args: "after-used", ignoreRestSiblings: true }],
  "no-redeclare": "error",
  "import-x/no-unresolved": "error", // also what comes later, by import("…")
  "import-x/named": "error",
  "import-x/namespace": "error",
  "import-x/export": "error",
  "import-x/no-duplicates": "error",
  "import-x/no-self-import": "error",
};

export default [
  {
    files: ["static/js/**/*.js"],
    plugins: { "import-x": importX },
    languageOptions: { sourceType: "module", ecmaVersion: 2022, globals: globals.browser },
    rules: { ...rules, "import-x/no-nodejs-modules": "error" },
  },
  {
    files: ["tests/js/**/*.js", "eslint.config.js"],
    plugins: { "import-x": importX },
    languageOptions: {
      sourceType: "module",
      ecmaVersion: 2022,
      globals: { ...globals.node, window: "readonly", document: "readonly" },
    },
    settings: { "import-x/core-modules": ["node:assert/strict", "node:test"] },
    rules,
  },
];

/* Compares the files that pages are sent with the scripts they were joined of: `node joined.js SOURCE SENT PAGE…`. For
 * every script the same words in the same order, the same names taken from the same scripts and given to others, and no
 * name that nobody gave. Prints what differs. A parser reads both, which the server has not. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { Linter } from "eslint";
import globals from "globals";

const [source, sent, ...pages] = process.argv.slice(2);
const LANGUAGE = { sourceType: "module", ecmaVersion: 2022 };
const NAMES = [{ languageOptions: { ...LANGUAGE, globals: globals.browser }, rules: { "no-undef": "error" } }];
const GIVEN = /^\$\d+$/;
const ONE = /import \( (?:"[^"]*"|`[^`]*`) \)(?: \. then \( \( \{ \$\d+ : it \} \) => it \))?/g;
const ONE_OF = /\( \{ (?:"[^"]*" : \( \) => import , )+\} \) \[ `[^`]*` \] \( \)/g;
const linter = new Linter();

function read(folder, name, rules = [{ languageOptions: LANGUAGE }]) {
  const wrong = linter.verify(readFileSync(join(folder, name), "utf8"), rules);
  for (const { line, message } of wrong) console.log(`${name}:${line}: ${message}`);
  return linter.getSourceCode();
}

/* The words of a script's statements; `head` of each is how many of its first words are not its own. */
const words = (code, statements) =>
  statements
    .flatMap(([node, head = 0]) => code.getTokens(node).slice(head))
    .map((token) => token.value)
    .join(" ")
    .replace(ONE, "import")
    .replace(ONE_OF, "import");

const named = (pair) => pair.imported?.name ?? "default";
const keys = (pattern) => pattern.properties.map((one) => [one.key.name, one.value.name]);

/* What a declaration gives a name to. */
function declared(node) {
  if (node.type !== "VariableDeclaration") return [[node.id.name, node.id.name]];
  const [{ id }] = node.declarations;
  return id.type === "ObjectPattern" ? keys(id).map(([, name]) => [name, name]) : [[id.name, id.name]];
}

/** A script as it was written: {taken, given, text}. */
const known = new Map();
function written(name) {
  if (!known.has(name)) known.set(name, readWritten(name));
  return known.get(name);
}

function readWritten(name) {
  const code = read(source, name);
  const taken = [];
  const given = [];
  const own = [];
  const from = (node) => normalize(join(dirname(name), node.source.value));
  for (const node of code.ast.body) {
    if (node.type === "ImportDeclaration")
      taken.push(...node.specifiers.map((pair) => [from(node), named(pair), pair.local.name].join(" ")));
    else if (node.type === "ExportDefaultDeclaration") {
      given.push("default");
      own.push([node, 2]);
    } else if (node.type !== "ExportNamedDeclaration") own.push([node]);
    else if (node.declaration) {
      given.push(...declared(node.declaration).map(([, name]) => name));
      own.push([node.declaration]);
    } else if (node.source)
      given.push(...node.specifiers.map((pair) => `${pair.exported.name} = ${from(node)} ${pair.local.name}`));
    else given.push(...node.specifiers.map((pair) => outside(pair.exported.name, pair.local.name)));
  }
  return { taken: taken.sort(), given: given.sort(), text: words(code, own) };
}

const outside = (outer, inner) => (outer === inner ? outer : `${outer} = ${inner}`);

/* Which script a name like $1 stands for, from all files of a page. */
function meanings(files) {
  const found = new Map();
  for (const file of files)
    for (const [, name, called] of readFileSync(join(sent, file), "utf8").matchAll(/^\/\/(.+)\nconst (\$\d+) = /gm))
      found.set(
        called,
        ["", "ui/", "state/"].map((folder) => `${folder}${name}.js`).find((file) => existsSync(join(source, file))),
      );
  return found;
}

/** A script in a file with others, as the function that it is: {taken, given, text}. */
function joined(code, node, means) {
  const taken = [];
  const given = [];
  const own = [];
  for (const part of node.body.body) {
    const [first] = part.declarations ?? [];
    if (first?.init?.type === "Identifier" && GIVEN.test(first.init.name))
      taken.push(...keys(first.id).map((pair) => [means.get(first.init.name), ...pair].join(" ")));
    else if (first?.id.name === "$0") own.push([part, 3]);
    else if (part.type === "ReturnStatement") given.push(...part.argument.properties.map((one) => answer(one, means)));
    else own.push([part]);
  }
  return { taken: taken.sort(), given: given.sort(), text: words(code, own) };
}

function answer({ key, value }, means) {
  if (value.name === "$0") return key.name;
  if (value.type === "MemberExpression") return `${key.name} = ${means.get(value.object.name)} ${value.property.name}`;
  return outside(key.name, value.name);
}

/** A script that is joined to nothing: its words, without what it takes from joined ones. */
function alone(code) {
  const isTaken = ({ declarations: [first] = [] }) => first?.init?.type === "Identifier" && GIVEN.test(first.init.name);
  return words(
    code,
    code.ast.body.filter((node) => !isTaken(node) && !/^(Import|Export)/.test(node.type)).map((node) => [node]),
  );
}

const nothing = (name) => {
  const code = read(source, name);
  return words(
    code,
    code.ast.body.filter((node) => !/^(Import|Export)/.test(node.type)).map((node) => [node]),
  );
};

function filesOf(page) {
  const folder = `pages/${page}`;
  const below = readdirSync(join(sent, folder), { recursive: true, withFileTypes: true });
  const files = below
    .filter((one) => one.isFile())
    .map((one) => relative(sent, join(one.parentPath ?? one.path, one.name)));
  return [`${folder}.js`, ...files];
}

const isJoined = (file) => readFileSync(join(sent, file), "utf8").includes("\nconst $");

function compare(name, one, other) {
  for (const what of Object.keys(one))
    if (JSON.stringify(one[what]) !== JSON.stringify(other[what])) console.log(`${name}: other ${what}`);
}

for (const page of pages) {
  const files = filesOf(page);
  const means = meanings(files);
  const seen = new Set();
  for (const file of files) {
    const code = read(sent, file, isJoined(file) ? NAMES : undefined);
    const functions = code.ast.body.filter((node) => GIVEN.test(node.declarations?.[0].id.name ?? ""));
    for (const { declarations } of functions) {
      const name = means.get(declarations[0].id.name);
      if (seen.has(name)) console.log(`${name}: twice`);
      seen.add(name);
      compare(name, written(name), joined(code, declarations[0].init.callee, means));
    }
    const name = relative(`pages/${page}`, file);
    if (!functions.length) compare(name, { text: nothing(name) }, { text: alone(code) });
  }
  console.log(`${page}: ${seen.size} in ${files.length} files`);
}

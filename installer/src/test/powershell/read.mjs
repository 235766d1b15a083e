// read.mjs FILE... : reads each as PowerShell, by the grammar that editors use, and says where one is none; ends with 1 then.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";
import { Language, Parser } from "web-tree-sitter";

// Compiled well, the grammar takes ten seconds of a processor; as it comes, a tenth of one.
setFlagsFromString("--liftoff-only");
await Parser.init();
const grammar = createRequire(import.meta.url).resolve("tree-sitter-powershell/tree-sitter-powershell.wasm");
const parser = new Parser();
parser.setLanguage(await Language.load(readFileSync(grammar)));

// The places that the grammar has no rule for, or where it misses something.
function wrong(node) {
  if (node.isError || node.isMissing) return [node];
  return node.hasError ? node.children.flatMap(wrong) : [];
}

let errors = 0;
for (const file of process.argv.slice(2)) {
  for (const node of wrong(parser.parse(readFileSync(file, "utf8")).rootNode)) {
    errors++;
    const what = node.isMissing ? `${node.type} is missing` : JSON.stringify(node.text.slice(0, 60));
    console.log(`${file}:${node.startPosition.row + 1}: ${what}`);
  }
}
console.log(`read ${process.argv.length - 2} scripts, found ${errors} errors`);
process.exit(errors ? 1 : 0);

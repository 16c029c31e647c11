/**
 * Template literals as sums of texts. The page must not hold any (bundle.mjs says why), and what esbuild makes of them, a
 * call of `concat` for each, is longer by a third. Texts, numbers and nothing else stand in ours, so a sum says the same.
 */
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/** The plugin of esbuild that does it, for all files of ours but those that other plugins load. */
export function plainTexts(isLeft) {
  return {
    name: 'plain-texts',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, async ({ path: file }) => {
        if (isLeft(file)) return undefined;
        return {
          contents: withoutTemplates(await readFile(file, 'utf8'), file),
          loader: file.endsWith('x') ? 'tsx' : 'ts',
        };
      });
    },
  };
}

/** A source with its template literals as sums; what is not part of one stays, to the letter and to the line. */
export function withoutTemplates(source, file) {
  if (!source.includes('\x60')) return source;
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const sumOf = (node) => {
    const parts = node.templateSpans.flatMap(({ expression, literal }) => [
      `(${textOf(expression)})`,
      said(literal.text),
    ]);
    const all = [said(node.head.text), ...parts].filter((part) => part !== '""');
    // The sum has to begin as a text: the first or the second part is one.
    const begins = [0, 1].some((n) => all[n]?.startsWith('"'));
    return `(${begins ? '' : '"" + '}${all.join(' + ')})`;
  };
  const textOf = (node) => {
    const edits = [];
    const find = (inner) => {
      if (ts.isTaggedTemplateExpression(inner)) return;
      if (ts.isTemplateExpression(inner)) edits.push([inner.getStart(tree), inner.getEnd(), sumOf(inner)]);
      else ts.forEachChild(inner, find);
    };
    find(node);
    const start = node.getStart(tree);
    let text = source.slice(start, node.getEnd());
    for (const [from, to, sum] of edits.reverse()) text = text.slice(0, from - start) + sum + text.slice(to - start);
    return text;
  };
  return source.slice(0, tree.getStart(tree)) + textOf(tree);
}

const said = (text) => JSON.stringify(text);

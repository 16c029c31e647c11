/**
 * A page as Google's HtmlService hands it to the browser, by what people report (nobody has measured it here):
 *
 * - what looks like a comment is cut out of inline scripts: in template literals by many reports
 *   (github.com/enuchi/React-Google-Apps-Script/issues/157, issues/170), in plain strings and regular expressions by some;
 * - HTML comments are dropped, and what createHtmlOutputFromFile reads is parsed and written anew;
 * - other than ASCII text in scripts has come out garbled.
 */
import { parse as parseScript, type Token, tokTypes } from 'acorn';
import { type DefaultTreeAdapterMap, parse, parseFragment, serialize, defaultTreeAdapter as tree } from 'parse5';

/**
 * `strict` takes every report for true: a page that survives it survives Google. `reported` cuts in template literals
 * only, and warns of the rest.
 */
export type PageReading = 'strict' | 'reported';

export interface ServedPage {
  html: string;
  /** What was cut, and what may be cut at Google; sentences for the log. */
  warnings: string[];
}

type Node = DefaultTreeAdapterMap['node'];
type ParentNode = DefaultTreeAdapterMap['parentNode'];
type Element = DefaultTreeAdapterMap['element'];

/** The document of a sidebar or dialog as the browser gets it. */
export function servedPage(html: string, reading: PageReading): ServedPage {
  const warnings: string[] = [];
  const document = parse(reading === 'strict' ? withoutHtmlComments(html) : html);
  spoil(document, reading, warnings);
  return { html: serialize(document), warnings };
}

/** What createHtmlOutputFromFile makes of a file. One that is no whole document stays a part of one. */
export function fileReadAnew(text: string, reading: PageReading): ServedPage {
  if (/<!doctype|<html|<head|<body/i.test(text)) return servedPage(text, reading);
  const warnings: string[] = [];
  const fragment = parseFragment(reading === 'strict' ? withoutHtmlComments(text) : text);
  spoil(fragment, reading, warnings);
  return { html: serialize(fragment), warnings };
}

/** Whatever looks like one, also inside of a script. */
const withoutHtmlComments = (html: string) => html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');

/** Changes a tree in place. */
function spoil(parent: ParentNode, reading: PageReading, warnings: string[]): void {
  for (const node of [...parent.childNodes]) {
    if (tree.isCommentNode(node)) tree.detachNode(node);
    if (!tree.isElementNode(node)) continue;
    if (node.tagName === 'script' || node.tagName === 'style') rewrite(node, reading, warnings);
    else spoil(isTemplate(node) ? node.content : node, reading, warnings);
  }
}

const isTemplate = (node: Node): node is DefaultTreeAdapterMap['template'] => 'content' in node;

function rewrite(element: Element, reading: PageReading, warnings: string[]): void {
  for (const text of element.childNodes) {
    if (!tree.isTextNode(text)) continue;
    if (reading === 'reported') text.value = cutAsReported(element, text.value, warnings);
    else if (element.tagName === 'script') text.value = garbled(cutEverywhere(text.value));
    else text.value = cutEverywhere(text.value);
  }
}

/** What a reader does that knows nothing of strings, template literals and regular expressions. */
const cutEverywhere = (code: string) => code.replace(/\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\r\n]*/g, '');

/** UTF-8 read as if each byte were a letter. */
const garbled = (code: string) => code.replace(/\P{ASCII}+/gu, (text) => Buffer.from(text).toString('latin1'));

function cutAsReported(element: Element, code: string, warnings: string[]): string {
  const type = element.attrs.find(({ name }) => name === 'type')?.value ?? '';
  if (element.tagName === 'style' || !/^(|module|text\/javascript|application\/javascript)$/i.test(type)) return code;
  const warn = (found: readonly string[], words: string) => {
    if (found[0] !== undefined)
      warnings.push(`${words}: ${found[0]}${found.length > 1 ? ` and ${found.length - 1} more` : ''}`);
  };
  const tokens = tokensOf(code, type === 'module');
  if (!tokens) {
    warnings.push('A script of the page does not parse, so it was not looked through for what Google would cut');
    return code;
  }
  const hidden = tokens.filter(({ type }) => type === tokTypes.string || type === tokTypes.regexp);
  warn(
    hidden.map(({ start, end }) => code.slice(start, end)).filter((text) => /\/[/*]/.test(text)),
    'By some reports Google takes // and /* for a comment in strings and regular expressions, too',
  );
  warn(
    code.match(/.{0,20}\P{ASCII}.{0,20}/gu) ?? [],
    'By some reports other than ASCII text in a script comes out garbled',
  );
  const literals = tokens.filter(({ type }) => type === tokTypes.template || type === tokTypes.invalidTemplate);
  const { text, cuts } = withoutCommentsIn(literals, code);
  warn(cuts, 'Cut as Google does, since it looks like a comment in a template literal');
  return text;
}

function tokensOf(code: string, isModule: boolean): Token[] | null {
  const tokens: Token[] = [];
  const sourceType = isModule ? 'module' : 'script';
  try {
    parseScript(code, { ecmaVersion: 'latest', sourceType, allowReturnOutsideFunction: true, onToken: tokens });
  } catch {
    return null;
  }
  return tokens;
}

/** Cuts from each mark inside of these tokens to the end of what looks like a comment, which may lie beyond the token. */
function withoutCommentsIn(tokens: readonly Token[], code: string): { text: string; cuts: string[] } {
  const cuts: string[] = [];
  let text = '';
  let at = 0;
  for (const { start, end } of tokens) {
    const comment = /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\r\n]*/g;
    comment.lastIndex = Math.max(start, at);
    for (let found = comment.exec(code); found && found.index < end; found = comment.exec(code)) {
      cuts.push(found[0].slice(0, 60));
      text += code.slice(at, found.index);
      at = comment.lastIndex;
    }
  }
  return { text: text + code.slice(at), cuts };
}

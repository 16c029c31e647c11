/**
 * The top-level functions of a script file, found in its text as Google finds them.
 * Source: facts §1.3 (`function f(){}`, async, generators, and `var/let/const f = function|arrow`).
 */

/** Names in the order in which they stand; private ones (trailing `_`) included. */
export function topLevelFunctions(source: string): string[] {
  const names: string[] = [];
  const text = blankOut(source);
  const shape =
    /(?:^|[;}\s)])(?:(?:async\s+)?function\s*\*?\s*([A-Za-z_$][\w$]*)\s*\(|(?:var|let|const)\s+([A-Za-z_$][\w$]*)\s*=\s*(?:async\s*)?(?:function\b|\([^()]*\)\s*=>|[A-Za-z_$][\w$]*\s*=>))/g;
  for (const match of text.matchAll(shape)) names.push((match[1] ?? match[2])!);
  return [...new Set(names)];
}

/** Whether google.script.run may call a function of this name (facts §1.3: no trailing underscore). */
export function isPublicName(name: string): boolean {
  return !name.endsWith('_');
}

/** The text with strings, comments, regular expressions and everything inside braces taken out. */
function blankOut(source: string): string {
  let out = '';
  let depth = 0;
  let lastToken = '';
  for (let at = 0; at < source.length; ) {
    const literal = literalEnd(source, at, lastToken);
    if (literal > at) {
      const kind = source.slice(at, at + 2);
      if (kind !== '//' && kind !== '/*') lastToken = '"';
      out += ' ';
      at = literal;
      continue;
    }
    const char = source[at]!;
    if (char === '}') depth = Math.max(0, depth - 1);
    if (depth === 0 || (char === '{' && depth === 0)) out += char;
    if (char === '{') depth++;
    if (!/\s/.test(char))
      lastToken = /[\w$]/.test(char) && /[\w$]/.test(source[at - 1] ?? '') ? lastToken + char : char;
    at++;
  }
  return out;
}

/** Where the literal or comment that starts here ends; `at` itself when none starts here. */
function literalEnd(source: string, at: number, lastToken: string): number {
  const two = source.slice(at, at + 2);
  if (two === '//') return endOr(source.indexOf('\n', at), source);
  if (two === '/*') return endOr(source.indexOf('*/', at + 2) + 1, source) + 1;
  const char = source[at]!;
  if (char === '"' || char === "'") return quoteEnd(source, at, char);
  if (char === '`') return templateEnd(source, at);
  if (char === '/' && regexMayStart(lastToken)) return regexEnd(source, at);
  return at;
}

function endOr(found: number, source: string): number {
  return found <= 0 ? source.length : found;
}

function quoteEnd(source: string, start: number, quote: string): number {
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === quote || source[at] === '\n') return at + 1;
  }
  return source.length;
}

function templateEnd(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '`') return at + 1;
    else if (source[at] === '$' && source[at + 1] === '{') at = placeholderEnd(source, at + 2) - 1;
  }
  return source.length;
}

function placeholderEnd(source: string, start: number): number {
  let depth = 1;
  let lastToken = '{';
  for (let at = start; at < source.length; ) {
    const literal = literalEnd(source, at, lastToken);
    if (literal > at) {
      at = literal;
      lastToken = '"';
      continue;
    }
    if (source[at] === '{') depth++;
    if (source[at] === '}' && --depth === 0) return at + 1;
    if (!/\s/.test(source[at]!)) lastToken = source[at]!;
    at++;
  }
  return source.length;
}

/** A slash divides after a value and starts a regular expression elsewhere. */
function regexMayStart(lastToken: string): boolean {
  if (/^(return|typeof|case|in|of|delete|void|throw|new|else|do|instanceof|yield|await)$/.test(lastToken)) return true;
  return lastToken === '' || /[([{,;=:!&|?+\-*%~^<>]$/.test(lastToken);
}

function regexEnd(source: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < source.length; at++) {
    const char = source[at];
    if (char === '\n') return start;
    if (char === '\\') at++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) {
      let end = at + 1;
      while (/[a-z]/.test(source[end] ?? '')) end++;
      return end;
    }
  }
  return start;
}

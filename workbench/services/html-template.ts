/**
 * Scriptlets: <? run ?>, <?= print, escaped for its place ?>, <?!= print as it is ?>. They become statements as Google
 * writes them (`output._$ = …;` prints escaped), so that a scriptlet may end in a semicolon or in a comment.
 * Source: https://developers.google.com/apps-script/guides/html/templates (debugging templates shows the code)
 */
import { compile } from './host';

type Render = (values: unknown[]) => string;

/** A function that renders the template with these variables, in the script's own global scope. */
export function compileTemplate(source: string, names: readonly string[]): Render {
  const params = names.filter((name) => /^[A-Za-z_$][\w$]*$/.test(name));
  const run = compile(`(function (output, ${params.join(', ')}) { ${bodyOf(source)} })`) as (
    ...args: unknown[]
  ) => void;
  return (values) => {
    const pieces: string[] = [];
    const output = {
      set _(value: unknown) {
        pieces.push(wordOf(value));
      },
      set _$(value: unknown) {
        pieces.push(escapeFor(pieces.join(''), value));
      },
    };
    run(output, ...values.filter((_, at) => params.includes(names[at]!)));
    return pieces.join('');
  };
}

/** The script that a template stands for, for HtmlTemplate.getCode(). */
export function templateCode(source: string): string {
  return `(function() { var output = HtmlService.initTemplate(); ${bodyOf(source)} return output.$out.append(''); })();`;
}

function bodyOf(source: string): string {
  let body = '';
  let rest = source;
  for (;;) {
    const start = rest.indexOf('<?');
    const text = start < 0 ? rest : rest.slice(0, start);
    if (text !== '') body += `output._ = ${JSON.stringify(text)};`;
    if (start < 0) return body;
    const end = rest.indexOf('?>', start);
    const inside = rest.slice(start + 2, end < 0 ? undefined : end);
    if (inside.startsWith('!=')) body += `output._ = ${inside.slice(2)} ;\n`;
    else if (inside.startsWith('=')) body += `output._$ = ${inside.slice(1)} ;\n`;
    else body += `${inside} ;\n`;
    rest = end < 0 ? '' : rest.slice(end + 2);
  }
}

function wordOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

/** Escapes for where the output stands: inside a script element as a literal, elsewhere as HTML text. */
function escapeFor(before: string, value: unknown): string {
  const open = before.toLowerCase().lastIndexOf('<script');
  const inScript = open >= 0 && before.toLowerCase().indexOf('</script', open) < 0 && before.indexOf('>', open) >= 0;
  if (!inScript) {
    return wordOf(value).replace(
      /[&<>"']/g,
      (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? '&#39;',
    );
  }
  const safe = (text: string) =>
    text.replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const quote = ["'", '"'].find((mark) => (line.split(mark).length - 1) % 2 === 1);
  if (quote === undefined) return safe(JSON.stringify(value ?? null) ?? 'null');
  return safe(JSON.stringify(wordOf(value)).slice(1, -1).replaceAll("'", "\\'"));
}

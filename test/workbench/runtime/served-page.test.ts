/** How sidebars and dialogs are served: what is cut, what is spoiled, what is only warned of. */
import { projectOfFiles, runExecution, servedPage } from '../../../workbench/runtime';
import { fileReadAnew } from '../../../workbench/runtime/served-page';
import { OWNER, workbook } from '../services/script';

const page = (script: string) => `<!DOCTYPE html><html><head></head><body><script>${script}</script></body></html>`;
const scriptOf = (html: string) => /<script[^>]*>([\s\S]*)<\/script>/.exec(html)?.[1] ?? '';
const strictly = (script: string) => scriptOf(servedPage(page(script), 'strict').html);
const asReported = (script: string) => {
  const { html, warnings } = servedPage(page(script), 'reported');
  return { script: scriptOf(html), warnings };
};

test.each([
  ["a('https://x.example');\nb()", "a('https:\nb()"],
  ['a(`x // y`)\nb()', 'a(`x \nb()'],
  ['a(/x\\//.test(s))\nb()', 'a(/x\\\nb()'],
  ["a('/*');\nb('*/');c()", "a('');c()"],
  ["a('/* open')", "a('"],
  ['a() // told\nb()', 'a() \nb()'],
  ["a('x<!-- gone -->y')", "a('xy')"],
  ["a('né')", "a('nÃ©')"],
  ["a('https:\\/\\/x.example \\u00e9')", "a('https:\\/\\/x.example \\u00e9')"],
])('the strict way: %j becomes %j', (script, served) => {
  expect(strictly(script)).toBe(served);
});

test('the strict way goes over styles and blocks of data, too; text and addresses in attributes stay', () => {
  const html =
    '<!DOCTYPE html><style>a{b:url(http://x)}/* c */d{}</style><!-- gone --><script type="text/plain">"é // x"</script>' +
    '<a href="https://x.example">// “text”</a>';
  expect(servedPage(html, 'strict').html).toBe(
    '<!DOCTYPE html><html><head><style>a{b:url(http:</style><script type="text/plain">"Ã© </script></head>' +
      '<body><a href="https://x.example">// “text”</a></body></html>',
  );
});

// From https://github.com/enuchi/React-Google-Apps-Script/issues/157 and /issues/170.
test.each([
  ['a(`one /*`);\nb(`two */ three`);', 'a(`one  three`);'],
  ['a(`%{scheme}://%{host}`);b()\nc()', 'a(`%{scheme}:\nc()'],
  ['a(`%{ {x: `//`}.x } and more`)\nb()', 'a(`%{ {x: `\nb()'],
])('as reported: in a template literal %j becomes %j', (script, served) => {
  const answer = asReported(script.replaceAll('%{', '$' + '{'));
  expect(answer.script).toBe(served.replaceAll('%{', '$' + '{'));
  expect(answer.warnings).toEqual([expect.stringMatching(/^Cut as Google does/)]);
});

test('as reported: the rest stays and is warned of', () => {
  const script = "a('https://x.example'); b(/\\//); // told\nc('né')";
  const answer = asReported(script);
  expect(answer.script).toBe(script);
  expect(answer.warnings).toEqual([
    "By some reports Google takes // and /* for a comment in strings and regular expressions, too: 'https://x.example' and 1 more",
    expect.stringMatching(/^By some reports other than ASCII text in a script comes out garbled: .*né/),
  ]);
  expect(asReported('a(1 / 2 / 3) /* told */')).toEqual({ script: 'a(1 / 2 / 3) /* told */', warnings: [] });
  expect(asReported('no script at all').warnings).toEqual([expect.stringMatching(/does not parse/)]);
});

test('a part of a page that is read from a file stays a part', () => {
  expect(fileReadAnew('<p>one<p>two', 'reported').html).toBe('<p>one</p><p>two</p>');
  expect(fileReadAnew('<!doctype html><p>one', 'reported').html).toBe(
    '<!DOCTYPE html><html><head></head><body><p>one</p></body></html>',
  );
});

test('a project of somebody else is served as reported, and its log says what would be cut', async () => {
  const project = projectOfFiles([
    {
      name: 'Code',
      source: `function run() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('side')); }`,
      type: 'server_js',
    },
    { name: 'side', source: page("a('https://x.example'); b(`//`)\nc()"), type: 'html' },
  ]);
  const engine = await workbook();
  const run = await runExecution({ engine, project, functionName: 'run', user: OWNER, ui: {} });
  expect(run.outcome).toMatchObject({ ok: true });
  const [shown] = run.effects;
  expect(shown?.kind === 'sidebar' && scriptOf(shown.page.html)).toBe("a('https://x.example'); b(`\nc()");
  expect(run.logs.map(({ level, source, message }) => `${level} ${source} ${message.split(':')[0]}`)).toEqual([
    'WARNING workbench By some reports Google takes // and /* for a comment in strings and regular expressions, too',
    'WARNING workbench Cut as Google does, since it looks like a comment in a template literal',
    'WARNING workbench A script of the page does not parse, so it was not looked through for what Google would cut',
  ]);
  engine.dispose();
});

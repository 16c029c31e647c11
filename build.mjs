/**
 * Builds what is pushed and what the workbench runs.
 *
 *   node build.mjs               the add-on: dist/Code.js, dist/sidebar.html, dist/appsscript.json
 *   node build.mjs --self-check  the same with the self-check in it, and its page (docs/google.md)
 *   node build.mjs workbench     the workbench's own bundles, in build/
 *   node build.mjs all           both
 *   --quiet                      say nothing
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import GasPlugin from 'gas-webpack-plugin';
import webpack from 'webpack';
import { buildSidebar } from './src/sidebar/bundle.mjs';

export { buildSidebar };

const root = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts) => path.join(root, ...parts);
const production = { 'process.env.NODE_ENV': '"production"' };

/**
 * Code.js: esbuild bundles (and leaves out what is not used), webpack's plugin writes the top-level declarations that
 * Apps Script looks for, esbuild makes the text small. `through` is the folder for what lies between; `plugins` are
 * esbuild's, for builds that are broken on purpose (test/soak).
 */
export async function buildCode({
  out = at('dist'),
  through = at('build/code'),
  plugins = [],
  entry = 'src/main.ts',
  define = {},
} = {}) {
  const options = {
    plugins,
    define,
    bundle: true,
    format: 'esm',
    target: 'es2019',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  };
  // Webpack's plugin finds assignments to `global`: one for each name that the entry exports.
  const { metafile } = await esbuild.build({
    ...options,
    entryPoints: [at(entry)],
    outdir: through,
    write: false,
    metafile: true,
  });
  const [{ exports: names }] = Object.values(metafile.outputs);
  const contents = `import * as main from './${entry}';\n${names.map((name) => `global.${name} = main.${name};`).join('\n')}`;
  await esbuild.build({ ...options, stdin: { contents, resolveDir: root }, outfile: path.join(through, 'main.js') });
  const compiler = webpack({
    mode: 'production',
    context: root,
    entry: path.join(through, 'main.js'),
    output: { path: through, filename: 'Code.js', iife: true },
    // A minimizer drops the declarations that the plugin writes.
    optimization: { minimize: false },
    plugins: [new GasPlugin({ comment: false })],
    devtool: false,
    target: ['web', 'es2019'],
    performance: false,
  });
  const stats = await new Promise((resolve, reject) =>
    compiler.run((error, result) => compiler.close(() => (error ? reject(error) : resolve(result)))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true, errorDetails: true }));
  const bundled = await readFile(path.join(through, 'Code.js'), 'utf8');
  // Webpack looks for the global object by way of `window` and `new Function`; Apps Script has globalThis.
  const lookUp = /__webpack_require__\.g = \(function\(\) \{[\s\S]*?\}\)\(\);/;
  if (!lookUp.test(bundled)) throw new Error('build.mjs: webpack no longer writes its look-up of the global object');
  const { code } = await esbuild.transform(bundled.replace(lookUp, '__webpack_require__.g = globalThis;'), {
    target: 'es2019',
    // Names inside the bundle only: esbuild keeps top-level declarations, which is what Apps Script looks for.
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
  });
  await writeFile(path.join(out, 'Code.js'), code);
}

export async function buildAddon() {
  await rm(at('dist'), { recursive: true, force: true });
  await mkdir(at('dist'), { recursive: true });
  await Promise.all([buildCode(), buildSidebar(), copyFile(at('appsscript.json'), at('dist/appsscript.json'))]);
}

/**
 * The add-on with one menu entry more: the self-check. Its script knows what both pages were like when they were built, so
 * that it can tell whether they arrive like that.
 */
export async function buildSelfCheck({ out = at('dist'), through = at('build/self-check'), plugins = [] } = {}) {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await Promise.all([
    buildSidebar({ out }),
    buildSidebar({ out, name: 'self-check', plugins }),
    copyFile(at('appsscript.json'), path.join(out, 'appsscript.json')),
  ]);
  const [sidebar, page] = await Promise.all(
    ['sidebar', 'self-check'].map((name) => readFile(path.join(out, `${name}.html`), 'utf8')),
  );
  const [, script] = /<script id="own-script">([\s\S]*?)<\/script>/.exec(page);
  const sha256 = (text) => JSON.stringify(createHash('sha256').update(text).digest('hex'));
  const define = { SIDEBAR_SHA256: sha256(sidebar), SELF_CHECK_SHA256: sha256(script) };
  await buildCode({ out, through, plugins, entry: 'src/self-check/main.ts', define });
}

const node = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
  define: production,
};

/** Runs `make`, which writes build/`name`, only when one of the files that it depends on has changed. */
async function unlessMade(name, files, make) {
  const inputs = await Promise.all(files.map((file) => readFile(file)));
  const stamp = createHash('sha256').update(Buffer.concat(inputs)).digest('hex');
  const stampFile = at(`build/${name.replace(/\.\w+$/, '')}.stamp`);
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp) return;
  await make();
  await writeFile(stampFile, stamp);
}

/** Univer as one CommonJS file: slow to bundle. */
const univerFiles = [at('package-lock.json'), at('workbench/engine/univer.ts'), fileURLToPath(import.meta.url)];
async function buildUniver() {
  await esbuild.build({
    ...node,
    entryPoints: [at('workbench/engine/univer.ts')],
    outfile: at('build/univer.cjs'),
    conditions: ['require'],
    plugins: [plainFields],
    // Names stay: keepNames costs a call for every closure, a fifth of the calculation.
    minifyWhitespace: true,
    minifySyntax: true,
  });
}

/** What the pinned types say that Google's services have: reading them takes a second. */
const nameFiles = [at('node_modules/@types/google-apps-script/package.json'), at('workbench/google-names.mjs')];
async function buildGoogleNames() {
  const { googleNames } = await import('./workbench/google-names.mjs');
  await writeFile(at('build/google-names.json'), JSON.stringify(googleNames()));
}
const googleNamesAreMade = {
  name: 'google-names-are-made',
  setup(build) {
    build.onResolve({ filter: /^google-names$/ }, () => ({ path: at('build/google-names.json') }));
  },
};

/**
 * Univer is published with a helper in place of class fields. It writes each field by a computed name, which took a fifth
 * of the calculation. Plain assignments do the same, but for a field that would hide an inherited accessor: among all that
 * the engine's tests make there is none. And it parses the same texts as numbers over and over: a seventh. And it looks for a
 * look among all others, member by member, each time its text is not the very one that is stored: a tenth of what a run of
 * the add-on takes; what was found once is remembered.
 */
const plainFields = {
  name: 'plain-fields',
  setup(build) {
    build.onLoad({ filter: /[\\/]@univerjs[\\/].*\.js$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8'))
        .replace(/\b_defineProperty\(this, "([A-Za-z_$][\w$]*)", /g, '(this.$1 = ')
        .replace(
          'const getNumfmtParseValueFilter = (value) => {',
          `${rememberedParse}\nconst parsedAnew = (value) => {`,
        )
        .replace('const existingId = this._getExistingStyleId(data);', lookUpLook)
        .replace('if (existingId) return existingId;', rememberedLook),
      loader: 'js',
    }));
  },
};
const rememberedParse = `
const parsedTexts = new Map();
const getNumfmtParseValueFilter = (value) => {
  let parsed = parsedTexts.get(value);
  if (parsed === undefined) {
    parsed = parsedAnew(value);
    if (parsedTexts.size > 20000) parsedTexts.clear();
    parsedTexts.set(value, parsed);
  }
  return parsed && { ...parsed };
};`;

/** In `search` of Univer's styles; what was found counts as long as that look is still there under its name. */
const rememberedLook = `if (existingId) {
  this.foundLooks.set(styleObject, { id: existingId, look: this._styles[existingId] });
  return existingId;
}`;
const lookUpLook = `const found = (this.foundLooks ??= new Map()).get(styleObject);
if (found && this._styles[found.id] === found.look) return found.id;
const existingId = this._getExistingStyleId(data);`;

const univerIsBundled = {
  name: 'univer-is-bundled',
  setup(build) {
    build.onResolve({ filter: /(^|\/)univer$/ }, () => ({ path: './univer.cjs', external: true }));
  },
};

async function buildPage() {
  await esbuild.build({
    entryPoints: { page: at('workbench/page/main.tsx'), frame: at('workbench/page/frame/client.ts') },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    outdir: at('build/page'),
    define: production,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [plainFields],
    loader: { '.ttf': 'dataurl', '.woff': 'dataurl', '.svg': 'dataurl' },
    logLevel: 'warning',
  });
  await copyFile(at('workbench/page/index.html'), at('build/page/index.html'));
}

export async function buildWorkbench() {
  await mkdir(at('build/page'), { recursive: true });
  const entries = ['start', 'exec', 'replay', 'bench'].filter((name) => existsSync(at(`workbench/cli/${name}.ts`)));
  await Promise.all([
    unlessMade('univer.cjs', univerFiles, buildUniver),
    unlessMade('google-names.json', nameFiles, buildGoogleNames),
  ]);
  await Promise.all([
    esbuild.build({
      entryPoints: [at('workbench/services/index.ts')],
      outfile: at('build/services.js'),
      bundle: true,
      format: 'iife',
      target: 'es2022',
      logLevel: 'warning',
      plugins: [googleNamesAreMade],
    }),
    esbuild.build({
      ...node,
      entryPoints: Object.fromEntries([
        ['worker', at('workbench/runtime/worker.ts')],
        ...entries.map((name) => [name, at(`workbench/cli/${name}.ts`)]),
      ]),
      outdir: at('build'),
      outExtension: { '.js': '.cjs' },
      plugins: [univerIsBundled],
      external: ['exceljs', 'playwright-core', '@sparticuz/chromium'],
    }),
  ]);
}

const [what = 'addon'] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const tasks = {
    addon: [process.argv.includes('--self-check') ? buildSelfCheck : buildAddon],
    workbench: [buildWorkbench],
    page: [buildPage],
    all: [buildAddon, buildWorkbench, buildPage],
  }[what];
  if (!tasks) throw new Error(`build.mjs does not know "${what}"; say addon, workbench, page or all`);
  for (const task of tasks) await task();
  if (!process.argv.includes('--quiet')) console.log(`built ${what}`);
}

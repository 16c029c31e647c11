/** The builds that a soak breaks on purpose: each still finds the line that it breaks, and the test that has to notice. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Broken {
  name: string;
  file: string;
  from: string;
  test: string;
}

const ROOT = path.join(__dirname, '../..');

test('every line to break is there, and every test to notice it', () => {
  const script = "import { BROKEN } from './test/soak/broken.mjs'; console.log(JSON.stringify(BROKEN));";
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8' });
  const all = JSON.parse(out) as Broken[];
  expect(all.length).toBeGreaterThan(12);
  const stale = all.filter(
    ({ file, from, test: name }) =>
      !readFileSync(path.join(ROOT, file), 'utf8').includes(from) ||
      !existsSync(path.join(ROOT, 'test', `${name}.test.ts`)),
  );
  expect(stale.map(({ name }) => name)).toEqual([]);
});

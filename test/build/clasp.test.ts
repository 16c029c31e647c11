import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.join(__dirname, '../..');

test('clasp would push exactly the three built files', async () => {
  const clasp = path.join(root, 'node_modules/@google/clasp/build/src/index.js');
  const { stdout } = await promisify(execFile)(process.execPath, [clasp, 'show-file-status', '--json'], { cwd: root });
  const status = JSON.parse(stdout) as { filesToPush: string[]; untrackedFiles: string[] };
  expect(status.filesToPush.map((file) => file.split(path.sep).join('/')).sort()).toEqual([
    'dist/Code.js',
    'dist/appsscript.json',
    'dist/sidebar.html',
  ]);
  expect(status.untrackedFiles).toEqual([]);
});

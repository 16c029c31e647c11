import { readFileSync } from 'node:fs';
import path from 'node:path';

test('Univer’s fields are plain assignments in the bundle: by its own helper a calculation takes a fifth longer', () => {
  const bundle = readFileSync(path.join(__dirname, '../../build/univer.cjs'), 'utf8');
  const fields = bundle.match(/_defineProperty\d*\(this,/g)?.length ?? 0;
  const plain = bundle.match(/\(?this\.[\w$]+=/g)?.length ?? 0;
  expect(plain).toBeGreaterThan(1000);
  expect(fields).toBeLessThan(100);
});

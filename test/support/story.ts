/** A story told by a browser test: its stages build on each other, each with a picture of the pages. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { WorkbookFile } from '../../workbench/engine/engine';
import { sampleBook } from './sample-book';

const FAILED = path.join(__dirname, '..', '..', 'build', 'screenshots');

/**
 * Keeps a picture for looking at, when SHOTS names a folder; of what `failed` in any case, in build/screenshots. Nothing
 * where there is no page yet.
 */
export async function shot(page: Page | Locator | undefined, name: string, failed = false): Promise<void> {
  const folder = process.env.SHOTS ?? (failed ? FAILED : undefined);
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page?.screenshot({ path: path.join(folder, `${name.replace(/[^\w]+/g, '-')}.png`) });
}

/**
 * Declares the stages of one story as tests: after one that failed the others would only fail, too, and say so.
 * @param troubles what the pages complained of; there must be nothing after any stage
 * @param told called at the end of each stage, to take pictures
 */
export function storyOf(
  troubles: readonly string[],
  told: (name: string, isBroken: boolean) => Promise<unknown>,
): (name: string, act: () => Promise<void>) => void {
  let isBroken = false;
  return (name, act) => {
    test(name, async () => {
      if (isBroken) throw new Error('An earlier stage failed.');
      isBroken = true;
      try {
        await act();
        isBroken = false;
      } finally {
        await told(name, isBroken);
      }
      expect(troubles).toEqual([]);
    });
  };
}

/** The sample team as a book of one's own in a folder of its own, changed before it is saved. */
export async function sampleFile(
  change: (sample: WorkbookFile) => void = () => undefined,
): Promise<{ book: string; remove(): void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'story-'));
  const sample = await sampleBook();
  change(sample);
  const book = path.join(folder, 'book.json');
  writeFileSync(book, JSON.stringify(sample));
  return { book, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

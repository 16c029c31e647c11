/**
 * Texts that were looked at once and are compared with from then on: test/golden/*.txt. After a change that is meant,
 * `UPDATE_GOLDEN=1 npx jest test/golden test/sheet/hands test/sheet/check-random` writes them anew; what is another line
 * then is to be looked at.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(__dirname, '../golden');

/** A short text that is another one where the input is. */
export function shortDigest(value: unknown): string {
  return createHash('sha1').update(JSON.stringify(value)).digest('hex').slice(0, 8);
}

/** Compares what came out of many cases, each by its name: a paragraph of a golden text for each. */
export class GoldenCases {
  private readonly file: string;
  private readonly wanted = new Map<string, string[]>();
  private readonly now = new Map<string, string[]>();

  /** @param isWhole every case has to be there; false where more are tried than usual */
  constructor(
    name: string,
    private readonly isWhole = true,
  ) {
    this.file = path.join(FOLDER, `${name}.txt`);
    const said = existsSync(this.file) ? readFileSync(this.file, 'utf8').trimEnd().split('\n\n') : [];
    for (const paragraph of said) {
      const [title = '', ...lines] = paragraph.split('\n');
      this.wanted.set(title, lines);
    }
  }

  is(title: string, lines: readonly string[]): void {
    const now = lines.map((line) => `  ${line}`);
    this.now.set(title, now);
    if (process.env.UPDATE_GOLDEN || (!this.isWhole && !this.wanted.has(title))) return;
    expect({ title, lines: now }).toEqual({ title, lines: this.wanted.get(title) });
  }

  /** These are all; called when the file's tests are through. */
  end(): void {
    if (!process.env.UPDATE_GOLDEN || !this.isWhole) return;
    const paragraphs = [...this.now].map(([title, lines]) => [title, ...lines].join('\n'));
    writeFileSync(this.file, `${paragraphs.join('\n\n')}\n`);
  }
}

/** Compares lines with a golden text, some at a time: stops at the first ones that differ. */
export class Golden {
  private readonly file: string;
  private readonly wanted: string[];
  private seen = 0;
  private title = '';

  constructor(private readonly name: string) {
    this.file = path.join(FOLDER, `${name}.txt`);
    this.wanted = existsSync(this.file) ? readFileSync(this.file, 'utf8').trimEnd().split('\n') : [];
  }

  /** All lines so far. */
  soFar(lines: readonly string[]): void {
    if (process.env.UPDATE_GOLDEN) return;
    for (; this.seen < lines.length; this.seen++) {
      const line = lines[this.seen] as string;
      if (!line.startsWith(' ')) this.title = line;
      if (line !== this.wanted[this.seen]) this.differs(lines);
    }
  }

  /** These are all. */
  end(lines: readonly string[]): void {
    if (process.env.UPDATE_GOLDEN) writeFileSync(this.file, `${lines.join('\n')}\n`);
    else this.soFar(lines);
    if (!process.env.UPDATE_GOLDEN && lines.length < this.wanted.length) this.differs(lines);
  }

  private differs(lines: readonly string[]): never {
    const part = (of: readonly string[]) => of.slice(this.seen, this.seen + 12);
    // Jest shows how these differ.
    expect({ after: this.title, lines: part(lines) }).toEqual({ after: this.title, lines: part(this.wanted) });
    throw new Error(`${this.name}, line ${this.seen + 1} after ${this.title}`);
  }
}

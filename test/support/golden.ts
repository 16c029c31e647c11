/**
 * Texts that were looked at once and are compared with from then on: test/golden/*.txt. After a change that is meant,
 * `UPDATE_GOLDEN=1 npx jest test/golden test/sheet/hands` writes them anew; what is another line then is to be looked at.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(__dirname, '../golden');

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

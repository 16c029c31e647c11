/** The HTML of sidebars and dialogs, kept until the page closes them, and served with google.script in front. */
import { randomUUID } from 'node:crypto';
import type { FrameConfig } from '../page/frame/google-script';

interface Frame {
  html: string;
  functions: string[];
  pageId: string;
}

export class Frames {
  private readonly frames = new Map<string, Frame>();

  /** Keeps a frame for a page; gives its name, which nobody can guess. */
  add(pageId: string, html: string, functions: string[]): string {
    const id = randomUUID();
    this.frames.set(id, { html, functions, pageId });
    return id;
  }

  /** Takes up a frame that a page has kept while its line was broken, or the server was away. Its document is in the page. */
  keep(id: string, pageId: string): void {
    if (!this.frames.has(id)) this.frames.set(id, { html: '', functions: [], pageId });
  }

  /** Whether this page has this frame. */
  belongs(id: string, pageId: string): boolean {
    return this.frames.get(id)?.pageId === pageId;
  }

  remove(id: string): void {
    this.frames.delete(id);
  }

  removePage(pageId: string): void {
    for (const [id, frame] of this.frames) if (frame.pageId === pageId) this.frames.delete(id);
  }

  /** The document as the browser gets it, or null. */
  document(id: string, pageOrigin: string): string | null {
    const frame = this.frames.get(id);
    if (!frame) return null;
    return withHead(frame.html, headFor({ frame: id, pageOrigin, functions: frame.functions }));
  }
}

function headFor(config: FrameConfig): string {
  const attribute = JSON.stringify(config).replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return `<link rel="stylesheet" href="/fonts.css"><script src="/frame.js" data-config="${attribute}"></script>`;
}

/** Puts markup where the head begins, leaving the doctype first. */
export function withHead(html: string, markup: string): string {
  const place = /<head[^>]*>/i.exec(html) ?? /<html[^>]*>/i.exec(html) ?? /^\s*<!doctype[^>]*>/i.exec(html);
  const at = place ? place.index + place[0].length : 0;
  return html.slice(0, at) + markup + html.slice(at);
}

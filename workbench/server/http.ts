/** What the workbench serves over HTTP: the page, frames, fonts, and a small /api. */
import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { fontFile, fontSheet } from './fonts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Nothing comes from the net; only frames of this server may be shown. */
const PAGE_POLICY = [
  "default-src 'self'",
  // Tests and the developer's console may run scripts here; what matters is that none comes from elsewhere.
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' ws:",
  'frame-src http://localhost:* http://127.0.0.1:*',
  "frame-ancestors 'none'",
].join('; ');

export interface Answers {
  /** The document of a frame; null when there is none. */
  frame(id: string, pageOrigin: string): string | null;
  /** /api/<name>: an answer, or null for an unknown name. */
  api(name: string): Promise<{ type: string; body: string | Buffer; fileName?: string } | null>;
}

/** Whether a request comes from this machine's own pages: the names of localhost only, against DNS rebinding. */
export function isLocal(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  if (!host || !isLocalHost(host)) return false;
  // A program that is no browser sends no Origin; a sandboxed frame sends "null", and needs nothing from here.
  return origin === undefined || isLocalOrigin(origin, host);
}

/** What a request asks for; null when it is no address, such as `//`. */
export function addressOf(request: IncomingMessage): URL | null {
  try {
    return new URL(request.url ?? '/', 'http://localhost');
  } catch {
    return null;
  }
}

/** A path without its %-signs; null when one of them means nothing, or what no path can hold. */
function decoded(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname);
    return path.includes('\0') ? null : path;
  } catch {
    return null;
  }
}

function isLocalHost(host: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);
}

/** An http origin on localhost with the port of `host`. */
export function isLocalOrigin(origin: string, host: string): boolean {
  const port = /:\d+$/.exec(host)?.[0] ?? '';
  const prefix = 'http://';
  return (
    origin.startsWith(prefix) && isLocalHost(origin.slice(prefix.length)) && (/:\d+$/.exec(origin)?.[0] ?? '') === port
  );
}

/** Serves one request. `pageFolder` holds the built page. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  pageFolder: string,
  answers: Answers,
): Promise<void> {
  if (!isLocal(request)) return end(response, 403, 'Only pages of this machine may use the workbench.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Only GET is answered here.');
  const url = addressOf(request);
  const name = url && decoded(url.pathname)?.slice(1);
  if (!url || typeof name !== 'string') return end(response, 400, 'That is no address.');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-cache');
  if (name.startsWith('api/')) return serveApi(name.slice(4), response, answers);
  if (name.startsWith('frame/')) return serveFrame(name.slice(6), url, request, response, answers);
  if (name === 'fonts.css') return end(response, 200, fontSheet(), TYPES['.css']);
  if (name.startsWith('fonts/')) return serveFile(fontFile(name.slice(6)), response);
  if (name === '') response.setHeader('Content-Security-Policy', PAGE_POLICY);
  return serveFile(insideFolder(pageFolder, name || 'index.html'), response);
}

async function serveApi(name: string, response: ServerResponse, answers: Answers): Promise<void> {
  const answer = await answers.api(name);
  if (!answer) return end(response, 404, `There is no /api/${name}.`);
  if (answer.fileName) {
    const plain = answer.fileName.replace(/[^\w. -]/g, '_');
    response.setHeader(
      'Content-Disposition',
      `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(answer.fileName)}`,
    );
  }
  end(response, 200, answer.body, answer.type);
}

function serveFrame(id: string, url: URL, request: IncomingMessage, response: ServerResponse, answers: Answers): void {
  const pageOrigin = url.searchParams.get('page') ?? '';
  const isOurs = isLocalOrigin(pageOrigin, request.headers.host ?? '');
  const document = isOurs ? answers.frame(id, pageOrigin) : null;
  if (document === null) {
    end(response, 404, 'This sidebar or dialog was closed. Open it again from the menu.');
    return;
  }
  response.setHeader('Content-Security-Policy', `frame-ancestors ${pageOrigin}`);
  end(response, 200, document, TYPES['.html']);
}

function insideFolder(folder: string, name: string): string | null {
  const file = path.resolve(folder, name);
  return file.startsWith(folder + path.sep) ? file : null;
}

function serveFile(file: string | null, response: ServerResponse): void {
  if (!file || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    end(response, 404, 'Not found.');
    return;
  }
  response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

function end(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  type = 'text/plain; charset=utf-8',
): void {
  response.statusCode = status;
  response.setHeader('Content-Type', type);
  response.end(body);
}

import { readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { isLanguage } from '@newsroom/shared/languages';
import { notFoundPath, rootNotFoundPath } from '@newsroom/shared/permalink';
import sirv from 'sirv';
import { redirectRule } from './redirect-rules.ts';
import { securityHeaders } from './security-headers.ts';

/**
 * Serves a folder of static files on this machine, as a web server in front of readers should: folders by their
 * `index.html`, addresses without the slash at the end sent on, 404 pages in the reader's language. Where the folder
 * is a link, it is followed once for each request, so that no answer is put together from two editions.
 */
export async function serveSite(folder: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const site = followed(folder);
    if (site === undefined) end(response, 503, 'There is no site here yet. Come back in a moment.');
    else if (request.method !== 'GET' && request.method !== 'HEAD') end(response, 405, 'Method not allowed');
    else answer(site, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, process.env.SITE_HOST || '127.0.0.1', resolve);
  });
  return server;
}

function answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const pathname = pathOf(request);
  const rule = pathname === undefined ? undefined : redirectRule(folder, pathname);
  if (pathname === undefined) end(response, 400, 'Bad request');
  else if (rule?.status === 301) sendOn(rule.to, response);
  else if (rule?.status === 410) sendPage(folder, `${rule.to}index.html`, 410, request, response);
  else if (lacksSlash(folder, pathname)) sendOn(`${pathname}/`, response);
  else {
    const named = /^\/(?:_astro|media)\//.test(pathname); // by what it holds: such a file never changes
    response.setHeader('Cache-Control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
    filesOf(folder)(request, response);
  }
}

function sendOn(to: string, response: ServerResponse): void {
  response.setHeader('Location', to);
  end(response, 301, '');
}

let files: { folder: string; handler: ReturnType<typeof sirv> } | undefined;

function filesOf(folder: string): ReturnType<typeof sirv> {
  if (files?.folder === folder) return files.handler;
  const handler = sirv(folder, {
    dev: true, // looks files up at every request
    etag: true,
    dotfiles: false,
    onNoMatch: (request, response) => notFound(folder, request, response),
  });
  files = { folder, handler };
  return handler;
}

/** Where a link leads at this moment; undefined where nothing is there. */
function followed(folder: string): string | undefined {
  try {
    return realpathSync(folder);
  } catch {
    return undefined;
  }
}

/** The path that is asked for, with single slashes; undefined where the address cannot be read. */
function pathOf({ url = '/' }: IncomingMessage): string | undefined {
  const [path = ''] = url.split(/[?#]/);
  try {
    decodeURIComponent(path);
  } catch {
    return undefined;
  }
  return path.startsWith('/') ? path.replace(/\/{2,}/g, '/') : undefined;
}

/** Whether an address names a page's folder without the slash at the end. */
function lacksSlash(folder: string, pathname: string): boolean {
  if (pathname.endsWith('/')) return false;
  try {
    const file = path.join(folder, path.posix.normalize(decodeURIComponent(pathname)));
    return statSync(path.join(file, 'index.html')).isFile();
  } catch {
    return false; // no such folder, or an address that cannot be decoded
  }
}

function notFound(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const language = request.url?.split('/')[1];
  sendPage(folder, isLanguage(language) ? notFoundPath(language) : rootNotFoundPath, 404, request, response);
}

/** Answers with a page of the site, under a status that says why it is not the one that was asked for. */
function sendPage(folder: string, page: string, status: 404 | 410, request: IncomingMessage, response: ServerResponse): void {
  try {
    const body = readFileSync(path.join(folder, page));
    response.writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': body.length,
      'Cache-Control': 'no-cache',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  } catch {
    end(response, status, 'Not found');
  }
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(text);
}

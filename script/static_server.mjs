// Serves a folder of files on this machine only: node script/static_server.mjs --root FOLDER [--port N]
// Prints its address once it listens. Without --port it takes 8080 or the next free port.
// Answers GET and HEAD; compresses what gains from it; never leaves the folder.
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

const kHost = '127.0.0.1';
const kDefaultPort = 8080;
const kPortsTried = 50;

const kTypes = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};
const kCompressed = new Set(['.html', '.css', '.js', '.mjs', '.json', '.webmanifest', '.wasm', '.svg', '.txt', '.ttf']);

// The file that `path` (as in a request line, undecoded) names under `root`, or null.
async function findFile(root, path) {
  let decoded;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const wanted = resolve(root, `.${decoded.startsWith('/') ? '' : '/'}${decoded}`);
  const candidate = decoded.endsWith('/') ? join(wanted, 'index.html') : wanted;
  try {
    // Resolved, so that neither ".." nor a symbolic link leads out.
    const file = await realpath(candidate);
    if (!file.startsWith(root + sep)) return null;
    const found = await stat(file);
    return found.isFile() ? { file, size: found.size, tag: `"${found.size}-${found.mtimeMs}"` } : null;
  } catch {
    return null;
  }
}

function encodingFor(request, extension) {
  if (!kCompressed.has(extension)) return null;
  const accepted = request.headers['accept-encoding'] ?? '';
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : null;
}

function compressor(encoding) {
  return encoding === 'br'
    ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
    : createGzip({ level: 6 });
}

async function answer(root, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const found = await findFile(root, request.url.split(/[?#]/)[0]);
  if (!found) {
    response.writeHead(404, { 'Content-Type': kTypes['.txt'] }).end('There is no such file here.\n');
    return;
  }
  const extension = extname(found.file).toLowerCase();
  const encoding = encodingFor(request, extension);
  // A rebuilt site must show at the next reload.
  const headers = {
    'Content-Type': kTypes[extension] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    ETag: found.tag,
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
  };
  if (encoding) headers['Content-Encoding'] = encoding;
  else headers['Content-Length'] = found.size;
  if (request.headers['if-none-match'] === found.tag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, headers);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const file = createReadStream(found.file);
  file.on('error', () => response.destroy());
  response.on('close', () => file.destroy());
  (encoding ? file.pipe(compressor(encoding)) : file).pipe(response);
}

// Serves `folder` on `port`, or on the first free port from kDefaultPort on when it is undefined; 0 means any.
// Answers the listening server.
export async function serve(folder, port) {
  const root = await realpath(folder);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => response.destroy());
  });
  const last = port === undefined ? kDefaultPort + kPortsTried : port;
  for (let tried = port ?? kDefaultPort; ; ++tried) {
    try {
      await new Promise((done, failed) => {
        server.once('error', failed);
        server.listen(tried, kHost, () => {
          server.off('error', failed);
          done();
        });
      });
      return server;
    } catch (error) {
      server.removeAllListeners('error');
      if (error.code !== 'EADDRINUSE' || tried >= last) throw error;
    }
  }
}

export function addressOf(server) {
  return `http://${kHost}:${server.address().port}/`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { root: { type: 'string' }, port: { type: 'string' } } });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (!values.root || (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536))) {
    console.error('usage: node script/static_server.mjs --root FOLDER [--port N]');
    process.exit(2);
  }
  try {
    console.log(addressOf(await serve(values.root, port)));
  } catch (error) {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken: choose another with --port, or leave --port out.`
        : `The server did not start: ${error.message}`,
    );
    process.exit(1);
  }
}

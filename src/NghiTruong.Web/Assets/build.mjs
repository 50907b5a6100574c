// Makes wwwroot/build from the sources beside this file: one style sheet, one script, one sheet of icons and the mark, each named by
// its content and stored plain, as gzip and as brotli. Several builds may start at once: the first holds the lock, the rest find it done.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', 'wwwroot', 'build');
const manifestFile = join(out, 'manifest.json');
const lock = join(here, 'node_modules.lock');
const staleAfter = 5 * 60 * 1000;

const digest = (data) => createHash('sha256').update(data).digest('hex');
const read = (...parts) => readFileSync(join(here, ...parts), 'utf8');

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('node_modules'))
    .flatMap((entry) => (entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

const inputs = () => digest(sources(here).map((file) => relative(here, file) + digest(readFileSync(file))).join('\n'));

function isCurrent() {
  return existsSync(manifestFile) && JSON.parse(readFileSync(manifestFile, 'utf8')).inputs === inputs();
}

function touch() {
  const now = new Date();
  utimesSync(manifestFile, now, now);
}

async function alone(work) {
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (refused) {
      if (refused.code !== 'EEXIST') throw refused;
      const held = statSync(lock, { throwIfNoEntry: false });
      if (held && Date.now() - held.mtimeMs > staleAfter) rmSync(lock, { recursive: true, force: true });
      await new Promise((resume) => setTimeout(resume, 250));
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function install() {
  const stamp = join(here, 'node_modules', '.lock-digest');
  const wanted = digest(read('package-lock.json'));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  execFileSync('npm', ['ci', '--no-progress', '--loglevel=error'], { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  writeFileSync(stamp, wanted);
}

async function styles(require) {
  const sass = require('sass');
  const esbuild = require('esbuild');
  const { css } = sass.compile(join(here, 'styles', 'app.scss'), {
    loadPaths: [join(here, 'node_modules')],
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
  });
  const { code } = await esbuild.transform(css, { loader: 'css', minify: true, target: ['chrome90', 'safari15', 'firefox90'] });

  return code;
}

async function scripts(require) {
  const result = await require('esbuild').build({
    entryPoints: [join(here, 'scripts', 'app.js')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    legalComments: 'none',
    target: ['chrome90', 'safari15', 'firefox90'],
  });

  return result.outputFiles[0].text;
}

function icons() {
  const symbols = Object.entries(JSON.parse(read('icons.json'))).map(([name, file]) => {
    const svg = read('node_modules', 'bootstrap-icons', 'icons', `${file}.svg`);
    const body = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').replace(/\s*\n\s*/g, '');

    return `<symbol id="${name}" viewBox="0 0 16 16">${body}</symbol>`;
  });

  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

function store(name, text) {
  const [stem, extension] = name.split('.');
  const hashed = `${stem}.${digest(text).slice(0, 10)}.${extension}`;
  const bytes = Buffer.from(text);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  writeFileSync(join(out, hashed), bytes);
  writeFileSync(join(out, `${hashed}.br`), brotli);
  writeFileSync(join(out, `${hashed}.gz`), gzipSync(bytes, { level: 9 }));
  console.log(`${hashed}: ${bytes.length} bytes, ${brotli.length} as brotli`);

  return hashed;
}

await alone(async () => {
  if (isCurrent()) {
    touch();

    return;
  }
  install();
  const require = createRequire(import.meta.url);
  const made = { 'app.css': await styles(require), 'app.js': await scripts(require), 'icons.svg': icons(), 'mark.svg': read('mark.svg') };
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const files = Object.fromEntries(Object.entries(made).map(([name, text]) => [name, store(name, text)]));
  writeFileSync(manifestFile, JSON.stringify({ inputs: inputs(), files }, null, 2));
});

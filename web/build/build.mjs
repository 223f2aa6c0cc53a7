// Builds the page into dist/: scripts and styles by esbuild, map data from npm packages, the rest copied. Does nothing
// when neither the sources nor the packages have changed since the last build.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { hashOf } from './hash.mjs';
import { writeMapData } from './map-data.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const generated = join(root, 'generated');

function filesUnder(directory) {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** Runs a step unless its stamp says that it was run on the same inputs with the same outputs. */
async function step(name, inputs, output, run) {
  const stamp = join(generated, `${name}.stamp`);
  const inputHash = hashOf(root, inputs);
  const outputHash = () => (existsSync(output) ? hashOf(output, ['.']) : '');
  const [was, made] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
  if (was === inputHash && made === outputHash()) return false;
  await run();
  mkdirSync(generated, { recursive: true });
  writeFileSync(stamp, `${inputHash} ${outputHash()}`);
  return true;
}

async function writePage() {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: { app: 'src/main.ts', worker: 'src/wire/worker.ts' },
    outdir: dist,
    bundle: true,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    minify: true,
    legalComments: 'none',
    loader: { '.woff2': 'file' },
    assetNames: 'fonts/[name]',
    logLevel: 'warning',
  });
  // The worker's style sheet does not exist; the page's takes in OpenLayers' and the fonts.
  for (const name of ['index.html', 'icon.svg']) cpSync(join(root, 'src', name), join(dist, name));
  cpSync(join(root, 'NOTICE.md'), join(dist, 'NOTICE.md'));
  cpSync(join(generated, 'data'), join(dist, 'data'), { recursive: true });
}

const data = join(generated, 'data');
const dataMade = await step('data', ['build/map-data.mjs', 'package-lock.json'], data, () => writeMapData(data));
const pageMade = await step('page', ['src', 'build', 'package-lock.json', 'NOTICE.md'], dist, writePage);
if (dataMade || pageMade) {
  let bytes = 0;
  for (const file of filesUnder(dist)) bytes += statSync(file).size;
  const digest = createHash('sha256').update(hashOf(dist, ['.'])).digest('hex').slice(0, 12);
  console.log(`${relative(process.cwd(), dist) || dist}: ${(bytes / 1e6).toFixed(2)} MB, contents ${digest}`);
}

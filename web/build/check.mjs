// Checks types and runs the unit tests. Skips both when neither sources nor packages have changed since they last passed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { hashOf } from './hash.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const generated = join(root, 'generated');
const stamp = join(generated, 'check.stamp');
const inputs = hashOf(root, ['src', 'test', 'build', 'e2e', 'package-lock.json', 'tsconfig.json']);
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) process.exit(0);

function run(command, ...options) {
  const { status, error } = spawnSync(process.execPath, [command, ...options], { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

run(join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', '.');
const bundled = join(generated, 'tests');
rmSync(bundled, { recursive: true, force: true });
const tests = readdirSync(join(root, 'test')).filter((name) => name.endsWith('.test.ts'));
await build({
  absWorkingDir: root,
  entryPoints: tests.map((name) => `test/${name}`),
  outdir: bundled,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
run('--enable-source-maps', '--test', '--test-reporter=dot', ...readdirSync(bundled).sort().map((name) => join(bundled, name)));
mkdirSync(generated, { recursive: true });
writeFileSync(stamp, inputs);

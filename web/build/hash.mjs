// One hash over files: their paths and their contents, in the order of the paths.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The SHA-256 over the files, and all files under the directories, that `paths` names below `root`. */
export function hashOf(root, paths) {
  const files = [];
  const collect = (path) => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path)) collect(join(path, name));
    else files.push(path);
  };
  for (const path of paths) collect(join(root, path));
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    hash.update(relative(root, file).split(sep).join('/'));
    hash.update('\0');
    hash.update(readFileSync(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}

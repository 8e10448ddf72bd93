import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A program is bundled into .cache/run before it runs; its test runs from bench/. */
const here = fileURLToPath(new URL('.', import.meta.url));

export const repository = path.basename(here) === 'bench' ? path.resolve(here, '..') : path.resolve(here, '..', '..');
export const addinFolder = path.join(repository, 'dist', 'addin');
export const manifestFile = path.join(repository, 'manifest.xml');
export const samplesFolder = path.join(repository, 'samples');

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readManifest } from '../manifest/read-manifest.ts';
import { addinFolder, manifestFile } from './places.ts';

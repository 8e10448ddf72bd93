import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The command runs as dist/host/cli.js; everything it starts lies beside it in the installation. */
const installation = fileURLToPath(new URL('../..', import.meta.url));

export const addinFolder = path.join(installation, 'dist', 'addin');
export const manifestFile = path.join(installation, 'manifest.xml');

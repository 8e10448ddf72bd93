import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the parts lie on the disk. */
export interface ServedFolders {
  /** The browser page: index.html, page.js, page.css. */
  readonly page: string;
  /** The add-in as it ships. */
  readonly addin: string;
  /** Microsoft's library, from the person's own installation. */
  readonly officeJs: string;
  readonly samples: string;
  readonly manifestFile: string;
}

/** The command runs as dist/host/cli.js, the tests as host/server/*: two folders below the installation either way. */
export function installedFolders(): ServedFolders {
  const installation = fileURLToPath(new URL('../..', import.meta.url));
  const require = createRequire(import.meta.url);
  return {
    page: path.join(installation, 'dist', 'host'),
    addin: path.join(installation, 'dist', 'addin'),
    officeJs: path.dirname(require.resolve('@microsoft/office-js/dist/office.js')),
    samples: path.join(installation, 'samples'),
    manifestFile: path.join(installation, 'manifest.xml'),
  };
}

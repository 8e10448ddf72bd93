import { afterEach, beforeEach } from '@jest/globals';
import { openTestHost, type TestHost } from './open-test-host.ts';

/** An empty workbook for each test of a file, its office.js under the global names that add-in code uses. */
export function useTestHost(): { readonly current: TestHost } {
  let host: TestHost;
  beforeEach(async () => {
    host = await openTestHost({ snapshot: null });
    const { Excel, Office, OfficeExtension } = host.pane.window as unknown as Record<string, unknown>;
    Object.assign(globalThis, { Excel, Office, OfficeExtension });
  });
  afterEach(async () => {
    await host.session.idle();
    host.close();
  });
  return {
    get current() {
      return host;
    },
  };
}

import { createImportAnswerer } from './answer-import.ts';
import type { ImportMessage, ImportRequest } from './import-protocol.ts';

/** Price lists on their own thread: gigabytes are read without the page noticing. */
const answer = createImportAnswerer();

addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  postMessage(answer(data) satisfies ImportMessage);
});

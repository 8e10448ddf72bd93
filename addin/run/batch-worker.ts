import { createBatchAnswerer } from './answer-batch.ts';
import type { BatchRequest } from './batch-protocol.ts';

/** Job logs on their own thread: however long they are, the page does not notice. */
const answer = createBatchAnswerer(message => postMessage(message));

addEventListener('message', ({ data }: MessageEvent<BatchRequest>) => answer(data));

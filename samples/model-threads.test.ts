import type { Worker as Thread } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { nodeWorkerClass } from '../host/pane/node-worker.ts';
import { modelInput } from './model-input.ts';
import { readSample } from './run-sample.ts';
import { samples } from './source/samples.ts';

const addinFolder = fileURLToPath(new URL('../dist/addin', import.meta.url));
/** Each draws from seeded streams: gaps between jobs, lengths of requests, overruns. */
const seeded = ['university-hpc', 'llm-serving', 'cloud-exit'];
const inputs = new Map(samples.filter(({ id }) => seeded.includes(id)).map(sample => [sample.id, modelInput(readSample(sample))]));

describe('the model on threads', () => {
  it('answers the same bytes on one thread, one run after another, and on two at the same time', async () => {
    const open = new Set<Thread>();
    const ModelThread = nodeWorkerClass(addinFolder, open);
    const startThread = () => {
      const thread = new ModelThread('/model.js');
      return (name: string): Promise<string> =>
        new Promise((resolve, reject) => {
          thread.onerror = ({ message }) => reject(new Error(message));
          thread.onmessage = ({ data }) => {
            const { kind, ...rest } = data as { kind: string };
            if (kind === 'report') resolve(JSON.stringify(rest));
            else if (kind !== 'progress') reject(new Error(JSON.stringify(data)));
          };
          thread.postMessage({ kind: 'run', input: inputs.get(name), isHourly: false });
        });
    };
    try {
      const [alone, first, second] = [startThread(), startThread(), startThread()];
      const oneByOne: string[] = [];
      for (const name of seeded) oneByOne.push(await alone(name));
      const sideBySide: string[] = [];
      // the second thread runs them in the other order, so that it meets each with other runs behind it
      const backwards: string[] = [];
      for (let place = 0; place < seeded.length; place += 1) {
        const [one, other] = await Promise.all([first(seeded[place]!), second(seeded.at(-1 - place)!)]);
        sideBySide.push(one);
        backwards.unshift(other);
      }
      expect(sideBySide.map(text => text.length)).toEqual(oneByOne.map(text => text.length));
      expect(sideBySide).toEqual(oneByOne);
      expect(backwards).toEqual(oneByOne);
    } finally {
      await Promise.all([...open].map(thread => thread.terminate()));
    }
  });
});

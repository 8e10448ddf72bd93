import { expect, it } from '@jest/globals';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bytesOf, everything, testList } from '../../test/price-lists.ts';
import { importPriceList } from './price-list-import.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const heldBytes = (): number => {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const megabyte = 1_000_000;
const textOf = (name: string): string => new TextDecoder().decode(testList(name));
const wanted = { ...everything, filter: { kind: 'names', regions: ['us-east-1', 'eastus'], nodeTypes: ['t3.medium', 'Standard_M8ms'], operatingSystems: [] } } as const;

/** Feeds `begin`, then `middle` again and again, then `end`, and answers what was held halfway and at the end. */
const stream = (begin: string, middle: string, end: string, totalBytes: number) => {
  const reading = importPriceList(wanted);
  reading.write(bytesOf(begin));
  const chunk = bytesOf(middle);
  const count = Math.ceil(totalBytes / chunk.length);
  const held: number[] = [];
  for (let index = 1; index <= count; index += 1) {
    reading.write(chunk.slice());
    if (index % Math.floor(count / 4) === 0) held.push(heldBytes());
  }
  reading.write(bytesOf(end));
  return { held, result: reading.end() };
};

it('holds no more after 80 MB of an AWS list than after 20', () => {
  const lines = textOf('aws-ec2-offers.csv').trimEnd().split('\n');
  const middle = `${lines.slice(30).join('\n')}\n`.repeat(700);
  const { held, result } = stream(`${lines.slice(0, 30).join('\n')}\n`, middle, '', 80 * megabyte);
  expect(Math.max(...held) - held[0]!).toBeLessThan(5 * megabyte);
  expect(result.report.rowsRead).toBeGreaterThan(160_000);
  expect(result.prices).toHaveLength(6);
}, 300_000);

it('holds no more after 16 MB of an Azure list than after 4', () => {
  const { Items: items } = JSON.parse(textOf('azure-retail-prices.json')) as { Items: object[] };
  const others = items.slice(3).map(item => `,${JSON.stringify(item)}`).join('').repeat(100);
  const { held, result } = stream(`{"Items":[${JSON.stringify(items[0])}`, others, '],"NextPageLink":null}', 16 * megabyte);
  expect(Math.max(...held) - held[0]!).toBeLessThan(5 * megabyte);
  expect(result.report.rowsRead).toBeGreaterThan(20_000);
  expect(result.prices).toHaveLength(1);
}, 300_000);

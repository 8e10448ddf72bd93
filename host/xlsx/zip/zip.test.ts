import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { crc32 } from './crc32.ts';
import { readZip, unpackEntry } from './read-zip.ts';
import { packEntry, writeZip } from './write-zip.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('ZIP files', () => {
  it('have the checksum everybody has', () => {
    // The check value of CRC-32/ISO-HDLC.
    expect(crc32(text('123456789'))).toBe(0xcbf43926);
  });

  const files = fc.dictionary(fc.stringMatching(/^[a-zäö]{1,8}$/), fc.uint8Array({ maxLength: 5000 }), {
    maxKeys: 8,
    noNullPrototype: true,
  });

  it('are read as another program wrote them, packed or not', () => {
    fc.assert(
      fc.property(files, fc.constantFrom(0, 6), (content, level) => {
        const entries = readZip(zipSync(content, { level: level as 0 | 6 }));
        expect(Object.fromEntries(entries.map(entry => [entry.name, [...unpackEntry(entry)]]))).toEqual(
          Object.fromEntries(Object.entries(content).map(([name, bytes]) => [name, [...bytes]])),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('are written so that another program reads them', () => {
    fc.assert(
      fc.property(files, content => {
        const entries = Object.entries(content).map(([name, bytes]) => packEntry(name, bytes));
        const again = unzipSync(writeZip(entries));
        expect(Object.keys(again).sort()).toEqual(Object.keys(content).sort());
        for (const [name, bytes] of Object.entries(content)) expect([...again[name]!]).toEqual([...bytes]);
      }),
      { numRuns: 30 },
    );
  });

  it('keep the packed bytes of what is not touched', () => {
    const bytes = zipSync({ a: [text('aaaaaaaaaa'), { level: 9 }], b: [text('b'), { level: 0 }] });
    const [before, after] = [readZip(bytes), readZip(writeZip(readZip(bytes)))];
    expect(after).toEqual(before);
  });

  it('are read when sizes follow the data, as programs that stream write them', () => {
    // Flag bit 3: sizes and checksum of the local header are zero and stand behind the data; the directory has them.
    const bytes = zipSync({ a: [text('hello'), { level: 0 }] });
    const view = new DataView(bytes.buffer);
    view.setUint16(6, view.getUint16(6, true) | 8, true);
    for (const at of [14, 18, 22]) view.setUint32(at, 0, true);
    expect(new TextDecoder().decode(unpackEntry(readZip(bytes)[0]!))).toBe('hello');
  });

  it('are read with 64-bit sizes', () => {
    const packed = text('hello');
    const [name, crc] = [text('a'), crc32(packed)];
    const local = new Uint8Array(30 + 1 + packed.length);
    new DataView(local.buffer).setUint32(0, 0x04034b50, true);
    new DataView(local.buffer).setUint16(26, 1, true);
    local.set(name, 30);
    local.set(packed, 31);
    const directory = new Uint8Array(46 + 1 + 4 + 24);
    const view = new DataView(directory.buffer);
    view.setUint32(0, 0x02014b50, true);
    view.setUint32(16, crc, true);
    for (const at of [20, 24, 42]) view.setUint32(at, 0xffffffff, true);
    view.setUint16(28, 1, true);
    view.setUint16(30, 28, true);
    directory.set(name, 46);
    view.setUint16(47, 1, true);
    view.setUint16(49, 24, true);
    view.setUint32(51, packed.length, true);
    view.setUint32(59, packed.length, true);
    const end = new Uint8Array(22);
    new DataView(end.buffer).setUint32(0, 0x06054b50, true);
    new DataView(end.buffer).setUint16(10, 1, true);
    new DataView(end.buffer).setUint32(16, local.length, true);
    const bytes = Uint8Array.from([...local, ...directory, ...end]);
    expect(new TextDecoder().decode(unpackEntry(readZip(bytes)[0]!))).toBe('hello');
  });
});

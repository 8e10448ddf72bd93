import { importPriceList, type PriceListImport } from '../../engine/index.ts';
import type { ImportMessage, ImportRequest } from './import-protocol.ts';

/** Answers the requests of one import after the other, each with one message. */
export function createImportAnswerer(): (request: ImportRequest) => ImportMessage {
  let reading: PriceListImport | null = null;
  const answer = (request: ImportRequest): ImportMessage => {
    if (request.kind === 'begin') reading = importPriceList(request.options);
    if (!reading) throw new Error('no import has begun');
    if (request.kind === 'end') return { kind: 'done', reading: reading.end() };
    if (request.kind === 'chunk') reading.write(request.bytes);
    return { kind: 'more', isStopped: reading.isStopped };
  };
  return request => {
    try {
      return answer(request);
    } catch (error) {
      return { kind: 'crashed', message: error instanceof Error ? error.message : String(error) };
    }
  };
}

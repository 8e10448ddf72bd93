import { JSONParser } from '@streamparser/json';

export interface JsonHandler {
  /** An item of the array `Items` (Azure) or `skus` (GCP) of the document. */
  onItem(list: 'Items' | 'skus', item: unknown): void;
  /** `NextPageLink` (Azure) or `nextPageToken` (GCP): more of the list follows elsewhere. */
  onNextPage(link: string): void;
  /** The bytes ended inside a document. */
  onCut(): void;
  onBroken(detail: string): void;
}

export interface JsonReader {
  write(chunk: Uint8Array): void;
  end(): void;
}

const nextPageKeys = ['NextPageLink', 'nextPageToken'];

/** Reads JSON documents that follow each other (the pages of a list), holding one item at a time. */
export const jsonReader = (handler: JsonHandler): JsonReader => {
  let isStopped = false;
  const parser = new JSONParser({
    paths: ['$.Items.*', '$.skus.*', ...nextPageKeys.map(key => `$.${key}`)], keepStack: false, separator: '',
  });
  /** A mistake of the reader's own, which is none of the file. */
  let mistake: unknown = null;
  parser.onValue = ({ value, key, stack }) => {
    const list = stack[1]?.key;
    try {
      if (list === 'Items' || list === 'skus') handler.onItem(list, value);
      else if (nextPageKeys.includes(String(key))) handler.onNextPage(typeof value === 'string' ? value : '');
    } catch (error) {
      mistake = error;
      throw error;
    }
  };
  const attempt = (act: () => void, onError: (detail: string) => void): void => {
    if (isStopped) return;
    try {
      act();
    } catch (error) {
      isStopped = true;
      if (mistake !== null) throw mistake;
      onError(error instanceof Error ? error.message : String(error));
    }
  };
  return {
    write: chunk => attempt(() => parser.write(chunk), detail => handler.onBroken(detail)),
    end: () => attempt(() => parser.end(), () => handler.onCut()),
  };
};

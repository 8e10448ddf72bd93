import { useCallback, useEffect, useRef, useState } from 'react';
import { messageOf } from './message-of.ts';

/** `value` stays while newer content loads, so that lists do not blink. */
export interface Loaded<T> {
  readonly value: T | null;
  readonly isLoading: boolean;
  readonly failure: string;
  reload(): void;
}

/** Loads whenever `load` changes and on demand; only the latest request counts. */
export function useLoad<T>(load: () => Promise<T>): Loaded<T> {
  const [result, setResult] = useState<Omit<Loaded<T>, 'reload'>>({ value: null, isLoading: true, failure: '' });
  const latest = useRef(0);
  const reload = useCallback(() => {
    const request = ++latest.current;
    setResult((before) => ({ ...before, isLoading: true }));
    load().then(
      (value) => {
        if (request === latest.current) setResult({ value, isLoading: false, failure: '' });
      },
      (error: unknown) => {
        if (request === latest.current) setResult({ value: null, isLoading: false, failure: messageOf(error) });
      },
    );
  }, [load]);
  useEffect(() => {
    reload();
    return () => {
      latest.current++;
    };
  }, [reload]);
  return { ...result, reload };
}

import { fillMessage } from './fill-message.ts';
import { enUS } from './locales/en-US.ts';
import type { MessageKey, MessageValue, MessageValues } from './message-key.ts';

/**
 * The language of sentences, as BCP 47 tag. English is all there is; numbers and dates follow the analyst's own
 * locale.
 */
export const displayLanguage = 'en-US';

/** The sentence of a key with its places filled. */
export function translate<Key extends MessageKey>(key: Key, ...values: MessageValues<Key>): string {
  const given: Readonly<Record<string, MessageValue>> = values[0] ?? {};
  return fillMessage(enUS[key], given, displayLanguage);
}

import type { enUS } from './locales/en-US.ts';

/** Every sentence the add-in itself can say. `en-US` is the source; a further language must have the same keys. */
export type Messages = typeof enUS;
export type MessageKey = keyof Messages;

/** The `{name}` and `{count|one|other}` places of a message. */
type Placeholders<Text extends string> = Text extends `${string}{${infer Inner}}${infer Rest}`
  ? (Inner extends `${infer Name}|${string}` ? Name : Inner) | Placeholders<Rest>
  : never;

export type MessageValue = string | number;

/** What a message needs filled in: a message without places needs nothing. */
export type MessageValues<Key extends MessageKey> = [Placeholders<Messages[Key]>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholders<Messages[Key]>, MessageValue>>];

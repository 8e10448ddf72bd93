/** Rich-API events as office.js receives them. */
export const messageCategory = { customFunction: 1, action: 2, genericEvent: 65_536 } as const;

/** [category, type, target id, message as JSON text, id] */
export type HostEvent = readonly [category: number, type: number, targetId: string, message: string, id: number];

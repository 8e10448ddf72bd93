import type { HostEvent } from './host-event.ts';
import type { PaneWindow } from './pane-window.ts';
import { requirementSets } from './requirement-sets.ts';

/**
 * The only door between office.js and this host: the message bridge of Excel on a Mac (`window.webkit`, handler `Agave`).
 * Install it in the pane's window before office.js loads.
 */
export interface BridgePort {
  /** One rich-API batch, JSON in and out. Called strictly one after another, except for urgent ones. */
  process(batch: string): Promise<string>;
  /** Answers of custom functions: the batch before may be waiting for a calculation that waits for them. */
  isUrgent(batch: string): boolean;
  readSettings(): Readonly<Record<string, string>>;
  writeSettings(settings: Record<string, string>): void;
  /** A ribbon action called `event.completed()`; `status` 0 is success. */
  actionCompleted(actionCallId: string, status: number): void;
}

export interface Bridge {
  /** Held back until the pane listens. */
  fire(events: readonly HostEvent[]): void;
  /** Resolves once office.js listens for ribbon actions. */
  fireAction(call: ActionCall): Promise<void>;
  close(): void;
}

export interface ActionCall {
  readonly callId: string;
  readonly actionId: string;
  readonly event: unknown;
}

/** Excel on the web's limit of one request; desktops are wider, so what passes here passes everywhere. */
const maxRequestBytes = 5 * 1024 * 1024;

const method = { execute: 1, registerEvent: 2, unregisterEvent: 3, writeSettings: 4, getContext: 5 } as const;
const executeId = { richApi: 93, actionCompleted: 94 } as const;
const eventId = { richApi: 33, action: 39 } as const;
const requestTooLarge = 5103;
const internalError = 5001;

interface Message {
  readonly methodId: number;
  readonly callbackId?: string;
  readonly params?: {
    readonly id?: number;
    readonly apiArgs?: readonly unknown[];
    readonly keys?: readonly string[];
    readonly values?: readonly string[];
  };
}

export function installBridge(window: PaneWindow, port: BridgePort): Bridge {
  const listeners = new Map<number, string>(); // event id to callback id
  const early: HostEvent[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  let isOpen = true;
  let actionsListened: () => void = () => {};
  const listensForActions = new Promise<void>((resolve) => (actionsListened = resolve));

  const later = (callback: () => void): void => void window.setTimeout(() => isOpen && callback(), 0);
  const reply = (message: Message, payload: unknown): void => {
    const { callbackId } = message;
    if (callbackId) later(() => window.OSF?.ScriptMessaging.agaveHostCallback(callbackId, payload));
  };
  const emit = (event: number, payload: unknown): void => {
    const callbackId = listeners.get(event);
    if (callbackId && isOpen) window.OSF?.ScriptMessaging.agaveHostEventCallback(callbackId, [payload, event]);
  };

  function execute(message: Message): void {
    const { id, apiArgs = [] } = message.params ?? {};
    if (id === executeId.richApi) return executeBatch(message, apiArgs[0]);
    if (id === executeId.actionCompleted) port.actionCompleted(String(apiArgs[0]), Number(apiArgs[1]));
    reply(message, [0, [0, []]]);
  }

  function executeBatch(message: Message, request: unknown): void {
    const body = Array.isArray(request) ? request.find((part) => typeof part === 'string' && part.startsWith('{')) : undefined;
    const text = String(body ?? '{}');
    if (byteLength(text) > maxRequestBytes) return reply(message, [0, [requestTooLarge, []]]);
    if (port.isUrgent(text)) void answer(message, text);
    else queue = queue.then(() => answer(message, text));
  }

  async function answer(message: Message, text: string): Promise<void> {
    if (!isOpen) return;
    try {
      reply(message, [0, [0, 200, [], await port.process(text)]]);
    } catch (error) {
      if (isOpen) reply(message, [0, [internalError, [String(error)]]]);
    }
  }

  function postMessage(text: string): void {
    const message = JSON.parse(text) as Message;
    const { id = -1, keys = [], values = [] } = message.params ?? {};
    switch (message.methodId) {
      case method.getContext:
        return reply(message, officeContext(port.readSettings(), window.navigator?.language ?? 'en-US'));
      case method.execute:
        return execute(message);
      case method.writeSettings:
        port.writeSettings(Object.fromEntries(keys.map((key, index) => [key, values[index] ?? ''])));
        return reply(message, [0]);
      case method.registerEvent:
        if (message.callbackId) listeners.set(id, message.callbackId);
        reply(message, [0]);
        if (id === eventId.richApi) later(() => early.length > 0 && emit(id, early.splice(0)));
        if (id === eventId.action) later(actionsListened);
        return;
      case method.unregisterEvent:
        listeners.delete(id);
        return reply(message, [0]);
      default:
        return reply(message, [0]);
    }
  }

  window.webkit = { messageHandlers: { Agave: { postMessage } } };
  return {
    fire(events) {
      if (listeners.has(eventId.richApi) && early.length === 0) emit(eventId.richApi, events);
      else early.push(...events);
    },
    async fireAction({ callId, actionId, event }) {
      await listensForActions;
      emit(eventId.action, [callId, actionId, JSON.stringify(event)]);
    },
    close() {
      isOpen = false;
    },
  };
}

/** By place, as the Mac host's list of properties has it. The language is that of the window, for contents and for display. */
function officeContext(settings: Readonly<Record<string, string>>, language: string): unknown[] {
  const excel = 1;
  const version = 16;
  const readWrite = 2;
  const activated = 1;
  return [
    [Object.keys(settings), Object.values(settings)],
    'solution',
    excel,
    version,
    ...[0, 0, 0],
    readWrite,
    ...[language, language],
    0,
    'file:///workbook.xlsx',
    activated,
    1,
    '',
    1,
    'correlation',
    'instance',
    false,
    true,
    JSON.stringify(requirementSets),
    '',
    '16.100.0.0',
    0,
  ];
}

const byteLength = (text: string): number => (text.length * 3 <= maxRequestBytes ? text.length : new TextEncoder().encode(text).length);

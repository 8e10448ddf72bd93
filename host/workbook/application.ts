import { ObjectKind } from '../interpreter/host-object.ts';
import type { LiveWorkbook } from './live-workbook.ts';

export interface ApplicationState {
  readonly live: LiveWorkbook;
  /** Recalculates everything; custom functions are asked anew. */
  recalculateAll(): void;
  isCalculating(): boolean;
}

/** Always automatic: Univer has no other mode, so the others are refused rather than taken and not kept. */
export const applicationKind = new ObjectKind<ApplicationState>('Application', {
  scalars: {
    CalculationMode: () => 'Automatic',
    CalculationState: ({ isCalculating }) => (isCalculating() ? 'Calculating' : 'Done'),
    CalculationEngineVersion: () => 191_029,
    DecimalSeparator: () => '.',
    ThousandsSeparator: () => ',',
    UseSystemSeparators: () => true,
  },
  setters: {
    CalculationMode: (_application, args) => void args.choice(0, ['Automatic']),
  },
  methods: {
    Calculate: (application) => application.recalculateAll(),
    // A batch is drawn and calculated once, after it, in any case.
    SuspendScreenUpdatingUntilNextSync: () => null,
    SuspendApiCalculationUntilNextSync: () => null,
  },
});

export const runtimeKind = new ObjectKind<LiveWorkbook>('Runtime', {
  scalars: { EnableEvents: ({ events }) => events.isEnabled },
  setters: {
    EnableEvents: ({ events }, args) => {
      events.isEnabled = args.boolean(0);
    },
  },
});

/** Neither a workbook nor a sheet is ever protected here; an add-in that looks is told so. */
export const protectionKind = new ObjectKind<null>('Protection', {
  scalars: { Protected: () => false },
});

const functionResultKind = new ObjectKind<number>('FunctionResult', {
  scalars: { Value: (value) => value, Error: () => null },
});

/** Serial of 1970-01-01. */
const unixEpochSerial = 25_569;
const daysBefore1904 = 1_462;
const millisecondsPerDay = 86_400_000;

/** Of the worksheet functions only DATE: it tells an add-in how the workbook counts its days. */
export const functionsKind = new ObjectKind<LiveWorkbook>('Functions', {
  methods: {
    Date: ({ held }, args) => {
      const days = Date.UTC(args.integer(0), args.integer(1) - 1, args.integer(2)) / millisecondsPerDay;
      return functionResultKind.make(days + unixEpochSerial - (held.date1904 ? daysBefore1904 : 0));
    },
  },
});

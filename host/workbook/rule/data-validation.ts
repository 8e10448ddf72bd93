import { invalidArgument } from '../../interpreter/api-error.ts';
import { ObjectKind } from '../../interpreter/host-object.ts';
import type { WireValue } from '../../interpreter/wire.ts';
import { formatReference } from '../address.ts';
import type { RangeState } from '../range/range-state.ts';
import type { ValidationSnapshot } from '../snapshot.ts';
import { anythingGoes } from './univer-validation.ts';

type Rule = Record<string, WireValue>;
const current = ({ live, sheetId, box }: RangeState): ValidationSnapshot | null => live.validations.at(sheetId, box);

const kinds = { wholeNumber: 'whole', decimal: 'decimal', date: 'date', list: 'list', custom: 'custom' } as const;
const typeNames = { whole: 'WholeNumber', decimal: 'Decimal', date: 'Date', list: 'List', custom: 'Custom' } as const;
const maxTypedListLength = 255;

/** Excel.DataValidationRule: one member says the kind, its value the bounds. */
function ruleOf(range: RangeState, given: Rule): Omit<ValidationSnapshot, 'box'> {
  const [name = '', value] = Object.entries(given).find(([, body]) => body !== null && body !== undefined) ?? [];
  const kind = kinds[name as keyof typeof kinds];
  const body = value as Rule | undefined;
  if (!kind || !body || typeof body !== 'object') throw invalidArgument(`This host has no validation rule of the kind ${JSON.stringify(name)}.`);
  switch (kind) {
    case 'list':
      return { kind, formula1: listSource(range, body['source']) };
    case 'custom':
      return { kind, formula1: String(body['formula'] ?? '') };
    default: {
      const operator = String(body['operator'] ?? 'Between');
      const formula2 = bound(body['formula2']);
      if (operator.endsWith('Between') && formula2 === undefined) throw invalidArgument('A rule between two bounds needs formula2.');
      return { kind, operator, formula1: bound(body['formula1']) ?? '', ...(formula2 !== undefined && { formula2 }) };
    }
  }
}

function listSource({ live }: RangeState, source: unknown): string {
  const range = live.objects.rangeState(source);
  if (range) return `=${formatReference(live.sheet(range.sheetId).getSheetName(), range.box)}`;
  const text = String(source ?? '');
  if (!text.startsWith('=') && text.length > maxTypedListLength) {
    throw invalidArgument(`A typed list takes at most ${maxTypedListLength} characters.`);
  }
  return text;
}

const bound = (value: unknown): string | undefined => (value === null || value === undefined || value === '' ? undefined : String(value));

function excelRule(rule: ValidationSnapshot | null): Rule {
  if (!rule || isOpen(rule)) return {};
  const { kind, formula1 = '', formula2, operator = 'Between' } = rule;
  if (kind === 'list') return { list: { inCellDropDown: true, source: formula1 } };
  if (kind === 'custom') return { custom: { formula: formula1 } };
  const name = kind === 'whole' ? 'wholeNumber' : kind;
  return { [name]: { formula1, operator, ...(formula2 !== undefined && { formula2 }) } };
}

const isOpen = ({ kind, formula1 }: ValidationSnapshot): boolean => kind === 'custom' && formula1 === anythingGoes;

const change = ({ live, sheetId, box }: RangeState, edit: (rule: ValidationSnapshot) => ValidationSnapshot): void =>
  live.validations.change(sheetId, box, edit);

export const dataValidationKind = new ObjectKind<RangeState>('DataValidation', {
  scalars: {
    Type: (range) => {
      const rule = current(range);
      return !rule || isOpen(rule) ? 'None' : typeNames[rule.kind];
    },
    Rule: (range) => excelRule(current(range)),
    IgnoreBlanks: () => true,
    ErrorAlert: (range) => {
      const rule = current(range);
      return { showAlert: rule?.isAdvisory !== true, style: 'Stop', title: '', message: rule?.errorMessage ?? '' };
    },
    Prompt: (range) => {
      const prompt = current(range)?.prompt ?? '';
      return { showPrompt: prompt !== '', title: '', message: prompt };
    },
  },
  setters: {
    Rule: (range, args) => {
      const rule = ruleOf(range, args.record(0));
      change(range, ({ box, errorMessage, prompt, isAdvisory }) => ({
        box,
        ...rule,
        ...(errorMessage !== undefined && { errorMessage }),
        ...(prompt !== undefined && { prompt }),
        ...(isAdvisory !== undefined && { isAdvisory }),
      }));
    },
    ErrorAlert: (range, args) => {
      const { message, showAlert } = args.record(0);
      change(range, ({ errorMessage: _message, isAdvisory: _advisory, ...rule }) => ({
        ...rule,
        ...(message && { errorMessage: String(message) }),
        ...(showAlert === false && { isAdvisory: true }),
      }));
    },
    Prompt: (range, args) => {
      const { message, showPrompt } = args.record(0);
      change(range, ({ prompt: _prompt, ...rule }) => ({ ...rule, ...(showPrompt !== false && message && { prompt: String(message) }) }));
    },
    IgnoreBlanks: (_range, args) => {
      if (!args.boolean(0)) throw invalidArgument('This host always lets blanks pass.');
    },
  },
  methods: {
    Clear: ({ live, sheetId, box }) => live.validations.clear(sheetId, box),
  },
});

import type {
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  RelationalNode,
  SymbolNode,
} from 'mathjs/number';
import { makeIssue } from '../issue/issue-codes.ts';
import type { Issue } from '../issue/issue.ts';
import { formulaFunctions, formulaOperators } from './formula-functions.ts';

/** What a formula sees in one hour. One object is reused for all hours. */
export interface FormulaScope {
  hour: number;
  day: number;
  weekday: number;
  month: number;
  /** Index of the hour in the plan, for reading other demands. */
  index: number;
  readonly demands: readonly ArrayLike<number>[];
}

export type Evaluate = (scope: FormulaScope) => number;

export const formulaVariables = ['hour', 'day', 'weekday', 'month'] as const;
export const formulaConstants: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
]);

/** Raised inside the compiler, caught by `compileFormula`. */
export class FormulaProblem extends Error {
  constructor(
    readonly kind: 'not-allowed' | 'unknown-name' | 'argument-count',
    readonly part: string,
    readonly counts: { readonly given: number; readonly wanted: string } = { given: 0, wanted: '' },
  ) {
    super(`${kind}: ${part}`);
  }

  issue(): Issue {
    return this.kind === 'argument-count'
      ? makeIssue('formula-argument-count', { function: this.part, ...this.counts })
      : makeIssue('formula-not-allowed', { part: this.part });
  }
}

type DemandPlace = (name: string) => number | undefined;

const longestPart = 60;
const refuse = (node: MathNode): never => {
  const text = node.toString();
  throw new FormulaProblem('not-allowed', text.length > longestPart ? `${text.slice(0, longestPart)}...` : text);
};

const readers: Readonly<Record<(typeof formulaVariables)[number], Evaluate>> = {
  hour: scope => scope.hour,
  day: scope => scope.day,
  weekday: scope => scope.weekday,
  month: scope => scope.month,
};

const compileSymbol = ({ name }: SymbolNode, demandPlace: DemandPlace): Evaluate => {
  if (Object.hasOwn(readers, name)) return readers[name as keyof typeof readers];
  const constant = formulaConstants.get(name);
  if (constant !== undefined) return () => constant;
  const place = formulaFunctions.has(name) ? undefined : demandPlace(name);
  if (place === undefined) throw new FormulaProblem('unknown-name', name);
  return ({ demands, index }) => (demands[place] as ArrayLike<number>)[index] as number;
};

const compileOperator = (node: OperatorNode, demandPlace: DemandPlace): Evaluate => {
  const fn: string = node.fn;
  const [first, second] = node.args.map(argument => compileNode(argument, demandPlace));
  if (!first) return refuse(node);
  if (!second) {
    if (fn === 'unaryMinus') return scope => -first(scope);
    if (fn === 'unaryPlus') return first;
    return fn === 'not' ? scope => Number(!first(scope)) : refuse(node);
  }
  if (fn === 'and') return scope => Number(Boolean(first(scope)) && Boolean(second(scope)));
  if (fn === 'or') return scope => Number(Boolean(first(scope)) || Boolean(second(scope)));
  const operate = formulaOperators.get(fn);
  return operate ? scope => operate(first(scope), second(scope)) : refuse(node);
};

const compileRelation = (node: RelationalNode, demandPlace: DemandPlace): Evaluate => {
  const { conditionals } = node as unknown as { readonly conditionals: readonly string[] };
  const parts = node.params.map(part => compileNode(part, demandPlace));
  const claims = conditionals.map(name => formulaOperators.get(name) ?? refuse(node));
  return scope => {
    const values = parts.map(part => part(scope));
    return Number(claims.every((claim, index) => claim(values[index] as number, values[index + 1] as number) === 1));
  };
};

const compileCall = (node: FunctionNode, demandPlace: DemandPlace): Evaluate => {
  const callee: MathNode = node.fn;
  if (callee.type !== 'SymbolNode') return refuse(node);
  const { name } = callee as SymbolNode;
  const called = formulaFunctions.get(name);
  if (!called) throw new FormulaProblem('unknown-name', name);
  const { leastArguments: least, mostArguments: most } = called;
  if (node.args.length < least || node.args.length > most) {
    const wanted = least === most ? String(least) : most === Infinity ? `${least}+` : `${least}-${most}`;
    throw new FormulaProblem('argument-count', name, { given: node.args.length, wanted });
  }
  const parts = node.args.map(argument => compileNode(argument, demandPlace));
  return scope => called.compute(...parts.map(part => part(scope)));
};

/** A function of the scope for a parsed formula. Throws `FormulaProblem` for any node that is not on the list. */
export const compileNode = (node: MathNode, demandPlace: DemandPlace): Evaluate => {
  switch (node.type) {
    case 'ConstantNode': {
      const { value } = node as ConstantNode as { readonly value: unknown };
      const number = typeof value === 'boolean' ? Number(value) : value;
      return typeof number === 'number' && Number.isFinite(number) ? () => number : refuse(node);
    }
    case 'ParenthesisNode':
      return compileNode((node as ParenthesisNode).content, demandPlace);
    case 'SymbolNode':
      return compileSymbol(node as SymbolNode, demandPlace);
    case 'OperatorNode':
      return compileOperator(node as OperatorNode, demandPlace);
    case 'RelationalNode':
      return compileRelation(node as RelationalNode, demandPlace);
    case 'FunctionNode':
      return compileCall(node as FunctionNode, demandPlace);
    case 'ConditionalNode': {
      const { condition, trueExpr, falseExpr } = node as ConditionalNode;
      const test = compileNode(condition, demandPlace);
      const yes = compileNode(trueExpr, demandPlace);
      const no = compileNode(falseExpr, demandPlace);
      return scope => (test(scope) ? yes(scope) : no(scope));
    }
    default:
      return refuse(node);
  }
};

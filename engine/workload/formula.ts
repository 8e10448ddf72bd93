import type { MathNode } from 'mathjs/number';
import { nearestNames } from '../catalog/nearest-names.ts';
import { makeIssue } from '../issue/issue-codes.ts';
import type { Issue } from '../issue/issue.ts';
import { fail, ok, type Result } from '../issue/result.ts';
import { compileNode, formulaConstants, formulaVariables, FormulaProblem, type Evaluate } from './formula-compiler.ts';
import { formulaFunctions } from './formula-functions.ts';
import { parseFormula } from './formula-parser.ts';

/** Largest text and tree of a formula: far above what an analyst writes, far below what could stall a run. */
export const formulaLimits = { characters: 2000, nodes: 400, depth: 60 } as const;

/** A formula ready to be evaluated hour by hour. */
export interface Formula {
  /** Demands it reads, by their place in the list it was compiled with. */
  readonly references: readonly number[];
  readonly evaluate: Evaluate;
}

const measure = (root: MathNode): { nodes: number; depth: number } => {
  let nodes = 0;
  let depth = 0;
  const visit = (node: MathNode, level: number): void => {
    nodes += 1;
    depth = Math.max(depth, level);
    if (nodes > formulaLimits.nodes || depth > formulaLimits.depth) return;
    node.forEach(child => visit(child, level + 1));
  };
  visit(root, 1);
  return { nodes, depth };
};

/** Parentheses and signs nest as deep as the parser goes: counted before it starts. */
const nestsTooDeep = (text: string): boolean => {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth > formulaLimits.depth) return true;
  }
  return /(?:[-+!~^]|\bnot\b)(?:\s*(?:[-+!~^]|\bnot\b)){60}/.test(text);
};

const tooLarge = (size: number, maximum: number): Result<never> =>
  fail(makeIssue('formula-too-large', { size, maximum }));

/** The tree of a formula within its bounds. */
const readFormula = (text: string): Result<MathNode> => {
  if (text.length > formulaLimits.characters) return tooLarge(text.length, formulaLimits.characters);
  if (nestsTooDeep(text)) return tooLarge(formulaLimits.depth + 1, formulaLimits.depth);
  let root: MathNode;
  try {
    root = parseFormula(text);
  } catch (error) {
    return fail(makeIssue('formula-syntax', { detail: error instanceof Error ? error.message : String(error) }));
  }
  const { nodes, depth } = measure(root);
  if (nodes > formulaLimits.nodes) return tooLarge(nodes, formulaLimits.nodes);
  return depth > formulaLimits.depth ? tooLarge(depth, formulaLimits.depth) : ok(root);
};

const ownNames: readonly string[] = [...formulaVariables, ...formulaFunctions.keys()];
/**
 * Above this many demands only our own names are suggested: comparing with all of them would stall a wrong workbook.
 */
const mostSuggestedDemands = 1000;

const unknownName = (name: string, demandNames: readonly string[]): Issue => {
  const demands = demandNames.length > mostSuggestedDemands ? [] : demandNames;
  const suggestion = nearestNames(name, [...ownNames, ...formulaConstants.keys(), ...demands], 1)[0] ?? '';
  return makeIssue('formula-unknown-name', { name, suggestion, known: ownNames.join(', ') });
};

/**
 * Makes a compiler for formulas of `hour`, `day`, `weekday`, `month` and other demands by their name: numbers,
 * arithmetic, comparisons, `and or xor not`, `?:`, and the functions of `formulaFunctions`; nothing else is accepted,
 * and nothing is executed while reading one. It reports every `formula-...` problem but the result's.
 */
export const makeFormulaCompiler = (demandNames: readonly string[]): ((text: string) => Result<Formula>) => {
  const placeByName = new Map(demandNames.map((name, place) => [name.toLowerCase(), place]));
  return text => {
    const root = readFormula(text);
    if (!root.ok) return root;
    const references: number[] = [];
    const demandPlace = (name: string): number | undefined => {
      const place = placeByName.get(name.toLowerCase());
      if (place !== undefined && !references.includes(place)) references.push(place);
      return place;
    };
    try {
      return ok({ evaluate: compileNode(root.value, demandPlace), references });
    } catch (error) {
      if (!(error instanceof FormulaProblem)) throw error;
      return fail(error.kind === 'unknown-name' ? unknownName(error.part, demandNames) : error.issue());
    }
  };
};

/** Compiles one formula: see `makeFormulaCompiler`. */
export const compileFormula = (text: string, demandNames: readonly string[]): Result<Formula> =>
  makeFormulaCompiler(demandNames)(text);

import * as mathjs from 'mathjs/number';
import type { MathNode } from 'mathjs/number';

type NodeClass = new (...parts: never[]) => object;
type Factory<Made> = (dependencies: Readonly<Record<string, unknown>>) => Made;

/** Factories of mathjs' parser and nodes: public, but missing in its type declarations. */
interface Factories {
  readonly createNode: Factory<NodeClass>;
  readonly createConstantNode: Factory<NodeClass>;
  readonly createSymbolNode: Factory<NodeClass>;
  readonly createOperatorNode: Factory<NodeClass>;
  readonly createParenthesisNode: Factory<NodeClass>;
  readonly createConditionalNode: Factory<NodeClass>;
  readonly createRelationalNode: Factory<NodeClass>;
  readonly createFunctionNode: Factory<NodeClass>;
  readonly createParse: Factory<(text: string) => MathNode>;
}
const {
  createNode, createConstantNode, createSymbolNode, createOperatorNode, createParenthesisNode, createConditionalNode,
  createRelationalNode, createFunctionNode, createParse,
} = mathjs as unknown as Factories;

const Node = createNode({ mathWithTransform: {} });

/** Stands where mathjs would put a node no formula may have: it can be told of, and nothing else. */
const refusedNode = (sign: string): NodeClass =>
  class extends Node {
    readonly type = 'RefusedNode';
    /** Rows of a matrix, which the parser counts. */
    readonly items: readonly unknown[];

    constructor(items: readonly unknown[] = []) {
      super();
      this.items = Array.isArray(items) ? items : [];
    }

    forEach(): void {
      // What it was made of is never looked at.
    }

    override toString(): string {
      return sign;
    }
  };

const nodes = (() => {
  const SymbolNode = createSymbolNode({ math: {}, Node });
  return {
    SymbolNode,
    ConstantNode: createConstantNode({ Node, isBounded: Number.isFinite }),
    OperatorNode: createOperatorNode({ Node }),
    ParenthesisNode: createParenthesisNode({ Node }),
    ConditionalNode: createConditionalNode({ Node }),
    RelationalNode: createRelationalNode({ Node }),
    FunctionNode: createFunctionNode({ math: {}, Node, SymbolNode }),
    AccessorNode: refusedNode('.'),
    IndexNode: refusedNode('[ ]'),
    ArrayNode: refusedNode('[ ]'),
    AssignmentNode: refusedNode('='),
    FunctionAssignmentNode: refusedNode('='),
    BlockNode: refusedNode(';'),
    ObjectNode: refusedNode('{ }'),
    RangeNode: refusedNode(':'),
  };
})();

/** Of mathjs' ways to tell functions by the types of their arguments the parser needs one: it is only given text. */
const typed = Object.assign((_name: string, signatures: Readonly<Record<string, unknown>>): unknown => signatures['string'], {
  addConversion: (): void => undefined,
});

/**
 * mathjs' parser with the nodes of arithmetic, comparisons, choices and calls. It is put together from mathjs' own factories,
 * because its ready-made one also brings what assigns, defines and evaluates: three fifths of its size, and all that would
 * have to be refused. Throws a `SyntaxError` of mathjs.
 */
export const parseFormula: (text: string) => MathNode = createParse({ ...nodes, typed, numeric: Number, config: { number: 'number' } });

import type { FunctionDefinition } from './function-views.ts';

/** The functions of functions.json, put in place by the build from the same sources. */
declare const FUNCTION_DEFINITIONS: readonly FunctionDefinition[];

export const functionDefinitions: readonly FunctionDefinition[] = FUNCTION_DEFINITIONS;

import { translateHelp } from '../localization/translate.ts';
import type { FunctionView } from '../taskpane/pane-services.ts';
import { worksheetFunctions } from './worksheet-functions.ts';

/** A function as functions.json states it. */
export interface FunctionDefinition {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly optional?: boolean }[];
}

/** Must be the namespace of manifest.xml. */
export const functionNamespace = 'CLOUD';

/** What the pane tells of each worksheet function. */
export const functionViews = (definitions: readonly FunctionDefinition[]): FunctionView[] =>
  Object.entries(worksheetFunctions).flatMap(([id, { example }]) => {
    const definition = definitions.find(each => each.id === id);
    return definition
      ? [{
          name: `${functionNamespace}.${id}`,
          argumentText: definition.parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(', '),
          description: translateHelp(definition.description),
          example,
        }]
      : [];
  });

import { translate } from '../localization/translate.ts';
import type { QuestionView } from '../taskpane/pane-services.ts';
import type { Example } from '../workbook/insert-example.ts';

/** What the first screen asks: each question with its template, and the file of its example. */
const questions = {
  reserve: { templateId: 'what-to-commit', load: () => import(/* webpackChunkName: "example-commitments" */ '../examples/commitments.json') },
  own: { templateId: 'owning', load: () => import(/* webpackChunkName: "example-own-or-rent" */ '../examples/own-or-rent-gpu.json') },
  leave: { templateId: 'leaving', load: () => import(/* webpackChunkName: "example-leaving" */ '../examples/data-act-exit.json') },
  gpus: { templateId: 'serving', load: () => import(/* webpackChunkName: "example-serving" */ '../examples/llm-serving.json') },
} as const;
type QuestionId = keyof typeof questions;

export const startQuestions = (): QuestionView[] =>
  (Object.keys(questions) as QuestionId[]).map(id => ({
    id,
    question: translate(`question-${id}`),
    description: translate(`question-${id}-about`),
    templateId: questions[id].templateId,
  }));

/** Throws RangeError for a question that is not asked. */
export async function loadExample(id: string): Promise<Example> {
  if (!(id in questions)) throw new RangeError(`there is no question ${id}`);
  return (await questions[id as QuestionId].load()) as Example;
}

import { inputTables, wordsOf } from '../../engine/index.ts';
import { formatFigure } from '../localization/format-figure.ts';
import { translate, translateText } from '../localization/translate.ts';
import type { PastRunView, RunComparison } from '../taskpane/pane-services.ts';
import type { PastRun } from '../workbook/result-record.ts';

export const pastRunViews = (runs: readonly PastRun[]): PastRunView[] =>
  runs.map(({ at, engine, catalogDate, randomSeed, inputHash, figures: [first] }) => ({
    at, engine, catalogDate, randomSeed, inputHash,
    figure: first ? `${translateText(first.label)}: ${formatFigure(first)}` : '',
  }));

const unionOf = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

type Figure = PastRun['figures'][number];

/** Figures of two runs are the same when their English is. */
const nameOf = ({ label }: Figure): string => wordsOf(label);

const differenceText = (before: Figure | undefined, after: Figure | undefined): string => {
  if (!before || !after || before.format !== after.format || before.currency !== after.currency) return '';
  if (before.value === null || after.value === null) return '';
  const difference = after.value - before.value;
  return (difference > 0 ? '+' : '') + formatFigure({ ...after, value: difference });
};

const figuresOf = (earlier: PastRun, later: PastRun): RunComparison['figures'] =>
  unionOf(earlier.figures.map(nameOf), later.figures.map(nameOf)).map(name => {
    const [before, after] = [earlier, later].map(({ figures }) => figures.find(figure => nameOf(figure) === name));
    return {
      label: translateText(after?.label ?? before?.label ?? name),
      before: before ? formatFigure(before) : '',
      after: after ? formatFigure(after) : '',
      difference: differenceText(before, after),
    };
  });

/** What a later run read and found otherwise than an earlier one. Throws RangeError when there is no such run. */
export function compareRuns(runs: readonly PastRun[], earlierPlace: number, laterPlace: number): RunComparison {
  const [earlier, later] = [runs[earlierPlace], runs[laterPlace]];
  if (!earlier || !later) throw new RangeError(`there is no run ${earlierPlace} or ${laterPlace}`);
  const tables = inputTables.filter(({ id }) => earlier.inputs[id] !== later.inputs[id]).map(({ title }) => translateText(title));
  return {
    changed: [
      ...tables,
      ...(earlier.catalogDate === later.catalogDate ? [] : [translate('pane-catalog')]),
      ...(earlier.engine === later.engine ? [] : [translate('pane-engine')]),
    ],
    figures: figuresOf(earlier, later),
    answers: unionOf(Object.keys(earlier.answers), Object.keys(later.answers))
      .filter(title => wordsOf(earlier.answers[title] ?? '') !== wordsOf(later.answers[title] ?? ''))
      .map(title => ({
        title: translateText(title),
        before: translateText(earlier.answers[title] ?? ''),
        after: translateText(later.answers[title] ?? ''),
      })),
  };
}

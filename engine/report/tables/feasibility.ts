import type { ChecklistAnswer } from '../../simulation/sizing/gpu-checklist.ts';
import { countText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { say } from '../sentence.ts';

/** A check of a node, point by point. */
export interface CheckedNode {
  readonly checkId: string;
  readonly nodeType: string;
  readonly answers: readonly ChecklistAnswer[];
}

export const feasibilityTable = defineResultTable({
  id: 'OutFeasibility',
  version: 1,
  sheetName: 'Results Feasibility',
  title: 'Can it run there?',
  question: 'Which nodes can share their GPUs for this work, and what stands against the others?',
  description: 'One row per check and point; the first row of a check tells its answer: fits, or #N/A with every reason.',
  columns: [
    { id: 'CheckId', title: 'Check', format: 'text', description: 'Row of GpuChecks.' },
    { id: 'NodeType', title: 'Node type', format: 'text', description: 'It was asked about.' },
    { id: 'Point', title: 'Point', format: 'text', description: 'all: the answer. Else one of the seven.' },
    { id: 'Needed', title: 'Needed', format: 'decimal', description: 'In the unit of the point; blank where it is yes or no.' },
    { id: 'Available', title: 'There', format: 'decimal', description: 'The same.' },
    { id: 'Answer', title: 'Answer', format: 'text', description: 'fits, #N/A with the reason, or not known.' },
  ],
});

const reasonOf = ({ point, needed, available, holds }: ChecklistAnswer): string => {
  if (holds === null) return `${point} not known`;
  return needed === null ? `no ${point}` : `${point}: ${available ?? 0} of ${needed}`;
};

export const buildFeasibility = (checked: readonly CheckedNode[]): ComposedTable | null => {
  const rows = checked.flatMap(({ checkId, nodeType, answers }) => {
    const against = answers.filter(({ holds }) => holds !== true).map(reasonOf);
    const own = { CheckId: checkId, NodeType: nodeType };
    return [
      { ...own, Point: 'all', Needed: null, Available: null, Answer: against.length === 0 ? 'fits' : `#N/A: ${against.join('; ')}` },
      ...answers.map(answer => ({
        ...own, Point: answer.point, Needed: answer.needed, Available: answer.available,
        Answer: answer.holds === true ? 'fits' : answer.holds === null ? 'not known' : `#N/A: ${reasonOf(answer)}`,
      })),
    ];
  });
  const fitting = rows.filter(({ Point, Answer }) => Point === 'all' && Answer === 'fits').length;
  return fillTable(feasibilityTable, { rows, answer: say`${fitting} of ${countText(checked.length, 'check')} fit.` });
};

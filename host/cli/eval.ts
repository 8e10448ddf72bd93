import type { EvalArguments } from './arguments.ts';
import { UsageError } from './arguments.ts';
import { toCsv } from './csv.ts';
import { exitCode } from './exit-code.ts';
import { readBytes } from './files.ts';
import { answerFormula } from './formula-answer.ts';
import type { FormulaAnswer } from './formula-answer.ts';
import { openHostedWorkbook } from './hosted-workbook.ts';
import type { Terminal } from './terminal.ts';

function jsonText(answer: FormulaAnswer): string {
  if (answer.kind === 'error') return JSON.stringify({ error: answer.error, message: answer.message });
  const { rows } = answer;
  const isSingle = rows.length === 1 && rows[0]!.length === 1;
  return JSON.stringify(isSingle ? { value: rows[0]![0] } : { rows });
}

/** `cloudcost eval`: one formula, its value or its rows. */
export async function evaluateFormula(command: EvalArguments, terminal: Terminal): Promise<number> {
  const hosted = await openHostedWorkbook(command.inWorkbook === null ? null : readBytes(command.inWorkbook));
  let answer: FormulaAnswer;
  try {
    answer = await answerFormula(hosted, command.formula, command.sheet);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  } finally {
    hosted.close();
  }
  if (command.asJson) terminal.print(jsonText(answer));
  else if (answer.kind === 'rows') terminal.print(toCsv(answer.rows));
  else terminal.print([answer.error, answer.message].filter(Boolean).join(' '));
  return answer.kind === 'error' ? exitCode.refused : exitCode.done;
}

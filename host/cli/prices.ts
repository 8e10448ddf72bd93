import type { PricesArguments } from './arguments.ts';
import { toCsv } from './csv.ts';
import { exitCode } from './exit-code.ts';
import { answerFormula } from './formula-answer.ts';
import { openHostedWorkbook } from './hosted-workbook.ts';
import type { Terminal } from './terminal.ts';

/** `cloudcost prices`: what CLOUD.NODES spills, narrowed by words. */
export async function listPrices({ words, asJson }: PricesArguments, terminal: Terminal): Promise<number> {
  const hosted = await openHostedWorkbook(null);
  const answer = await answerFormula(hosted, '=CLOUD.NODES()', null);
  hosted.close();
  if (answer.kind === 'error') {
    terminal.note(`${answer.error} ${answer.message ?? ''}\n`);
    return exitCode.refused;
  }
  const [header = [], ...rows] = answer.rows;
  const wanted = words.map(word => word.toLowerCase());
  const found = rows.filter(row => {
    const texts = row.map(cell => String(cell ?? '').toLowerCase());
    return wanted.every(word => texts.some(text => text.includes(word)));
  });
  if (asJson)
    terminal.print(JSON.stringify(found.map(row => Object.fromEntries(header.map((name, i) => [name, row[i]]))), null, 2));
  else terminal.print(toCsv([header, ...found]));
  if (found.length === 0) terminal.note(`No node type matches "${words.join(' ')}".\n`);
  return found.length === 0 ? exitCode.refused : exitCode.done;
}

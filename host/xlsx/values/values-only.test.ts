import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { functionNames } from '../function-names.ts';
import { readXlsx } from '../read.ts';
import { sheetOf, workbookOf } from '../test/change-snapshot.ts';
import { foreignWorkbook } from '../test/foreign-workbook.ts';
import { packageProblems } from '../test/package-problems.ts';
import { writeXlsx } from '../write.ts';
import { valuesOnly } from './values-only.ts';

const functions = functionNames(['CLOUD.COST', 'CLOUD.NODES'], ['CLOUD.NODES']);
const name = (title: string, formula: string) => ({ name: title, formula });

const book = () => writeXlsx(
  workbookOf(
    [
      sheetOf('Plan', [
        [{ value: 70.08, formula: '=CLOUD.COST("aws","us-east-1","m7i.xlarge",730)' }, { value: 140.16, formula: '=A1*2' }],
        [{ value: 5, formula: '=Wrapped(5)' }, { value: 6, formula: '=Twice(3)' }],
        [{ value: 'see CLOUD.COST(', formula: '="see "&"CLOUD.COST("' }, { value: '#N/A', isError: true, formula: '=CLOUD.COST("aws","x","y",1)' }],
        [{ value: 1, formula: '=CLOUD.NODES("aws")', spill: { rowCount: 2, columnCount: 1 } }],
        [{ value: 2 }],
      ]),
    ],
    { names: [name('Wrapped', '=LAMBDA(h,CLOUD.COST("aws","us-east-1","m7i.xlarge",h))'), name('Twice', '=LAMBDA(x,Wrapped(x)*2)'), name('Rate', '=0.05')] },
  ),
  null,
  functions,
);
const parts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([part, content]) => [part, strFromU8(content)]));

describe('a workbook of values', () => {
  const bytes = valuesOnly(book(), functions);
  const files = parts(bytes);
  const { sheets, names } = readXlsx(bytes, functions);
  const cell = (row: number, column: number) => sheets[0]?.cells.get(row)?.get(column);

  it('keeps the value of what the add-in computed, by itself or behind names, and every other formula', () => {
    const first = [cell(0, 0), cell(1, 0), cell(1, 1), cell(2, 1), cell(3, 0), cell(4, 0)];
    expect(first.map(each => [each?.value, each?.formula])).toEqual([
      [70.08, undefined], [5, undefined], [6, undefined], ['#N/A', undefined], [1, undefined], [2, undefined],
    ]);
    expect(cell(0, 1)).toMatchObject({ value: 140.16, formula: '=A1*2' });
    // The name of a function in a text calls nothing
    expect(cell(2, 0)).toMatchObject({ value: 'see CLOUD.COST(', formula: '="see "&"CLOUD.COST("' });
    expect(names.map(each => each.name)).toEqual(['Rate']);
    const stored = Object.entries(files).filter(([part]) => !part.includes('comments')).map(([, text]) => text).join('');
    expect(stored).not.toMatch(/_xldudf|cm="/i);
  });

  it('keeps each formula in a note as a person would type it', () => {
    const comments = files['xl/comments1.xml'] ?? '';
    expect([...comments.matchAll(/ref="(\w+)"/g)].map(([, ref]) => ref)).toEqual(['A1', 'A2', 'B2', 'B3', 'A4']);
    expect(comments).toContain('=CLOUD.COST("aws","us-east-1","m7i.xlarge",730)');
    expect([...(files['xl/drawings/vmlDrawing1.vml'] ?? '').matchAll(/<x:Row>(\d+)<\/x:Row><x:Column>(\d+)/g)].map(([, row, column]) => [row, column]))
      .toEqual([['0', '0'], ['1', '0'], ['1', '1'], ['2', '1'], ['3', '0']]);
    expect(packageProblems(bytes)).toEqual([]);
  });

  it('changes nothing of a workbook without functions of the add-in', () => {
    const plain = writeXlsx(workbookOf([sheetOf('Plan', [[{ value: 3, formula: '=1+2' }]])]), null, functions);
    expect(parts(valuesOnly(plain, functions))).toEqual(parts(plain));
  });

  it('puts its notes beside those that are there, in formulas filled down as well', () => {
    const files = unzipSync(foreignWorkbook());
    const part = 'xl/worksheets/sheet1.xml';
    const text = strFromU8(files[part]!);
    const filled =
      '<row r="40"><c r="A40"><f t="shared" ref="A40:A41" si="77">_xldudf_CLOUD_COST("aws")</f><v>1</v></c></row>' +
      '<row r="41"><c r="A41"><f t="shared" si="77"/><v>2</v></c></row>';
    files[part] = strToU8(text.replace('</sheetData>', `${filled}</sheetData>`));
    const bytes = zipSync(files);
    const frozen = parts(valuesOnly(bytes, functions));
    expect(frozen[part]).toContain('<c r="A40"><v>1</v></c></row><row r="41"><c r="A41"><v>2</v></c>');
    const comments = frozen['xl/comments1.xml'] ?? '';
    expect(comments).toContain('agreed in March');
    expect(comments).toContain('<author>Analyst</author><author>CloudCost</author>');
    expect([...comments.matchAll(/ref="(\w+)" authorId="(\d)"/g)].map(([, ref, author]) => [ref, author])).toEqual([
      // C5 and C6 call the add-in in the file as it is
      ['B2', '0'], ['C5', '1'], ['C6', '1'], ['A40', '1'], ['A41', '1'],
    ]);
    const drawings = Object.keys(frozen).filter(each => each.endsWith('.vml'));
    expect(drawings).toEqual(Object.keys(parts(bytes)).filter(each => each.endsWith('.vml')));
    expect(frozen[drawings[0] ?? '']).toContain('<x:Row>40</x:Row>');
    expect(frozen['xl/calcChain.xml']).toBeUndefined();
    expect(packageProblems(valuesOnly(bytes, functions))).toEqual([]);
  });
});

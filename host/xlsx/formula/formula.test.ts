import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { functionNames } from '../function-names.ts';
import { formulaFromFile } from './from-file.ts';
import { makeShiftable } from './shift.ts';
import { formulaToFile } from './to-file.ts';
import { formulaTokens } from './tokens.ts';

const functions = functionNames(['CLOUD.COST', 'CLOUD.NODES'], ['CLOUD.NODES']);
const toFile = (formula: string, table?: string): string => formulaToFile(formula, functions, table).text;
const fromFile = (stored: string): string => formulaFromFile(stored, functions);

/** As typed, and as Excel stores it. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['=SUM(A1:B2)', 'SUM(A1:B2)'],
  ['=XLOOKUP(A1,B:B,C:C)', '_xlfn.XLOOKUP(A1,B:B,C:C)'],
  ['=SORT(FILTER(A1:A9,B1:B9>2))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>2))'],
  ['=IFS(A1>1,"XLOOKUP(",TRUE,"")', '_xlfn.IFS(A1>1,"XLOOKUP(",TRUE,"")'],
  ['=CLOUD.COST("aws","us-east-1","m7i.xlarge",730)', '_xldudf_CLOUD_COST("aws","us-east-1","m7i.xlarge",730)'],
  ['=LET(tc,(B2-32)*5/9,rh,0.6,tc*ATAN(rh))', '_xlfn.LET(_xlpm.tc,(B2-32)*5/9,_xlpm.rh,0.6,_xlpm.tc*ATAN(_xlpm.rh))'],
  ['=LAMBDA(temp, (5/9) * (temp-32))(100)', '_xlfn.LAMBDA(_xlpm.temp, (5/9) * (_xlpm.temp-32))(100)'],
  [
    '=LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))',
    '_xlfn.LAMBDA(_xlpm.x,_xlop.y,IF(_xlfn.ISOMITTED(_xlpm.y),_xlpm.x,_xlpm.x+_xlpm.y))',
  ],
  ['=LET(f,LAMBDA(a,a*2),f(3))', '_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.a,_xlpm.a*2),_xlpm.f(3))'],
  ['=SUM(A1#)', 'SUM(_xlfn.ANCHORARRAY(A1))'],
  ["=SUM('My sheet'!A1#)", "SUM(_xlfn.ANCHORARRAY('My sheet'!A1))"],
  ['=@A1:A3', '_xlfn.SINGLE(A1:A3)'],
  ['=@INDEX(A1:A3,B1)+1', '_xlfn.SINGLE(INDEX(A1:A3,B1))+1'],
  ['=Jobs[[#This Row],[Hours]]*2', 'Jobs[[#This Row],[Hours]]*2'],
  ['=SUM(Jobs[Hours])', 'SUM(Jobs[Hours])'],
  ['={1,2;3,4}', '{1,2;3,4}'],
  ['=IF(A1=#N/A,"#REF!",#DIV/0!)', 'IF(A1=#N/A,"#REF!",#DIV/0!)'],
  ["='It''s'!A1&[1]Sheet1!B2", "'It''s'!A1&[1]Sheet1!B2"],
  ['=_xldudf_OTHER_ADDIN(A1)', '_xldudf_OTHER_ADDIN(A1)'],
];

describe('formulas between cell and file', () => {
  it.each(PAIRS)('stores %s as %s', (typed, stored) => expect(toFile(typed)).toBe(stored));
  it.each(PAIRS)('shows %s for %s', (typed, stored) => expect(fromFile(stored)).toBe(typed));

  it('takes function names in any case, and names of parameters too', () => {
    expect(toFile('=cloud.cost(1)+xlookup(1,A:A,B:B)')).toBe('_xldudf_CLOUD_COST(1)+_xlfn.XLOOKUP(1,A:A,B:B)');
    expect(toFile('=LET(Rate,2,rate+RATE)')).toBe('_xlfn.LET(_xlpm.Rate,2,_xlpm.Rate+_xlpm.Rate)');
    expect(fromFile('_XLDUDF_cloud_cost(1)')).toBe('=CLOUD.COST(1)');
  });

  it('knows the other ways files name an add-in or the workbook itself', () => {
    expect(fromFile('[2]!_xldudf_CLOUD_COST(1)*2')).toBe('=CLOUD.COST(1)*2');
    expect(fromFile('_xll.CLOUD.COST(1)')).toBe('=CLOUD.COST(1)');
    expect(fromFile('_xll.OTHER(1)')).toBe('=_xll.OTHER(1)');
    expect(fromFile('[0]!Budget*2')).toBe('=Budget*2');
    expect(fromFile('_xlfn.BYROW(A1:B2,_xleta.SUM)')).toBe('=BYROW(A1:B2,SUM)');
  });

  it('does not take a LET name for what stands outside', () => {
    expect(toFile('=LET(x,x0,x)+x')).toBe('_xlfn.LET(_xlpm.x,x0,_xlpm.x)+x');
    expect(toFile('=LET(a,b,b,a,b)')).toBe('_xlfn.LET(_xlpm.a,b,_xlpm.b,_xlpm.a,_xlpm.b)');
  });

  it('says the table where a formula leaves it unsaid', () => {
    expect(toFile('=[@Hours]*[@[Unit price]]', 'Jobs')).toBe(
      'Jobs[[#This Row],[Hours]]*Jobs[[#This Row],[Unit price]]',
    );
    expect(toFile('=SUM([Hours])+Other[@Cost]', 'Jobs')).toBe('SUM(Jobs[Hours])+Other[[#This Row],[Cost]]');
    expect(toFile('=[@]', 'Jobs')).toBe('Jobs[#This Row]');
    expect(toFile("=Jobs[it''s]]", 'Jobs')).toBe("Jobs[it''s]]");
  });

  it('marks formulas that reckon with arrays, and no others', () => {
    const isArray = (formula: string): boolean => formulaToFile(formula, functions).isArray;
    for (const formula of [
      '=A1:A3*2',
      '=SUM(A1:A3*B1:B3)',
      '=A1:A3',
      '=Jobs[Hours]*2',
      '=SEQUENCE(3)',
      '=CLOUD.NODES("aws")',
      '=SUM(A1#)',
    ]) {
      expect([formula, isArray(formula)]).toEqual([formula, true]);
    }
    for (const formula of [
      '=A1*2',
      '=SUM(A1:A3)*2',
      '=SUM(Jobs[Hours])',
      '=[@Hours]*2',
      '=CLOUD.COST(1)',
      '=Jobs[[#This Row],[Hours]]*2',
    ]) {
      expect([formula, isArray(formula)]).toEqual([formula, false]);
    }
  });

  it('loses no sign of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AZaz09$#@\'"[](){},;:!.+*/ _ü東') }), text => {
        expect(
          formulaTokens(text)
            .map(token => token.text)
            .join(''),
        ).toBe(text);
        expect(fromFile(text)).toBe(`=${text.includes('[0]!') ? text.replaceAll('[0]!', '') : text}`);
      }),
    );
  });
});

describe('a formula filled down', () => {
  it.each([
    ['A1+$A1+A$1+$A$1', 2, 1, 'B3+$A3+B$1+$A$1'],
    ['SUM(A:A)+SUM(1:1)+SUM($B:$C,$2:$3)', 1, 1, 'SUM(B:B)+SUM(2:2)+SUM($B:$C,$2:$3)'],
    ['LOG10(A1)&"A1"&\'A1\'!B2', 1, 0, 'LOG10(A2)&"A1"&\'A1\'!B3'],
    ['TaxRate2026*Q1!A1', 1, 1, 'TaxRate2026*Q1!B2'],
    ['Jobs[A1]+A1', 1, 0, 'Jobs[A1]+A2'],
    ['A2+A1', -1, 0, 'A1+#REF!'],
    ['1E5+A5', 1, 0, '1E5+A6'],
  ])('%s, %i rows down and %i columns right, is %s', (formula, rows, columns, expected) => {
    expect(makeShiftable(formula)(rows, columns)).toBe(expected);
  });
});

import { describe, expect, it } from '@jest/globals';
import { parseSimpleCall } from './simple-call.ts';

describe('simple calls', () => {
  it('reads texts, numbers, truth values, gaps and cells', () => {
    const cell = { row: 1, column: 1, isRowFixed: false, isColumnFixed: true };
    expect(parseSimpleCall('=Cloud.Cost( "say ""hi""" , -1.5e3, TRUE,, $B2 )')).toEqual({
      name: 'CLOUD.COST',
      args: [{ value: 'say "hi"' }, { value: -1500 }, { value: true }, { value: null }, cell],
    });
    expect(parseSimpleCall('=CLOUD.DATE()')).toEqual({ name: 'CLOUD.DATE', args: [] });
  });

  it('leaves everything else alone', () => {
    for (const formula of ['=A1', '=SUM(A1:A3)', '=F(G(1))', '=F(1)+1', '=F(1)*G(2)', '=F(Rate)', '=F(tbl[x])', '=F(Plan!A1)', '=F("a"&"b")', 'F(1)']) {
      expect(parseSimpleCall(formula)).toBeNull();
    }
  });
});

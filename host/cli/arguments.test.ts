import { describe, expect, it } from '@jest/globals';
import { parseArguments, UsageError } from './arguments.ts';

describe('the command line', () => {
  it('reads a run', () => {
    expect(parseArguments(['run', 'plan.xlsx', '--out', 'result.xlsx'])).toEqual({
      command: 'run',
      workbook: 'plan.xlsx',
      out: 'result.xlsx',
    });
  });

  it('reads a formula with its workbook', () => {
    expect(parseArguments(['eval', '=1+1', '--in', 'a.xlsx', '--json'])).toEqual({
      command: 'eval',
      formula: '=1+1',
      inWorkbook: 'a.xlsx',
      sheet: null,
      asJson: true,
    });
  });

  it('explains itself without words, and for a command', () => {
    expect(parseArguments([])).toEqual({ command: 'help', topic: null });
    expect(parseArguments(['run', '--help'])).toEqual({ command: 'help', topic: 'run' });
  });

  it.each([
    [['run', 'a.xlsx'], /--out/],
    [['run', '--out', 'b.xlsx'], /one workbook; 0 given/],
    [['run', 'a.xlsx', 'b.xlsx', '--out', 'c.xlsx'], /2 given/],
    [['fly'], /no command "fly"/],
    [['eval', '=1', '--out', 'x'], /no option --out/],
    [['eval', '=1', '--frob'], /frob/],
    [['serve', '--port', 'abc'], /not a port/],
  ])('refuses %j with a reason', (words, reason) => {
    expect(() => parseArguments(words)).toThrow(UsageError);
    expect(() => parseArguments(words)).toThrow(reason);
  });
});

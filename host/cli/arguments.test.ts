import { describe, expect, it } from '@jest/globals';
import { parseArguments, UsageError } from './arguments.ts';

describe('the command line', () => {
  it('reads a run', () => {
    expect(parseArguments(['run', 'plan.xlsx', '--out', 'result.xlsx'])).toEqual({
      command: 'run',
      workbook: 'plan.xlsx',
      out: 'result.xlsx',
      language: 'en-US',
    });
    expect(parseArguments(['run', 'plan.xlsx', '--out', 'result.xlsx', '--language', 'ko'])).toMatchObject({ language: 'ko-KR' });
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

  it('reads an import, with names once each or in a row', () => {
    const words = ['import', 'list.csv', '--in', 'a.xlsx', '--out', 'b.xlsx'];
    const plain = { command: 'import', from: { file: 'list.csv' }, inWorkbook: 'a.xlsx', out: 'b.xlsx' };
    expect(parseArguments(words)).toEqual({ ...plain, regions: [], nodeTypes: [], operatingSystems: [] });
    expect(parseArguments([...words, '--region', 'eastus', '--region', 'westus3,japaneast', '--node-type', 'm7i.large', '--os', 'linux'])).toEqual({
      ...plain, regions: ['eastus', 'westus3', 'japaneast'], nodeTypes: ['m7i.large'], operatingSystems: ['linux'],
    });
    expect(parseArguments(['import', '--refresh', 'azure', ...words.slice(2)])).toMatchObject({ from: { service: 'azure', url: null } });
  });

  it('reads how a job log is to be run', () => {
    const plain = { command: 'simulate', log: 'a.swf', nodes: null, policy: 'easy', department: 'group', jobs: null, asJson: false };
    expect(parseArguments(['simulate', '--swf', 'a.swf'])).toEqual(plain);
    const words = ['simulate', '--swf', 'a.swf', '--nodes', '64', '--policy', 'FCFS', '--department', 'user', '--jobs', 'o.csv', '--json'];
    expect(parseArguments(words)).toEqual({ ...plain, nodes: 64, policy: 'fcfs', department: 'user', jobs: 'o.csv', asJson: true });
  });

  it('explains itself without words, and for a command', () => {
    expect(parseArguments([])).toEqual({ command: 'help', topic: null });
    expect(parseArguments(['run', '--help'])).toEqual({ command: 'help', topic: 'run' });
  });

  it.each([
    [['run', 'a.xlsx'], /--out/],
    [['run', '--out', 'b.xlsx'], /one workbook; 0 given/],
    [['run', 'a.xlsx', 'b.xlsx', '--out', 'c.xlsx'], /2 given/],
    [['run', 'a.xlsx', '--out', 'c.xlsx', '--language', 'fr'], /en, ko/],
    [['fly'], /no command "fly"/],
    [['eval', '=1', '--out', 'x'], /no option --out/],
    [['eval', '=1', '--frob'], /frob/],
    [['import', 'list.csv', '--out', 'b.xlsx'], /--in/],
    [['import', '--in', 'a.xlsx', '--out', 'b.xlsx'], /one price list/],
    [['import', 'list.csv', '--refresh', 'azure', '--in', 'a.xlsx', '--out', 'b.xlsx'], /none with --refresh/],
    [['import', '--refresh', 'aws', '--in', 'a.xlsx', '--out', 'b.xlsx'], /only azure/],
    [['import', 'list.csv', '--url', 'https://x', '--in', 'a.xlsx', '--out', 'b.xlsx'], /--refresh/],
    [['simulate'], /--swf/],
    [['simulate', '--swf', 'a.swf', '--nodes', '0'], /1 or more/],
    [['simulate', '--swf', 'a.swf', '--policy', 'lifo'], /fcfs, easy/],
    [['simulate', '--swf', 'a.swf', '--department', 'city'], /user, group/],
    [['simulate', 'a.swf', '--swf', 'a.swf'], /options only/],
    [['serve', '--port', 'abc'], /not a port/],
  ])('refuses %j with a reason', (words, reason) => {
    expect(() => parseArguments(words)).toThrow(UsageError);
    expect(() => parseArguments(words)).toThrow(reason);
  });
});

import { withParticles } from '../korean-particles.ts';
import type { Messages } from '../message-key.ts';
import functions from './ko-KR-functions.json';
import report from './ko-KR-report.json';
import { koKRImport } from './ko-KR-import.ts';
import { koKRPane } from './ko-KR-pane.ts';
import { koKRIssues } from './ko-KR-issues.ts';

/** Sentences in Korean, by key. */
const messages: Readonly<Record<keyof Messages, string>> = {
  ...koKRPane,
  ...koKRImport,

  // 워크시트 함수
  'argument-missing': '{argument} 인수가 없습니다.',
  'argument-not-text': '{argument} 인수는 {value}이(가) 아니라 텍스트여야 합니다.',
  'argument-not-number': '{argument} 인수는 "{value}"이(가) 아니라 숫자여야 합니다.',
  'argument-below': '{argument} 인수는 {value}이(가) 아니라 {minimum} 이상이어야 합니다.',
  'argument-above': '{argument} 인수는 {value}이(가) 아니라 {maximum} 이하여야 합니다.',
  'argument-not-above': '{argument} 인수는 {value}이(가) 아니라 {limit}보다 커야 합니다.',
  'argument-not-whole': '{argument} 인수는 {value}이(가) 아니라 정수여야 합니다.',
  'argument-not-date': '{argument} 인수는 "{value}"이(가) 아니라 날짜 또는 2026-01-31과 같은 텍스트여야 합니다.',
  'argument-not-choice': '{argument} 인수는 "{value}"이(가) 아니라 {choices} 중 하나여야 합니다.',
  'argument-not-flag': '{argument} 인수는 "{value}"이(가) 아니라 TRUE 또는 FALSE여야 합니다.',
  'argument-not-country': '{argument} 인수는 "{value}"이(가) 아니라 EU 또는 DE와 같은 두 글자 국가 코드여야 합니다.',
  'argument-columns': '{argument} 인수는 {found}개가 아니라 {count}개의 열이어야 합니다.',
  'argument-end-before-start': '끝({end})은 시작({start})보다 뒤여야 합니다.',
  'range-columns': '{argument} 인수에는 머리글 없이 {columns}의 {expected}개 열이 있어야 하는데 {count}개입니다.',
  'workload-not-in-plan': '계획에 {workload} 행이 없습니다.',
  'numbers-not-ascending': '{workload}의 {columns} 값은 줄어들 수 없습니다.',
  'no-finite-answer': '이에 답하는 숫자가 없습니다. 함수 도움말을 보십시오.',
  'export-no-table': '이 실행에는 {table} 결과 표가 없습니다. 있는 표: {known}.',
  'export-no-ledger': '이 실행에는 요금이 없어 쓸 원장이 없습니다. 결과 표를 지정하십시오.',
  'report-run': 'CloudCost {engine}, 가격 기준일 {date}, 입력 {hash}, 시드 {seed}.',
  'report-warnings': '경고',
  'report-more-rows': '{count}개 행이 통합 문서에 더 있습니다.',
  'report-yes': '예',
  'report-no': '아니요',
  'ranges-differ': '{first}과(와) {other}의 셀 수가 같아야 합니다.',
  'range-reversed': '{upper}은(는) {lower}보다 작을 수 없습니다.',
  'no-node-type-matches': '일치하는 노드 유형이 없습니다.',
  'cores-unknown': '{nodeType}의 물리 코어 수를 알 수 없습니다.',
  'function-failed': '계산하지 못했습니다: {reason}',
  'results-out-of-date': '최신이 아님: 이 실행 이후 {tables}이(가) 바뀌었습니다. 모델을 다시 실행하십시오.',
  'result-retired': '최근 실행에는 없습니다. 통합 문서에 이 표를 위한 내용이 더 이상 없습니다.',
  'start-failed': 'CloudCost를 시작하지 못했습니다: {message}',

  // CLOUDCOST 이름
  'name-comment': 'CLOUD.COST와 같은, 노드를 몇 시간 실행하는 비용.',
  'name-taken': '이 통합 문서에서 {name} 이름은 다른 것을 가리킵니다.',
  'no-lambda': '이 Excel에는 {name} 이름에 필요한 LAMBDA가 없습니다. =CLOUD.COST(...)를 대신 사용하십시오.',

  // 실행
  'stage-read': '표를 읽는 중',
  'stage-demand': '수요를 계산하는 중',
  'stage-capacity': '용량을 정하는 중',
  'stage-decisions': '결정을 저울질하는 중',
  'stage-pricing': '가격을 매기는 중',
  'stage-report': '결과를 정리하는 중',
  'stage-write': '결과를 쓰는 중',
  'stage-done': '완료',
  'figure-unknown': '알 수 없음',
  'already-running': '실행이 진행 중입니다. 끝날 때까지 기다리거나 취소하십시오.',
  'excel-too-old': '이 Excel은 결과 표를 제자리에 유지하기에 너무 오래되었습니다(ExcelApi 1.13 없음). Excel을 업데이트하거나 웹용 Excel을 사용하십시오.',
  'newer-workbook': '이 통합 문서는 더 새로운 CloudCost(스키마 {schema})로 작성되었습니다. 추가 기능을 업데이트하십시오.',
  'run-failed': '{reason}[ ({statement}에서)]',

  // 결과를 쓸 수 없는 이유
  'result-table-taken':
    '통합 문서에 {table} 표가 있지만 {column} 열이 없으므로 CloudCost의 결과가 아닙니다. 표 이름을 바꾸거나 열을 되돌리십시오.',
  'result-too-long': '{table} 결과는 {count}행으로, Excel 시트에 담을 수 있는 것보다 많습니다.',
  'result-sheet-protected': '{sheet} 시트가 보호되어 있습니다. 결과를 쓰려면 보호를 해제하십시오.',
  'result-sheet-taken': '{sheet} 시트에 다른 내용이 있습니다. 이름을 바꾸거나 비우십시오. CloudCost는 그 이름의 시트에 결과를 씁니다.',
  'workbook-protected': '통합 문서 구조가 보호되어 있어 {sheet} 시트를 추가할 수 없습니다.',
  'result-in-the-way': '{table} 표가 커져야 하는데 {address}이(가) 막고 있습니다. 옮기거나 표 주위를 비워 두십시오.',
};

/** What `useLanguage` loads. */
export const language = {
  tag: 'ko-KR',
  messages,
  issues: koKRIssues,
  functions: functions as Readonly<Record<string, string>>,
  report: report as Readonly<Record<string, string>>,
  inflected: withParticles,
} as const;

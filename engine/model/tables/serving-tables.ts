import { ownershipColumns, tagColumns } from './ownership-columns.ts';
import { defineTable } from './table-spec.ts';

export const modelServingTable = defineTable({
  id: 'ModelServing',
  version: 1,
  title: 'Model serving',
  sheetName: 'Workloads',
  key: ['ServingId'],
  question: 'Which language models answer how many requests, and how soon must the first token come?',
  description:
    'One served model per row, a workload that Placements put on nodes with GPUs. An hour of requests is simulated through prefill and decoding; the copies run ' +
    'all the time.',
  columns: [
    { id: 'ServingId', title: 'Model', type: 'text', isRequired: true, description: 'Name of the served model, unique among workloads.' },
    {
      id: 'RequestsPerSecond', title: 'Requests', unit: 'per second', type: 'number', isRequired: false, minimum: 0, isMinimumExclusive: true, maximum: 100_000,
      description: 'On the mean; they come at random. Blank: as Requests say.',
    },
    {
      id: 'PromptTokens', title: 'Tokens in', unit: 'tokens', type: 'integer', isRequired: false, minimum: 1, maximum: 1_000_000,
      description: 'Of a request, on the mean. Blank: as Requests say.',
    },
    {
      id: 'OutputTokens', title: 'Tokens out', unit: 'tokens', type: 'integer', isRequired: false, minimum: 1, maximum: 100_000,
      description: 'Of an answer, on the mean. Blank: as Requests say.',
    },
    {
      id: 'Lengths', title: 'Lengths', type: 'choice', isRequired: false, choices: ['even', 'random'], default: { value: 'random', source: 'A-SRV-4' },
      description: 'even: all alike. random: exponential around the mean.',
    },
    {
      id: 'ParametersBillion', title: 'Parameters', unit: 'billion', type: 'number', isRequired: true, minimum: 0, isMinimumExclusive: true, maximum: 100_000,
      description: 'Of the model; of a mixture of experts those that are active, where memory allows.',
    },
    {
      id: 'BytesPerParameter', title: 'Bytes of one', type: 'number', isRequired: false, minimum: 0, isMinimumExclusive: true, maximum: 8,
      default: { value: 2, source: 'definition: half precision' }, description: '2 in half precision, 1 in 8 bits, 0.5 in 4.',
    },
    {
      id: 'KvKiBPerToken', title: 'Context', unit: 'KiB per token', type: 'number', isRequired: true, minimum: 0, isMinimumExclusive: true, maximum: 1_000_000,
      description: 'Keys and values kept for a token: 2 x layers x key heads x head size x bytes, over 1,024.',
    },
    {
      id: 'GpusPerCopy', title: 'GPUs of a copy', type: 'integer', isRequired: false, minimum: 1, maximum: 1024,
      default: { value: 1, source: 'definition: one GPU holds it' }, description: 'GPUs of one node that serve a copy together.',
    },
    {
      id: 'Copies', title: 'Copies', type: 'integer', isRequired: false, minimum: 1, maximum: 10_000,
      description: 'Copies of the model that run. Blank: the fewest that keep TargetFirstTokenMs.',
    },
    {
      id: 'TargetFirstTokenMs', title: 'First token within', unit: 'ms', type: 'number', isRequired: false, minimum: 0, isMinimumExclusive: true,
      default: { value: 1000, source: 'A-SRV-5' }, description: 'Of 95 requests in a hundred.',
    },
    ...ownershipColumns,
  ],
  openColumns: tagColumns,
});

export const requestsTable = defineTable({
  id: 'Requests',
  version: 1,
  title: 'Requests of a trace',
  sheetName: 'Requests',
  key: [],
  question: 'When did requests come, and how long were they and their answers?',
  description: 'One request per row, as measured. A model of ModelServing that has any is asked by them in place of random ones.',
  columns: [
    {
      id: 'ServingId', title: 'Model', type: 'text', isRequired: true, references: [{ tableId: 'ModelServing', columnId: 'ServingId' }],
      description: 'Row of ModelServing.',
    },
    { id: 'Second', title: 'Came at', unit: 's', type: 'number', isRequired: true, description: 'Seconds since any instant; rows in any order.' },
    { id: 'PromptTokens', title: 'Tokens in', unit: 'tokens', type: 'integer', isRequired: true, minimum: 1, maximum: 1_000_000, description: 'Of the request.' },
    { id: 'OutputTokens', title: 'Tokens out', unit: 'tokens', type: 'integer', isRequired: true, minimum: 1, maximum: 100_000, description: 'Of the answer.' },
  ],
});

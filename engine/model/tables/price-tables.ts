import { nodeFamilies } from '../../catalog/node-type.ts';
import { priceKeyColumns } from './placements-table.ts';
import { defineTable, type ColumnDeclaration } from './table-spec.ts';

/** Where a stated figure comes from. */
export const provenanceColumns: readonly ColumnDeclaration[] = [
  {
    id: 'Source',
    title: 'Source',
    type: 'text',
    isRequired: false,
    description: 'Where the figure comes from: contract, quote, page.',
  },
  { id: 'AsOf', title: 'As of', type: 'date', isRequired: false, description: 'Day the figure was read.' },
];

export const priceSheetTable = defineTable({
  id: 'PriceSheet',
  version: 1,
  title: 'Own prices',
  sheetName: 'Prices',
  key: ['PriceId'],
  question: 'Which prices differ from the catalog, or are missing there?',
  description:
    "Own prices come before the catalog's. A blank price is unknown; 0 is a price of zero and should say its source.",
  columns: [
    { id: 'PriceId', title: 'Price', type: 'text', isRequired: true, description: 'Name of the price.' },
    ...priceKeyColumns,
    {
      id: 'UnitPrice',
      title: 'Price',
      unit: 'currency per node-hour',
      type: 'number',
      isRequired: false,
      minimum: 0,
      description: 'Price of one node for one hour; for reservations the recurring part.',
    },
    {
      id: 'Upfront',
      title: 'Upfront',
      unit: 'currency per node',
      type: 'number',
      isRequired: false,
      minimum: 0,
      default: { value: 0, source: 'definition: nothing is due at purchase unless stated' },
      description: 'Due at purchase of a reservation, per node.',
    },
    { id: 'Currency', title: 'Currency', type: 'currency', isRequired: true, description: 'ISO 4217, e.g. USD.' },
    {
      id: 'ValidFrom',
      title: 'Valid from',
      type: 'date',
      isRequired: false,
      description: 'First day the price holds; blank: always.',
    },
    {
      id: 'ValidTo',
      title: 'Valid to',
      type: 'date',
      isRequired: false,
      description: 'First day it holds no more; blank: until further notice.',
    },
    ...provenanceColumns,
  ],
});

export const nodeTypesTable = defineTable({
  id: 'NodeTypes',
  version: 1,
  title: 'Own node types',
  sheetName: 'Prices',
  key: ['Provider', 'NodeType'],
  question: 'Which node types does the catalog not know?',
  description: "Own node types come before the catalog's of the same name.",
  columns: [
    {
      id: 'Provider',
      title: 'Provider',
      type: 'text',
      isRequired: true,
      description: 'Provider that offers the node type.',
    },
    { id: 'NodeType', title: 'Node type', type: 'text', isRequired: true, description: 'Name of the node type.' },
    {
      id: 'Family',
      title: 'Family',
      type: 'choice',
      isRequired: false,
      choices: nodeFamilies,
      default: { value: 'general', source: 'A-MOD-14' },
      description: 'Kind of node.',
    },
    {
      id: 'VCpu',
      title: 'vCPUs',
      unit: 'vCPUs',
      type: 'number',
      isRequired: false,
      minimum: 0,
      isMinimumExclusive: true,
      description: 'Virtual CPUs; usually hardware threads.',
    },
    {
      id: 'PhysicalCores',
      title: 'Physical cores',
      unit: 'cores',
      type: 'number',
      isRequired: false,
      minimum: 0,
      isMinimumExclusive: true,
      description: 'Physical cores: what core-hours count.',
    },
    {
      id: 'MemoryGiB',
      title: 'Memory',
      unit: 'GiB',
      type: 'number',
      isRequired: false,
      minimum: 0,
      isMinimumExclusive: true,
      description: 'Memory of a node.',
    },
    { id: 'GpuModel', title: 'GPU model', type: 'text', isRequired: false, description: 'Name of the GPU, e.g. H100.' },
    {
      id: 'GpuCount',
      title: 'GPUs',
      unit: 'GPUs',
      type: 'number',
      isRequired: false,
      minimum: 0,
      default: { value: 0, source: 'definition: a node has no GPU unless stated' },
      description: 'GPUs of a node.',
    },
    ...provenanceColumns,
  ],
});

export const fxRatesTable = defineTable({
  id: 'FxRates',
  version: 1,
  title: 'Exchange rates',
  sheetName: 'Prices',
  key: ['From', 'To', 'Date'],
  question: 'What is one currency worth in another?',
  description:
    'A rate holds from its date until the next of the same pair. The opposite pair is used where only that is stated.',
  columns: [
    { id: 'From', title: 'From', type: 'currency', isRequired: true, description: 'Currency exchanged (ISO 4217).' },
    { id: 'To', title: 'To', type: 'currency', isRequired: true, description: 'Currency received (ISO 4217).' },
    { id: 'Date', title: 'From day', type: 'date', isRequired: true, description: 'First day the rate holds.' },
    {
      id: 'Rate',
      title: 'Rate',
      unit: 'To per From',
      type: 'number',
      isRequired: true,
      minimum: 0,
      isMinimumExclusive: true,
      description: 'Units of To for one unit of From.',
    },
  ],
});

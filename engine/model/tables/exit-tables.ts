import { exitWays } from '../../pricing/exit-value.ts';
import { defineTable } from './table-spec.ts';

export const commitmentExitsTable = defineTable({
  id: 'CommitmentExits',
  version: 1,
  title: 'Commitments given up',
  sheetName: 'Commitments',
  key: ['CommitmentId'],
  question: 'Which commitments are sold, returned or exchanged before their end, and when?',
  description: 'One row per commitment of Commitments that is left before its term ends; nothing of it is used or paid from that day on.',
  columns: [
    {
      id: 'CommitmentId', title: 'Commitment', type: 'text', isRequired: true,
      references: [{ tableId: 'Commitments', columnId: 'CommitmentId' }], description: 'Row of Commitments.',
    },
    { id: 'Date', title: 'Given up', unit: 'date, UTC', type: 'date', isRequired: true, description: 'First day it is no longer held.' },
    {
      id: 'Way', title: 'How', type: 'choice', isRequired: true, choices: exitWays,
      description: 'resale: AWS reserved, on the marketplace. refund: Azure reserved. exchange: AWS convertible, Azure reserved.',
    },
    {
      id: 'PriceCut', title: 'Sold below value by', type: 'fraction', isRequired: false, minimum: 0, maximum: 1,
      default: { value: 0, source: 'A-COM-14' }, description: 'Share of the remaining upfront value that a buyer is let off.',
    },
    {
      id: 'Into', title: 'Exchanged into', type: 'text', isRequired: false,
      references: [{ tableId: 'Commitments', columnId: 'CommitmentId' }],
      description: 'Row of Commitments that begins on this day, of at least the same value. Blank for the other ways.',
    },
  ],
});

import type { ColumnDeclaration } from './table-spec.ts';

export const zoneColumn: ColumnDeclaration = {
  id: 'Zone',
  title: 'Zone',
  type: 'text',
  isRequired: false,
  description: 'Where prices differ by place, e.g. where traffic goes. Prices and usage must name the same zone; blank is one of its own.',
};

export const eligibilityColumn: ColumnDeclaration = {
  id: 'Eligibility',
  title: 'Condition',
  type: 'text',
  isRequired: false,
  description: 'Condition the customer meets, e.g. household. Prices and usage must name the same; blank: everybody else.',
};

import { serviceCategories } from '../../catalog/service-category.ts';
import { tierModes } from '../../pricing/tariff/tier-quantities.ts';
import { eligibilityColumn, zoneColumn } from './meter-columns.ts';
import { provenanceColumns } from './price-tables.ts';
import { defineTable, type ColumnDeclaration } from './table-spec.ts';

const validityColumns: readonly ColumnDeclaration[] = [
  { id: 'ValidFrom', title: 'Valid from', type: 'date', isRequired: false, description: 'First day it holds; blank: always.' },
  {
    id: 'ValidTo',
    title: 'Valid to',
    type: 'date',
    isRequired: false,
    description: 'First day it holds no more; blank: until further notice.',
  },
];

export const metersTable = defineTable({
  id: 'Meters',
  version: 1,
  title: 'Own meters',
  sheetName: 'Tariffs',
  key: ['MeterId'],
  question: 'What is measured, in which unit, and how is a month of it charged?',
  description:
    'One meter per row: storage, transfer, requests, a flat fee. Its prices stand in MeterTiers. A meter of the same name as one of ' +
    'the catalog replaces it.',
  columns: [
    { id: 'MeterId', title: 'Meter', type: 'text', isRequired: true, description: 'Name of the meter.' },
    { id: 'Provider', title: 'Provider', type: 'text', isRequired: true, description: 'Who sends the bill.' },
    { id: 'Region', title: 'Region', type: 'text', isRequired: false, description: "The provider's name of the region." },
    {
      id: 'ServiceCategory',
      title: 'Kind of service',
      type: 'choice',
      isRequired: false,
      choices: serviceCategories,
      default: { value: 'Other', source: 'definition: FOCUS 1.2, what belongs to no other category' },
      description: 'Service category of a bill (FOCUS).',
    },
    {
      id: 'ServiceName',
      title: 'Service',
      type: 'text',
      isRequired: false,
      description: "The provider's name of the service; blank: the meter's name.",
    },
    {
      id: 'Unit',
      title: 'Unit',
      type: 'text',
      isRequired: true,
      description: 'What a price is for: GB (10^9 bytes), GiB (2^30), GiB-Months, 1000 Requests, Hours, Months, or a word of your own.',
    },
    { id: 'Currency', title: 'Currency', type: 'currency', isRequired: true, description: 'Currency of its prices (ISO 4217).' },
    {
      id: 'Mode',
      title: 'Tiers',
      type: 'choice',
      isRequired: false,
      choices: tierModes,
      default: { value: 'graduated', source: 'A-TAR-2' },
      description: 'graduated: each tier prices the units inside it. all-units: the tier reached prices every unit.',
    },
    {
      id: 'TierGroup',
      title: 'Tier group',
      type: 'text',
      isRequired: false,
      description: 'Meters of one group add up their quantities to find the tier; blank: the meter by itself.',
    },
    {
      id: 'AllowanceId',
      title: 'Allowance',
      type: 'text',
      isRequired: false,
      description: 'Free quantity it draws on: a row of MeterAllowances, or one of the catalog.',
    },
    {
      id: 'MinimumCharge',
      title: 'Minimum charge',
      unit: 'currency per month',
      type: 'number',
      isRequired: false,
      minimum: 0,
      description: 'Least amount of a month in which the meter is used at all.',
    },
    {
      id: 'BillingStep',
      title: 'Billing step',
      unit: 'step unit',
      type: 'number',
      isRequired: false,
      minimum: 0,
      isMinimumExclusive: true,
      description: 'Each use is billed in whole steps of so many units: 3600 Seconds for started hours. Blank: as measured.',
    },
    {
      id: 'MinimumPerUse',
      title: 'Least per use',
      unit: 'step unit',
      type: 'number',
      isRequired: false,
      minimum: 0,
      isMinimumExclusive: true,
      description: 'Each use is billed at least so much: 60 Seconds.',
    },
    {
      id: 'StepUnit',
      title: 'Unit of the step',
      type: 'text',
      isRequired: false,
      description: 'Unit of BillingStep and MinimumPerUse; blank: the unit of the meter.',
    },
  ],
});

export const meterTiersTable = defineTable({
  id: 'MeterTiers',
  version: 1,
  title: 'Prices of meters',
  sheetName: 'Tariffs',
  key: ['MeterId', 'Zone', 'Eligibility', 'FromQuantity', 'ValidFrom'],
  question: 'What does a unit cost, from which quantity of a month on, and since when?',
  description: 'One tier per row, in any order; the first begins at 0. A price of 0 is free and should say its source.',
  columns: [
    {
      id: 'MeterId',
      title: 'Meter',
      type: 'text',
      isRequired: true,
      references: [{ tableId: 'Meters', columnId: 'MeterId' }],
      description: 'A meter of Meters.',
    },
    zoneColumn,
    eligibilityColumn,
    {
      id: 'FromQuantity',
      title: 'From',
      unit: 'meter unit per month',
      type: 'number',
      isRequired: true,
      minimum: 0,
      description: "Quantity of a month above which the price holds; 0 for the first tier.",
    },
    {
      id: 'ToQuantity',
      title: 'To',
      unit: 'meter unit per month',
      type: 'number',
      isRequired: false,
      minimum: 0,
      isMinimumExclusive: true,
      description: 'Where the tier ends; blank: where the next begins, or never.',
    },
    {
      id: 'UnitPrice',
      title: 'Price',
      unit: 'currency per meter unit',
      type: 'number',
      isRequired: true,
      minimum: 0,
      description: 'Price of one unit in this tier.',
    },
    ...validityColumns,
    ...provenanceColumns,
  ],
});

export const meterAllowancesTable = defineTable({
  id: 'MeterAllowances',
  version: 1,
  title: 'Free quantities',
  sheetName: 'Tariffs',
  key: ['AllowanceId', 'ValidFrom'],
  question: 'How much of a month is free, for all meters that share it?',
  description: 'A free quantity begins anew each month; what is not used of it is gone. Meters name it in their column AllowanceId.',
  columns: [
    { id: 'AllowanceId', title: 'Allowance', type: 'text', isRequired: true, description: 'Name of the free quantity.' },
    {
      id: 'FreeQuantity',
      title: 'Free',
      unit: 'units per month',
      type: 'number',
      isRequired: true,
      minimum: 0,
      description: 'Quantity of a month that costs nothing.',
    },
    { id: 'Unit', title: 'Unit', type: 'text', isRequired: true, description: 'Unit of the quantity, as meters count it or one that converts.' },
    ...validityColumns,
    ...provenanceColumns,
  ],
});

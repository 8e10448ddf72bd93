import type { Decimal } from '../../numeric/decimal.ts';
import type { CostColumn } from '../../pricing/charge.ts';
import { amountOf, type Ledger, type LedgerLine } from '../ledger.ts';
import { countText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable, type ResultRow } from '../result-table.ts';
import { say } from '../sentence.ts';

/** FOCUS 1.2 columns first, in the order a reader needs them; own columns, prefixed x_, last. */
export const costDetailTable = defineResultTable({
  id: 'OutCostDetail',
  version: 1,
  sheetName: 'Results Detail',
  title: 'Cost detail',
  question: 'What does each month, placement and charge cost, line by line?',
  description:
    'The ledger in FOCUS 1.2 columns, so that the plan can be pivoted against a bill. Costs are rounded so that they add to ' +
    'every total of this workbook; unit price times quantity agrees within one minor unit.',
  columns: [
    {
      id: 'BillingPeriodStart',
      title: 'Billing period from',
      format: 'dateTime',
      description: 'First instant of the calendar month the charge is invoiced in, UTC.',
    },
    {
      id: 'BillingPeriodEnd',
      title: 'Billing period to',
      format: 'dateTime',
      description: 'First instant after that month.',
    },
    {
      id: 'ChargePeriodStart',
      title: 'Charge from',
      format: 'dateTime',
      description: 'First instant the charge is about, UTC.',
    },
    { id: 'ChargePeriodEnd', title: 'Charge to', format: 'dateTime', description: 'First instant after it.' },
    {
      id: 'ChargeCategory',
      title: 'Kind of charge',
      format: 'text',
      description: 'Usage, the Purchase of a commitment, a Tax, or an Adjustment (shortfall of promised spend).',
    },
    {
      id: 'ChargeClass',
      title: 'Correction',
      format: 'text',
      description: 'Always blank: a plan corrects no invoice.',
    },
    { id: 'ChargeFrequency', title: 'How often', format: 'text', description: 'One-Time, Recurring or Usage-Based.' },
    { id: 'ChargeDescription', title: 'Description', format: 'text', description: 'The charge in words.' },
    { id: 'ProviderName', title: 'Provider', format: 'text', description: 'Who provides the nodes.' },
    {
      id: 'PublisherName',
      title: 'Publisher',
      format: 'text',
      description: 'Who makes the service; here the provider.',
    },
    {
      id: 'InvoiceIssuerName',
      title: 'Invoice from',
      format: 'text',
      description: 'Who sends the invoice; here the provider.',
    },
    {
      id: 'BillingAccountId',
      title: 'Billing account',
      format: 'text',
      description: 'The word plan: no real account is billed.',
    },
    { id: 'BillingAccountName', title: 'Billing account name', format: 'text', description: 'Name of that account.' },
    { id: 'SubAccountId', title: 'Account', format: 'text', description: 'Account of the workload.' },
    { id: 'SubAccountName', title: 'Account name', format: 'text', description: 'The same; accounts have no other name here.' },
    { id: 'ServiceCategory', title: 'Service category', format: 'text', description: 'Compute, Storage, Networking, ... (FOCUS).' },
    { id: 'ServiceSubcategory', title: 'Service subcategory', format: 'text', description: 'Virtual Machines, Object Storage, ... (FOCUS).' },
    { id: 'ServiceName', title: 'Service', format: 'text', description: "The provider's name of the service." },
    { id: 'RegionId', title: 'Region', format: 'text', description: "The provider's id of the region." },
    {
      id: 'RegionName',
      title: 'Region name',
      format: 'text',
      description: 'The same id; the catalog holds no other names.',
    },
    { id: 'ResourceId', title: 'Resource', format: 'text', description: 'The placement, or the usage of a meter.' },
    { id: 'ResourceName', title: 'Resource name', format: 'text', description: 'Always blank: it has no other name.' },
    { id: 'ResourceType', title: 'Node type', format: 'text', description: 'The node type, or the meter.' },
    {
      id: 'SkuId',
      title: 'SKU',
      format: 'text',
      description: 'Provider, region, node type, operating system and tenancy; or meter, zone and condition.',
    },
    { id: 'SkuMeter', title: 'Metered', format: 'text', description: 'What is counted: a node type, a meter, a fee.' },
    { id: 'SkuPriceId', title: 'SKU price', format: 'text', description: 'The SKU and how it is bought, or its tier.' },
    { id: 'SkuPriceDetails', title: 'Price details', format: 'text', description: 'Always blank: the SKU price says it all.' },
    { id: 'PricingCategory', title: 'Pricing', format: 'text', description: 'Standard, Dynamic (spot), Committed, or Other (fees); blank for taxes.' },
    {
      id: 'PricingQuantity',
      title: 'Quantity priced',
      format: 'decimal',
      description: 'Billed node-hours, nodes of an upfront fee, units of a meter. Add up within one unit only.',
    },
    { id: 'PricingUnit', title: 'Unit priced', format: 'text', description: 'Hours, Nodes, or the unit of the meter.' },
    {
      id: 'ConsumedQuantity',
      title: 'Quantity used',
      format: 'decimal',
      description: 'Node-hours run, or units of a meter; blank where nothing ran.',
    },
    { id: 'ConsumedUnit', title: 'Unit used', format: 'text', description: 'Hours, or the unit of the meter.' },
    {
      id: 'ListUnitPrice',
      title: 'List price',
      format: 'unitPrice',
      description: 'Public on-demand price per unit. Not to be added up.',
    },
    {
      id: 'ContractedUnitPrice',
      title: 'Contracted price',
      format: 'unitPrice',
      description: 'Price per unit after negotiation, before commitments. Not to be added up.',
    },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of all amounts (ISO 4217).' },
    {
      id: 'ListCost',
      title: 'List cost',
      format: 'money',
      description: 'At public on-demand prices. Add up over Usage lines only.',
    },
    {
      id: 'ContractedCost',
      title: 'Contracted cost',
      format: 'money',
      description: 'After negotiation, before commitments. Add up over Usage lines only.',
    },
    {
      id: 'BilledCost',
      title: 'Billed cost',
      format: 'money',
      description: 'What the invoice says: commitments at their purchase.',
    },
    {
      id: 'EffectiveCost',
      title: 'Effective cost',
      format: 'money',
      description: 'Amortized: commitments on the hours they cover, used or not.',
    },
    {
      id: 'CommitmentDiscountCategory',
      title: 'Commitment category',
      format: 'text',
      description: 'Usage: the commitment is for node-hours or vCPUs; Spend: for an amount.',
    },
    {
      id: 'CommitmentDiscountId',
      title: 'Commitment',
      format: 'text',
      description: 'Row of Commitments, or the placement that holds the commitment.',
    },
    { id: 'CommitmentDiscountName', title: 'Commitment name', format: 'text', description: 'The same; it has no other name.' },
    {
      id: 'CommitmentDiscountType',
      title: 'Commitment type',
      format: 'text',
      description: "The provider's name of it.",
    },
    { id: 'CommitmentDiscountStatus', title: 'Commitment status', format: 'text', description: 'Used or Unused.' },
    {
      id: 'CommitmentDiscountQuantity',
      title: 'Commitment quantity',
      format: 'decimal',
      description: 'Committed hours, or amount, of the line.',
    },
    { id: 'CommitmentDiscountUnit', title: 'Commitment unit', format: 'text', description: 'Hours, or the currency.' },
    {
      id: 'Tags',
      title: 'Tags',
      format: 'text',
      description: 'Cost centre, owner, environment and free tags as JSON.',
    },
    {
      id: 'x_ScenarioId',
      title: 'Scenario',
      format: 'text',
      description: 'Scenario of the plan. Never add up across scenarios.',
    },
    { id: 'x_WorkloadId', title: 'Workload', format: 'text', description: 'Service or job.' },
    { id: 'x_PlacementId', title: 'Placement', format: 'text', description: 'Row of Placements.' },
    {
      id: 'x_Purchase',
      title: 'Bought as',
      format: 'text',
      description: 'How the placement is bought; hours beyond a commitment are on-demand.',
    },
    {
      id: 'x_PriceBasis',
      title: 'Basis of the price',
      format: 'text',
      description: 'listed, built (from component prices) or assumed-discount (an assumption, not a price).',
    },
    { id: 'x_CostCentre', title: 'Cost centre', format: 'text', description: 'Cost centre of the workload.' },
    { id: 'x_Owner', title: 'Owner', format: 'text', description: 'Owner of the workload.' },
    { id: 'x_Environment', title: 'Environment', format: 'text', description: 'Environment of the workload.' },
  ],
});

const numberOf = (value: Decimal | null): number | null => value?.toNumber() ?? null;

/** Tags as one JSON object: what the workload carries besides its account. */
const tagsOf = ({ origin: { ownership } }: Pick<LedgerLine, 'origin'>): string | null => {
  const { costCentre, owner, environment, tags } = ownership;
  const all = Object.entries({ CostCentre: costCentre, Owner: owner, Environment: environment, ...tags }).filter(
    ([, value]) => value !== null,
  );
  return all.length === 0 ? null : JSON.stringify(Object.fromEntries(all));
};

type CostDetailColumn = (typeof costDetailTable)['columns'][number]['id'];

/** A ledger line in the columns of the table; its costs rounded as the ledger is, or not yet. */
export const detailRow = (line: Pick<LedgerLine, 'charge' | 'origin' | 'basis'>, costOf: (column: CostColumn) => number): ResultRow<CostDetailColumn> => {
  const { charge, origin } = line;
  const resource = origin.placementId ?? origin.usageId ?? null;
  // Written out: with a spread the rows of a long ledger take four times as long.
  return {
    BillingPeriodStart: charge.BillingPeriodStart,
    BillingPeriodEnd: charge.BillingPeriodEnd,
    ChargePeriodStart: charge.ChargePeriodStart,
    ChargePeriodEnd: charge.ChargePeriodEnd,
    ChargeCategory: charge.ChargeCategory,
    ChargeClass: null,
    ChargeFrequency: charge.ChargeFrequency,
    ChargeDescription: charge.ChargeDescription,
    ProviderName: charge.ProviderName,
    PublisherName: charge.ProviderName,
    InvoiceIssuerName: charge.ProviderName,
    BillingAccountId: 'plan',
    BillingAccountName: 'Plan',
    SubAccountId: origin.ownership.account,
    SubAccountName: origin.ownership.account,
    ServiceCategory: charge.ServiceCategory,
    ServiceSubcategory: charge.ServiceSubcategory,
    ServiceName: charge.ServiceName,
    RegionId: charge.RegionId,
    RegionName: charge.RegionId,
    ResourceId: resource,
    ResourceName: null,
    // FOCUS: what is no resource has no type of one; the SKU tells what it is for.
    ResourceType: resource === null ? null : charge.ResourceType,
    SkuId: charge.SkuId,
    SkuMeter: charge.SkuId === null ? null : (charge.ResourceType ?? charge.ServiceName),
    SkuPriceId: charge.SkuPriceId,
    SkuPriceDetails: null,
    PricingCategory: charge.PricingCategory,
    PricingQuantity: numberOf(charge.PricingQuantity),
    PricingUnit: charge.PricingUnit,
    ConsumedQuantity: numberOf(charge.ConsumedQuantity),
    ConsumedUnit: charge.ConsumedUnit,
    ListUnitPrice: numberOf(charge.ListUnitPrice),
    ContractedUnitPrice: numberOf(charge.ContractedUnitPrice),
    BillingCurrency: charge.BillingCurrency,
    ListCost: costOf('ListCost'),
    ContractedCost: costOf('ContractedCost'),
    BilledCost: costOf('BilledCost'),
    EffectiveCost: costOf('EffectiveCost'),
    CommitmentDiscountCategory: charge.CommitmentDiscountCategory,
    CommitmentDiscountId: charge.CommitmentDiscountId,
    CommitmentDiscountName: charge.CommitmentDiscountId,
    CommitmentDiscountType: charge.CommitmentDiscountType,
    CommitmentDiscountStatus: charge.CommitmentDiscountStatus,
    CommitmentDiscountQuantity: numberOf(charge.CommitmentDiscountQuantity),
    CommitmentDiscountUnit: charge.CommitmentDiscountUnit,
    Tags: tagsOf(line),
    x_ScenarioId: origin.scenarioId,
    x_WorkloadId: origin.workloadId,
    x_PlacementId: origin.placementId,
    x_Purchase: origin.purchase,
    x_PriceBasis: line.basis,
    x_CostCentre: origin.ownership.costCentre,
    x_Owner: origin.ownership.owner,
    x_Environment: origin.ownership.environment,
  };
};

export const buildCostDetail = (ledger: Ledger): ComposedTable | null =>
  fillTable(costDetailTable, {
    currency: ledger.currency,
    answer: say`${countText(ledger.lines.length, 'charge')} make up every total of this workbook; add up one scenario at a time.`,
    rows: ledger.lines.map(line => detailRow(line, column => amountOf(line.units[column], ledger))),
  });

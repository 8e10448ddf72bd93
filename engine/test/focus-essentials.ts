import { serviceCategories } from '../catalog/service-category.ts';
import type { ReportCell } from '../report/report.ts';
import type { Row } from './report-rows.ts';

/** Columns FOCUS 1.2 wants present in every data set; those of the second list may be null. */
export const neverNull = [
  'BilledCost', 'BillingAccountId', 'BillingCurrency', 'BillingPeriodEnd', 'BillingPeriodStart', 'ChargeCategory',
  'ChargePeriodEnd', 'ChargePeriodStart', 'ContractedCost', 'EffectiveCost', 'InvoiceIssuerName', 'ListCost', 'ProviderName',
  'PublisherName', 'ServiceCategory', 'ServiceName',
] as const;
export const mayBeNull = ['BillingAccountName', 'ChargeClass', 'ChargeDescription', 'PricingQuantity', 'PricingUnit'] as const;

const allowed: Readonly<Record<string, readonly ReportCell[]>> = {
  ChargeCategory: ['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'],
  ChargeClass: [null, 'Correction'],
  ChargeFrequency: ['One-Time', 'Recurring', 'Usage-Based'],
  PricingCategory: [null, 'Standard', 'Dynamic', 'Committed', 'Other'],
  CommitmentDiscountCategory: [null, 'Spend', 'Usage'],
  CommitmentDiscountStatus: [null, 'Used', 'Unused'],
  ServiceCategory: serviceCategories,
};

const priced = ['ListUnitPrice', 'ContractedUnitPrice', 'PricingQuantity', 'PricingUnit', 'PricingCategory', 'SkuId', 'SkuPriceId'];
const isNull = (row: Row, column: string): boolean => (row[column] ?? null) === null;
const isPaid = (row: Row): boolean => row['ChargeCategory'] === 'Usage' || row['ChargeCategory'] === 'Purchase';
const isOf = (row: Row, column: string, ...values: readonly ReportCell[]): boolean => values.includes(row[column] ?? null);
const goTogether = (row: Row, columns: readonly string[]): boolean =>
  new Set(columns.map(column => isNull(row, column))).size === 1;
/** In the sheet costs are rounded to the minor unit. */
const isProduct = (row: Row, price: string, cost: string): boolean =>
  isNull(row, price) ||
  isNull(row, 'PricingQuantity') ||
  Math.abs(Number(row[price]) * Number(row['PricingQuantity']) - Number(row[cost])) <= 0.0100001;
const isInstant = (cell: ReportCell | undefined): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(cell));

/** The rules of FOCUS 1.2 a plan must not break, each of one row, in our own words; named after the column they are of. */
export const essentialRules: Readonly<Record<string, (row: Row) => boolean>> = {
  'mandatory columns are filled': row => neverNull.every(column => !isNull(row, column)),
  'values are those allowed': row => Object.entries(allowed).every(([column, values]) => isOf(row, column, ...values)),
  'instants are UTC, the charge inside its billing period': row =>
    ['BillingPeriodStart', 'BillingPeriodEnd', 'ChargePeriodStart', 'ChargePeriodEnd'].every(column => isInstant(row[column])) &&
    String(row['BillingPeriodStart']) <= String(row['ChargePeriodStart']) &&
    String(row['ChargePeriodStart']) < String(row['ChargePeriodEnd']) &&
    String(row['ChargePeriodEnd']) <= String(row['BillingPeriodEnd']),
  'a tax has no price, quantity or SKU': row =>
    row['ChargeCategory'] !== 'Tax' || priced.every(column => isNull(row, column)),
  'usage and purchases have price, quantity and SKU': row => !isPaid(row) || priced.every(column => !isNull(row, column)),
  'unit prices are not negative': row =>
    ['ListUnitPrice', 'ContractedUnitPrice'].every(column => isNull(row, column) || Number(row[column]) >= 0),
  'unit price times quantity is the cost': row =>
    isProduct(row, 'ListUnitPrice', 'ListCost') && isProduct(row, 'ContractedUnitPrice', 'ContractedCost'),
  'a quantity has its unit': row =>
    [['PricingQuantity', 'PricingUnit'], ['ConsumedQuantity', 'ConsumedUnit'], ['CommitmentDiscountQuantity', 'CommitmentDiscountUnit']]
      .every(pair => goTogether(row, pair)),
  'usage that ran was consumed, and nothing else was': row =>
    !isNull(row, 'ConsumedQuantity') === (row['ChargeCategory'] === 'Usage' && row['CommitmentDiscountStatus'] !== 'Unused'),
  'a purchase is not usage-based, and its effective cost is on what it covers': row =>
    row['ChargeCategory'] !== 'Purchase' || (row['ChargeFrequency'] !== 'Usage-Based' && row['EffectiveCost'] === 0),
  'a commitment has category and type, and its usage a status': row =>
    goTogether(row, ['CommitmentDiscountId', 'CommitmentDiscountCategory', 'CommitmentDiscountType', 'CommitmentDiscountName']) &&
    !isNull(row, 'CommitmentDiscountStatus') === (!isNull(row, 'CommitmentDiscountId') && row['ChargeCategory'] === 'Usage'),
  'what a commitment covers is billed at its purchase': row =>
    isNull(row, 'CommitmentDiscountStatus') || (row['PricingCategory'] === 'Committed' && row['BilledCost'] === 0),
  'what stands alone costs what is billed': row =>
    !isNull(row, 'CommitmentDiscountId') || row['ChargeCategory'] === 'Tax' || row['EffectiveCost'] === row['BilledCost'],
  'account names go with accounts, meters with SKUs': row =>
    goTogether(row, ['SubAccountId', 'SubAccountName']) && goTogether(row, ['SkuId', 'SkuMeter']),
};

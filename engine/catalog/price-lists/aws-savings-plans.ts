import type { OperatingSystem, Tenancy } from '../price-key.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { CsvColumns } from './csv-columns.ts';
import type { CsvRow } from './csv-rows.ts';
import type { CsvListReader, ReaderParts } from './list-reader.ts';

/** Columns of a Savings Plans price list (format v1.0) that decide about a price. */
export const savingsPlanColumns = [
  'Unit', 'EffectiveDate', 'DiscountedRate', 'Currency', 'DiscountedServiceCode', 'DiscountedUsageType', 'DiscountedOperation',
  'PurchaseOption', 'LeaseContractLength', 'LeaseContractLengthUnit', 'Product Family', 'Location Type', 'DiscountedRegionCode',
  'DiscountedInstanceType',
] as const;

const plans: Readonly<Record<string, string>> = { computesavingsplans: 'compute-sp', ec2instancesavingsplans: 'ec2-sp' };
const payments: Readonly<Record<string, string>> = {
  'no upfront': 'no-upfront', 'partial upfront': 'partial-upfront', 'all upfront': 'all-upfront',
};

/** AWS's codes of what an instance runs (EC2 user guide, AMI billing information fields). */
const systems: Readonly<Record<string, OperatingSystem>> = {
  runinstances: 'linux', 'runinstances:0002': 'windows', 'runinstances:0010': 'rhel', 'runinstances:000g': 'sles',
  'runinstances:0800': 'byol',
};

/** `APS5-BoxUsage:m5.large`: what is used, after the region's prefix. */
const tenancies: Readonly<Record<string, Tenancy>> = { boxusage: 'shared', dedicatedusage: 'dedicated' };
const usageOf = (usageType: string): string => (usageType.split(':')[0] ?? '').replace(/^[A-Z]{2,4}\d?-/, '').toLowerCase();

/**
 * Reads the rows of a Savings Plans price list: the hourly rate of each instance type under Compute and EC2 Instance
 * plans. A plan covers only its own services: a Database plan that names EC2 is an error of the list.
 */
export const savingsPlanReader = (columns: CsvColumns, { ledger, test, identity }: ReaderParts): CsvListReader => {
  const text = (name: (typeof savingsPlanColumns)[number]) => columns.text(name);
  const [service, family, nodeType, region] = [
    text('DiscountedServiceCode'), text('Product Family'), text('DiscountedInstanceType'), text('DiscountedRegionCode'),
  ];
  const [usage, operation, option, length] = [
    text('DiscountedUsageType'), text('DiscountedOperation'), text('PurchaseOption'), text('LeaseContractLength'),
  ];
  const [lengthUnit, unit, rate, currency] = [text('LeaseContractLengthUnit'), text('Unit'), text('DiscountedRate'), text('Currency')];
  const [effective, location] = [text('EffectiveDate'), text('Location Type')];

  const purchaseOf = (row: CsvRow, plan: string): string | null => {
    const payment = payments[option(row).toLowerCase()];
    const years = length(row);
    if (payment === undefined || (years !== '1' && years !== '3') || lengthUnit(row).toLowerCase() !== 'year') return null;
    return `${plan}-${years}y-${payment}`;
  };

  return {
    onRow(row) {
      if (service(row) !== 'AmazonEC2') return ledger.skip('not-a-node', row.row);
      const plan = plans[family(row).toLowerCase()];
      if (plan === undefined) {
        return ledger.refuse(row.row, makeIssue('plan-not-eligible', { row: row.row, plan: family(row), service: service(row) }));
      }
      if (!test.mayTake('aws', region(row), nodeType(row))) return ledger.skip('not-wanted', row.row);
      if (location(row).toLowerCase() !== 'aws region') return ledger.skip('other-location', row.row);
      const used = usageOf(usage(row));
      if (used.startsWith('unused')) return ledger.skip('capacity-reservation', row.row);
      const tenancy = tenancies[used];
      if (tenancy === undefined) return ledger.skip('dedicated-host', row.row);
      const operatingSystem = systems[operation(row).toLowerCase()];
      if (operatingSystem === undefined) return ledger.skip('other-operating-system', row.row);
      const key = { provider: 'aws', region: region(row), nodeType: nodeType(row), operatingSystem, tenancy };
      if (!test.takes(key)) return ledger.skip('not-wanted', row.row);
      const purchase = purchaseOf(row, plan);
      if (purchase === null || unit(row).toLowerCase() !== 'hrs') return ledger.skip('other-term', row.row);
      const amount = ledger.amount(rate(row), 'DiscountedRate', row.row);
      if (amount === null) return;
      const code = ledger.currency(currency(row), row.row);
      if (code === null) return;
      const validFrom = ledger.day(effective(row), 'EffectiveDate', row.row);
      if (validFrom === undefined) return;
      if (amount.isZero()) ledger.skip('not-offered', row.row);
      else ledger.bookPrice({ key, purchase, recurringPerHour: amount, currency: code, validFrom }, identity, row.row);
    },
    end() {},
  };
};

import { awsInflexibleFamilies, awsNormalizationFactors } from '../../catalog/aws-size-flexibility.ts';
import { azureFlexibilityGroups } from '../../catalog/azure-size-flexibility.ts';

/** The place of a size among the sizes that share reservations. */
export interface SizeInFamily {
  /** In lower case: `m7i`; an Azure group. */
  readonly family: string;
  /** Normalised units of one node. */
  readonly units: number;
}

/** `m7i` of `m7i.2xlarge`, in lower case. */
export const awsFamily = (nodeType: string): string => (nodeType.toLowerCase().split('.')[0] ?? '').trim();

/**
 * Family and normalisation factor of an AWS instance type: 4 for large, 8 n for n-xlarge [EQ-COV-5]. Null for bare metal
 * and for families whose reserved instances hold for one size.
 */
export const awsSize = (nodeType: string): SizeInFamily | null => {
  const size = nodeType.toLowerCase().split('.')[1] ?? '';
  const family = awsFamily(nodeType);
  if (awsInflexibleFamilies.includes(family)) return null;
  const times = /^(\d+)xlarge$/.exec(size)?.[1];
  const named = Object.hasOwn(awsNormalizationFactors, size) ? awsNormalizationFactors[size] : undefined;
  const units = times === undefined ? named : Number(times) * (awsNormalizationFactors.xlarge ?? 0);
  return units === undefined ? null : { family, units };
};

const azureSizes = new Map(
  Object.entries(azureFlexibilityGroups).flatMap(([family, sizes]) =>
    sizes.split(', ').map((entry): [string, SizeInFamily] => {
      const [size = '', ratio = ''] = entry.split(' ');
      return [`standard_${size}`.toLowerCase(), { family: family.toLowerCase(), units: Number(ratio) }];
    }),
  ),
);

/** `Standard_E8-4s_v5`: letters, vCPUs, constrained vCPUs, features, version. */
const azureName = /^standard_([a-z]+)(\d+)(-\d+)?([a-z]*)(_.+)?$/;

/**
 * Flexibility group and ratio of an Azure size, as published; a size that is not on the list counts its vCPUs in a group
 * of its series (assumption A-COM-3). Null for a name of another form.
 */
export const azureSize = (nodeType: string): SizeInFamily | null => {
  const name = nodeType.toLowerCase();
  const listed = azureSizes.get(name);
  if (listed) return listed;
  const match = azureName.exec(name);
  if (!match) return null;
  const [, letters = '', vcpus = '', , features = '', version = ''] = match;
  return { family: `${letters}${features}${version}`, units: Number(vcpus) };
};

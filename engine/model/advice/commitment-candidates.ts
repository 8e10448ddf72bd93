import type { Issue } from '../../issue/issue.ts';
import type { CommitmentTarget } from '../../pricing/commitments/held-commitment.ts';
import { awsFamily } from '../../pricing/commitments/size-in-family.ts';
import { secondsPerHour, termHours } from '../../quantity/conversion.ts';
import type { Horizon } from '../../workload/horizon.ts';
import type { Locator } from '../plan.ts';
import type { ConsideredOption } from './read-commitment-options.ts';
import type { HeldCommitment } from '../reading/read-commitments.ts';
import { resolveCommitment, type CommitmentPrices, type PlannedCommitment } from '../rating/resolve-commitments.ts';
import type { PlacementMeter } from '../rating/usage-meters.ts';

/** One unit, or one unit of currency per hour, of a commitment that could be bought on the first day of the plan. */
export interface CommitmentCandidate {
  readonly option: ConsideredOption;
  readonly commitment: PlannedCommitment;
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const isWanted = (wanted: string | null, name: string): boolean => wanted === null || isSame(wanted, name);

/** What an option would be bought for, given a meter in use; null when it is not for it. */
const targetFor = (option: ConsideredOption, { placement, component, series }: PlacementMeter): CommitmentTarget | null => {
  const { key, purchase } = placement;
  const { provider, kind, region, nodeTypeOrFamily } = option;
  if (purchase.kind !== 'on-demand' || !isSame(provider, key.provider) || !isWanted(region, key.region)) return null;
  const anyNode = { operatingSystem: 'linux', tenancy: 'shared', component: 'node' } as const;
  const everywhere = { provider: key.provider, kind, region: null, zone: null, nodeTypeOrFamily: null, ...anyNode };
  switch (kind) {
    case 'reserved':
    case 'convertible': {
      const { nodeType, operatingSystem, tenancy } = key;
      if (component !== 'node' || !isWanted(nodeTypeOrFamily, nodeType)) return null;
      return { ...everywhere, region: key.region, nodeTypeOrFamily: nodeType, operatingSystem, tenancy };
    }
    case 'cud':
      if (component === 'node' || series === null || !isWanted(nodeTypeOrFamily, series)) return null;
      return { ...everywhere, region: key.region, nodeTypeOrFamily: series, component };
    case 'ec2-sp': {
      const family = awsFamily(key.nodeType);
      return isWanted(nodeTypeOrFamily, family) ? { ...everywhere, region: key.region, nodeTypeOrFamily: family } : null;
    }
    default:
      return everywhere;
  }
};

/** Columns of Commitments that a price problem names, as CommitmentOptions has them. */
const columnHere: Readonly<Record<string, string>> = { HourlyCommit: 'Kind', CommitBasis: 'Kind', Currency: 'OptionId' };

const unitOf = (option: ConsideredOption, target: CommitmentTarget, { start }: Horizon): HeldCommitment => {
  const { id, scenarioId, termYears, payment, kind } = option;
  const isOpen = option.nodeTypeOrFamily === null;
  const at: Locator = columnId => option.at(columnHere[columnId] ?? (columnId === 'NodeTypeOrFamily' && isOpen ? 'Kind' : columnId));
  const name = [id, target.region, target.nodeTypeOrFamily, target.component === 'node' ? null : target.component].filter(part => part !== null);
  return {
    id: name.join(' '), scenarioId, account: null, isShared: true, target, termYears, payment, size: 1, isOnDemandBasis: false, statedCost: null,
    currency: null, start, end: start + termHours(termYears) * secondsPerHour, isRateLocked: kind !== 'azure-sp', at,
  };
};

/**
 * What each option could be bought for, of all that is in use. Where its price is not known it is left out, with a
 * warning at its cells.
 */
export const commitmentCandidates = (
  options: readonly ConsideredOption[],
  meters: readonly PlacementMeter[],
  horizon: Horizon,
  context: CommitmentPrices,
): { readonly candidates: readonly CommitmentCandidate[]; readonly issues: readonly Issue[] } => {
  const candidates: CommitmentCandidate[] = [];
  const issues: Issue[] = [];
  for (const option of options) {
    const targets = meters.flatMap(meter => targetFor(option, meter) ?? []);
    const each = new Map(targets.map(target => [JSON.stringify(Object.values(target)).toLowerCase(), target]));
    for (const target of each.values()) {
      const resolved = resolveCommitment(unitOf(option, target, horizon), context);
      if (resolved.ok) candidates.push({ option, commitment: resolved.value });
      else issues.push(...resolved.issues.map(issue => ({ ...issue, severity: 'warning' as const })));
    }
  }
  return { candidates, issues };
};

import type { NodeComponent } from '../component-price.ts';

/** What a GCP SKU prices: a component of a machine series. */
export interface GcpComponent {
  /** Null where the SKU names none: local SSD of each series without a price of its own. */
  readonly series: string | null;
  readonly part: NodeComponent;
}

/** `N2D AMD`, `N1 Predefined`, `M3 Memory-optimized`: the series with what it is made of. */
const seriesWords = '([A-Z]\\d[A-Z]?)(?: (?:AMD|Arm|Predefined|Memory-optimized))?';
const oldSeries: Readonly<Record<string, string>> = { 'compute optimized': 'c2', 'memory-optimized': 'm1' };
const parts: Readonly<Record<string, GcpComponent['part']>> = { core: 'vcpu', cpu: 'vcpu', ram: 'memory' };

const usage = new RegExp(
  `^(?:(?:Spot )?Preemptible )?(?:${seriesWords}|(Compute optimized|Memory-optimized))(?: Instance)? (Core|Ram) running in `, 'i',
);
const localSsd = new RegExp(
  `^(?:(?:(?:Spot )?Preemptible )?${seriesWords} Instance Local SSD running in `
  + '|SSD backed Local Storage(?: attached to (?:Spot )?Preemptible VMs)?(?: (?:running )?in |$)'
  + `|Commitment(?: v\\d+)?: (?:${seriesWords} )?Local SSD in .+ for [13] Years?$)`, 'i',
);
/** N1 came first: its commitments name no series. */
const commitment = new RegExp(
  `^Commitment(?: v\\d+)?: (?:(?:${seriesWords}|(Compute optimized|Memory-optimized)) )?(Cpu|Core|Ram)(?: running)? in .+ for [13] Years?$`, 'i',
);
const gpu = /^(?:Commitment(?: v\d+)?: )?Nvidia (.+?) GPU (?:running in |attached to Spot Preemptible VMs running in )/i;
/** Series whose node types are charged for their GPU as a component, by the SKU's name of the GPU. */
const gpuSeries: Readonly<Record<string, string>> = { 'tesla a100': 'a2' };

/**
 * Reads the description of a Compute Engine SKU, e.g. `N2 Instance Core running in Americas` or `Commitment v1: N2D AMD
 * Ram in Iowa for 3 Year`. Null for custom, sole-tenant and extended-memory components, licences, disks, networks.
 */
export const parseGcpSkuName = (description: string): GcpComponent | null => {
  const gpuName = gpu.exec(description)?.[1]?.toLowerCase();
  if (gpuName !== undefined) {
    const series = gpuSeries[gpuName];
    return series === undefined ? null : { series, part: 'gpu' };
  }
  const ssd = localSsd.exec(description);
  if (ssd) return { series: (ssd[1] ?? ssd[2])?.toLowerCase() ?? null, part: 'local-ssd' };
  const match = commitment.exec(description) ?? usage.exec(description);
  if (!match) return null;
  const [, series, old, partWord = ''] = match;
  const part = parts[partWord.toLowerCase()];
  if (part === undefined) return null;
  const isCommitment = description.startsWith('Commitment');
  const name = series?.toLowerCase() ?? oldSeries[old?.toLowerCase() ?? ''] ?? (isCommitment ? 'n1' : undefined);
  return name === undefined ? null : { series: name, part };
};

/** True of what the name says belongs to spot nodes. */
export const isNamedSpot = (description: string): boolean => /\bPreemptible\b/i.test(description);

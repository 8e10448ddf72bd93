import { expect, it } from '@jest/globals';
import { parseGcpSkuName } from './gcp-sku-name.ts';

it.each([
  // Descriptions as the Cloud Billing catalog has them, multi-regional and regional
  ['N1 Predefined Instance Core running in Americas', 'n1', 'vcpu'],
  ['N2 Instance Ram running in Frankfurt', 'n2', 'memory'],
  ['N2D AMD Instance Core running in Salt Lake City', 'n2d', 'vcpu'],
  ['Spot Preemptible C3 Instance Core running in Toronto', 'c3', 'vcpu'],
  ['Spot Preemptible T2A Arm Instance Ram running in Netherlands', 't2a', 'memory'],
  ['C4A Arm Instance Core running in Mexico', 'c4a', 'vcpu'],
  ['C4D Instance Ram running in Tokyo', 'c4d', 'memory'],
  ['M3 Memory-optimized Instance Core running in Warsaw', 'm3', 'vcpu'],
  ['Memory-optimized Instance Ram running in Tokyo', 'm1', 'memory'],
  ['Compute optimized Core running in Americas', 'c2', 'vcpu'],
  ['Compute optimized Instance Ram running in Mexico', 'c2', 'memory'],
  ['A2 Instance Ram running in Finland', 'a2', 'memory'],
  ['Commitment v1: Cpu in Americas for 1 Year', 'n1', 'vcpu'],
  ['Commitment v1: Ram in Iowa for 3 Year', 'n1', 'memory'],
  ['Commitment v1: N2 Cpu in Frankfurt for 1 Year', 'n2', 'vcpu'],
  ['Commitment v1: C2D AMD Ram in EMEA for 3 Year', 'c2d', 'memory'],
  ['Commitment v1: Memory-optimized Cpu in Americas for 1 Year', 'm1', 'vcpu'],
  ['Commitment: Compute optimized Core running in Americas for 1 Year', 'c2', 'vcpu'],
  ['Nvidia Tesla A100 GPU running in Americas', 'a2', 'gpu'],
  ['Nvidia Tesla A100 GPU attached to Spot Preemptible VMs running in Iowa', 'a2', 'gpu'],
  ['Commitment v1: Nvidia Tesla A100 GPU running in Americas for 1 Year', 'a2', 'gpu'],
  ['C3 Instance Local SSD running in Iowa', 'c3', 'local-ssd'],
  ['Spot Preemptible C4D Instance Local SSD running in Frankfurt', 'c4d', 'local-ssd'],
  ['SSD backed Local Storage', null, 'local-ssd'],
  ['SSD backed Local Storage in Bangkok', null, 'local-ssd'],
  ['SSD backed Local Storage attached to Spot Preemptible VMs running in Paris', null, 'local-ssd'],
  ['Commitment v1: Local SSD in Americas for 3 Years', null, 'local-ssd'],
  ['Commitment v1: C4D Local SSD in Americas for 3 Year', 'c4d', 'local-ssd'],
])('%s is a component of %s: %s', (description, series, part) => {
  expect(parseGcpSkuName(description)).toEqual({ series, part });
});

it.each([
  'N2 Custom Instance Core running in Americas',
  'E2 Custom Instance Ram running in Frankfurt',
  'N2 Custom Extended Instance Ram running in Americas',
  'N2D AMD Sole Tenancy Instance Core running in Americas',
  'Sole Tenancy Instance Core running in Americas',
  'Sole Tenancy Premium for N2 Sole Tenancy Instance Core',
  'Memory Optimized Upgrade Premium for Memory-optimized Instance Core running in Singapore',
  'Reserved N2 Instance Core in Americas',
  'DWS Defined Duration A2 Instance Core running in Americas',
  'Spot Preemptible Small Instance with 1 VCPU running in Paris',
  'Nvidia Tesla A100 80GB GPU running in Americas',
  'Nvidia Tesla T4 GPU running in Frankfurt',
  'VM state: preserved local SSD in Bangkok',
  'C3 Instance Local SSD attached to Calendar mode reservations running in Iowa',
  'Balanced PD Capacity in Frankfurt',
  'Licensing Fee for RHEL 8 (CPU cost)',
])('%s is a component of no node type here', description => {
  expect(parseGcpSkuName(description)).toBeNull();
});

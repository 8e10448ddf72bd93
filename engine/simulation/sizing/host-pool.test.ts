import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describeModelPage } from '../../test/model-page.ts';
import { evacuationMinutes, fillPool, guestNeeds, hostResources, hostRoom, rollingUpdateHours, type GuestKind, type HostPool } from './host-pool.ts';

const pool = (cores: number, memory: number, more: Partial<HostPool> = {}, gpus = 0): HostPool => ({
  id: 'p', has: { cores, memory, GPUs: gpus, scratch: null, 'disk operations': null, network: null }, mostHosts: 1e6, reservedMemoryGib: 0,
  overheads: [], targetUtilization: 0.7, headroom: 0, spareHosts: 0, ...more,
});
const guest = (id: string, count: number, vcpuCount: number, memory: number, more: Partial<GuestKind> = {}, gpus = 0): GuestKind => ({
  id, count, vcpuCount, vcpuPerCore: 1, busyShare: null, systemCores: 0, systemMemoryGib: 0,
  takes: { memory, GPUs: gpus, scratch: null, 'disk operations': null, network: null }, ...more,
});
const rounded = (value: number, decimals = 3): string => String(Number(value.toFixed(decimals)));

describeModelPage('hosts', {
  alone: (cores = '', memory = '', reserved = '', gpus = '', vcpus = '', own = '', ratio = '') => {
    const hosts = pool(Number(cores), Number(memory), { reservedMemoryGib: Number(reserved) }, Number(gpus));
    const asked = guest('g', 1, Number(vcpus), Number(own), { vcpuPerCore: Number(ratio) }, Number(gpus) > 0 ? 1 : 0);
    const [found] = fillPool(hosts, [asked]).guests;
    return `${found?.guestsPerHost} ${found?.binding.join('+')}`;
  },
  room: (cores = '', layer = '', nested = '', headroom = '') =>
    rounded(hostRoom(pool(Number(cores), 1, { overheads: [Number(layer), Number(nested)], headroom: Number(headroom) })).cores ?? 0),
  busy: (vcpus = '', busyShare = '', target = '') =>
    rounded(guestNeeds(guest('g', 1, Number(vcpus), 1, { busyShare: Number(busyShare) }), { targetUtilization: Number(target) }).cores ?? 0),
  move: (memory = '', gbps = '') => rounded(evacuationMinutes(Number(memory), Number(gbps))),
  again: (hosts = '', spare = '', minutes = '') => rounded(rollingUpdateHours(Number(hosts), Number(spare), Number(minutes))),
  mixed: () => String(fillPool(pool(16, 64), [guest('c', 8, 4, 4), guest('m', 8, 1, 24)]).hosts),
  owe: (count = '', kinds = '', cost = '') => {
    const each = guest('g', Number(count), 1, 2, { vcpuPerCore: 1.5 });
    const others = Number(kinds) > 1 ? [{ ...each, id: 'h' }] : [];
    return rounded((fillPool(pool(4, 16), [each, ...others]).guests[0]?.share ?? 0) * Number(cost));
  },
});

describe('guests on hosts', () => {
  it('find room beside each other that they do not find apart', () => {
    const alone = (kind: GuestKind): number => fillPool(pool(16, 64), [kind]).hosts;
    expect(alone(guest('c', 8, 4, 4)) + alone(guest('m', 8, 1, 24))).toBe(6);
    const { used, leastHosts, hosts, binding } = fillPool(pool(16, 64), [guest('c', 8, 4, 4), guest('m', 8, 1, 24)]);
    expect({ used, leastHosts, hosts }).toMatchObject({ hosts: 4, leastHosts: 4, used: { cores: 40 / 64, memory: 224 / 256 } });
    expect(binding).toContain('memory');
  });

  it('can leave a host when the others, or a spare one, have its cores and memory free', () => {
    const three = [guest('g', 6, 4, 8)];
    // Two on each of three hosts: no room for two more
    expect(fillPool(pool(8, 16), three).canEvacuate).toBe(false);
    expect(fillPool(pool(8, 16, { spareHosts: 1 }), three).canEvacuate).toBe(true);
    // Two hosts with one guest each and half of each free
    expect(fillPool(pool(8, 16), [guest('g', 1, 4, 8)]).canEvacuate).toBe(false);
    expect(fillPool(pool(12, 24), [guest('g', 4, 4, 8)]).canEvacuate).toBe(false);
    expect(fillPool(pool(12, 24, { headroom: 0.5, spareHosts: 1 }), [guest('g', 3, 4, 8)]).canEvacuate).toBe(true);
  });

  it('never take more than there is, are all accounted for, and owe all of it', () => {
    const whole = (min: number, max: number) => fc.integer({ min, max });
    const size = { vcpu: whole(1, 20), memory: whole(1, 90), gpus: whole(0, 3) };
    const kind = fc.record({ count: whole(1, 5000), ratio: fc.constantFrom(1, 4, 7), ...size });
    fc.assert(
      fc.property(fc.array(kind, { minLength: 1, maxLength: 6 }), whole(1, 400), whole(0, 2), (kinds, mostHosts, spareHosts) => {
        const guests = kinds.map((each, index) => guest(`g${index}`, each.count, each.vcpu, each.memory, { vcpuPerCore: each.ratio }, each.gpus));
        const hosts = pool(16, 64, { mostHosts, spareHosts }, 2);
        const filled = fillPool(hosts, guests);
        const room = hostRoom(hosts);
        for (const { used } of filled.bins) {
          for (const id of hostResources) expect(used[id]).toBeLessThanOrEqual((room[id] ?? Infinity) + 1e-6);
        }
        expect(filled.hosts).toBeLessThanOrEqual(mostHosts);
        for (const { id, placed } of filled.guests) {
          expect(placed).toBe(filled.bins.reduce((sum, { count, items }) => sum + count * (items.get(id) ?? 0), 0));
        }
        if (filled.hosts > 0) expect(filled.guests.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
        const isWhole = guests.every(({ id, count }) => filled.guests.find(each => each.id === id)?.placed === count);
        if (isWhole) expect(filled.hosts).toBeGreaterThanOrEqual(filled.leastHosts);
        // More hosts are never worse
        const more = fillPool({ ...hosts, mostHosts: mostHosts * 2 }, guests);
        filled.guests.forEach(({ placed }, index) => expect(more.guests[index]?.placed).toBeGreaterThanOrEqual(placed));
      }),
      { numRuns: 150 },
    );
  });

  it('by the million take no longer than by the hundred: bins filled alike are one', () => {
    const { hosts, bins } = fillPool(pool(16, 64, { mostHosts: 2e6 }), [guest('c', 4_000_000, 4, 4), guest('m', 1_000_000, 1, 24)]);
    expect(bins.length).toBeLessThan(6);
    expect(hosts).toBeGreaterThanOrEqual(1_062_500); // (4 x 4 + 1) million cores on 16 each
  });
});

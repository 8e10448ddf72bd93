import { ownedYear, type OwnedHardware } from './owned-hardware.ts';

/** What an analyst's hardware is looked at through: assumptions that vendors and analysts set differently. */
export interface OwnershipPreset {
  readonly name: 'Analyst' | 'Neutral' | 'Azure Migrate';
  /** Null: as stated. */
  readonly lifeYears: number | null;
  readonly annualRate: number | null;
  readonly pue: number | null;
  readonly salvageShare: number | null;
  /** Of the power paid for, what stands unused beside the nameplate. */
  readonly unusedPower: number;
  /** Network bought beside the machines, as a share of their price; its maintenance a year, as a share of it. Null: as stated. */
  readonly networkShare: number | null;
  readonly networkMaintenance: number;
  /** Security, monitoring, patches and backup of one server for a year, in US dollars. */
  readonly softwarePerServer: number;
}

const asStated = {
  lifeYears: null, annualRate: null, pue: null, salvageShare: null, unusedPower: 0, networkShare: null, networkMaintenance: 0,
  softwarePerServer: 0,
};

/** As the analyst states it (A-OWN-6), by neutral figures (A-OWN-7), and as a vendor's business case sets them (A-OWN-8). */
export const ownershipPresets: readonly OwnershipPreset[] = [
  { ...asStated, name: 'Analyst' },
  { ...asStated, name: 'Neutral', lifeYears: 5, annualRate: 0.08, pue: 1.54, unusedPower: 0.2, networkShare: 0.125 },
  {
    name: 'Azure Migrate', lifeYears: 4, annualRate: 0.07, pue: 1.8, salvageShare: 0, unusedPower: 0.4, networkShare: 0.1, networkMaintenance: 0.15,
    softwarePerServer: 250 + 430 + 430 + 580,
  },
];

/** Hardware of an analyst, with what presets must not count twice. */
export interface StatedHardware {
  readonly hardware: OwnedHardware;
  readonly servers: number;
  /** Part of the price that is network. */
  readonly networkShare: number;
}

/**
 * The same hardware under a preset. [EQ-OWN-7] A PUE stated as 1 stays: the site is paid for by the power of the machines.
 * `dollar` is the price of a US dollar in the currency of the hardware.
 */
export const underPreset = (
  { hardware, servers, networkShare }: StatedHardware,
  preset: OwnershipPreset,
  dollar: number,
): OwnedHardware => {
  const machines = hardware.capex * (1 - networkShare);
  const network = preset.networkShare === null ? hardware.capex * networkShare : machines * preset.networkShare;
  const capex = machines + network;
  const powerKw = hardware.powerKw / (1 - preset.unusedPower);
  return {
    ...hardware,
    capex,
    annualRate: preset.annualRate ?? hardware.annualRate,
    lifeYears: preset.lifeYears ?? hardware.lifeYears,
    salvageShare: preset.salvageShare ?? hardware.salvageShare,
    pue: hardware.pue === 1 ? 1 : (preset.pue ?? hardware.pue),
    powerKw,
    // What is not used is paid for and draws nothing
    loadFactor: hardware.loadFactor * (1 - preset.unusedPower),
    maintenanceShare: capex === 0 ? 0 : (hardware.capex * hardware.maintenanceShare + network * preset.networkMaintenance) / capex,
    staffPerYear: hardware.staffPerYear + servers * preset.softwarePerServer * dollar,
  };
};

export interface PresetYear {
  readonly preset: OwnershipPreset;
  readonly hardware: OwnedHardware;
  readonly total: number;
}

/** A year of it under each preset, in their order; those with amounts in dollars only where the price of one is known. */
export const yearsUnderPresets = (stated: StatedHardware, dollar: number | null): PresetYear[] =>
  ownershipPresets.filter(({ softwarePerServer }) => softwarePerServer === 0 || dollar !== null).map(preset => {
    const hardware = underPreset(stated, preset, dollar ?? 0);
    return { preset, hardware, total: ownedYear(hardware).total };
  });

/**
 * Azure's instance size flexibility groups: sizes of a group share reservations in these ratios. Each entry reads
 * `size ratio, size ratio`, sizes without `Standard_`. Source: Microsoft, Virtual machine size flexibility with Reserved
 * VM Instances, as published 2018-11 (azure-docs 0317ec98, CC-BY-4.0). Newer series are not on that list.
 */
export const azureFlexibilityGroups: Readonly<Record<string, string>> = {
  'BS Series': 'B1s 1, B2s 4',
  'BS Series High Memory': 'B1ms 1, B2ms 4, B4ms 8, B8ms 16',
  'D Series': 'D1 1, D2 2, D3 4, D4 8',
  'D Series High Memory': 'D11 1, D12 2, D13 4, D14 8',
  'DS Series': 'DS1 1, DS2 2, DS3 4, DS4 8',
  'DS Series High Memory': 'DS11 1, DS12 2, DS13 4, DS14 8',
  'DSv2 Series': 'DS1_v2 1, DS2_v2 2, DS3_v2 4, DS4_v2 8, DS5_v2 16',
  'DSv2 Series High Memory':
    'DS11_v2 1, DS11-1_v2 1, DS12_v2 2, DS12-1_v2 2, DS12-2_v2 2, DS13_v2 4, DS13-2_v2 4, DS13-4_v2 4, DS14_v2 8, ' +
    'DS14-4_v2 8, DS14-8_v2 8, DS15_v2 10',
  'DSv3 Series': 'D2s_v3 1, D4s_v3 2, D8s_v3 4, D16s_v3 8, D32s_v3 16, D64s_v3 32',
  'Dv2 Series': 'D1_v2 1, D2_v2 2, D3_v2 4, D4_v2 8, D5_v2 16',
  'Dv2 Series High Memory': 'D11_v2 1, D12_v2 2, D13_v2 4, D14_v2 8, D15_v2 10',
  'Dv3 Series': 'D2_v3 1, D4_v3 2, D8_v3 4, D16_v3 8, D32_v3 16, D64_v3 32',
  'ESv3 Series':
    'E2s_v3 1, E4s_v3 2, E8s_v3 4, E16s_v3 8, E20s_v3 10, E32s_v3 16, E4-2s_v3 2, E8-2s_v3 4, E8-4s_v3 4, ' +
    'E16-4s_v3 8, E16-8s_v3 8, E32-8s_v3 16, E32-16s_v3 16, E64s_v3 28.8, E64-16s_v3 28.8, E64-32s_v3 28.8',
  'Ev3 Series': 'E2_v3 1, E4_v3 2, E8_v3 4, E16_v3 8, E20_v3 10, E32_v3 16, E64_v3 32',
  'F Series': 'F1 1, F2 2, F4 4, F8 8, F16 16',
  'FS Series': 'F1s 1, F2s 2, F4s 4, F8s 8, F16s 16',
  'FSv2 Series': 'F2s_v2 1, F4s_v2 2, F8s_v2 4, F16s_v2 8, F32s_v2 16, F64s_v2 32, F72s_v2 36',
  'H Series': 'H8 1, H16 2',
  'H Series High Memory': 'H8m 1, H16m 2',
  'LS Series': 'L4s 1, L8s 2, L16s 4, L32s 8',
  'M Series': 'M64s 1, M128s 2',
  'NC Series': 'NC6 1, NC12 2, NC24 4',
  'NCv2 Series': 'NC6s_v2 1, NC12s_v2 2, NC24s_v2 4',
  'NCv3 Series': 'NC6s_v3 1, NC12s_v3 2, NC24s_v3 4',
  'ND Series': 'ND6s 1, ND12s 2, ND24s 4',
  'NV Series': 'NV6 1, NV12 2, NV24 4',
};

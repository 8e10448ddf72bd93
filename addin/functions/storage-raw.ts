import { rawStorage, usualReplicas } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';
import { numberArgument, optionalNumber } from './argument.ts';
import { CellError } from './cell-error.ts';

/**
 * Raw storage for so much usable: whole copies, an erasure code, or copies of coded data.
 * @customfunction STORAGERAW
 * @param usable Data to be kept, in GB or any other unit.
 * @param [replicas] Copies of everything; 3 when omitted, 1 when a code is given.
 * @param [codeData] Data parts of an erasure code, such as 10.
 * @param [codeParity] Parity parts of the code, such as 4.
 * @returns Raw storage in the same unit.
 */
export function storageRaw(usable: number, replicas?: number, codeData?: number, codeParity?: number): number {
  const data = optionalNumber('codeData', codeData, { minimum: 1, isWhole: true });
  const parity = optionalNumber('codeParity', codeParity, { minimum: 0, isWhole: true });
  if ((data === null) !== (parity === null)) {
    throw new CellError('invalidValue', translate('argument-missing', { argument: data === null ? 'codeData' : 'codeParity' }));
  }
  const code = data === null || parity === null ? null : { data, parity };
  const copies = optionalNumber('replicas', replicas, { minimum: 1 }) ?? (code ? 1 : usualReplicas);
  return rawStorage(numberArgument('usable', usable, { minimum: 0 }), { replicas: copies, code });
}

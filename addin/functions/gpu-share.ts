import { gpuModes, gpuShare as shareOf, type GpuMode } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';
import { answer } from './answer.ts';
import { numberArgument, optionalText, textArgument } from './argument.ts';
import { CellError } from './cell-error.ts';

/**
 * Part of one GPU's computing that several guests can use together. #N/A where the hardware cannot be shared like that.
 * @customfunction GPUSHARE
 * @param gpu Model of the GPU, such as H100, A100 80GB or A30.
 * @param mode passthrough (one guest), mig (cut into instances), time-slice or mps.
 * @param profile Profile of each instance for mig, such as 1g.10gb; empty for other modes.
 * @param count Number of guests on the GPU.
 * @returns Part of the GPU, 1 for all of it.
 */
export function gpuShare(gpu: string, mode: string, profile: string, count: number): number {
  const way = textArgument('mode', mode).toLowerCase();
  if (!gpuModes.includes(way as GpuMode)) {
    throw new CellError('invalidValue', translate('argument-not-choice', { argument: 'mode', choices: gpuModes.join(', '), value: mode }));
  }
  const guests = numberArgument('count', count, { minimum: 0, isWhole: true });
  return answer(shareOf(textArgument('gpu', gpu), way as GpuMode, optionalText('profile', profile), guests));
}

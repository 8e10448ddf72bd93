import { commitmentPart } from '../model/advice/commitment-part.ts';
import type { ModelPart } from '../model/parts/model-part.ts';

/** Every part of the model, for runs that need not wait for one to load. */
export const allParts: readonly ModelPart[] = [commitmentPart];

import type { Issue } from '../../engine/index.ts';
import { translateIssue } from './translate.ts';

/** The sentence a person reads about a problem. */
export const issueMessage = ({ code, values }: Issue): string => translateIssue(code, values);

/** English sentences, by key. Say what is wrong, with which value, and how to mend it. */
export const enUS = {
  // Worksheet functions
  'argument-missing': '{argument} is missing.',
  'argument-not-text': '{argument} must be text, not {value}.',
  'argument-not-number': '{argument} must be a number, not "{value}".',
  'argument-below': '{argument} must be {minimum} or more, not {value}.',
  'argument-above': '{argument} must be {maximum} or less, not {value}.',
  'argument-not-above': '{argument} must be more than {limit}, not {value}.',
  'argument-not-whole': '{argument} must be a whole number, not {value}.',
  'argument-not-date': '{argument} must be a date or text such as 2026-01-31, not "{value}".',
  'argument-not-choice': '{argument} must be one of {choices}, not "{value}".',
  'range-reversed': '{upper} must not be less than {lower}.',
  'no-node-type-matches': 'No node type matches.',
  'cores-unknown': 'The number of physical cores of {nodeType} is not known.',
  'function-failed': 'This could not be computed: {reason}',
} as const;

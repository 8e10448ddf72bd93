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
  'no-price-among-matches': 'Node types match, but no price of theirs is known.',
  'prices-not-read': 'Prices are not read yet; calculate again in a moment.',
  'other-currency': 'The price is in {currency}; there is no exchange rate to {wanted}.',
  'function-failed': 'This could not be computed: {reason}',
} as const;

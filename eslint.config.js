import tseslint from 'typescript-eslint';

/** The engine's answers depend on nothing but its input: no clock, no dice. */
const impure = [
  { object: 'Math', property: 'random', message: 'Randomness is a counter-based stream passed in.' },
  { object: 'Date', property: 'now', message: 'Today is an input.' },
];

export default tseslint.config(
  { ignores: ['dist/**', '.cache/**', 'node_modules/**', '**/*.generated.ts'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-len': ['error', { code: 140, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    files: ['engine/**/*.ts'],
    ignores: ['engine/catalog/build/**', 'engine/**/*.test.ts', 'engine/test/**'],
    rules: {
      'no-restricted-properties': ['error', ...impure],
      'no-restricted-syntax': ['error', { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Today is an input.' }],
    },
  },
  {
    files: ['*.js', '*.cjs', '**/*.mjs', 'bin/**', 'scripts/**'],
    rules: { 'no-restricted-exports': 'off', 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['bench/**', 'engine/catalog/build/**', 'samples/build/**'], rules: { 'no-console': 'off' } },
);

const shared = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': 'babel-jest' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.cache'],
  testEnvironment: 'node',
};

// Two suites: `unit` needs Node alone; `e2e` drives a real browser and LibreOffice.
export default {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/**/*.test.{ts,tsx}'], testPathIgnorePatterns: ['/node_modules/', '\\.e2e\\.test\\.'] },
    { ...shared, displayName: 'e2e', testMatch: ['<rootDir>/**/*.e2e.test.ts'] },
  ],
};

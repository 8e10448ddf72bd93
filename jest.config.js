const shared = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': 'babel-jest' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.cache'],
  testEnvironment: 'node',
};

// Two suites: `unit` needs Node alone; `e2e` drives a real browser and LibreOffice, and the command as a person does, over every sample.
export default {
  // All cores: by default Jest leaves one idle, which is half of a small machine. Each file loads its own Univer, which stays in
  // memory: a worker that has grown makes way for a fresh one.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB',
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/**/*.test.{ts,tsx}'], testPathIgnorePatterns: ['/node_modules/', '\\.e2e\\.test\\.'] },
    { ...shared, displayName: 'e2e', testMatch: ['<rootDir>/**/*.e2e.test.ts'] },
  ],
};

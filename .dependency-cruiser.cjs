/** The houses and their rooms, as rules: imports only go down, and each house has one door. */
const room = names => `^engine/(${names})/`;
const notInto = (name, from, to, comment) => ({ name, comment, severity: 'error', from: { path: from }, to: { path: to } });
const product = '\\.test\\.tsx?$|^engine/test/|^engine/catalog/build/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^(https?:|@univerjs/.*/facade|office-js$|custom-functions-runtime$)' } },
    {
      name: 'engine-imports-nobody',
      comment: 'The engine is pure: its own rooms, decimal.js, mathjs and @streamparser/json, nothing else.',
      severity: 'error',
      from: { path: '^engine/', pathNot: product },
      to: { pathNot: '^engine/|node_modules/(decimal\\.js|mathjs|@streamparser)/' },
    },
    {
      name: 'engine-has-one-door',
      severity: 'error',
      from: { path: '^(addin|host|bench|samples)/' },
      to: { path: '^engine/', pathNot: '^engine/index\\.ts$' },
    },
    {
      name: 'host-starts-the-addin-only-as-built',
      comment: 'The host may know the type of the automation door, and nothing of the engine.',
      severity: 'error',
      from: { path: '^host/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(engine|addin)/', pathNot: '^addin/automation\\.ts$' },
    },
    notInto('addin-knows-no-host', '^addin/(?!.*\\.test\\.tsx?$)', '^host/', 'The shipped add-in loads nothing of the host.'),
    notInto('vocabulary-is-the-floor', room('money|quantity|numeric|issue'), '^engine/(catalog|pricing|workload|simulation|commitment|migration|owning|risk|model|report)/'),
    notInto('catalog-knows-no-price-rules', room('catalog'), '^engine/(pricing|workload|simulation|commitment|migration|owning|risk|model|report)/'),
    notInto('pricing-stands-on-the-catalog', room('pricing'), '^engine/(workload|simulation|commitment|migration|owning|risk|model|report)/'),
    notInto('workload-stands-on-the-catalog', room('workload'), '^engine/(pricing|simulation|commitment|migration|owning|risk|model|report)/'),
    notInto('simulation-decides-nothing', room('simulation'), '^engine/(commitment|migration|owning|risk|model|report)/'),
    notInto('commitment-decides-alone', room('commitment'), '^engine/(migration|owning|risk|model|report)/'),
    notInto('migration-decides-alone', room('migration'), '^engine/(commitment|owning|model|report)/'),
    notInto('owning-decides-alone', room('owning'), '^engine/(commitment|migration|model|report)/'),
    notInto('model-reads-first', '^engine/model/(reading|tables)/(?!.*\\.test\\.ts$)', '^engine/model/(usage|rating|parts|metering|advice|spot|run-model)', 'Reading knows nothing of what is done with it.'),
    notInto('model-runs-before-it-rates', '^engine/model/usage/', '^engine/model/(rating|parts|metering|advice|spot|run-model)'),
    notInto('model-rates-before-it-decides', '^engine/model/rating/', '^engine/model/(parts|metering|advice|spot|run-model)'),
    notInto('report-reads-results-only', room('report'), '^engine/model/'),
    notInto('files-know-no-grid', '^host/xlsx/', '^host/(?!xlsx/|workbook/(snapshot|address)\\.ts$)', 'A file is bytes and a snapshot.'),
    notInto('live-workbook-knows-no-file', '^host/(workbook|interpreter|functions|bridge)/', '^host/(xlsx|page|cli|server)/'),
    { name: 'no-tests-in-the-product', severity: 'error', from: { pathNot: '\\.test\\.tsx?$' }, to: { path: '\\.test\\.tsx?$' } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: '\\.(test|d)\\.tsx?$|^host/test-addin/|(^|/)(tsconfig|jest|babel|eslint|webpack).*' }, to: {} },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'], conditionNames: ['import', 'browser', 'require', 'types', 'default'], exportsFields: ['exports'] },
  },
};

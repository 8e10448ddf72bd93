// Only jest reads this: TypeScript and JSX to plain modules of the running Node, nothing more.
module.exports = {
  presets: [
    ['@babel/preset-env', { targets: { node: 'current' }, modules: false }],
    ['@babel/preset-typescript', { allowDeclareFields: true, onlyRemoveTypeImports: true, rewriteImportExtensions: false }],
    ['@babel/preset-react', { runtime: 'automatic' }],
  ],
};

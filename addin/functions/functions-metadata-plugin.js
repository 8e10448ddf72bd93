import webpack from 'webpack';
import { functionSourceFiles, generateFunctionsJson } from './functions-metadata.js';

/** Writes functions.json beside the bundle, from the very sources the bundle is made of. */
export class FunctionsMetadataPlugin {
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    const { folder, filename } = this.options;
    compiler.hooks.thisCompilation.tap('FunctionsMetadataPlugin', compilation => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: 'FunctionsMetadataPlugin', stage }, async () => {
        for (const file of functionSourceFiles(folder)) compilation.fileDependencies.add(file);
        compilation.emitAsset(filename, new webpack.sources.RawSource(await generateFunctionsJson(folder)));
      });
    });
  }
}

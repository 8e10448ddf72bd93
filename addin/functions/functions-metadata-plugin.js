import { readFileSync } from 'node:fs';
import webpack from 'webpack';
import { functionSourceFiles, generateFunctionsJson, translatedFunctionsJson } from './functions-metadata.js';

/** Writes functions.json beside the bundle, from the very sources the bundle is made of, and one for each other language. */
export class FunctionsMetadataPlugin {
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    const { folder, filename, languages } = this.options;
    compiler.hooks.thisCompilation.tap('FunctionsMetadataPlugin', compilation => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: 'FunctionsMetadataPlugin', stage }, async () => {
        for (const file of functionSourceFiles(folder)) compilation.fileDependencies.add(file);
        const json = await generateFunctionsJson(folder);
        compilation.emitAsset(filename, new webpack.sources.RawSource(json));
        for (const [tag, file] of Object.entries(languages)) {
          compilation.fileDependencies.add(file);
          const translated = translatedFunctionsJson(json, JSON.parse(readFileSync(file, 'utf8')));
          compilation.emitAsset(filename.replace(/\.json$/, `.${tag}.json`), new webpack.sources.RawSource(translated));
        }
      });
    });
  }
}

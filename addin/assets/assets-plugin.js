import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';

/** Copies the folder's files that match into the build, unchanged. */
export class AssetsPlugin {
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    const { folder, pattern, prefix } = this.options;
    compiler.hooks.thisCompilation.tap('AssetsPlugin', compilation => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'AssetsPlugin', stage }, () => {
        for (const name of readdirSync(folder).filter(file => pattern.test(file))) {
          compilation.emitAsset(prefix + name, new webpack.sources.RawSource(readFileSync(path.join(folder, name))));
        }
      });
    });
  }
}

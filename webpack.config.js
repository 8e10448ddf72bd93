// Builds the add-in alone: the very bytes that ship, in dist/addin. The host has its own build.
import HtmlWebpackPlugin from 'html-webpack-plugin';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import webpack from 'webpack';
import { AssetsPlugin } from './addin/assets/assets-plugin.js';
import { generateFunctionsJson } from './addin/functions/functions-metadata.js';
import { FunctionsMetadataPlugin } from './addin/functions/functions-metadata-plugin.js';

const root = fileURLToPath(new URL('.', import.meta.url));
const functionsFolder = path.join(root, 'addin', 'functions');
const inside = folder => module => (module.nameForCondition?.() ?? '').startsWith(path.join(root, folder) + path.sep);
const isEngine = module => inside('engine')(module) || /[\\/]decimal\.js[\\/]/.test(module.nameForCondition?.() ?? '');
const chunk = (name, test, priority) => ({ name, test, priority, enforce: true, reuseExistingChunk: true });

/** Scripts the page itself loads; all others belong to workers. */
const pageChunks = ['main', 'pane', 'batch', 'import-prices', 'simulate-log', 'export-report'];

/** functions.json's list for the pane's help: one source, told twice. */
const functionDefinitions = async () =>
  JSON.stringify(JSON.parse(await generateFunctionsJson(functionsFolder)).functions);

export default async (_env, argv) => ({
  context: root,
  target: ['web', 'es2022'],
  mode: argv.mode ?? 'production',
  devtool: argv.mode === 'development' ? 'source-map' : false,
  entry: { main: './addin/main.ts' },
  output: {
    path: path.join(root, 'dist', 'addin'),
    filename: '[name].js',
    chunkFilename: '[name].js',
    // Relative to the script itself: the same bytes work under every address the page is served from.
    publicPath: 'auto',
    clean: true,
  },
  resolve: {
    extensions: ['.ts', '.tsx', '.js'],
    // Formulas are computed, never typeset.
    alias: { [path.join(root, 'node_modules/mathjs/lib/esm/utils/latex.js')]: false },
  },
  module: {
    rules: [
      { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2022', jsx: 'automatic' } },
      // The model on its thread reads tables and explains none: what the page tells of them stays out of its script.
      { test: /model-worker\.ts$/, layer: 'model' },
      {
        issuerLayer: 'model',
        include: path.join(root, 'engine', 'model', 'tables'),
        loader: path.join(root, 'scripts', 'without-documentation.mjs'),
        options: { isInput: true },
      },
      { include: path.join(root, 'engine', 'report', 'tables'), loader: path.join(root, 'scripts', 'without-documentation.mjs') },
      { include: path.join(root, 'node_modules', 'decimal.js'), loader: path.join(root, 'scripts', 'short-constants.mjs') },
      // The engine is pure: what the page does not use of it stays in the worker.
      { include: path.join(root, 'engine'), sideEffects: false },
    ],
  },
  experiments: { layers: true },
  optimization: {
    // The page and functions.json stay as they are written: other programs read them.
    minimizeOptions: { html: false, json: false },
    splitChunks: {
      chunks: 'all',
      cacheGroups: {
        default: false,
        defaultVendors: false,
        catalog: chunk('catalog', inside('engine/catalog/data'), 40),
        mathjs: chunk('mathjs', /[\\/]node_modules[\\/](mathjs|typed-function|@babel[\\/]runtime|complex\.js|fraction\.js|javascript-natural-sort|seedrandom|tiny-emitter|escape-latex)[\\/]/, 30),
        // The page's part of the engine. The workers hold what they need in their own scripts: two copies of little, but
        // modules that no other script shares are joined into one and get a third smaller.
        engine: { ...chunk('engine', isEngine, 20), chunks: ({ name }) => pageChunks.includes(name) },
      },
    },
  },
  // The sizes that matter are compressed ones; bench/ holds the limits.
  performance: false,
  plugins: [
    new webpack.DefinePlugin({ FUNCTION_DEFINITIONS: await functionDefinitions() }),
    new HtmlWebpackPlugin({ template: 'addin/taskpane.html', filename: 'taskpane.html', scriptLoading: 'defer', inject: 'body' }),
    new FunctionsMetadataPlugin({
      folder: functionsFolder,
      filename: 'functions.json',
      languages: { 'ko-KR': path.join(root, 'addin', 'localization', 'locales', 'ko-KR-functions.json') },
    }),
    new AssetsPlugin({ folder: path.join(root, 'addin', 'assets'), pattern: /\.png$/, prefix: 'assets/' }),
  ],
});

const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const unusedModules = require("./unusedModules");

/**
 * One file for the platform, nothing in it but what runs.
 *
 * Spectral is CommonJS, so nothing of it tree-shakes: what a component never reaches is left out by
 * name. jest-mock is for Spectral's test functions.
 */
module.exports = {
  mode: "production",
  target: "node20",
  entry: "./src/index.ts",
  devtool: false,
  output: {
    path: path.resolve(__dirname, "dist"),
    filename: "index.js",
    library: { type: "commonjs2" },
    clean: true,
  },
  resolve: {
    extensions: [".ts", ".js", ".json"],
    alias: Object.fromEntries([...unusedModules, "jest-mock"].map((name) => [`${name}$`, false])),
  },
  module: {
    rules: [
      {
        test: /mime-db[\\/]db\.json$/,
        use: path.resolve(__dirname, "scripts/withoutTypesThatHaveNoExtension.cjs"),
      },
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        use: {
          loader: "ts-loader",
          // Types are checked by `npm run typecheck`.
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
        },
      },
    ],
  },
  optimization: { minimizer: [new TerserPlugin({ extractComments: false })] },
  plugins: [new CopyPlugin({ patterns: [{ from: "assets/icon.png", to: "." }] })],
  // No warning for a size that `npm run size` reports and tests bound.
  performance: { hints: false },
};

const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const TerserPlugin = require("terser-webpack-plugin");

/**
 * One file for the platform, nothing in it but what runs.
 *
 * Spectral is CommonJS, so nothing of it tree-shakes. The aliases leave out what a component never
 * reaches: jest-mock is for its test functions, yaml, zod and the date-fns barrel are for integrations
 * and their branch conditions, object-sizeof is for its own debug log, which prints credentials and
 * is never switched on.
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
    alias: {
      "jest-mock": false,
      yaml: false,
      zod: false,
      "date-fns$": false,
      "object-sizeof": false,
    },
  },
  module: {
    rules: [
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

const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const { DefinePlugin } = require("webpack");
const unusedModules = require("./unusedModules");

function inModules(file) {
  return path.resolve(__dirname, "node_modules", file);
}

function loader(name) {
  return path.resolve(__dirname, "scripts/webpack", name);
}

/**
 * One file for the platform, nothing in it but what runs. Spectral is CommonJS, so nothing of it
 * tree-shakes: what a component never reaches is left out by name.
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
      // As modules, so that parts of it can be left out; for Spectral, who requires it, too.
      axios$: inModules("axios/index.js"),
      // The same file for those who import it and for those who require it.
      "date-fns/parseISO$": inModules("date-fns/parseISO.js"),
      ...Object.fromEntries(unusedModules.packages.map((name) => [`${name}$`, false])),
      ...Object.fromEntries(unusedModules.files.map((file) => [inModules(file), false])),
    },
  },
  // Of axios's, for a client that asks for HTTP/2, as none here does: slow to load.
  externals: { http2: "var {}" },
  module: {
    rules: [
      { test: /axios[\\/]lib[\\/]utils\.js$/, use: loader("withoutNativeFormData.cjs") },
      { test: /mime-db[\\/]db\.json$/, use: loader("withoutTypesThatHaveNoExtension.cjs") },
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
  plugins: [
    new CopyPlugin({ patterns: [{ from: "assets/icon.png", to: "." }] }),
    // Axios's adapter for browsers.
    new DefinePlugin({ "typeof XMLHttpRequest": JSON.stringify("undefined") }),
  ],
  // No warning for a size that `npm run size` reports and tests bound.
  performance: { hints: false },
};

const path = require("node:path");

module.exports = {
  mode: "production",
  target: "node20",
  context: __dirname,
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
    // Only tests reach it.
    alias: { "jest-mock$": false },
  },
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        use: {
          loader: "ts-loader",
          // Types are checked by tsc.
          options: {
            transpileOnly: true,
            configFile: path.resolve(__dirname, "tsconfig.json"),
            compilerOptions: { noEmit: false },
          },
        },
      },
    ],
  },
  // Spectral finds names by what classes and functions are called.
  optimization: { minimize: false },
  performance: { hints: false },
};

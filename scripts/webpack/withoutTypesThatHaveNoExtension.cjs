/**
 * Webpack loader for mime-db: a content type without file extensions is never looked up, neither by
 * the ending of a file's name nor for one, and half of the database is such. Whether a type can be
 * compressed is not asked either.
 */
module.exports = (source) =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(JSON.parse(source))
        .filter(([, { extensions }]) => extensions)
        .map(([type, { compressible, ...entry }]) => [type, entry]),
    ),
  );

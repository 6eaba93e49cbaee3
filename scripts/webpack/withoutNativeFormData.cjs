/**
 * Webpack loader for axios's utils: asking whether there is a native FormData makes Node.js load
 * the whole of undici, a tenth of the bundle's load time. What is sent here is form-data's, and
 * axios knows a native one by its tag as well.
 */
const QUESTION = "typeof G.FormData !== 'undefined' ? G.FormData : undefined";

module.exports = (source) => {
  if (!source.includes(QUESTION)) {
    throw new Error(
      "axios asks for the native FormData in another way now: see whether it loads undici.",
    );
  }
  return source.replace(QUESTION, "undefined");
};

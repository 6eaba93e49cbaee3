/**
 * axios asks for Node's flags with every request. Node makes that list once; jest's copy of `process`
 * makes it again each time, for 1 ms a request.
 */
Object.defineProperty(process, "allowedNodeEnvironmentFlags", {
  value: process.allowedNodeEnvironmentFlags,
});

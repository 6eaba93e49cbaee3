/** Tells Spectral's types which components and config variables there are. */
import "@prismatic-io/spectral";
import type { componentRegistry } from "./componentRegistry";
import type { configPages } from "./configPages";

type Registry = typeof componentRegistry;
type Pages = typeof configPages;

declare module "@prismatic-io/spectral" {
  interface IntegrationDefinitionComponentRegistry extends Registry {}
  interface IntegrationDefinitionConfigPages extends Pages {}
}

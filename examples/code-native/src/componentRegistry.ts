/** The component, as its generated manifest knows it. */
import type { ComponentManifest } from "@prismatic-io/spectral";
import gorgias from "../manifest/src";

/**
 * An object, and not `componentManifests({ gorgias })`: Spectral 10.31.1 generates the `schema` of an
 * `outputSchema` as text, and its own `ComponentManifest` wants an object there. When that is mended,
 * the compiler says below that nothing is wrong any more: then take `componentManifests`, and delete
 * these lines.
 */
export const componentRegistry = { gorgias };

type Manifests<T extends Record<string, ComponentManifest>> = T;
// @ts-expect-error Type 'string' is not assignable to type 'JsonSchema'.
export type Mended = Manifests<typeof componentRegistry>;

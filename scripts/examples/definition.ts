/** A low-code integration as its YAML file holds it (definitionVersion 7). */

export interface ComponentPart {
  key: string;
  component: { key: string; isPublic: boolean; version: number | "LATEST" };
}

/** What an input of a step or of a config variable is given. */
export interface GivenInput {
  type: string;
  value: unknown;
  name?: unknown;
}

export interface ConfigVariable {
  key: string;
  dataType: string;
  connection?: ComponentPart;
  dataSource?: ComponentPart;
  inputs?: Record<string, GivenInput>;
}

export interface Step {
  name: string;
  action: ComponentPart;
  isTrigger?: boolean;
  inputs?: Record<string, GivenInput>;
  schedule?: unknown;
  branches?: { name: string; steps: Step[] }[];
  /** Of a loop. */
  steps?: Step[];
}

export interface Flow {
  name: string;
  isSynchronous?: boolean;
  triggerResolver?: { enabled: boolean };
  steps: Step[];
}

export interface IntegrationDefinition {
  name: string;
  definitionVersion: number;
  configPages: { name: string; elements: { type: string; value: string }[] }[];
  requiredConfigVars: ConfigVariable[];
  flows: Flow[];
}

/** The name under which later steps refer to a step: its own in camel case. */
export function referenceName(step: string): string {
  const [first = "", ...rest] = step.split(/[^0-9A-Za-z]+/).filter(Boolean);
  const capitalised = rest.map(
    (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
  );
  return [first.toLowerCase(), ...capitalised].join("");
}

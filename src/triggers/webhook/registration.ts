/** What is kept of a flow's HTTP integrations between the runs of its instance. */
export interface Registration {
  /** The account they are in, such as `https://green-garden.gorgias.com`. */
  account: string;
  token: string;
  /** Id of the integration of each event. */
  integrations: Record<string, number>;
}

/** Where a flow's registration stands in the state that all flows of an instance share. */
export function stateKey(flow: { stableId?: string; id?: string; name?: string }): string {
  return `gorgiasWebhook:${flow.stableId ?? flow.id ?? flow.name}`;
}

export function registrationIn(
  state: Record<string, unknown> | undefined,
  key: string,
): Registration | undefined {
  const kept = state?.[key] as
    | (Partial<Registration> & { integrationId?: unknown })
    | null
    | undefined;
  if (typeof kept?.token !== "string") {
    return undefined;
  }
  const { account = "", token, integrations = {} } = kept;
  return { account, token, integrations };
}

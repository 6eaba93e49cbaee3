import type { Schemas } from "../contract/types";
import { invalid } from "../errors";
import type { Actor } from "./actor";
import { recordEvent } from "./events";
import type { WidgetRecord } from "./records/widgets";
import type { State } from "./state";
import { readTimestamp } from "./timestamps";

/** @throws ApiError 400 for an integration that does not exist */
export function createWidget(
  state: State,
  actor: Actor,
  { deactivated_datetime, ...input }: Schemas["WidgetCreate"],
): WidgetRecord {
  checkIntegration(state, input);
  const deactivated = readTimestamp(deactivated_datetime, "deactivated_datetime");
  const id = state.widgets.nextId();
  const now = state.timeline.next();
  const widget: WidgetRecord = {
    context: "ticket",
    integration_id: null,
    app_id: null,
    order: state.widgets.size,
    ...input,
    id,
    created_datetime: now,
    updated_datetime: now,
    deactivated_datetime: deactivated,
    uri: `/api/widgets/${id}/`,
  };
  state.widgets.set(id, widget);
  recordEvent(state, actor, widgetEvent("widget-created", id));
  return widget;
}

/** @throws ApiError 400 for an integration that does not exist */
export function updateWidget(
  state: State,
  actor: Actor,
  before: WidgetRecord,
  { deactivated_datetime, ...input }: Schemas["WidgetUpdate"],
): WidgetRecord {
  checkIntegration(state, input);
  const widget: WidgetRecord = {
    ...before,
    ...input,
    ...(deactivated_datetime !== undefined && {
      deactivated_datetime: readTimestamp(deactivated_datetime, "deactivated_datetime"),
    }),
    updated_datetime: state.timeline.next(),
  };
  state.widgets.set(widget.id, widget);
  recordEvent(state, actor, widgetEvent("widget-updated", widget.id));
  return widget;
}

export function deleteWidget(state: State, actor: Actor, { id }: WidgetRecord): void {
  state.widgets.delete(id);
  recordEvent(state, actor, widgetEvent("widget-deleted", id));
}

/** 0 is allowed by the contract and names none. */
function checkIntegration(state: State, { integration_id }: Schemas["WidgetUpdate"]): void {
  if (integration_id && !state.integrations.has(integration_id)) {
    throw invalid("integration_id", "No such integration.");
  }
}

function widgetEvent(type: string, id: number) {
  return { type, object_type: "Widget", object_id: id };
}

import { widgetTemplate } from "./examples";

/** The id in the path of an operation on one widget. @param comments what it is asked for. */
export function widgetId(comments: string) {
  return {
    label: "Widget ID",
    comments,
    example: "77",
    required: true,
    dataSource: "selectWidget",
  } as const;
}

export const integrationId = {
  label: "Integration ID",
  comments: "ID of the integration whose data the widget shows.",
  example: "1204",
  dataSource: "selectIntegration",
} as const;

export const appId = {
  label: "App ID",
  comments: "ID of the app whose data the widget shows.",
  example: "5fca8bd2a1b4c70012d3e4f5",
} as const;

export const widgetType = {
  label: "Type",
  comments: "The kind of data that the widget shows.",
  example: "http",
} as const;

export const template = {
  label: "Template",
  comments:
    "What the widget shows and how: a wrapper that holds widgets, which can hold others. Each path names a part of the data.",
  example: JSON.stringify(widgetTemplate),
} as const;

/** What a widget can be created with beside its type and template, and what an update can change. */
export const widgetFields = {
  context: {
    label: "Context",
    comments: "Where the widget is shown: with a ticket, a customer or a user.",
    example: "ticket",
  },
  integration_id: integrationId,
  app_id: appId,
  order: {
    label: "Order",
    comments: "Place of the widget among the others. 0 comes first.",
    example: "0",
  },
  deactivated_datetime: {
    label: "Deactivated Datetime",
    comments: "When the widget was turned off. A widget without this date is shown.",
    example: "2025-02-07T09:55:18.064317+00:00",
    rare: true,
  },
} as const;

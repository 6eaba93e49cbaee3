import { configPage, configVar } from "@prismatic-io/spectral";
import { gorgiasGorgiasApiKey } from "../manifest/src/connections/gorgiasApiKey";

export const configPages = {
  Connections: configPage({
    tagline: "Which account, and how its tickets are marked",
    elements: {
      "Gorgias Connection": gorgiasGorgiasApiKey("gorgias-connection", {
        domain: { permissionAndVisibilityType: "customer" },
        username: { permissionAndVisibilityType: "customer" },
        apiKey: { permissionAndVisibilityType: "customer" },
      }),
      "Order Tag": configVar({
        stableKey: "order-tag",
        dataType: "string",
        description: "The tag that a ticket with an order event gets",
        defaultValue: "order-event",
      }),
    },
  }),
};

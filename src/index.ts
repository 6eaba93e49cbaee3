import { component } from "@prismatic-io/spectral";
import * as actions from "./actions";
import * as connections from "./connections";
import * as dataSources from "./dataSources";
import * as triggers from "./triggers";

export default component({
  key: "gorgias",
  public: false,
  display: {
    label: "Gorgias",
    category: "Application Connectors",
    description:
      "Gorgias is a customer support platform designed to help e-commerce businesses manage customer inquiries and support tickets efficiently.",
    iconPath: "icon.png",
  },
  connections: Object.values(connections),
  actions,
  triggers,
  dataSources,
});

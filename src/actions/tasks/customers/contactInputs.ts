import { fieldsOf, input } from "../../../inputs/input";
import { emailAddress } from "./emails";
import { phoneNumber } from "./phones";

/** What a customer is known by. */
export const contactInputs = {
  email: input(
    {
      label: "Email",
      comments:
        "An email address of the customer, the main one or any other. Upper and lower case are the same. It is looked up first.",
      example: "john@example.com",
    },
    { type: "string", clean: emailAddress("Email") },
  ),
  phone: input(
    {
      label: "Phone",
      comments:
        "A phone number of the customer, best with the country's code. Blanks, brackets and dashes do not matter. It is looked up among phone, SMS and WhatsApp numbers when no customer has the email address.",
      example: "+14155550123",
    },
    { type: "string", clean: phoneNumber("Phone") },
  ),
  external_id: fieldsOf("POST /customers")("external_id", {
    label: "External ID",
    comments:
      "The customer's ID in another system, such as your shop. It is looked up when no customer has the email address or the phone number.",
    example: "customer-84203241",
  }),
};

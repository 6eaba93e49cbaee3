/**
 * The channels that the designer offers. Gorgias takes the slug of a custom channel too, so an input
 * is not held to them (contract, schema `Channel`).
 */
export const CHANNELS = [
  "aircall",
  "api",
  "chat",
  "contact_form",
  "email",
  "facebook",
  "facebook-mention",
  "facebook-messenger",
  "facebook-recommendations",
  "help-center",
  "instagram-ad-comment",
  "instagram-comment",
  "instagram-direct-message",
  "instagram-mention",
  "internal-note",
  "phone",
  "sms",
  "twitter",
  "twitter-direct-message",
  "whatsapp",
  "yotpo-review",
] as const;

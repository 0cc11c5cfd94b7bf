/**
 * The address of a service outside that a secret goes to: its host is written out, none that a template, an INN or a name before
 * it makes. What stands behind the host may have such places.
 */
export const SERVICE_ADDRESS = /^https?:\/\/[^/?#{}@\s]+([/?]|$)/i

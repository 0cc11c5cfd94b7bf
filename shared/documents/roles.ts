/** Who works here. `agent` is a headless process with a service account. */
export const ROLES = ['owner', 'admin', 'manager', 'viewer', 'agent'] as const
export type Role = (typeof ROLES)[number]

/** Whoever reads or writes: the account and its role. */
export interface Who {
  readonly user: string
  readonly role: Role
}

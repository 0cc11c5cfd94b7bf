import type { Role } from '../documents/roles.ts'

/** The roles of people, who come by invitation; `agent` is a process, which comes by the service key. */
export const PERSON_ROLES = ['owner', 'admin', 'manager', 'viewer'] as const
export type PersonRole = (typeof PERSON_ROLES)[number]

/** Whether an account of the role looks after accounts at all: invites, changes roles, gives reset links. */
export function mayManageAccounts(role: Role): boolean {
  return role === 'owner' || role === 'admin'
}

/** Whether an account of the role `by` may make, change or reset an account of the role `whose`: owners, only owners. */
export function mayManage(by: Role, whose: Role): boolean {
  return by === 'owner' || (by === 'admin' && whose !== 'owner')
}

import type { Role } from './roles.ts'

/**
 * What the parts of a family's document names are, after the family's own name; `record`: it holds that one alone; `owner`: the
 * circle of one account, as `ownCircle` gives it.
 */
type Part = 'circle' | 'owner' | 'quarter' | 'id' | 'record'

/** Documents of one kind: how they are cut, and who may read and write them. */
export interface Family {
  readonly parts: readonly Part[]
  readonly reads: readonly Role[]
  readonly writes: readonly Role[]
  /** Belongs to one user, named by the `id` or `owner` part: nobody else reads or writes it, whatever the role … */
  readonly personal?: true
  /** … but agents, who work for everybody. */
  readonly served?: true
  /** A document for each record, opened for who looks at it: no start reads them, and no shelf tells of them. */
  readonly alone?: true
}

const ALL: readonly Role[] = ['owner', 'admin', 'manager', 'viewer', 'agent']
const WORKERS: readonly Role[] = ['owner', 'admin', 'manager', 'agent']
const KEEPERS: readonly Role[] = ['owner', 'admin']

/**
 * The table of documents (names stand under `<company>/`). The sync server enforces it at connection and at each
 * update, the device refuses by it before, the screens show by it. Families of later rooms are added here.
 */
export const FAMILIES = {
  setup: { parts: [], reads: ALL, writes: KEEPERS },
  goods: { parts: [], reads: ALL, writes: WORKERS },
  customers: { parts: ['circle'], reads: ALL, writes: WORKERS },
  orders: { parts: ['circle', 'quarter'], reads: ALL, writes: WORKERS },
  events: { parts: ['circle', 'quarter'], reads: ALL, writes: WORKERS },
  automation: { parts: [], reads: WORKERS, writes: WORKERS },
  runs: { parts: ['circle', 'quarter'], reads: WORKERS, writes: WORKERS },
  plans: { parts: ['circle', 'quarter'], reads: ALL, writes: WORKERS },
  letters: { parts: ['circle', 'quarter'], reads: ALL, writes: WORKERS },
  mail: { parts: ['owner', 'quarter'], reads: WORKERS, writes: WORKERS, personal: true, served: true },
  mailings: { parts: ['id'], reads: WORKERS, writes: WORKERS, alone: true },
  pictures: { parts: ['record'], reads: ALL, writes: WORKERS, alone: true },
  views: { parts: [], reads: ALL, writes: WORKERS },
  users: { parts: ['id'], reads: ALL, writes: ALL, personal: true },
  shelves: { parts: [], reads: ALL, writes: [] },
} as const satisfies Record<string, Family>

export type FamilyName = keyof typeof FAMILIES

/** Families that are cut by quarters: of these a device keeps what it works with open, and stands from columns of the rest. */
export const QUARTERLY: readonly FamilyName[] = ['orders', 'events', 'runs', 'plans', 'letters', 'mail']

/** Circles of access: today one; a department will be one each. */
export const CIRCLES: readonly string[] = ['common']
export const COMMON = 'common'

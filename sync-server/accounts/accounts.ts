import type { Logger } from 'pino'
import type { Identify } from '../sync/connection/door.ts'
import type { Base } from './base.ts'
import { Cuts } from './cuts.ts'
import { identify } from './devices/identify.ts'
import { keepDeadline } from './factors/requirement.ts'
import { makeAuth } from './store/auth.ts'
import { openAccountsIn } from './store/postgres.ts'
import { dropExpired } from './store/rows.ts'
import { openAccountsFile } from './store/sqlite.ts'

export interface AccountsOptions {
  /** The data folder. */
  readonly folder: string
  /** The `postgres://` address of the database that holds the accounts in place of the folder; null: the folder does. */
  readonly databaseUrl?: string | null
  /** The address under which people reach the server, `https://crm.example`; without one, the last that was given. */
  readonly address?: string
  readonly log: Logger
}

/** The company's accounts; the rooms' functions (members, invitations, resets, sessions) take it as their base. */
export interface Accounts extends Base {
  /** Who a device's connection comes from; null for nobody, and for who was shut out. Failure device-wiped. */
  readonly identify: Identify
  /** Calls `listener` for each account whose sockets are to be closed; returns its undo. */
  onCut(listener: (user: string) => void): () => void
  close(): Promise<void>
}

/** Opens the accounts of a company. The command line may do so beside the running server. */
export async function createAccounts({ folder, databaseUrl, address, log }: AccountsOptions): Promise<Accounts> {
  const store = await (databaseUrl ? openAccountsIn(databaseUrl) : openAccountsFile(folder))
  const { database, facts, guesses, alone } = store
  if (address !== undefined) await facts.keepAddress(address)
  const known = await facts.address()
  const auth = await alone(() => makeAuth({ database, secret: facts.secret, address: known, log }))
  const context = await auth.$context
  await dropExpired(context.adapter)
  const cuts = new Cuts(context.adapter, log)
  const base: Base = { auth, context, cuts, facts, guesses, alone }
  const endLooking = keepDeadline(base, (error) =>
    log.error({ error }, 'accounts: could not cut off who has no second factor'),
  )
  return {
    ...base,
    identify: (headers, device) => identify(base, headers, device),
    onCut: (listener) => cuts.observe(listener),
    close: async () => {
      endLooking()
      cuts.close()
      await store.close()
    },
  }
}

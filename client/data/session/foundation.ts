import type { DeviceStores } from '../device/device-stores.ts'
import { Held } from '../device/held.ts'
import type { Given } from '../device/replica.ts'
import type { Account } from '../protocol.ts'
import { Remembered } from '../queries/start/remembered.ts'
import { Outbox } from '../sync/outbox/outbox.ts'
import { NotAccepted } from '../sync/replay/not-accepted.ts'
import { Drafts } from './writing/drafts.ts'
import { UnfinishedActs } from './writing/under-way/unfinished.ts'

/** What a session stands on. */
export interface Foundation {
  readonly account: Account
  readonly kept: DeviceStores
  readonly given: Given
  /** The server's address, `http://host:port`. */
  readonly url: string
  /** How long a document that nobody needs stays open, ms. */
  readonly linger?: number
  /** The build that runs: what another has remembered is passed over. */
  readonly build?: string
  /** What documents that come whole must be made by (columns/SPEC C11); without it none are taken. */
  readonly maker?: string
  /** The greatest update that the server takes, bytes, where that is not what devices are built for. */
  readonly limit?: number
  /** The device is to drop what it keeps, and only sends what it has before. */
  readonly isWiping?: boolean
}

/** What the device keeps for the account beside its documents. */
export interface Kept {
  readonly outbox: Outbox
  readonly asides: NotAccepted
  readonly held: Held
  readonly drafts: Drafts
  readonly unfinished: UnfinishedActs
  readonly remembered: Remembered
}

/** Opens what the device keeps. */
export function keptIn({ kept: { meta, lasts }, given, build = '' }: Foundation): Kept {
  return {
    outbox: Outbox.open(meta),
    asides: NotAccepted.open(meta),
    held: Held.open(meta),
    drafts: Drafts.open(meta, given.replica),
    unfinished: new UnfinishedActs(meta, lasts),
    remembered: Remembered.open(meta, { build, today }),
  }
}

function today(): string {
  return new Date().toDateString()
}

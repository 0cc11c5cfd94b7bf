import type { Logger } from 'pino'
import { customers } from '../../../shared/customers/collections.ts'
import { whyNotTo } from '../../../shared/mailings/audience/suppression.ts'
import {
  type Mailing,
  type MailingRecipient,
  mailingConsents,
  mailingRecipients,
  mailings,
} from '../../../shared/mailings/collections.ts'
import { consentId } from '../../../shared/mailings/consent-id.ts'
import { type Why, whyOf } from '../../../shared/rules/why.ts'
import type { Claimed, LedgerClient } from '../../runtime/server/ledger/ledger-client.ts'
import { doubtful, type Ready } from '../../sending/outcome.ts'
import type { Lane } from '../../sending/sender/lane.ts'
import { pauseBehind } from '../../sending/sender/tries.ts'
import type { Heard } from './heard.ts'
import type { InHand } from './in-hand.ts'
import { countryOf, type ReadyGround, ready } from './ready.ts'
import { type Result, resultOf, type Stand } from './results.ts'
import type { Slots } from './slots.ts'
import type { ReaderPatch } from './writes.ts'

/** What a try works with. */
export interface TryGround extends ReadyGround {
  readonly ledger: Pick<LedgerClient, 'claim'>
  readonly heard: Pick<Heard, 'now'>
  readonly lane: Pick<Lane, 'send' | 'isPaused'>
  /** One for each line to the mail server. */
  readonly slots: Pick<Slots, 'with'>
  readonly inHand: Pick<InHand, 'asking' | 'sending'>
  readonly put: (reader: string, patch: ReaderPatch) => void
  readonly log: Logger
}

/** `until`: it may be tried again then, ms since 1970; `stop`: why the mailing is not to go on. */
export type Tried =
  | { readonly is: 'done' }
  | { readonly is: 'until'; readonly until: number }
  | { readonly is: 'stop'; readonly why: Why }

const DONE: Tried = { is: 'done' }

/** Tries to tell one reader (SPEC BM12, BM13). */
export async function tryReader(ground: TryGround, id: string): Promise<Tried> {
  await ground.heard.now()
  const about = aboutOf(ground, id)
  if (about === null) return DONE
  const left = leftOut(ground, about)
  if (left !== null) {
    ground.put(id, { state: 'leftOut', why: whyOf(left.code, left.params) })
    return DONE
  }
  const made = await ready(ground, about.mailing, about.reader)
  if (typeof made !== 'function') return { is: 'stop', why: made }
  const key = `mailing/${id}/${about.reader.asked ?? 0}`
  const claimed = await ground.inHand.asking(() => ground.ledger.claim(key, 'once'))
  switch (claimed.is) {
    case 'held':
      return { is: 'until', until: claimed.until }
    case 'settled':
      // It was done, and whoever did it did not come to write so.
      ground.put(id, JSON.parse(claimed.outcome) as Stand)
      return DONE
    case 'doubtful':
      ground.put(id, { state: 'doubtful', why: whyOf(doubtful().why.code) })
      return DONE
    case 'yours':
      return await tell(ground, about.reader, made, claimed.lease)
  }
}

interface About {
  readonly mailing: Mailing
  readonly reader: MailingRecipient
}

/** Mailing and reader, where the one goes on and the other waits. */
function aboutOf({ find }: Pick<TryGround, 'find'>, id: string): About | null {
  const reader = find(mailingRecipients, id)
  const mailing = find(mailings, id.split('_')[0] ?? '')
  if (!mailing || mailing.gone || mailing.state !== 'running') return null
  return reader && !reader.gone && reader.state === 'waiting' ? { mailing, reader } : null
}

function leftOut(ground: TryGround, { mailing, reader }: About): Why | null {
  const { find } = ground
  const [way, to] = [mailing.way ?? 'letter', reader.to ?? '']
  const about = { way, to, wantsConsent: mailing.wantsConsent ?? false, country: countryOf(ground) }
  const customer = reader.customer === null ? null : find(customers, reader.customer)
  return whyNotTo(about, { customer, consent: find(mailingConsents, consentId(way, to)) })
}

type Lease = Extract<Claimed, { is: 'yours' }>['lease']

async function tell(ground: TryGround, reader: MailingRecipient, send: Ready, lease: Lease): Promise<Tried> {
  const tries = (reader.attempts ?? 0) + 1
  const result = await ground.slots.with(async () => (mayGo(ground, reader) ? await sent(ground, send, tries) : null))
  if (result !== null) return await end(ground, reader, result, { lease, tries })
  await lease.release()
  return { is: 'until', until: Date.now() }
}

/** The last moment: what came while it was claimed, and waited for a line. */
function mayGo(ground: TryGround, { id, asked }: MailingRecipient): boolean {
  const now = aboutOf(ground, id)
  return !ground.lane.isPaused && now !== null && now.reader.asked === asked && leftOut(ground, now) === null
}

async function sent({ lane, inHand }: TryGround, send: Ready, tries: number): Promise<Result> {
  const outcome = await lane.send(() => inHand.sending(send))
  return resultOf(outcome, Date.now(), tries)
}

async function end(
  { put, log, inHand }: TryGround,
  { id }: MailingRecipient,
  result: Result,
  { lease, tries }: { readonly lease: Lease; readonly tries: number },
): Promise<Tried> {
  if (result.is === 'stand') {
    const stand = { ...result.stand, attempts: tries }
    if (!(await inHand.asking(() => lease.settle(JSON.stringify(stand)))))
      log.warn({ reader: id }, 'the lease was lost while a letter went')
    put(id, stand)
    return DONE
  }
  await lease.release()
  if (result.is === 'stop') return { is: 'stop', why: result.why }
  const why = whyOf(result.why.code, result.why.params)
  // Of the server’s fault no reader’s try is counted: the lane leaves it alone.
  if (result.of === 'server') return { is: 'until', until: Date.now() }
  put(id, { why, attempts: tries })
  return { is: 'until', until: Date.now() + pauseBehind(tries) }
}

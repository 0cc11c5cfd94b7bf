import type { Logger } from 'pino'
import { type Mailing, mailings } from '../../../shared/mailings/collections.ts'
import { readerId } from '../../../shared/mailings/reader-id.ts'
import { type Why, whyOf } from '../../../shared/rules/why.ts'
import type { Replica } from '../../runtime/replica.ts'
import type { LedgerClient } from '../../runtime/server/ledger/ledger-client.ts'
import type { Outcome } from '../../sending/outcome.ts'
import type { Heard } from './heard.ts'
import { type ReadyGround, ready } from './ready.ts'

interface TestGround extends ReadyGround {
  readonly replica: Replica
  readonly ledger: Pick<LedgerClient, 'perform'>
  readonly heard: Pick<Heard, 'now'>
  readonly log: Logger
}

/** Whether somebody has asked for a letter to himself that did not go yet, and of which nothing is said. */
export function wantsTest({ gone, testAsked, testSent, testWhy }: Mailing): boolean {
  return !gone && testAsked !== null && testWhy === null && (testSent ?? 0) < testAsked
}

/**
 * Sends what a reader would get to whoever asked for it, once for each asking (SPEC BM17). It bears the id of a reader who is not
 * there: what is done with it at the door changes nothing.
 */
export async function sendTest(ground: TestGround, mailing: Mailing): Promise<void> {
  const { id, testTo, testFor, testAsked } = mailing
  const key = `mailing-test/${id}/${testAsked}`
  const about = { id: readerId(id, key), customer: testFor, contact: null, to: testTo, asked: null }
  await ground.heard.now()
  const made = await ready(ground, mailing, about)
  const say = (patch: Partial<Pick<Mailing, 'testSent' | 'testWhy'>>) =>
    ground.replica.write((tx) => tx.set(mailings, id, patch))
  if (typeof made !== 'function') return void say({ testWhy: inWords(made) })
  await ground.ledger.perform(key, 'once', async () => {
    const outcome: Outcome = await made()
    say(outcome.is === 'sent' ? { testSent: Date.now(), testWhy: null } : { testWhy: inWords(outcome.why) })
    return outcome.is
  })
}

function inWords({ code, params }: Why): string {
  return whyOf(code, params)
}

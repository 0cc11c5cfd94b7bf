import * as v from 'valibot'
import type { Done } from '../../../../shared/accounts/api.ts'
import { Failure } from '../../../../shared/errors.ts'
import {
  LEDGER_LIMITS,
  LEDGER_STATES,
  type LedgerChange,
  type LedgerForgetting,
} from '../../../../shared/letters/ledger.ts'
import { checkAgent } from '../../guard/caller.ts'
import { bodyOf, type Takes } from '../../guard/input.ts'
import type { App, Ask, Room } from '../../ports.ts'

/** Texts of mail servers, as they are: not trimmed, and of any signs but that of the number 0. */
const text = (most: number) => v.pipe(v.string(), v.maxLength(most), v.regex(/^[^\0]*$/))
const some = (most: number) => v.pipe(text(most), v.minLength(1))
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const uid = v.pipe(whole, v.minValue(1))
const account = some(LEDGER_LIMITS.text)
const folder = some(LEDGER_LIMITS.folder)
const digits = v.pipe(v.string(), v.regex(/^\d{1,20}$/))
const row = v.object({
  uid,
  state: v.picklist(LEDGER_STATES),
  letter: v.nullable(some(LEDGER_LIMITS.text)),
  place: v.nullable(some(LEDGER_LIMITS.text)),
  flags: text(LEDGER_LIMITS.text),
  attempts: v.pipe(whole, v.maxValue(1_000_000)),
  next: v.nullable(whole),
  why: text(LEDGER_LIMITS.why),
})
const change = v.object({
  account,
  folder,
  cursor: v.object({
    validity: some(LEDGER_LIMITS.text),
    upto: whole,
    modseq: v.nullable(digits),
    listed: whole,
  }),
  rows: v.pipe(v.array(row), v.maxLength(LEDGER_LIMITS.rows)),
  covers: v.pipe(v.array(uid), v.maxLength(LEDGER_LIMITS.covers)),
  isAnew: v.boolean(),
}) satisfies Takes<LedgerChange>
const forgetting = v.object({
  account,
  folder,
  what: v.picklist(['earlier', 'folder']),
}) satisfies Takes<LedgerForgetting>

const ofAccount = v.object({ account })
const page = v.object({
  account,
  folder,
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)), '0'),
  isEarlier: v.optional(
    v.pipe(
      v.picklist(['true', 'false']),
      v.transform((text) => text === 'true'),
    ),
    'false',
  ),
})
const ofLetters = v.object({
  account,
  letters: v.pipe(
    v.string(),
    v.transform((text) => text.split(',')),
    v.array(some(LEDGER_LIMITS.text)),
    v.maxLength(LEDGER_LIMITS.letters),
  ),
})

/** The ledger of mail (mail/ledger/SPEC.md). */
export function mailLedgerRoutes(app: App, room: Room): void {
  const { mailLedger } = room
  const path = '/api/agent/mail/ledger'
  app.get(path, async (c) => {
    checkAgent(room, c)
    return c.json(await mailLedger.page(asked(c, page)))
  })
  app.get(`${path}/folders`, async (c) => {
    checkAgent(room, c)
    return c.json(await mailLedger.folders(asked(c, ofAccount).account))
  })
  app.get(`${path}/letters`, async (c) => {
    checkAgent(room, c)
    const { account, letters } = asked(c, ofLetters)
    return c.json(await mailLedger.letters(account, letters))
  })
  app.post(path, async (c) => {
    checkAgent(room, c)
    await mailLedger.change(await bodyOf(c, change))
    return c.json({ done: true } satisfies Done)
  })
  app.post(`${path}/forget`, async (c) => {
    checkAgent(room, c)
    await mailLedger.forget(await bodyOf(c, forgetting))
    return c.json({ done: true } satisfies Done)
  })
}

function asked<T extends v.GenericSchema>(c: Ask, schema: T): v.InferOutput<T> {
  const { success, issues, output } = v.safeParse(schema, c.req.query())
  if (!success) throw new Failure('request-shape', { field: v.getDotPath(issues[0]) ?? '' })
  return output
}

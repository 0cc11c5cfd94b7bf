import * as v from 'valibot'
import type { Done } from '../../../../shared/accounts/api.ts'
import { FINDING_TROUBLES, REGISTER_STATES } from '../../../../shared/counterparties/collections.ts'
import type { ErrandDone, ErrandsAsked } from '../../../../shared/effects/errands.ts'
import { ACCOUNT_SIDES } from '../../../../shared/letters/accounts.ts'
import { CHECK_TROUBLES } from '../../../../shared/letters/check.ts'
import { CODE_TROUBLES } from '../../../../shared/letters/consent/exchange.ts'
import { checkAgent } from '../../guard/caller.ts'
import { bodyOf, type Takes } from '../../guard/input.ts'
import type { App, Room } from '../../ports.ts'

/** So long an agent's asking waits for something to do, ms. */
const WAIT = 25_000

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/))
const text = v.pipe(v.string(), v.maxLength(1000))
const said = v.nullable(text)
const step = v.object({
  side: v.picklist(ACCOUNT_SIDES),
  trouble: v.nullable(v.picklist(CHECK_TROUBLES)),
  said: text,
})
const checked = v.object({
  steps: v.array(step),
  folders: v.nullable(v.array(v.object({ path: text, use: said }))),
})
const exchanged = v.union([
  v.object({ refreshToken: v.pipe(v.string(), v.minLength(1), v.maxLength(8000)) }),
  v.object({ trouble: v.picklist(CODE_TROUBLES), said: text }),
])
const number = v.nullable(v.pipe(v.number(), v.safeInteger()))
const facts = v.object({
  ...{ inn: said, kpp: said, ogrn: said, name: said, fullName: said, address: said, head: said, headPost: said },
  ...{ registered: said, ended: said, activity: said, actual: said, capital: number, branches: number },
  state: v.nullable(v.picklist(REGISTER_STATES)),
})
const finding = v.variant('is', [
  v.object({ is: v.literal('found'), facts, source: text }),
  v.object({ is: v.literal('unknown'), source: text }),
  v.object({ is: v.literal('failed'), trouble: v.picklist(FINDING_TROUBLES), said: text }),
])
const done = v.variant('kind', [
  v.object({ id, kind: v.literal('account'), answer: checked }),
  v.object({ id, kind: v.literal('code'), answer: exchanged }),
  v.object({ id, kind: v.literal('domain'), answer: v.pipe(v.array(text), v.maxLength(100)) }),
  v.object({ id, kind: v.literal('counterparty'), answer: finding }),
]) satisfies Takes<ErrandDone>

/** What agents do for who waits at a form (mail/accounts/SPEC MA11, MA16, MA20; counterparties/SPEC.md). */
export function errandRoutes(app: App, room: Room): void {
  const { errands } = room
  app.get('/api/agent/errands', async (c) => {
    checkAgent(room, c)
    return c.json({ errands: await errands.take(WAIT, c.req.raw.signal) } satisfies ErrandsAsked)
  })
  app.post('/api/agent/errands', async (c) => {
    checkAgent(room, c)
    errands.done(await bodyOf(c, done))
    return c.json({ done: true } satisfies Done)
  })
}

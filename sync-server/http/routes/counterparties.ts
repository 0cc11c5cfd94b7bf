import * as v from 'valibot'
import type { Finding } from '../../../shared/counterparties/finding.ts'
import {
  COUNTERPARTY_SERVICES,
  type HeldService,
  SERVICE_LIMITS,
  type ServiceChange,
  type ServiceView,
} from '../../../shared/counterparties/service.ts'
import { FAMILIES } from '../../../shared/documents/families.ts'
import type { Role } from '../../../shared/documents/roles.ts'
import { Failure } from '../../../shared/errors.ts'
import { doubtOfInn } from '../../../shared/records/forms/inn.ts'
import { SERVICE_ADDRESS } from '../../../shared/records/forms/service-address.ts'
import { checkAgent, keeperFor, sessionFor } from '../guard/caller.ts'
import { bodyOf, type Takes } from '../guard/input.ts'
import type { App, Room } from '../ports.ts'
import { secret } from './sending.ts'

/** Its host is none that an INN makes. */
const url = v.pipe(v.string(), v.trim(), v.maxLength(1000), v.regex(SERVICE_ADDRESS))
const whole = (most: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(most))
const service = v.object({
  kind: v.picklist(COUNTERPARTY_SERVICES),
  url,
  key: secret,
  days: whole(SERVICE_LIMITS.days),
  perDay: whole(SERVICE_LIMITS.perDay),
})
const change = v.object({ service: v.nullable(service) }) satisfies Takes<{ readonly service: ServiceChange | null }>
const asked = v.object({ inn: v.pipe(v.string(), v.trim(), v.regex(/^\d{10}(\d{2})?$/)) })

const mayAsk = (role: Role) => (FAMILIES.customers.writes as readonly Role[]).includes(role)

/** What is known of companies outside, for who fills in a form, who sets it up, and who asks (counterparties/SPEC.md). */
export function counterpartyRoutes(app: App, room: Room): void {
  const { counterparties, errands } = room
  app.get('/api/counterparties/service', async (c) => {
    await keeperFor(room, c)
    return c.json((await counterparties.view()) satisfies ServiceView)
  })
  app.put('/api/counterparties/service', async (c) => {
    const { account } = await keeperFor(room, c)
    const { service } = await bodyOf(c, change)
    await counterparties.change(service, account.user, Date.now())
    room.log.info({ by: account.user, service: service?.kind ?? null }, 'counterparties: service changed')
    return c.json((await counterparties.view()) satisfies ServiceView)
  })
  app.post('/api/counterparties/find', async (c) => {
    const { account } = await sessionFor(room, c)
    if (!mayAsk(account.role)) throw new Failure('role-forbids')
    const { inn } = await bodyOf(c, asked)
    if (doubtOfInn(inn)) throw new Failure('field-value', { field: 'inn' })
    const service = await counterparties.whole()
    const answer: Finding = service
      ? await errands.ask('counterparty', { service, inn })
      : { is: 'failed', trouble: 'noService', said: '' }
    return c.json(answer)
  })
  app.get('/api/agent/counterparties/service', async (c) => {
    checkAgent(room, c)
    return c.json({ service: await counterparties.whole() } satisfies HeldService)
  })
}

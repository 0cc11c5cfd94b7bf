import * as v from 'valibot'
import { PHONE_WAYS } from '../../../../shared/calls/collections.ts'
import { lineFieldsOf } from '../../../../shared/calls/line-settings.ts'
import type { HeldPhones, PairingAsked, PairingCode, PhoneChange, PhoneList } from '../../../../shared/calls/phones.ts'
import type { Paired, Pairing } from '../../../../shared/calls/protocol.ts'
import { Failure } from '../../../../shared/errors.ts'
import type { Asker } from '../../../mail/accounts/accounts.ts'
import { checkAgent, sessionFor } from '../../guard/caller.ts'
import { bodyOf, line, type Takes } from '../../guard/input.ts'
import { guessedSecret } from '../../guard/limits.ts'
import type { App, Room } from '../../ports.ts'
import { accountId, askerOf } from '../mail/accounts.ts'
import { secret, some } from '../sending.ts'

/** The longest name of a phone, and the longest text of a line's settings. */
const [LONGEST_NAME, LONGEST_SETTING] = [80, 500]

const way = v.picklist(PHONE_WAYS)
const settings = v.object({
  shown: v.record(v.string(), some(LONGEST_SETTING)),
  secret: v.record(v.string(), secret),
})
const change = v.object({
  name: line(LONGEST_NAME),
  way,
  number: some(40),
  dials: v.boolean(),
  texts: v.boolean(),
  isOff: v.boolean(),
  settings: v.nullable(settings),
}) satisfies Takes<PhoneChange>
const phoneWay = v.pipe(
  way,
  v.check((asked) => lineFieldsOf(asked) === null),
)
const asked = v.object({ name: some(LONGEST_NAME), way: phoneWay }) satisfies Takes<PairingAsked>
const pairing = v.object({
  code: v.pipe(v.string(), v.maxLength(40)),
  name: v.exactOptional(some(LONGEST_NAME)),
}) satisfies Takes<Pairing>

/** Phones and lines (telephony/SPEC.md). */
export function phoneRoutes(app: App, room: Room): void {
  personRoutes(app, room)
  app.get('/api/agent/phones', async (c) => {
    checkAgent(room, c)
    return c.json({ phones: await room.telephony.phones.held() } satisfies HeldPhones)
  })
  app.post('/phone/v1/pair', async (c) => {
    const said = await bodyOf(c, pairing)
    const paired = await guessedSecret(room, c, () => room.telephony.pairing.pair(said, Date.now()))
    c.header('cache-control', 'no-store')
    room.log.info({ phone: paired.phone }, 'phone: paired')
    return c.json(paired satisfies Paired)
  })
}

function personRoutes(app: App, room: Room): void {
  const { log } = room
  const { phones } = room.telephony
  app.get('/api/phones', async (c) => {
    return c.json(await listFor(room, await askerOf(room, c)))
  })
  app.post('/api/phones/codes', async (c) => {
    const { account } = await sessionFor(room, c)
    const { user } = account
    return c.json((await room.telephony.pairing.code(user, await bodyOf(c, asked), Date.now())) satisfies PairingCode)
  })
  app.put('/api/phones/:id', async (c) => {
    const asker = await askerOf(room, c)
    const phone = c.req.param('id')
    if (!v.is(accountId, phone)) throw new Failure('request-shape', { field: 'id' })
    const changed = await bodyOf(c, change)
    checkSettings(changed)
    await phones.change(phone, changed, asker, Date.now())
    log.info({ by: asker.user, phone }, 'phone: changed')
    return c.json(await listFor(room, asker))
  })
  app.delete('/api/phones/:id', async (c) => {
    const asker = await askerOf(room, c)
    const phone = c.req.param('id')
    if (await phones.remove(phone, asker)) log.info({ by: asker.user, phone }, 'phone: removed')
    return c.json(await listFor(room, asker))
  })
}

async function listFor({ telephony, access }: Room, asker: Asker): Promise<PhoneList> {
  const stored = await telephony.phones.list(asker)
  const phones = stored.map((one) => ({ ...one, standing: telephony.standings.of(one.id, Date.now()) }))
  return { phones, address: access.address }
}

/** Failure request-shape for a setting that the line's way does not have. */
function checkSettings({ way, settings }: PhoneChange): void {
  const fields = lineFieldsOf(way)
  if (!settings || !fields) return
  for (const part of ['shown', 'secret'] as const) {
    const odd = Object.keys(settings[part]).find((name) => !fields[part].includes(name))
    if (odd !== undefined) throw new Failure('request-shape', { field: `settings.${part}.${odd}` })
  }
}

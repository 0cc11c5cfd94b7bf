import * as v from 'valibot'
import { Failure } from '../../../../shared/errors.ts'
import {
  CONSENT_PATH,
  type ConsentAsked,
  type ConsentBegun,
  type ConsentPasted,
  type ConsentState,
  RETURN_WAYS,
} from '../../../../shared/letters/consent/consent.ts'
import { returnedBy, returnedIn } from '../../../../shared/letters/consent/places.ts'
import { sessionFor } from '../../guard/caller.ts'
import { bodyOf, type Takes } from '../../guard/input.ts'
import type { App, Ask, Room } from '../../ports.ts'
import { accountId, askerOf, oauthUrl, oneLine } from './accounts.ts'
import { consentPage } from './consent-page.ts'

/** So long asking how it stands waits for news, ms. */
const WAIT = 25_000

const text = (most: number) => v.pipe(oneLine, v.trim(), v.maxLength(most))
const asked = v.object({
  account: accountId,
  isCompanys: v.boolean(),
  address: text(254),
  authUrl: oauthUrl,
  tokenUrl: oauthUrl,
  scope: text(1000),
  clientId: text(1000),
  clientSecret: text(2000),
  returns: v.picklist(RETURN_WAYS),
}) satisfies Takes<ConsentAsked>
const brought = v.object({ pasted: v.pipe(v.string(), v.maxLength(8000)) }) satisfies Takes<ConsentPasted>

/** Consent to mail by a link (mail/accounts/SPEC MA15 to MA19). */
export function mailConsentRoutes(app: App, room: Room): void {
  const { consents, mailAccounts, log } = room
  app.post('/api/mail/consents', async (c) => {
    const asker = await askerOf(room, c)
    const { clientId, clientSecret, ...begun } = await bodyOf(c, asked)
    const typed = clientId === '' ? null : { clientId, clientSecret }
    const kept = await mailAccounts.clientFor(begun, asker)
    const client = typed ?? kept
    if (client === null) throw new Failure('mail-consent-client-needed')
    const origin = c.req.header('origin') ?? room.access.address
    return c.json(consents.begin({ ...begun, user: asker.user, client, origin }) satisfies ConsentBegun)
  })
  app.get('/api/mail/consents/:id', async (c) => {
    const { user } = await askerOf(room, c)
    const state = await consents.stateOf(c.req.param('id'), user, WAIT, c.req.raw.signal)
    return c.json(state satisfies ConsentState)
  })
  app.post('/api/mail/consents/:id', async (c) => {
    const { user } = await askerOf(room, c)
    const { pasted } = await bodyOf(c, brought)
    return c.json((await consents.brought(c.req.param('id'), returnedIn(pasted), user)) satisfies ConsentState)
  })
  app.get(CONSENT_PATH, async (c) => {
    const failure = await returnedTo(room, c)
    if (failure) log.info({ code: failure.code }, 'mail consent: refused')
    return consentPage(c, failure)
  })
}

/** Why nothing was given; null: it was. */
async function returnedTo(room: Room, c: Ask): Promise<Failure | null> {
  try {
    const { account } = await sessionFor(room, c)
    await room.consents.returned(returnedBy(new URL(c.req.url).searchParams), account.user)
    room.log.info({ by: account.user }, 'mail consent: given')
    return null
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

import { expect, test } from 'vitest'
import { CONSENT_WITHIN } from '../../../shared/letters/consent/consent.ts'
import { newEntryId } from '../../../shared/records/keys/id.ts'
import { Errands } from '../../effects/errands.ts'
import { Consents } from './consents.ts'

const ACCOUNT = newEntryId()
const ASKED = {
  user: 'anna',
  account: ACCOUNT,
  isCompanys: false,
  address: '',
  authUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
  tokenUrl: 'https://oauth2.googleapis.com/token',
  scope: 'https://mail.google.com/',
  returns: 'here',
  client: { clientId: 'voronka', clientSecret: '' },
  origin: 'https://crm.salon.ru',
} as const
const NEVER = new AbortController().signal

/** Consents at a time that the test sets, and an agent that gives what it is told to. */
function open() {
  const errands = new Errands({ agent: 5000, answer: 5000 })
  let now = 1_000_000
  const consents = new Consents(errands, () => now)
  const give = async (refreshToken: string) => {
    const [errand] = await errands.take(5000, NEVER)
    errands.done({ id: errand?.id ?? '', kind: 'code', answer: { refreshToken } })
    return errand
  }
  const stateIn = (url: string) => new URL(url).searchParams.get('state')
  return { consents, give, stateIn, pass: (ms: number) => (now += ms) }
}
const returned = (state: string | null) => ({ state, code: 'code', error: null, said: '' })

test('MA17: a link is good for ten minutes, and what it gave for an hour', async () => {
  const { consents, give, stateIn, pass } = open()
  const late = consents.begin(ASKED)
  pass(CONSENT_WITHIN + 1)
  await expect(consents.returned(returned(stateIn(late.url)), 'anna')).rejects.toThrow('mail-consent-late')
  const { id, url } = consents.begin(ASKED)
  pass(CONSENT_WITHIN)
  const over = consents.returned(returned(stateIn(url)), 'anna')
  await give('refresh')
  await over
  const filled = () => consents.filled({ consent: id, isCompanys: false } as never, ACCOUNT, 'anna')
  expect(JSON.parse(filled().oauth ?? '')).toMatchObject({ refreshToken: 'refresh', clientId: 'voronka' })
  pass(60 * 60_000)
  expect(filled).toThrow('mail-consent-late')
})

test('MA15: states and challenges are fresh each time, and the verifier fits its challenge', async () => {
  const { consents, give, stateIn } = open()
  const urls = [consents.begin(ASKED).url, consents.begin(ASKED).url]
  expect(new Set(urls.map(stateIn)).size).toBe(2)
  const challenges = urls.map((url) => new URL(url).searchParams.get('code_challenge'))
  const over = consents.returned(returned(stateIn(urls[0] ?? '')), 'anna')
  const errand = await give('refresh')
  await over
  const verifier = errand?.kind === 'code' ? errand.asked.verifier : ''
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  expect(Buffer.from(digest).toString('base64url')).toBe(challenges[0])
  expect(challenges[1]).not.toBe(challenges[0])
})

test('MA17: two that come with one code at once are given one token; of many begun the oldest are forgotten', async () => {
  const { consents, give, stateIn } = open()
  const { url } = consents.begin(ASKED)
  const [one, other] = [1, 2].map(() => consents.returned(returned(stateIn(url)), 'anna'))
  await expect(other).rejects.toThrow('mail-consent-late')
  await give('refresh')
  await one
  const first = consents.begin(ASKED)
  const others = consents.begin({ ...ASKED, user: 'boris' })
  for (let i = 0; i < 20; i++) consents.begin(ASKED)
  await expect(consents.stateOf(first.id, 'anna', 0, NEVER)).rejects.toThrow('mail-consent-late')
  expect(await consents.stateOf(others.id, 'boris', 0, NEVER)).toEqual({ isGiven: false })
})

test('MA21: what was given is renewed while its account is tried, before it is kept', async () => {
  const { consents, give, stateIn } = open()
  const { id, url } = consents.begin(ASKED)
  const over = consents.returned(returned(stateIn(url)), 'anna')
  await give('refresh')
  await over
  const filled = () => consents.filled({ consent: id, isCompanys: false } as never, ACCOUNT, 'anna').oauth ?? ''
  const was = filled()
  const now = was.replace('refresh"', 'another"')
  consents.renewed({ was: now, now: was })
  expect(filled()).toBe(was)
  consents.renewed({ was, now })
  expect(filled()).toBe(now)
})

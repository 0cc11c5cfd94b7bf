import { expect, test } from 'vitest'
import { type Answer, Browser } from '../../sync-server/http/testing/browser.ts'
import { seeded } from '../support/random.ts'
import { startServer } from '../support/server.ts'
import { SEED, times } from './support/length.ts'

const WITHIN = times(5, 30) * 60_000
const GUESSES = times(60, 2000)
const AT_ONCE = 10
/** From so many networks; so many of each, and of one account, are looked at. */
const NETWORKS = times(6, 100)
const PER_NETWORK = 10
const PER_ACCOUNT = 30
const OWNER = { name: 'Olga', email: 'olga@guesses.test', password: 'seven green buckets' }
const SETUP = { company: 'Guesses', zone: 'Europe/Moscow', currency: 'RUB', language: 'ru', demo: false, owner: OWNER }

/** A guess: of whom, from which network, and what came of it. */
interface Guess {
  readonly email: string
  readonly network: number
  readonly answer: Answer
}

/** An address of a network: whoever has an IPv6 network has as many as he likes. */
function addressIn(network: number, random: () => number): string {
  const host = () => Math.floor(random() * 65_536).toString(16)
  return network % 2 === 0 ? `198.51.100.${network}` : `2001:db8:0:${network.toString(16)}:${host()}:${host()}:1:1`
}

test(`A8: passwords are guessed ${GUESSES} times from many networks: soon nothing is looked at, who is in works on (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  await using server = await startServer({ args: ['--host', '127.0.0.1', '--behind-proxy'] })
  const owner = new Browser(server.url)
  expect((await owner.post('/api/setup', { ...SETUP, code: server.setUpCode })).status).toBe(200)
  const signIn = (email: string, password: string, address: string) =>
    new Browser(server.url).post('/api/auth/sign-in/email', { email, password }, { 'x-forwarded-for': address })
  const guess = async (): Promise<Guess> => {
    const email = random() < 0.75 ? OWNER.email : `nobody${Math.floor(random() * 20)}@guesses.test`
    const network = Math.floor(random() * NETWORKS)
    const password = `wrong ${Math.floor(random() * 1e9)}`
    return { email, network, answer: await signIn(email, password, addressIn(network, random)) }
  }
  const guesses: Guess[] = []
  while (guesses.length < GUESSES) guesses.push(...(await Promise.all(Array.from({ length: AT_ONCE }, guess))))
  const looked = guesses.filter(({ answer }) => answer.status !== 429)
  expect(new Set(looked.map(({ answer }) => `${answer.status} ${answer.body.code}`))).toEqual(
    new Set(['401 sign-in-wrong']),
  )
  for (const of of Map.groupBy(looked, ({ network }) => network).values())
    expect(of.length).toBeLessThanOrEqual(PER_NETWORK)
  expect(looked.filter(({ email }) => email === OWNER.email)).toHaveLength(PER_ACCOUNT)
  const elsewhere = await signIn(OWNER.email, OWNER.password, '203.0.113.1')
  expect([elsewhere.status, elsewhere.body.code]).toEqual([429, 'too-many-attempts'])
  expect((await owner.get('/api/state')).body).toMatchObject({ account: { email: OWNER.email } })
})

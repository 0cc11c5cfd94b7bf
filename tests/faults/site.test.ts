import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { killAtExit } from '../../scripts/processes/kill-at-exit.ts'
import { heardListening } from '../../scripts/processes/listening.ts'
import { ROOT } from '../../scripts/root.ts'
import { derivedKey } from '../../sync-server/site/keys.ts'
import { newToken, writeToken } from '../../sync-server/site/ordering/token.ts'
import { SiteStore } from '../../sync-server/site/store/store.ts'
import { CATALOGUE } from '../../sync-server/site/testing/samples.ts'
import { seeded } from '../support/random.ts'
import { SEED, times } from './support/length.ts'

const KILLS = times(6, 100)
/** So many visitors order at once. */
const VISITORS = 8
/** The form’s own network may send no more in a minute: a proxy names another for each visitor. */
const FLAGS = ['--port', '0', '--behind-proxy', '--address', 'http://127.0.0.1']

let data: string
let child: ChildProcess
let url: string
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'voronka-site-kill-'))
  const store = new SiteStore(data)
  store.publish(CATALOGUE)
  store.close()
  await begin()
})
afterEach(async () => {
  await kill()
  rmSync(data, { recursive: true })
})

async function begin(): Promise<void> {
  child = spawn(process.execPath, [join(ROOT, 'sync-server/site/main.ts'), '--data', data, ...FLAGS], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  killAtExit(child)
  if (!child.stdout) throw new Error('the site was started without a pipe')
  for await (const line of createInterface({ input: child.stdout })) {
    const heard = heardListening(line)
    if (!heard) continue
    url = `http://127.0.0.1:${heard.port}`
    return
  }
}

async function kill(): Promise<void> {
  const gone = once(child, 'exit')
  if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await gone
}

/** The ids of all orders that wait, page by page. */
async function orderedIn({ queue }: SiteStore): Promise<string[]> {
  const ids: string[] = []
  for (let last = 0; ; ) {
    const page = await queue.page(last, 0, new AbortController().signal)
    ids.push(...page.flatMap((item) => (item.did === 'ordered' ? [item.order.id] : [])))
    const end = page.at(-1)?.number
    if (end === undefined) return ids
    last = end
  }
}

/** Sends a form; the page of its order where somebody was thanked, null where the answer was lost. */
async function order(form: string, from: number): Promise<string | null> {
  const fields = { form, line: 'table:1:1250000:Стол', name: 'Иван', phone: '+79051234567', consent: 'yes' }
  const headers = { 'x-forwarded-for': `192.0.2.${from % 250}` }
  try {
    const answer = await fetch(`${url}/order`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers,
      redirect: 'manual',
    })
    return answer.status === 303 ? (answer.headers.get('location') ?? '') : null
  } catch (error) {
    // The line is cut off with the process that was killed.
    if (error instanceof TypeError) return null
    throw error
  }
}

test(`ST7: a site that is killed ${KILLS} times between form and answer loses no order, and none is twice (seed ${SEED})`, {
  timeout: times(2, 20) * 60_000,
}, async () => {
  const random = seeded(SEED)
  const key = derivedKey(readFileSync(join(data, 'door.key'), 'utf8').trim(), 'forms')
  const thanked = new Map<string, string>()
  const forms: string[] = []
  for (let n = 0; n < KILLS; n++) {
    const fresh = Array.from({ length: VISITORS }, () => writeToken(newToken(Date.now() - 60_000), key))
    forms.push(...fresh)
    const sent = fresh.map(async (form, i) => {
      const place = await order(form, n * VISITORS + i)
      if (place !== null) thanked.set(form, place)
    })
    await after(random() * 60)
    await kill()
    await Promise.all(sent)
    await begin()
  }
  const places = await Promise.all(forms.map((form, i) => order(form, i + 100)))
  for (const [i, form] of forms.entries()) if (thanked.has(form)) expect(places[i]).toBe(thanked.get(form))
  await kill()
  const store = new SiteStore(data)
  const ids = await orderedIn(store)
  store.close()
  expect(ids.toSorted()).toEqual(forms.map((form) => form.split('.')[0]).toSorted())
})

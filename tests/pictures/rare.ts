import { appendFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { DEMO_PASSWORD } from '../../shared/demo/staff.ts'
import { COMMON } from '../../shared/documents/families.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { formatKey } from '../../shared/records/keys/key.ts'
import { Replica } from '../../sync-server/sync/testing/replica.ts'
import { tamper } from '../e2e/support/data/tamper.ts'
import { copyClient } from '../support/client-copy.ts'
import { signIn } from '../support/screens/gates.ts'
import { press, type Screen, visible } from '../support/screens/screen.ts'
import { WALKER, WITHOUT_CODE } from '../support/screens/staged.ts'

const rows = visible('#root tr.table-row')

/** The built client, which can be followed by another build any number of times. */
export async function nextClients() {
  const folder = await copyClient()
  return {
    folder,
    publishNext: () => appendFile(join(folder, 'sw.js'), '\n// next'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** What leaves a mark on the browser that it is seen in, so that each of these has one of its own. */
export function rare({ publishNext }: { readonly publishNext: () => Promise<void> }): readonly Screen[] {
  return [
    {
      name: 'update',
      path: '/orders/work',
      shown: async (page) => {
        await begin(page)
        await page.evaluate(() => navigator.serviceWorker.ready)
        await page.reload()
        await rows(page)
        await publishNext()
        await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
        await visible('.banner')(page)
      },
    },
    { name: 'not accepted', path: '/customers', shown: notAccepted },
    { name: 'cleared', path: '/orders/work', shown: cleared },
  ]
}

/** What is seen once a code or a passkey is required of everybody. */
export const REQUIRED: readonly Screen[] = [
  { name: 'required factor', path: '/orders/work', shown: setsUp },
  {
    name: 'required factor code',
    path: '/orders/work',
    shown: async (page) => {
      await setsUp(page)
      await press(page, 'account.factor.code')
      await page.locator('input[type=password]').fill(DEMO_PASSWORD)
      await page.locator('button[type=submit]').click()
      await visible('.qr path')(page)
    },
  },
]

async function begin(page: Page): Promise<void> {
  await signIn(page, WALKER)
  await rows(page)
}

async function setsUp(page: Page): Promise<void> {
  await signIn(page, WITHOUT_CODE)
  await visible('.gate-ways')(page)
}

/** What was seen of this account's data last were those of another device, with more than there is now. */
async function cleared(page: Page): Promise<void> {
  await begin(page)
  await visible('.saved.server')(page)
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => one.startsWith('voronka-unsent')) ?? ''
    localStorage.setItem(key, JSON.stringify({ replica: 'ZZZZ', unsent: 2, drafts: 1, lost: null }))
  })
  await page.reload()
  await visible('.banner')(page)
}

/** A record under the name of another device stands among what this one has to send. */
async function notAccepted(page: Page): Promise<void> {
  await begin(page)
  const address = page.url()
  await visible('.saved.server')(page)
  await page.goto(new URL('/healthz', address).href)
  const [foreign, id] = [new Replica('ZZZZ'), newId(COMMON, Date.now())]
  foreign.create('customers', id, { name: 'Не отсюда' })
  const update = foreign.send()
  await tamper(page, {
    document: `customers/${COMMON}`,
    update,
    collection: 'customers',
    key: formatKey(id, '', 'ZZZZ'),
  })
  await page.goto(address)
  await page.locator('.saved.refused button').click()
  await visible('.not-accepted li')(page)
}

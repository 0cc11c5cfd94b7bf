import type { Page } from '@playwright/test'
import { calls } from '../../../shared/calls/collections.ts'
import type { PairingCode, PhoneList } from '../../../shared/calls/phones.ts'
import { documentOf, freshId } from '../../../shared/documents/documents.ts'
import { AgentsProcess } from '../../support/agents.ts'
import { handMade, passOf } from '../support/data/hand-made.ts'
import { serious } from '../support/hands/axe.ts'
import { PHONE } from '../support/world/device.ts'
import { expect, OWNER, test, type World } from '../support/world/world.ts'

/** What the server answers to the page's own person. */
function asked<T>(page: Page, method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  return page.evaluate(
    async ({ method, path, body }) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
      return response.json()
    },
    { method, path, body },
  )
}

/** Somebody at a desk; how a call that he has asked for stands there. */
async function desk({ server }: World) {
  const device = handMade(server, await passOf(server, OWNER))
  const id = freshId(calls.family, Date.now())
  const name = documentOf('', calls.family, id).slice(1)
  const held = await device.synced(name)
  return {
    ask: (phone: string, number: string) =>
      device.act((tx) => tx.create(calls, id, { direction: 'out', state: 'asked', phone, number, asked: Date.now() })),
    call: () => [...held.records(calls).rows()].find((row) => row.id === id),
    close: () => device.close(),
  }
}

test('PG1, PG3, PG4, PG6: a phone is connected by its code, dials what a desk asks for, tells what came of it, and has profiles', async ({
  world,
}) => {
  const agents = new AgentsProcess(['--url', world.server.url, '--data', world.server.data])
  await agents.start()
  const { page } = await world.at('/my-phone', OWNER, { ...PHONE, touch: true })
  const { code } = await asked<PairingCode>(page, 'POST', '/api/phones/codes', { name: 'Honor', way: 'page' })
  await page.goto(`${world.server.url}/my-phone?code=${code}`)
  await page.getByRole('button', { name: 'Подключить' }).click()
  await expect(page.getByText('Honor: ждет запросов')).toBeVisible()
  const { phones } = await asked<PhoneList>(page, 'GET', '/api/phones')

  const at = await desk(world)
  at.ask(phones[0]?.id ?? '', '+79161234567')
  const request = page.locator('.phone-request')
  await expect(request.getByRole('heading')).toHaveText('+7 916 123 45 67')
  expect(await serious(page)).toEqual([])
  const dial = request.getByRole('link', { name: 'Позвонить' })
  await expect(dial).toHaveAttribute('href', 'tel:+79161234567')
  // A browser of tests has nothing that dials.
  await dial.evaluate((link) => link.addEventListener('click', (event) => event.preventDefault()))
  await dial.click()
  await expect(request).toBeHidden()

  const form = page.getByRole('region', { name: 'Звонок на +7 916 123 45 67' })
  await form.getByRole('textbox', { name: 'Заметка' }).fill('Перезвонить в среду')
  await form.getByRole('button', { name: 'Записать' }).click()
  await expect(form).toBeHidden()
  await expect.poll(() => at.call()).toMatchObject({ state: 'ended', note: 'Перезвонить в среду' })
  await page.reload()
  await expect(page.getByText('Honor: ждет запросов')).toBeVisible()

  await page.getByText('Звонки сами по себе').click()
  const url = page.getByRole('textbox', { name: 'HTTP request: Request URL' })
  await expect(url).toHaveValue(`${world.server.url}/phone/v1/reports`)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'voronka.prf.xml' }).click()
  expect((await saved).suggestedFilename()).toBe('voronka.prf.xml')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  expect(await serious(page)).toEqual([])
  at.close()
  await agents.stop()
})

import type { Page } from '@playwright/test'
import { createTransport } from 'nodemailer'
import { startDovecot } from '../../../agents/sending/testing/dovecot.ts'
import { startMail } from '../../../agents/sending/testing/smtp.ts'
import type { AccountChange } from '../../../shared/letters/accounts.ts'
import { AgentsProcess } from '../../support/agents.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

/** Where letters of the company say that it is; the server stands behind it. */
const ADDRESS = 'http://crm.assol.example'
const [SEGMENT, TEMPLATE] = ['Постоянные', 'Новости и предложения']
/** The agents are killed behind so many letters that readers have. */
const KILLED_BEHIND = 5

test.use({ address: ADDRESS })

/** A mail server that gives letters on to Dovecot. While it is held, senders hear nothing of letters that readers have. */
async function startPost() {
  const dovecot = await startDovecot()
  const onward = createTransport({ host: '127.0.0.1', port: dovecot.port, lmtp: true, ignoreTLS: true })
  let heldBehind = KILLED_BEHIND
  const given: string[] = []
  const smtp = await startMail({ hideSTARTTLS: true }, async ({ from, to, raw }) => {
    const isHeld = given.length >= heldBehind
    given.push(...to)
    await onward.sendMail({ envelope: { from, to: [...to] }, raw })
    if (isHeld) await new Promise(() => undefined)
    return null
  })
  return {
    /** Whom it gave a letter, in order. */
    given,
    port: smtp.port,
    goOn: () => {
      heldBehind = Number.POSITIVE_INFINITY
    },
    letters: (address: string) => dovecot.letters(address.split('@')[0] ?? ''),
    stop: async () => {
      await smtp.stop()
      await dovecot.stop()
    },
  }
}

/** The company has an account that sends there. */
async function haveAccount(page: Page, port: number): Promise<void> {
  const account: AccountChange = {
    ...{ isCompanys: true, name: 'Офис', fromName: 'Кухни Ассоль', address: 'office@assol.example', isDefault: true },
    receive: null,
    send: { host: '127.0.0.1', tls: 'none', port, user: '' },
    ...{ password: null, oauth: null, folders: [], since: null, marksSeen: true, storesSent: false },
    ...{ signature: 'Кухни Ассоль', isOff: false },
  }
  const status = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch('/api/mail/accounts/bbbbbbbbbbbbbbbbbbbb', { method: 'PUT', headers, body })
    return response.ok ? 'kept' : `${response.status} ${await response.text()}`
  }, JSON.stringify(account))
  expect(status).toBe('kept')
}

async function begin(page: Page): Promise<number> {
  const count = page.locator('.mailing-count strong')
  await expect(count).toHaveText(/\d/)
  const said = Number.parseInt((await count.textContent()) ?? '', 10)
  await page.getByRole('button', { name: 'Начать рассылку' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Начать рассылку' }).click()
  await expect(page.locator('.mailing-figures')).toBeVisible()
  return said
}

const figure = (page: Page, name: string) =>
  page
    .locator('.mailing-figures > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd')

/** What a mail program does where its reader presses «Отписаться»: the address stands in the letter alone. */
async function unsubscribe(letter: string, server: string): Promise<void> {
  const headers = letter.split(/\r?\n\r?\n/)[0]?.replaceAll(/\r?\n\s+/g, ' ') ?? ''
  expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m)
  const [, link = ''] = /^List-Unsubscribe: <(.+?)>/m.exec(headers) ?? []
  expect(link.startsWith(`${ADDRESS}/u/`)).toBe(true)
  const at = server + link.slice(ADDRESS.length)
  expect((await fetch(at)).status).toBe(200)
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  expect((await fetch(at, { method: 'POST', body })).status).toBe(200)
}

test('from a segment to letters in Dovecot: agents killed amid it tell nobody twice; who unsubscribes by one click is shown as such, and left out of the next', async ({
  world,
}) => {
  const { url, data } = world.server
  const post = await startPost()
  const agents = new AgentsProcess(['mailer', 'site', '--url', url, '--data', data])
  const [{ page }] = await Promise.all([world.at('/mailings', OWNER), agents.start()])
  await haveAccount(page, post.port)
  await page.getByRole('button', { name: 'Создать' }).click()
  const card = page.getByRole('complementary')
  await card.getByRole('textbox', { name: 'Название' }).fill('Осень')
  await page.keyboard.press('Tab')
  await card.getByRole('combobox', { name: 'Сегмент' }).click()
  await page.getByRole('option', { name: SEGMENT }).click()
  await card.getByRole('combobox', { name: 'Шаблон' }).click()
  await page.getByRole('option', { name: TEMPLATE }).click()
  const all = await begin(page)
  expect(all).toBeGreaterThan(KILLED_BEHIND + 1)

  await expect.poll(() => post.given.length, { timeout: 15_000 }).toBeGreaterThan(KILLED_BEHIND)
  await agents.kill()
  post.goOn()
  await agents.start()
  // Of letters on their way at that moment nobody knows whether they came: these are not sent again.
  await expect(figure(page, 'Ждут')).toHaveText('0', { timeout: 15_000 })
  const doubtful = /О (\d+) письм/.exec((await card.getByText(/неизвестно, уш/).textContent()) ?? '')
  // Whether one of the segment has unsubscribed before depends on the day.
  const leftOut = Number(await figure(page, 'Пропущены').textContent())
  await expect(figure(page, 'Отправлено')).toHaveText(String(all - leftOut - Number(doubtful?.[1])))
  expect(new Set(post.given).size).toBe(post.given.length)
  for (const to of post.given) expect(await post.letters(to)).toHaveLength(1)

  const [reader = ''] = post.given
  await unsubscribe((await post.letters(reader))[0] ?? '', url)
  await expect(figure(page, 'Отписались')).toContainText('1')
  await card.getByRole('tab', { name: 'Получатели' }).click()
  const told = card.getByRole('grid', { name: 'Получатели' }).getByRole('row').filter({ hasText: reader })
  // Rows far down are not drawn.
  const seek = () => card.getByPlaceholder('Найти в списке').fill(reader)
  await seek()
  await expect(told).toContainText('Отписка')
  await page.getByRole('button', { name: 'Скопировать' }).click()
  await expect(card.getByRole('heading', { name: 'Осень (копия)' })).toBeVisible()
  await expect(card.getByRole('combobox', { name: 'Сегмент' })).toHaveText(SEGMENT)
  await begin(page)
  await expect(figure(page, 'Пропущены')).toHaveText(String(leftOut + 1))
  await card.getByRole('tab', { name: 'Получатели' }).click()
  await seek()
  await expect(told, 'why he was told nothing').toContainText(/Не отправлялось.*Отписался/)
  expect(post.given.filter((to) => to === reader)).toHaveLength(1)
  await agents.stop()
  await post.stop()
  expect(agents.faults).toEqual([])
})

import type { Page } from '@playwright/test'
import { BOX, deliver, type TestLetter } from '../../support/letters/post-box.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

const HOUR = 3_600_000
const NOW = Date.now()
const PIXEL = 'https://tracker.example/pixel.png'

/** What a letter may try. */
const NASTY = `<html><head>
  <meta http-equiv="refresh" content="0;url=https://tracker.example/refresh">
  <base href="https://tracker.example/">
  <link rel="stylesheet" href="https://tracker.example/style.css">
  <style>@import url(https://tracker.example/import.css); body { background: url(https://tracker.example/css.png) } .over { position: fixed; inset: 0; z-index: 9999 }</style>
  <script>parent.document.title = 'owned'</script></head>
  <body onload="parent.document.title = 'owned'">
  <p>Добрый день, пришлите смету. Мой 8 921 555-01-02</p>
  <div class="over" style="position:fixed;top:0;left:0;width:3000px;height:3000px"></div>
  <img src="x" onerror="parent.document.title = 'owned'"><img src="${PIXEL}" alt="логотип">
  <svg onload="parent.document.title = 'owned'"><script>parent.document.title = 'owned'</script></svg>
  <form action="https://tracker.example/form"><input name="password"><button>Войти</button></form>
  <iframe src="https://tracker.example/frame"></iframe><object data="https://tracker.example/object"></object>
  <a href="javascript:parent.document.title='owned'">Скрипт</a> <a href="https://shop.example/offer">Каталог</a>
  <blockquote>Раньше писали</blockquote></body></html>`

const LETTERS: readonly TestLetter[] = [
  ...Array.from({ length: 30 }, (_, i) => ({
    ...{
      name: `many-${i}`,
      subject: `Замер кухни ${i + 1}`,
      fromName: 'Ирина Волкова',
      fromAddress: `volkova${i}@mail.example`,
    },
    ...{
      snippet: 'Добрый день! Когда можно приехать на замер?',
      received: NOW - (i + 3) * 7 * HOUR,
      text: 'Добрый день!',
    },
    places: { in: { account: BOX, folder: 'INBOX', seen: i > 2, place: 'a0' } },
  })),
  {
    ...{ name: 'first', subject: 'Кухня на Ленина', fromName: 'Павел Орлов', fromAddress: 'orlov@mail.example' },
    ...{ snippet: 'Добрый день, пришлите смету.', received: NOW - 2 * HOUR, html: NASTY },
  },
  {
    ...{ name: 'second', references: ['first'], subject: 'Re: Кухня на Ленина', fromName: 'Павел Орлов' },
    ...{ fromAddress: 'orlov@mail.example', to: ['sale@assol.example'], received: NOW - HOUR },
    ...{ text: 'И сроки: https://shop.example/terms, 8 (916) 123-45-67\n\n> Добрый день', snippet: 'И сроки' },
    files: [{ name: 'план.txt', type: 'text/plain', bytes: 'план' }],
  },
]

test.setTimeout(60_000)

const letter = (page: Page) => page.getByRole('article')

/** How far the list of threads is scrolled, px. */
const topOf = (page: Page) => page.getByRole('grid').evaluate(({ scrollTop }) => scrollTop)

test('MV20, MV21, MV31, MV33: nothing of a letter acts, its numbers are dialled, and pictures of other sites are asked for when the reader says so; Ctrl+Z passes over that it was read', async ({
  world,
}) => {
  const [first = ''] = (await deliver(world.server, OWNER, LETTERS)).slice(-2)
  const { page } = await world.at(`/mail/inbox/${first}`, OWNER)
  const asked: string[] = []
  await page.context().route(/tracker\.example/, (route) => {
    asked.push(route.request().url())
    return route.fulfill({ status: 200, contentType: 'image/png', body: Buffer.alloc(0) })
  })
  const frame = page.frameLocator('iframe.letter-frame')
  await expect(frame.getByText('пришлите смету')).toBeVisible()
  await expect(
    frame.locator('script, form, input, button, iframe, object, svg, meta[http-equiv="refresh"], link, base'),
  ).toHaveCount(0)
  await expect(frame.getByText('Скрипт')).not.toHaveAttribute('href')
  await expect(frame.getByText('Каталог')).toHaveAttribute('rel', 'noopener noreferrer')
  await expect(frame.getByText('Раньше писали')).toBeHidden()
  await frame.getByLabel('Показать цитату').click()
  await expect(frame.getByText('Раньше писали')).toBeVisible()
  await expect(letter(page)).toHaveCount(2)
  await expect(letter(page).last().getByRole('link', { name: 'https://shop.example/terms' })).toBeVisible()
  const dialog = page.getByRole('dialog', { name: 'Набор номера' })
  for (const number of [
    frame.getByRole('link', { name: '8 921 555-01-02' }),
    letter(page).getByRole('link', { name: '8 (916) 123-45-67' }),
  ]) {
    await number.click()
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  expect(asked).toEqual([])
  await page.getByRole('button', { name: 'Показать картинки' }).click()
  await expect.poll(() => asked).toContain(PIXEL)
  expect(asked.filter((one) => !/\.png$/.test(one))).toEqual([])
  expect(await page.title()).not.toContain('owned')
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: 'Кухня на Ленина' })
  await expect(row).toBeVisible()
  await expect(row.getByRole('img', { name: 'Не прочитано' })).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Отменять нечего')).toBeVisible()
})

test('MV32: who comes back to mail finds the list and the thread as they were, from another screen, by a reload, on a phone', async ({
  world,
}) => {
  await deliver(world.server, OWNER, LETTERS)
  const { page } = await world.at('/mail/inbox', OWNER)
  await expect(page.getByRole('grid').getByText('Кухня на Ленина')).toBeVisible()
  await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, 700))
  await expect(page.getByRole('grid').getByText('Кухня на Ленина')).toBeHidden()
  await page.getByRole('grid').click()
  const thread = page.locator('.thread-title')
  await expect(thread).toBeVisible()
  const subject = (await thread.textContent()) ?? ''
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: subject }).first()
  const top = await topOf(page)
  expect(top).toBeGreaterThan(500)
  await page.getByRole('link', { name: 'Покупатели' }).click()
  await expect(page.getByRole('heading', { name: 'Покупатели' })).toBeVisible()
  await page.getByRole('link', { name: /^Почта/ }).click()
  await expect(thread).toHaveText(subject)
  await expect.poll(() => topOf(page)).toBe(top)
  await page.reload()
  await expect(thread).toHaveText(subject)
  await expect.poll(() => topOf(page)).toBe(top)
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByRole('grid')).toBeHidden()
  await page.getByRole('button', { name: 'Назад' }).click()
  await expect(row).toBeVisible()
  await expect.poll(() => topOf(page)).toBe(top)
})

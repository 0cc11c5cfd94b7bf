import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { buildClientIfChanged } from '../scripts/build/client.ts'
import { CHROMIUM } from '../scripts/chromium.ts'
import { ROOT } from '../scripts/root.ts'
import { DEMO_PASSWORD, DEMO_USERS } from '../shared/demo/staff.ts'
import { takeLooks } from './pictures/looks.ts'
import { startServer } from './support/server.ts'

/**
 * `npm run pictures -- [word…]`: the pictures of README and docs, or those with such a word in their names, taken of the demo company by
 * a real browser.
 * `npm run pictures -- --looks FOLDER [word…]`: every screen, or those with such a word in their names, in all looks, into a folder of
 * one's own.
 */
const OUT = join(ROOT, 'docs/pictures')

interface Picture {
  readonly name: string
  readonly path: string
  readonly options?: BrowserContextOptions
  /** What to do on the page before the picture is taken. */
  readonly prepare?: (page: Page) => Promise<void>
}

const DESK = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }

const REPORT =
  '/reports?source=sales&rows=category&columns=week&measures=sum&period=thisMonth&sort=-sum&compare=previous'

const PICTURES: readonly Picture[] = [
  { name: 'funnel', path: '/funnel', prepare: (page) => page.getByText('Причины потерь').first().waitFor() },
  { name: 'home', path: '/home', prepare: (page) => page.locator('.home-step').first().waitFor() },
  { name: 'first-steps', path: '/first-steps', prepare: (page) => page.locator('.first-step').nth(7).waitFor() },
  { name: 'features', path: '/settings/features', prepare: (page) => page.locator('.feature').nth(12).waitFor() },
  { name: 'list', path: '/orders/customer', prepare: seeRows },
  { name: 'board', path: '/orders/work/board', prepare: (page) => page.locator('.tile').nth(6).waitFor() },
  { name: 'card', path: '/orders/work', prepare: openSixth },
  { name: 'kinds', path: '/settings/kinds', prepare: openKind },
  { name: 'currency', path: '/settings/currencies', prepare: makeCurrency },
  { name: 'tags', path: '/settings/tags', prepare: (page) => page.getByText('предоплата').waitFor() },
  {
    name: 'segment',
    path: '/segments/regular',
    prepare: (page) => page.locator('.segment-first li').first().waitFor(),
  },
  { name: 'mailing', path: '/mailings', prepare: openMailing },
  { name: 'plan', path: '/plans', prepare: openPlan },
  { name: 'report', path: REPORT, prepare: seeTotal },
  { name: 'schedule', path: REPORT, prepare: makeSchedule },
  { name: 'mail', path: '/mail/all', prepare: openThread },
  { name: 'mail-answer', path: '/mail/all', prepare: answer },
  { name: 'mail-phone', path: '/mail/all', options: { viewport: PHONE }, prepare: openThread },
  { name: 'phone', path: '/orders/work', options: { viewport: PHONE, colorScheme: 'dark' }, prepare: seeRows },
]

async function seeRows(page: Page): Promise<void> {
  await page.getByRole('row').nth(6).waitFor()
}

async function openSixth(page: Page): Promise<void> {
  await page.getByRole('row').nth(6).click()
  await page.getByLabel('Контакт').waitFor()
}

async function openThread(page: Page): Promise<void> {
  await page.getByRole('row').filter({ hasText: 'Смета на кухню' }).first().click()
  await page.locator('.letter.open .letter-body').first().waitFor()
}

async function answer(page: Page): Promise<void> {
  await openThread(page)
  await page.getByRole('button', { name: 'Ответить', exact: true }).click()
  await page.getByRole('region', { name: 'Ответить', exact: true }).getByRole('textbox', { name: 'Текст' }).click()
  await page.keyboard.type('Добрый день! Берем первый вариант, договор пришлю сегодня.')
}

async function openMailing(page: Page): Promise<void> {
  await page.getByRole('row', { name: 'Новые фасады' }).click()
  await page.locator('.mailing-figures').waitFor()
}

async function openPlan(page: Page): Promise<void> {
  await page.getByRole('row', { name: '01.02.2015' }).click()
  await page.getByText('Модули').waitFor()
}

async function seeTotal(page: Page): Promise<void> {
  await page.locator('.report-table tfoot td').first().waitFor()
}

/** Fills in whom the report goes to on Mondays at nine. */
async function makeSchedule(page: Page): Promise<void> {
  await seeTotal(page)
  await page.getByRole('button', { name: 'Действия с отчетом' }).click()
  await page.getByRole('menuitem', { name: 'Отправлять по расписанию' }).click()
  await page.getByRole('complementary').getByRole('textbox', { name: 'Название' }).waitFor()
}

async function openKind(page: Page): Promise<void> {
  await page.getByRole('row', { name: 'Интернет-магазин' }).click()
  await page.getByText('Всегда последнее').waitFor()
}

async function makeCurrency(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  const card = page.getByRole('complementary')
  for (const [label, text] of [
    ['Код', 'USD'],
    ['Название', 'Доллар США'],
  ] as const) {
    await card.getByLabel(label, { exact: true }).fill(text)
    await card.getByLabel(label, { exact: true }).blur()
  }
  const rates = card.getByRole('list', { name: 'Курсы' }).getByRole('listitem')
  for (const [n, [day, rate]] of [
    ['01.09.2026', '79,8'],
    ['01.10.2026', '81,25'],
    ['02.11.2026', '80,4'],
  ].entries()) {
    await card.getByLabel('С даты', { exact: true }).fill(day ?? '')
    await card.getByLabel('Курс', { exact: true }).fill(rate ?? '')
    await page.keyboard.press('Enter')
    await rates.nth(n).waitFor()
  }
}

async function take(url: string, picture: Picture): Promise<void> {
  const browser = await chromium.launch({ executablePath: CHROMIUM })
  const context = await browser.newContext({
    viewport: DESK,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    ...picture.options,
  })
  const page = await context.newPage()
  await page.goto(`${url}/orders/work`)
  await page.getByLabel('Почта').fill(DEMO_USERS[0]?.email ?? '')
  await page.getByLabel('Пароль', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Войти' }).click()
  await seeRows(page)
  await page.goto(url + picture.path)
  await picture.prepare?.(page)
  await page.getByRole('status').filter({ hasText: 'Сохранено' }).first().waitFor({ state: 'attached' })
  await page.screenshot({ path: join(OUT, `${picture.name}.png`), animations: 'disabled' })
  await browser.close()
}

async function takeAll(words: readonly string[]): Promise<void> {
  await mkdir(OUT, { recursive: true })
  await using server = await startServer({ args: ['--demo'] })
  const meant = ({ name }: Picture) => words.length === 0 || words.some((word) => name.includes(word))
  for (const picture of PICTURES.filter(meant)) await take(server.url, picture)
}

const { values, positionals } = parseArgs({ options: { looks: { type: 'string' } }, allowPositionals: true })
await buildClientIfChanged()
await (values.looks === undefined ? takeAll(positionals) : takeLooks(values.looks, positionals))

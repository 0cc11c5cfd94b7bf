import type { Page } from '@playwright/test'
import { DEMO_PASSWORD } from '../../../shared/demo/staff.ts'
import type { PlainPath } from '../../../shared/locales/index.ts'
import { after, card, choose, expect, openCard, pane, press, type Screen, said, visible } from './screen.ts'

/** The list of a setting, with its rows. */
const rows = visible('#root tr.table-row')

/** The menu of the frame: at the left, or behind the last button of the lower bar. */
async function menu(page: Page): Promise<void> {
  await press(page, 'shell.more')
  await pane(page)
}

/** The guide beside the screen, or over it. */
async function help(page: Page): Promise<void> {
  await page.keyboard.press('F1')
  await visible('.help-title')(page)
}

async function userMenu(page: Page): Promise<void> {
  await page.locator('.user-button').click()
  await expect(page.getByRole('menu')).toBeVisible()
}

async function turningOnCode(page: Page): Promise<void> {
  await page
    .getByRole('region', { name: await said(page, 'profile.code.title') })
    .getByRole('button')
    .first()
    .click()
  await page.locator('[role=dialog] input[type=password]').fill(DEMO_PASSWORD)
  await page.locator('[role=dialog] button[type=submit]').click()
  await visible('[role=dialog] .qr path')(page)
}

async function deviceMenu(page: Page): Promise<void> {
  await page.locator('.devices > li button').first().click()
  await expect(page.getByRole('menu')).toBeVisible()
}

/** A new line of the way that has most fields. */
async function line(page: Page): Promise<void> {
  await press(page, 'phones.lines.add')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: await said(page, 'phones.lineWay') }).click()
  await page.getByRole('option', { name: await said(page, 'records.choices.hooks') }).click()
  await visible('.line-fields .fold')(page)
}

/** The code that connects a phone. */
async function connecting(page: Page): Promise<void> {
  await press(page, 'phones.own.add')
  await press(page, 'phones.pairing.ask', page.getByRole('dialog'))
  await visible('.pairing-code')(page)
  await visible('.pairing .qr path')(page)
}

async function wiping(page: Page): Promise<void> {
  await deviceMenu(page)
  await choose(page, 'devices.wipe')
  await expect(page.getByRole('alertdialog')).toBeVisible()
}

async function invited(page: Page): Promise<void> {
  await page.locator('#root tr.table-row').last().click()
  const named = async (path: PlainPath) => page.getByRole('button', { name: await said(page, path) })
  const [first, again] = [await named('settings.people.invite'), await named('settings.people.newLink')]
  await first.or(again).click()
  await visible('.qr')(page)
}

/** The change log, whose rows are on their way until the server has answered. */
async function changes(page: Page): Promise<void> {
  await rows(page)
  await expect(page.getByRole('grid')).not.toHaveAttribute('aria-busy', 'true')
}

/** The history of the first row's record, beside the log. */
async function history(page: Page): Promise<void> {
  await page.locator('#root tr.table-row').first().click()
  await expect(page.getByRole('complementary').locator('.told').first()).toBeVisible()
}

/** A table whose rows were looked at before they are taken in. */
async function tried(page: Page): Promise<void> {
  const buffer = Buffer.from('Клиент;Телефон\nАссоль;+7 900 000-00-01\n;+7 900 000-00-02\n')
  await page.locator('.exchange-file input').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer })
  await press(page, 'exchange.check')
  await visible('.exchange [role=radiogroup]')(page)
}

const STATEMENT = `1CClientBankExchange
ДатаНачала=01.11.2026
ДатаКонца=27.11.2026
РасчСчет=40702810000000000001
СекцияДокумент=Платежное поручение
Номер=17
Дата=02.11.2026
Сумма=48200.00
Плательщик1=ООО "Северная верфь"
ПолучательСчет=40702810000000000001
НазначениеПлатежа=Доплата за кухню по договору 15 от 01.10.2026
КонецДокумента
КонецФайла
`

/** A bank's statement with a payment that somebody has to sort out, and the question what it is for. */
async function statement(page: Page): Promise<void> {
  const buffer = Buffer.from(STATEMENT)
  await page.locator('.exchange-file input').setInputFiles({ name: 'b.txt', mimeType: 'text/plain', buffer })
  await page.locator('.statement-for .button').click()
  await visible('[role=dialog] .box')(page)
}

/** What a company sets up, its people and their own. */
export const COMPANY: readonly Screen[] = [
  { name: 'organisations', path: '/settings/organisations', shown: after(rows, card) },
  { name: 'departments', path: '/settings/departments', shown: after(rows, card) },
  { name: 'kinds', path: '/settings/kinds', shown: rows },
  { name: 'kind', path: '/settings/kinds', shown: card },
  { name: 'states', path: '/settings/states', shown: card },
  { name: 'reasons', path: '/settings/reasons', shown: card },
  { name: 'own fields', path: '/settings/fields', shown: visible('.ordered-row') },
  { name: 'own field', path: '/settings/fields/custom_wood', shown: openCard },
  { name: 'people', path: '/settings/people', shown: rows },
  { name: 'person', path: '/settings/people', shown: card },
  { name: 'person invited', path: '/settings/people', shown: after(rows, invited) },
  { name: 'currency', path: '/settings/currencies/usd', shown: after(openCard, visible('.rates > li')) },
  { name: 'working time', path: '/settings/working-time', shown: visible('.hours > li') },
  { name: 'report by mail', path: '/settings/reports/weekly', shown: openCard },
  { name: 'features', path: '/settings/features', shown: visible('.feature') },
  { name: 'first steps', path: '/first-steps', shown: visible('.first-step') },
  { name: 'help', path: '/settings/features', shown: after(visible('.feature'), help) },
  { name: 'tags', path: '/settings/tags', shown: visible('.tags > li') },
  { name: 'change log', path: '/changes', shown: changes },
  { name: 'change log of one field', path: '/changes?in=customers&field=name&from=2026-01-01', shown: changes },
  { name: 'change log with a history', path: '/changes', shown: after(changes, history) },
  { name: 'change log without a find', path: '/changes?text=nothing-such', shown: visible('.empty') },
  { name: 'import', path: '/exchange', shown: visible('.exchange-file') },
  { name: 'bank statement', path: '/exchange', shown: after(visible('.exchange-file'), statement) },
  { name: 'import of a table', path: '/exchange', shown: after(visible('.exchange-file'), tried) },
  { name: 'backups', path: '/settings/backups', shown: visible('.backup-facts') },
  { name: 'erasures', path: '/settings/erasures', shown: visible(':is(.erasures-none, .erasures-list)') },
  { name: 'phones', path: '/settings/phones', shown: visible('.phones li') },
  { name: 'phone line', path: '/settings/phones', shown: after(visible('.phones li'), line) },
  { name: 'connecting a phone', path: '/profile', shown: after(visible('.phones li'), connecting) },
  { name: 'profile', path: '/profile', shown: visible('.devices > li') },
  { name: 'my phone', path: '/my-phone?text=8%20916%20123-45-67', shown: visible('.my-phone input') },
  { name: 'profile code', path: '/profile', shown: after(visible('.devices > li'), turningOnCode) },
  { name: 'profile wiping', path: '/profile', shown: after(visible('.devices > li'), wiping) },
  { name: 'user menu', path: '/profile', shown: after(visible('.devices > li'), userMenu) },
  { name: 'menu', path: '/profile', shown: after(visible('.devices > li'), unlessWide(menu)) },
  { name: 'nowhere', path: '/no-such-page', shown: visible('.empty') },
]

/** Done where the frame has a bar at the lower edge; elsewhere the menu stands there already. */
function unlessWide(step: Screen['shown']): Screen['shown'] {
  return async (page, staged) => {
    if (await page.locator('.bottom-bar').isVisible()) await step(page, staged)
  }
}

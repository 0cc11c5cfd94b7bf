import type { Locator, Page } from '@playwright/test'
import type { PlainPath } from '../../../shared/locales/index.ts'
import { choose as pick } from '../choices.ts'
import { after, card, choose, expect, list, pane, press, row, type Screen, said, visible } from './screen.ts'

const AT = '/orders/work'

/** On a phone how records are looked at is behind a button of its own. */
async function looks(page: Page): Promise<void> {
  const button = page.locator('.looks-button:not(#picture *)')
  if (!(await button.isVisible())) return
  await button.click()
  // Nobody presses on before the sheet has the page: what is opened sooner would stand under it, out of reach.
  await expect(page.locator('body')).toHaveCSS('pointer-events', 'none')
}

/** Chooses rows by the menu, as one does by fingers. */
async function chosen(page: Page): Promise<void> {
  await press(page, 'lists.acts')
  await choose(page, 'lists.selection.choose')
  for (const at of [0, 1, 3]) await page.locator('#root tr.table-row').nth(at).click()
  await expect(page.getByRole('toolbar')).toContainText('3')
}

/** Opens the dialog of an act on what is chosen. */
function bulk(label: PlainPath): Screen['shown'] {
  return async (page) => {
    const bar = page.getByRole('toolbar')
    const name = await said(page, label)
    const button = bar.getByRole('button', { name, exact: true })
    if (await button.isVisible()) await button.click()
    else {
      await press(page, 'common.more', bar)
      await page.getByRole('menuitem', { name, exact: true }).click()
    }
    await pane(page)
  }
}

/** Chooses the last of what the first field of the open dialog offers. */
async function last(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox').first().click()
  await page.getByRole('option').last().click()
}

/** Chooses what a field of the open dialog offers at a place. */
function option(at: number): Screen['shown'] {
  return async (page) => {
    await page.getByRole('dialog').getByRole('combobox').first().click()
    await page.getByRole('option').nth(at).click()
  }
}

const preview = visible('.bulk-preview')

async function cancelled(page: Page): Promise<void> {
  await pick(page, await said(page, 'records.choices.cancelled'))
}

async function views(page: Page): Promise<void> {
  await looks(page)
  await page.locator('.views-button:not(#picture *)').click()
  await expect(page.getByRole('menu')).toBeVisible()
}

async function naming(page: Page): Promise<void> {
  await views(page)
  await choose(page, 'lists.views.saveAs')
  await expect(page.getByRole('textbox', { name: await said(page, 'lists.views.name') })).toBeVisible()
}

async function groups(page: Page): Promise<void> {
  await looks(page)
  const button = page.getByRole('button', { name: await said(page, 'lists.groups.title') })
  if (await button.isVisible()) await button.click()
  await expect(page.getByRole('combobox', { name: await said(page, 'lists.groups.first') })).toBeVisible()
}

async function columns(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: await said(page, 'common.table.columns') })
  if (await button.isVisible()) await button.click()
  else await looks(page)
  await pane(page)
}

async function unfolded(page: Page): Promise<void> {
  await press(page, 'lists.filter.title')
  await visible('.filter-panel')(page)
}

const quick = async (page: Page) => {
  await page.locator('.quick').first().click()
  await pane(page)
}

async function palette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: await said(page, 'palette.label') }).pressSequentially('ла')
  await expect(page.getByRole('option').nth(3)).toBeVisible()
}

async function keys(page: Page): Promise<void> {
  await page.keyboard.press('?')
  await pane(page)
}

const TREE = JSON.stringify([
  ['responsible', 'in', '@me', 'abdulov'],
  ['colour', 'in', 'red'],
  ['or', ['total', 'atLeast', 30_000_000], ['date', 'during', 'last', 30]],
])

/** Lists of records: what is chosen in them, how they are looked at, what is done with many. */
export const LISTS: readonly Screen[] = [
  { name: 'list', path: AT, shown: list },
  { name: 'list chosen', path: AT, shown: after(list, chosen) },
  { name: 'bulk state', path: AT, shown: after(list, chosen, bulk('records.orders.fields.state'), option(3), preview) },
  {
    name: 'bulk completed',
    path: AT,
    shown: after(list, chosen, bulk('records.orders.fields.state'), last, cancelled),
  },
  {
    name: 'bulk responsible',
    path: AT,
    shown: after(list, chosen, bulk('records.orders.fields.responsible'), option(1), preview),
  },
  { name: 'bulk field', path: AT, shown: after(list, chosen, bulk('lists.bulk.anyField'), option(1)) },
  { name: 'bulk remove', path: AT, shown: after(list, chosen, bulk('common.remove'), preview) },
  { name: 'list views', path: AT, shown: after(list, views) },
  { name: 'list naming', path: AT, shown: after(list, naming) },
  { name: 'list groups', path: `${AT}?group=state`, shown: after(visible('.group-head'), groups) },
  { name: 'list columns', path: AT, shown: after(list, columns) },
  { name: 'list quick', path: AT, shown: after(list, quick) },
  { name: 'list filter', path: `${AT}?filter=${encodeURIComponent(TREE)}`, shown: after(visible('.page'), unfolded) },
  { name: 'list grouped', path: `${AT}?group=state,responsible`, shown: visible('.group-head') },
  {
    name: 'list empty',
    path: `${AT}?search=${encodeURIComponent('такого нет')}`,
    shown: visible('.table-empty .button, .empty-state .button'),
  },
  { name: 'list drafts', path: `${AT}?scope=drafts`, shown: visible('.page') },
  { name: 'palette', path: AT, shown: after(list, palette) },
  { name: 'keys', path: AT, shown: after(list, keys) },
  { name: 'customer orders', path: '/orders/customer?scope=all', shown: list },
  { name: 'customers', path: '/customers', shown: (page) => expect(row(page)).toContainText(/\S/) },
  { name: 'customer', path: '/customers', shown: after(card, people) },
  {
    name: 'customer documents',
    path: '/customers',
    shown: after(card, tab('documents'), visible('.documents tbody tr')),
  },
  {
    name: 'customer contracts',
    path: '/customers',
    shown: after(card, tab('contracts'), adding('customers.one.contracts')),
  },
  {
    name: 'customer accounts',
    path: '/customers',
    shown: after(card, tab('accounts'), adding('customers.one.accounts')),
  },
  { name: 'customer duplicates', path: '/customers', shown: after(visible('#root tr.table-row'), duplicates) },
  { name: 'product', path: '/goods', shown: card },
  { name: 'jobs', path: '/jobs?scope=all', shown: visible('#root tr.table-row') },
  { name: 'job', path: '/jobs?scope=all', shown: card },
  { name: 'jobs board', path: '/jobs/board?lanes=performer', shown: visible('.job-cell .tile') },
  { name: 'jobs load', path: '/jobs/load', shown: visible('.load') },
  { name: 'trash', path: '/goods', shown: removed },
]

/** Removes the record whose card it opens, and goes to where it stands then. */
async function removed(page: Page): Promise<void> {
  await card(page)
  await page.getByRole('complementary').locator('footer button').click()
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await expect(page.locator('#root .saved[data-unkept]')).toHaveCount(0)
  await page.goto(new URL('/trash', page.url()).href)
  await expect(page.locator('#root tr.table-row').first()).toBeVisible()
}

/** A contact with a phone, on the open card of a customer. */
async function people(page: Page): Promise<void> {
  await addEntry(page, 'customers.one.contacts')
  const contact = page.getByRole('list', { name: await said(page, 'customers.lists.contacts') })
  await adder(page, await said(page, 'customers.one.phones'), contact)
    .last()
    .click()
  await expect(contact.getByRole('listitem').last().getByRole('textbox').first()).toBeVisible()
}

function adding(one: PlainPath): Screen['shown'] {
  return (page) => addEntry(page, one)
}

/** Adds an entry to a list of the open card. */
async function addEntry(page: Page, one: PlainPath): Promise<void> {
  const entries = page.getByRole('complementary').getByRole('listitem').filter({ visible: true })
  const add = adder(page, await said(page, one)).last()
  // What stood on the tab before is gone with it.
  await expect(add).toBeVisible()
  const before = await entries.count()
  await add.click()
  await expect(entries).toHaveCount(before + 1)
}

/** What adds an entry that is called so. */
function adder(page: Page, one: string, within: Locator = page.getByRole('complementary')): Locator {
  return within.getByRole('button', { name: new RegExp(`^(Add|Добавить): ${one}$`) })
}

/** Opens a tab of a customer's card. */
function tab(name: 'documents' | 'contracts' | 'accounts'): Screen['shown'] {
  return async (page) => {
    const label = await said(page, `customers.tabs.${name}`)
    await page.getByRole('complementary').getByRole('tab', { name: label, exact: true }).click()
  }
}

async function duplicates(page: Page): Promise<void> {
  await press(page, 'lists.acts')
  await choose(page, 'customers.duplicates.open')
  await pane(page)
}

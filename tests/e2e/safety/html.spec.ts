import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { GivenLink, ServerState } from '../../../shared/accounts/api.ts'
import { serviceDevice } from '../../faults/support/company.ts'
import { goOn, ROOMS } from '../../support/screens/index.ts'
import { choose, press, type Screen, said } from '../../support/screens/screen.ts'
import { stage } from '../../support/screens/staged.ts'
import { handMade, passOf, post } from '../support/data/hand-made.ts'
import { DESK, PHONE } from '../support/world/device.ts'
import { expect, OWNER, test, type World } from '../support/world/world.ts'
import { MARK, PAYLOADS } from './payloads.ts'
import { allTexts, CODES, Poisoner } from './poison.ts'
import { seen, Trap } from './trap.ts'

// A machine that does much else takes its time.
test.describe.configure({ timeout: 360_000 })

/** Screens that show no text which another one does not show in the same part, or are found by words that are poisoned. */
const LEFT_OUT = [
  ...['bulk state', 'bulk completed', 'bulk responsible', 'bulk remove', 'list naming', 'list columns', 'list drafts'],
  ...[
    'list empty',
    'list groups',
    'keys',
    'palette',
    'customer orders',
    'card draft',
    'card entering',
    'card completing',
    'board adding',
  ],
  ...[
    'board completing',
    'board looks',
    'home day',
    'reports',
    'plan-fact-empty',
    'funnel now',
    'funnel all columns',
    'funnel group',
    'funnel empty',
    'menu',
  ],
  ...['user menu', 'change log', 'change log of one field', 'change log without a find', 'backups', 'profile code'],
  ...[
    'jobs',
    'jobs board',
    'jobs load',
    'working time',
    'sending',
    'sending by a gateway',
    'mail accounts',
    'mail account',
  ],
  ...['calls missed', 'calls closing', 'calls', 'call', 'dialling', 'call window', 'my phone'],
  ...['mail', 'mail boxes', 'mail letter', 'mail contact', 'mail reply', 'mail nothing found'],
  ...['site-goods', 'site-look', 'site-orders', 'site-place', 'site-open'],
  ...['phones', 'phone line', 'connecting a phone', 'counterparty service', 'erasures'],
  ...['features', 'first steps', 'help'],
  // Poisoned criteria mean nobody: their names stand in the list.
  ...['segment', 'segment members', 'segment trial'],
  ...['profile', 'nowhere', 'person invited', 'customers', 'import', 'import of a table', 'bank statement'],
]

async function foundByPalette(page: Page): Promise<void> {
  await expect(page.getByRole('grid')).toContainText(MARK)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: await said(page, 'palette.label') }).fill(MARK)
  await expect(page.getByRole('option').filter({ hasText: MARK }).first()).toBeVisible()
}

const inGrid = (page: Page) => expect(page.getByRole('grid')).toContainText(MARK)

/** The payloads looked for by their own words. */
const FOUND: readonly Screen[] = [
  { name: 'letters', path: '/mail/all', shown: inGrid },
  { name: 'found among calls', path: `/calls/all?search=${MARK}`, shown: inGrid },
  { name: 'found by the palette', path: '/orders/work', shown: foundByPalette },
  { name: 'found in a list', path: `/customers?search=${MARK}`, shown: inGrid },
  { name: 'found in the change log', path: `/changes?text=${MARK}`, shown: inGrid },
]

/** Screens of the first record of a list, and of what is found by a name: of poisoned ones here. */
const OF_FIRST = ['customer', 'customer contracts', 'customer accounts', 'product', 'board card']
const ofPoisoned = (screen: Screen): Screen => {
  const { name, path } = screen
  if (typeof path !== 'string' || !OF_FIRST.includes(name)) return screen
  return { ...screen, path: `${path.replace(/\?.*/, '')}?search=${MARK}` }
}

const SCREENS = [
  ...Object.values(ROOMS)
    .flat()
    .filter(({ name }) => !LEFT_OUT.includes(name))
    .map(ofPoisoned),
  ...FOUND,
]

/** Poisons every text of the world's company and its owner; gives where, and the path of an invitation. */
async function poison({ server }: World): Promise<{ readonly where: readonly string[]; readonly invitation: string }> {
  const poisoner = new Poisoner()
  const cli = await serviceDevice(server, 'cli')
  await poisoner.company(cli)
  cli.close()
  const pass = await passOf(server, OWNER)
  const { cookie } = pass
  const { account } = (await (await fetch(`${server.url}/api/state`, { headers: { cookie } })).json()) as ServerState
  const own = handMade(server, pass)
  await poisoner.person(own, account?.user ?? '')
  own.close()
  // What stands in no collection: a device's label and the name of who is invited.
  await post(`${server.url}/api/replica`, { label: PAYLOADS.find(({ length }) => length <= 80) }, { cookie })
  const answer = await post(`${server.url}/api/invitations`, { name: PAYLOADS[0], role: 'manager' }, { cookie })
  const { link } = (await answer.json()) as GivenLink
  return { where: [...poisoner.done], invitation: new URL(link).pathname }
}

/** Nothing ran or was made of the texts that stand on the page, and they stand there letter for letter. */
async function isText(page: Page, trap: Trap, name: string): Promise<void> {
  await expect.poll(async () => (await seen(page)).whole, name).toBeGreaterThan(0)
  const { broken } = await seen(page)
  expect.soft({ found: await trap.look(page), broken }, name).toEqual({ found: [], broken: [] })
}

for (const [name, size] of [
  ['a desk', DESK],
  ['a phone', { ...PHONE, touch: true }],
] as const) {
  test(`HTML in every text of every collection is text on every screen of ${name}`, async ({ world }) => {
    const { where, invitation } = await poison(world)
    expect([...where].sort()).toEqual([...allTexts()].sort())
    const staged = await stage(world.server)
    const device = await world.device(size)
    const { page } = device
    const trap = await Trap.set(device.context)
    await device.open(invitation)
    await expect(page.locator('input[type=password]').first()).toBeVisible()
    expect(await trap.look(page), 'invitation').toEqual([])
    await device.enter(OWNER, '/orders/work')
    for (const screen of SCREENS) {
      await test.step(screen.name, async () => {
        await goOn(page, device.url, staged, screen)
        await isText(page, trap, screen.name)
      })
    }
    staged.close()
  })
}

test('a file for spreadsheets holds poisoned texts as texts', async ({ world }) => {
  await poison(world)
  const { page } = await world.at(`/customers?search=${MARK}`, OWNER)
  await inGrid(page)
  const coming = page.waitForEvent('download')
  await press(page, 'lists.acts')
  await choose(page, 'lists.sheet.csv')
  const text = await readFile(await (await coming).path(), 'utf8')
  const quoted = PAYLOADS.map((payload) => payload.replaceAll('"', '""'))
  expect(quoted.filter((payload) => !text.includes(payload))).toEqual([])
  expect(text).toContain(`'=HYPERLINK`)
  expect(text).not.toMatch(/(^|[;,\t"])=HYPERLINK/m)
})

test('the texts that are left out are codes of collections that are', () => {
  const named = new Set(allTexts())
  expect(CODES.filter((code) => named.has(code))).toEqual([])
})

for (const bypassCSP of [true, false]) {
  test(`the trap hears HTML that a page takes for its own, ${bypassCSP ? 'run' : 'stopped by the policy'}`, async ({
    browser,
    world,
  }) => {
    const context = await browser.newContext({ bypassCSP })
    const trap = await Trap.set(context)
    const page = await context.newPage()
    // No name server is waited for.
    await page.route(/elsewhere/, (route) => route.abort())
    await page.goto(world.server.url)
    await expect(page.locator('input[type=password]').first()).toBeVisible()
    expect(await trap.look(page)).toEqual([])
    await page.evaluate((all) => {
      for (const html of all) document.body.insertAdjacentHTML('beforeend', `<p>${html}</p><input value='${html}'>`)
      const link = Object.assign(document.createElement('a'), { href: all[2] })
      document.body.append(link)
      link.click()
    }, PAYLOADS)
    const heard = bypassCSP
      ? [/^ran: img/, /^ran: frame/, /^ran: link/, /^ran: 6/, /^request: .*elsewhere/]
      : [/^policy: script-src-attr/, /^policy: script-src-elem/, /^policy: img-src/]
    for (const what of heard)
      await expect.poll(() => trap.caught.filter((one) => what.test(one)).length, `${what}`).toBeGreaterThan(0)
    if (!bypassCSP) expect(trap.caught.filter((one) => one.startsWith('ran'))).toEqual([])
    expect((await trap.look(page)).filter((one) => one.startsWith('<')).length).toBeGreaterThan(4)
    await context.close()
  })
}

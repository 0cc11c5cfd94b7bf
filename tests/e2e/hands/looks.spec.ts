import { serveGallery } from '../../support/gallery.ts'
import { GATES, goTo, ROOMS } from '../../support/screens/index.ts'
import type { Screen } from '../../support/screens/screen.ts'
import { stage } from '../../support/screens/staged.ts'
import { startServer } from '../../support/server.ts'
import { Examiner, serious } from '../support/hands/axe.ts'
import { spilled } from '../support/hands/spills.ts'
import { wrongByTab } from '../support/hands/tab-walk.ts'
import { tooSmall } from '../support/hands/targets.ts'
import { Looks, Walk, watch } from '../support/hands/walk.ts'
import { boxOf } from '../support/screens/board.ts'
import { OrderList } from '../support/screens/order-list.ts'
import { DESK, PHONE, TABLET } from '../support/world/device.ts'
import { expect, OWNER, test as shared } from '../support/world/world.ts'

/** What one screen has shown of colours is not measured on the next, whichever test comes to it. */
const test = shared.extend<object, { readonly axe: Examiner }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  axe: [async ({}, use) => await use(new Examiner()), { scope: 'worker' }],
})

// A machine that does much else takes its time.
test.describe.configure({ timeout: 360_000 })

// Both begin in another language and change it at every screen: each screen is told by axe in one language on a desk, in the
// other on a phone, and has its room in both at all widths.
for (const [room, screens] of Object.entries(ROOMS)) {
  test(`${room} on a desk: nothing serious for axe in either theme, room in either language; Tab leads to all`, async ({
    world,
    axe,
  }) => {
    const [walk, looks] = [await Walk.begin(world, DESK, 'ru'), new Looks(axe)]
    await walk.through(screens, async (screen) => {
      await looks.whole(walk.page, walk.named(screen))
      expect.soft(await wrongByTab(walk.page, { pastMenu: !walk.isNewPage }), `${screen.name}, by Tab`).toEqual([])
      await walk.speakOther()
      await looks.room(walk.page, walk.named(screen))
    })
  })

  test(`${room} on a phone and a tablet: nothing serious for axe in either theme, room in either language; fingers hit all`, async ({
    world,
    axe,
  }) => {
    const [walk, looks] = [await Walk.begin(world, { ...PHONE, touch: true }, 'en'), new Looks(axe)]
    const { page } = walk
    const hit = async (screen: Screen) =>
      expect.soft(await tooSmall(page), `${walk.named(screen)}: too small for fingers`).toEqual([])
    const fits = async (screen: Screen) => {
      await looks.room(page, walk.named(screen))
      await hit(screen)
    }
    await walk.through(screens, async (screen) => {
      await looks.whole(page, walk.named(screen))
      await hit(screen)
      await walk.resize(TABLET, screen)
      // What opens over a page is the same there as on a phone.
      await (walk.isNewPage ? looks.whole(page, walk.named(screen)) : looks.room(page, walk.named(screen)))
      await hit(screen)
      await walk.speakOther()
      await fits(screen)
      await walk.resize(PHONE, screen)
      await fits(screen)
    })
  })
}

/** Outside of the frame nothing but the width says how a page looks: it is given all widths in its place. */
const OUTSIDE = [
  { language: 'ru', screen: { ...PHONE, touch: true } },
  { language: 'en', screen: DESK },
] as const

for (const { language, screen: first } of OUTSIDE) {
  test(`nothing serious for axe outside of the frame, in either theme, at any width: ${language}`, async ({
    world,
    axe,
  }) => {
    const staged = await stage(world.server)
    const device = await world.device(first)
    const [{ page }, looks] = [device, new Looks(axe)]
    await device.context.addInitScript((chosen) => localStorage.setItem('voronka.language', chosen), language)
    const touch = 'touch' in first
    await device.signIn(OWNER)
    // Each of them begins where the one before has ended.
    for (const screen of GATES) {
      await goTo(page, device.url, staged, screen)
      for (const { width, height } of [DESK, TABLET, PHONE]) {
        const name = `${screen.name}, ${width} px`
        await page.setViewportSize({ width, height })
        await looks.whole(page, name)
        if (touch) expect.soft(await tooSmall(page), `${name}: too small for fingers`).toEqual([])
      }
      await page.setViewportSize(first)
    }
    staged.close()
  })
}
test('nothing serious for axe on the pages of the first start and of trust, in either theme and language, at any width', async ({
  browser,
  axe,
}) => {
  const args = ['--https', '--http-port', '0']
  await using server = await startServer({ args })
  await using empty = await startServer()
  const pages = { 'first start': empty.url, trust: `http://127.0.0.1:${server.trust?.port}` }
  const looks = new Looks(axe)
  for (const locale of ['ru-RU', 'en-GB']) {
    const page = await browser.newPage({ locale, hasTouch: true, isMobile: true })
    for (const [name, url] of Object.entries(pages)) {
      await page.goto(url)
      await expect(page.locator('input[type=password], main img, main svg').first()).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2))
      for (const { width, height } of [DESK, TABLET, PHONE]) {
        await page.setViewportSize({ width, height })
        await looks.whole(page, `${name}, ${locale}, ${width} px`)
        expect.soft(await tooSmall(page), `${name}, ${locale}: too small for fingers`).toEqual([])
      }
    }
    await page.close()
  }
})

test('nothing serious for axe in the gallery of parts, in either theme, on a desk and a phone', async ({
  page,
  axe,
}) => {
  await using gallery = await serveGallery()
  const [wrong, looks] = [watch(page), new Looks(axe)]
  for (const viewport of [DESK, PHONE]) {
    await page.setViewportSize(viewport)
    await page.goto(gallery.url)
    await expect(new OrderList(page).rows().first()).toBeVisible()
    await looks.whole(page, `gallery, ${viewport.width} px`)
    await page.getByRole('button', { name: 'Finder' }).click()
    await expect(page.getByRole('option').first()).toBeVisible()
    await looks.whole(page, `finder, ${viewport.width} px`)
  }
  await page.keyboard.press('Escape')
  const toast = page.locator('.toast')
  await page.getByRole('button', { name: 'Toast, bad' }).click()
  const { x, width } = await boxOf(toast)
  expect(Math.min(x, PHONE.width - x - width), 'a long sentence has its lines on a phone').toBeGreaterThanOrEqual(0)
  await toast.locator('button').click()
  await expect(toast).toHaveCount(0)
  await page.getByRole('button', { name: 'Dialog', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: 'Dialog' })
  await sheet.getByRole('button', { name: 'Toast' }).click()
  const above = async () => (await boxOf(sheet)).y - (await boxOf(toast)).y - (await boxOf(toast)).height
  await expect.poll(above, 'on a phone what is said covers nothing of the sheet').toBeGreaterThan(0)
  await toast.locator('button').click({ timeout: 5_000 })
  await expect(toast).toHaveCount(0)
  await expect(sheet).toBeVisible()
  expect(wrong).toEqual([])
})

test('what is wrong is found: names, colours, targets, room, stops', async ({ page }) => {
  const says = (found: readonly string[]) => found.map((one) => one.split(':')[0])
  const poor = '<p style="color:#ccc">видно плохо</p>'
  await page.setContent(`<html lang="ru"><title>t</title><button></button>${poor}</html>`)
  expect(says(await serious(page))).toEqual(['button-name', 'color-contrast'])
  const examiner = new Examiner()
  expect(says(await examiner.structure(page))).toEqual(['button-name'])
  expect(says(await examiner.colours(page))).toEqual(['color-contrast'])
  await page.setContent(`<html lang="ru"><title>t</title><a href="/">ссылка</a>${poor.replace('#ccc', '#ddd')}</html>`)
  expect(says(await examiner.colours(page)), 'on another screen').toEqual(['color-contrast'])

  const button = (style: string, rest = '') =>
    `<button style="display:block;height:44px;width:44px;${style}" ${rest}></button>`
  await page.setContent(button('') + button('height:30px') + button('width:43px') + button('height:30px', 'disabled'))
  expect(says(await tooSmall(page))).toEqual(['44×30', '43×44'])
  const box = (style: string, rest: string) => `<div style="width:60px;height:20px;${style}">${rest}</div>`
  const long = '<span style="white-space:nowrap">слово длиннее коробки</span>'
  await page.setContent(
    box('overflow:clip', long) +
      box('', `<button style="width:60px;padding:0">${long}</button>`) +
      box('display:grid;grid-template-columns:80px', '<b>ряд</b>') +
      box('overflow:hidden;text-overflow:ellipsis;white-space:nowrap', 'Заказы покупателей') +
      '<input style="width:60px" placeholder="Найти в списке">' +
      box('', `${long}<p style="margin-top:-18px;background:#fff">сверху</p>`),
  )
  const none = ['beyond its control', 'cut', 'cut', 'cut', 'out of <div class="">', 'under']
  expect(says(await spilled(page)).sort()).toEqual(none)
  await page.setContent(
    box('overflow:hidden;text-overflow:ellipsis', long) +
      box('overflow:auto', long) +
      box('', '<button>слово</button>') +
      box('', '<dialog open>поверх</dialog>'),
  )
  expect(await spilled(page)).toEqual([])

  const ring = 'outline:1px solid'
  const rest = `${button('', 'tabindex="-1"')}<div style="height:20px;overflow:clip">${button(`${ring};position:relative;top:30px`)}</div>`
  await page.setContent(button(ring) + button('outline:none') + rest)
  expect(says(await wrongByTab(page))).toEqual(['not seen', 'out of sight', 'not reached'])
})

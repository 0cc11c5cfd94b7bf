import type { Page } from '@playwright/test'
import { type ServedGallery, serveGallery } from '../../support/gallery.ts'
import { Keyboard } from '../support/hands/keyboard.ts'
import { Sale } from '../support/hands/sale.ts'
import { OrderCard } from '../support/screens/order-card.ts'
import { OrderList } from '../support/screens/order-list.ts'
import { expect, MOVING, test, VEDERKIN } from '../support/world/world.ts'

/** The focus stands on something, not on the page as a whole. */
async function somewhere(page: Page, after: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), { message: after }).not.toBe('BODY')
}

/** From now on timers come late, as they do on a device that is busy drawing. */
function timersAreLate(page: Page): Promise<void> {
  return page.evaluate(() => {
    const set = window.setTimeout.bind(window)
    Object.assign(window, { setTimeout: (run: () => void, ms = 0) => set(run, ms + 200) })
  })
}

/**
 * In the page: what has the focus goes; what has it a frame later goes, too, and gives it back by a timer as dialogs do.
 * Tells what had it before that timer.
 */
function loseTwice(): Promise<string> {
  const held = ['first', 'second', 'third'].map((text) => {
    const button = Object.assign(document.createElement('button'), { textContent: text })
    document.querySelector('main')?.append(button)
    return button
  })
  const [first, second, third] = held
  const { promise, resolve } = Promise.withResolvers<string>()
  const giveBack = () => {
    const had = document.activeElement
    third?.focus()
    resolve(had === document.body ? 'nothing' : (had?.outerHTML ?? 'nothing'))
  }
  first?.focus()
  first?.remove()
  requestAnimationFrame(() => {
    second?.focus()
    requestAnimationFrame(() => {
      second?.remove()
      requestAnimationFrame(() => setTimeout(giveBack))
    })
  })
  return promise
}

test.use(MOVING)

test('the focus is never lost on the way through list, card, lines, dialogs and screens', async ({ world }) => {
  const { page } = await world.signedIn(VEDERKIN)
  await expect(new OrderList(page).rows().nth(2)).toBeVisible()
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const card = new OrderCard(page)
  await expect(card.field('Контакт')).toBeVisible()
  await somewhere(page, 'a row opened')
  const remove = card.card.getByRole('button', { name: 'Удалить строку' })
  await expect(remove.nth(1)).toBeVisible()
  const lines = await remove.count()
  for (let left = lines; left > 0; left--) {
    await remove.last().focus()
    await page.keyboard.press('Enter')
    await expect(remove).toHaveCount(left - 1)
    await somewhere(page, `${left - 1} lines left`)
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('aside') !== null)).toBe(true)
  }
  await card.button('Добавить строку').focus()
  await page.keyboard.press('Enter')
  const added = card.lines
  await expect(added.first().getByRole('combobox')).toBeFocused()
  await timersAreLate(page)
  await card.button('Добавить строку').focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card.button('Добавить строку')).toBeFocused()
  // A pane that goes at once asks by a dialog, whose button is switched off while it acts, and goes, too.
  await new Sale(page).complete()
  await card.field('Контакт').focus()
  await page.keyboard.press('Escape')
  await expect(card.card).toHaveCount(0)
  await somewhere(page, 'the card closed')
  await page.keyboard.press('n')
  await expect(page.getByRole('heading', { name: 'Новый заказ-наряд' })).toBeVisible()
  await card.button('Удалить черновик').focus()
  await page.keyboard.press('Enter')
  await expect(card.card).toHaveCount(0)
  await somewhere(page, 'a draft dropped')
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/customers/)
  await somewhere(page, 'another screen')
  // Else a list in a dialog that was drawn anew, right before Escape, had the focus led to the title.
  expect(await page.evaluate(loseTwice)).toBe('nothing')
})

test.describe('parts', () => {
  // One after the other: the gallery is served once.
  test.describe.configure({ mode: 'default' })
  let gallery: ServedGallery
  test.beforeAll(async () => {
    gallery = await serveGallery()
  })
  test.afterAll(() => gallery[Symbol.asyncDispose]())

  test('what is said while a dialog is open is in reach of keys and of screen readers there, and lives on behind it', async ({
    page,
  }) => {
    await page.goto(gallery.url)
    const keys = new Keyboard(page)
    const opener = page.getByRole('button', { name: 'Dialog', exact: true })
    await opener.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Dialog' })
    const sayer = dialog.getByRole('button', { name: 'Toast' })
    const said = (place: Page | typeof dialog) => place.getByRole('region', { name: 'Сообщения' }).getByRole('status')
    const close = said(dialog).getByRole('button', { name: 'Закрыть' })
    await keys.push(sayer)
    await expect(said(dialog)).toHaveText('Скопировано')
    // While it is pointed at it stays.
    await said(dialog).hover()

    await test.step('Tab goes through all that is there once, what is said last, and round', async () => {
      const round = await roundBy(page, 'Tab')
      const said = round.indexOf('.toast')
      expect(round.slice(said - 2, said + 3)).toEqual(['Отмена', 'Записать', '.toast', 'Закрыть', 'Название или имя'])
      expect(new Set(round).size, round.join(', ')).toBe(round.length)
      expect(await roundBy(page, 'Shift+Tab')).toEqual([round[0], ...round.slice(1).reverse()])
    })

    await test.step('its button takes it away; the focus goes back to where it came from', async () => {
      await keys.push(close)
      await expect(said(dialog)).toHaveCount(0)
      await expect(dialog.getByRole('button', { name: 'Записать' })).toBeFocused()
    })

    await test.step('Escape in it takes it away, elsewhere it closes the dialog, and what is said stays', async () => {
      await keys.push(sayer)
      await keys.reach(close)
      await page.keyboard.press('Escape')
      await expect(said(dialog)).toHaveCount(0)
      await expect(dialog).toBeVisible()
      await keys.push(sayer)
      await said(dialog).hover()
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
      await expect(opener).toBeFocused()
      await expect(said(page)).toHaveText('Скопировано')
    })

    await test.step('it goes along to the finder, where it is in reach, too', async () => {
      await keys.push(page.getByRole('button', { name: 'Finder' }))
      const finder = page.getByRole('dialog')
      await keys.push(said(finder).getByRole('button', { name: 'Закрыть' }))
      await expect(said(finder)).toHaveCount(0)
      await expect(finder.getByRole('button', { name: 'Все сотрудники' })).toBeFocused()
    })
  })

  test('what is said while a pane is open under fingers is in reach of keys and screen readers there, and lives on behind it', async ({
    browser,
  }) => {
    const context = await browser.newContext({ hasTouch: true, isMobile: true, locale: 'ru-RU' })
    const page = await context.newPage()
    await page.goto(gallery.url)
    await page.getByRole('button', { name: 'Popover' }).tap()
    const pane = page.getByRole('dialog', { name: 'Popover' })
    await pane.getByRole('button', { name: 'Toast' }).tap()
    await expect(pane.getByRole('status')).toHaveText('Скопировано')
    const done = pane.getByRole('button', { name: 'Готово' })
    await done.focus()
    await page.keyboard.press('Tab')
    await expect(pane.getByRole('status').getByRole('button', { name: 'Закрыть' })).toBeFocused()
    await done.tap()
    await expect(pane).toHaveCount(0)
    await expect(page.getByRole('status').filter({ hasText: 'Скопировано' })).toBeVisible()
    await context.close()
  })

  test('what is said goes by itself, but not while a mouse is over it or the focus is in it; a finger holds nothing', async ({
    browser,
  }) => {
    const context = await browser.newContext({ hasTouch: true, locale: 'ru-RU' })
    const page = await context.newPage()
    await page.clock.install({ time: '2026-11-26T10:00:00Z' })
    await page.goto(gallery.url)
    const sayer = page.getByRole('button', { name: 'Toast, bad' })
    await expect(sayer).toBeVisible()
    await page.clock.pauseAt('2026-11-26T12:00:00Z')
    const toast = page.getByRole('alert').filter({ hasText: 'Ваша роль этого не разрешает' })
    const passes = (seconds: number) => page.clock.runFor(seconds * 1000)

    await sayer.click()
    await toast.hover()
    await passes(60)
    await expect(toast).toBeVisible()
    await sayer.hover()
    await passes(9)
    await expect(toast, 'it has its whole time anew').toBeVisible()
    await passes(2)
    await expect(toast).toHaveCount(0)

    await sayer.press('Enter')
    await toast.getByRole('button', { name: 'Закрыть' }).focus()
    await passes(60)
    await expect(toast).toBeVisible()
    await sayer.focus()
    await passes(11)
    await expect(toast).toHaveCount(0)

    await sayer.tap()
    await toast.tap()
    await passes(11)
    await expect(toast).toHaveCount(0)
    await context.close()
  })

  test('two arrows within a frame go two tabs on; round, to the first and to the last', async ({ page }) => {
    await page.goto(gallery.url)
    const tabs = page.getByRole('tablist', { name: 'Tabs' }).getByRole('tab')
    const [first, third, last] = [tabs.first(), tabs.nth(2), tabs.last()]
    await first.focus()
    const draw = await holdFrames(page)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await draw()
    await expect(third).toBeFocused()
    await expect(third).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(first).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('ArrowLeft')
    await expect(last).toBeFocused()
    await page.keyboard.press('Home')
    await expect(first).toBeFocused()
    await page.keyboard.press('End')
    await expect(last).toHaveAttribute('aria-selected', 'true')
  })

  test('keys that come before a list is drawn are the list’s', async ({ page }) => {
    await page.goto(gallery.url)
    const field = page.getByRole('combobox', { name: 'Select', exact: true })
    const before = (await field.textContent()) ?? ''
    await field.focus()
    const draw = await holdFrames(page)
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await draw()
    await expect(page.getByRole('listbox')).toHaveCount(0)
    await expect(field).not.toHaveText(before)
  })

  test('a field that was left before its list was drawn lies over nothing that is clicked next', async ({ page }) => {
    await page.goto(gallery.url)
    const field = page.getByRole('combobox', { name: 'Combobox, text' })
    const next = page.getByRole('combobox', { name: 'Combobox, 4000' })
    await expect(field).toBeVisible()
    const draw = await holdFrames(page)
    await field.pressSequentially('x')
    await next.focus()
    await draw()
    // What has been drawn since is drawn.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    await expect(page.getByRole('listbox')).toHaveCount(0)
    await expect(field).toHaveAttribute('aria-expanded', 'false')
    await field.focus()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('listbox')).toHaveCount(1)
  })
})

/** What the page asks for at the next frame waits. Gives the end of that: it all comes then. */
async function holdFrames(page: Page): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle(() => {
    const { requestAnimationFrame } = window
    const waiting: FrameRequestCallback[] = []
    window.requestAnimationFrame = (callback) => waiting.push(callback)
    return { requestAnimationFrame, waiting }
  })
  return () =>
    held.evaluate(({ requestAnimationFrame, waiting }) => {
      window.requestAnimationFrame = requestAnimationFrame
      for (const callback of waiting) requestAnimationFrame(callback)
    })
}

/** What a key leads through from where the focus is until it is there again, by name; what is said as `.toast`. */
async function roundBy(page: Page, key: string): Promise<string[]> {
  const place = () =>
    page.evaluate(() => {
      const has = document.activeElement
      if (!(has instanceof HTMLElement)) return ''
      if (has.closest('.toast')) return '.toast'
      const labels = has instanceof HTMLInputElement ? [...(has.labels ?? [])] : []
      return has.ariaLabel ?? (labels[0] ?? has).textContent
    })
  const round = [await place()]
  for (let steps = 0; steps < 20; steps++) {
    await page.keyboard.press(key)
    const next = await place()
    if (next === round[0]) return round
    round.push(next)
  }
  throw new Error(`No round: ${round.join(', ')}`)
}

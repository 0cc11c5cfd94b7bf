import { DEMO_PASSWORD } from '../../../shared/demo/staff.ts'
import { Hand } from '../support/hands/hand.ts'
import { BoardPage, boxOf, middleOf } from '../support/screens/board.ts'
import { FunnelScreen, KITCHENS } from '../support/screens/funnel-screen.ts'
import { OrderCard } from '../support/screens/order-card.ts'
import { OrderList } from '../support/screens/order-list.ts'
import { PHONE } from '../support/world/device.ts'
import { expect, MOVING, OWNER, test } from '../support/world/world.ts'

const [MEASURE, DONE, COMPLETED] = ['Выезд замерщика', 'Выполнен', 'Завершен'] as const

test.use(MOVING)

test('a day by finger alone, on a phone: taps, swipes and a resting finger do all of it', async ({ world }) => {
  // A machine that does much else takes its time.
  test.setTimeout(360_000)
  const device = await world.device({ ...PHONE, touch: true })
  const { page } = device
  const hand = await Hand.before(page)
  const [list, card, board] = [new OrderList(page), new OrderCard(page), new BoardPage(page)]
  const funnel = new FunnelScreen(page)
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  const quick = (text: RegExp) => page.locator('button[aria-haspopup="dialog"]').filter({ hasText: text })
  const dialog = (name: string) => page.getByRole('dialog', { name })
  const item = (name: string) => page.getByRole('menuitem', { name, exact: true })
  const sheet = dialog('Показ')
  const look = async (name: string) => {
    await hand.tap(page.locator('.looks-button'))
    await expect(page.locator('.toast'), 'They do not lie over the sheet').toHaveCount(0, { timeout: 5000 })
    await hand.tap(sheet.locator('label').filter({ has: page.getByRole('radio', { name }) }))
    await expect(sheet).toHaveCount(0)
  }
  const toast = (text: string) => page.locator('.toast').filter({ hasText: text })
  const takeBack = (what: string) => hand.tap(toast(what).getByRole('button', { name: 'Вернуть как было' }))
  const rowWith = (text: string | RegExp) => list.rows(text).first()
  const rowAt = (index: number) => page.locator(`tr[data-index="${index}"]`)
  const back = async () => {
    await hand.tap(card.button('Назад'))
    await expect(card.card).toHaveCount(0)
  }
  const bottom = page.getByRole('navigation', { name: 'Меню' })
  const bar = (name: string) => hand.tap(bottom.getByText(name, { exact: true }))
  const screen = (name: string) => expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
  const menu = async (name: string) => {
    await bar('Еще')
    await hand.tap(dialog('Меню').getByText(name, { exact: true }))
    await screen(name)
  }
  const find = async (text: string) => {
    await hand.tap(button('Найти или выполнить команду'))
    await expect(page.getByRole('combobox', { name: /^Заказ, покупатель/ })).toBeFocused()
    await page.keyboard.insertText(text)
    await hand.tap(page.getByRole('option').filter({ hasText: text }).first())
    await expect(card.card).toContainText(new RegExp(`З[НК]-${text}`))
  }

  await test.step('signs in', async () => {
    await device.open('/orders/work')
    await hand.type(field('Почта'), OWNER)
    await hand.type(field('Пароль'), DEMO_PASSWORD)
    await hand.tap(button('Войти'))
    await expect(rowAt(3)).toBeVisible()
    const { x, y, width, height } = await boxOf(bottom)
    expect([x, width, y + height]).toEqual([0, PHONE.width, PHONE.height])
    expect(height).toBeGreaterThanOrEqual(44)
  })

  await test.step('finds an order by the palette', async () => {
    await find('0042')
    await back()
  })

  await test.step('filters the list, and takes the filter away', async () => {
    await bar('Наряды')
    await screen('Заказ-наряды')
    await hand.tap(quick(/^Ответственный$/))
    await hand.tap(dialog('Ответственный').getByText('Ведеркин'))
    await page.touchscreen.tap(PHONE.width / 2, PHONE.height - 150)
    await expect(dialog('Ответственный')).toHaveCount(0)
    await hand.tap(button(/^Фильтр/), button('Сбросить'), button('Закрыть фильтр'))
    await expect(quick(/^Ответственный$/)).toBeVisible()
  })

  await test.step('makes an order with two lines and posts it', async () => {
    await hand.tap(button('Создать'))
    await hand.pick(card.field('Покупатель'), 'Лаптева Ксения')
    await hand.fill(card.field('Дата отгрузки'), '24.12.2026')
    for (const [at, product] of ['Духовой шкаф', 'Доставка'].entries()) {
      await hand.tap(card.button('Добавить строку'))
      const line = card.lines.nth(at)
      await hand.pick(line.getByRole('combobox'), product)
      await hand.fill(line.getByLabel('Цена'), '1500')
    }
    await hand.tap(card.button('Провести'))
    await expect(card.card).toContainText(/Заказ-наряд (З[НК]-\d{4}|Ч)/)
  })

  await test.step('moves its state by the quick pick', async () => {
    await hand.tap(card.state)
    await hand.tap(page.getByRole('option', { name: /^2\./ }))
    await expect(card.state).toContainText('2.')
    await expect(toast('Состояние изменено')).toBeVisible()
    await back()
  })

  await test.step('swipes the board, carries a card; «Завершен» asks how it ended; undo and redo', async () => {
    await look('Доска')
    const states = page.getByRole('navigation', { name: 'Состояния' })
    const left = () => board.left()
    await hand.tap(states.getByRole('button', { name: MEASURE }))
    await expect.poll(left).toBe(0)
    await hand.swipe(board.cards(MEASURE).first(), { x: -250 })
    await expect.poll(left).toBeGreaterThan(200)
    await expect(page.locator('.tile-ghost')).toHaveCount(0)
    await hand.tap(states.getByRole('button', { name: DONE }))
    const id = await board.firstIn(DONE)
    const tile = board.tile(id)
    const isIn = (state: string) => expect(board.tile(id, state)).toBeVisible()
    await expect(tile).toBeInViewport({ ratio: 0.9 })
    await board.atRest()
    const { y } = await middleOf(tile)
    await hand.rest(tile, page.locator('.tile-ghost'))
    const before = await left()
    await hand.finger.move({ x: PHONE.width - 6, y })
    await expect.poll(left).toBeGreaterThan(before + 200)
    await hand.finger.move({ x: PHONE.width / 2, y })
    await expect(board.board.locator('.cell.over').getByRole('list', { name: COMPLETED })).toBeVisible()
    await hand.finger.up()
    await hand.tap(page.getByRole('alertdialog').getByText('Успешно', { exact: true }), button('Завершить'))
    await isIn(COMPLETED)
    await takeBack(COMPLETED)
    await isIn(DONE)
    await hand.tap(button(/^Меню пользователя/), item('Повторить отмененное'))
    await isIn(COMPLETED)
    await expect(toast('Повторено')).toBeVisible()
    await look('Список')
  })

  await test.step('changes three orders at once, sees before what it will be, and takes it back', async () => {
    await expect(rowAt(2)).toContainText(/З[НК]-\d{4}/)
    await hand.rest(rowAt(0), page.getByRole('toolbar', { name: 'Выбранное' }))
    await hand.finger.up()
    await hand.tap(rowAt(1), rowAt(2))
    const chosen = page.getByRole('toolbar', { name: 'Выбранное' })
    await expect(chosen).toContainText('3 заказа')
    await hand.tap(chosen.getByRole('button', { name: 'Ответственный' }))
    await hand.pick(dialog('Ответственный').getByRole('combobox'), 'Соколова')
    await hand.tap(button('Изменить: 3'))
    const [done, undone] = [toast('Изменено: 3 заказа'), toast('Отменено')]
    const overBar = async () => (await boxOf(chosen)).y - (await boxOf(done)).y - (await boxOf(done)).height
    await expect(done).toBeVisible()
    await expect.poll(overBar).toBeGreaterThanOrEqual(0)
    await takeBack('Изменено: 3 заказа')
    await hand.tap(undone.getByText('Отменено'), button('Снять выбор'))
    await expect(undone, 'It goes though it was tapped').toHaveCount(0)
  })

  await test.step('keeps a view', async () => {
    await hand.tap(page.locator('.looks-button'))
    // What is opened before the sheet has the page would stand under it, out of reach.
    await expect(page.locator('body')).toHaveCSS('pointer-events', 'none')
    await hand.tap(button('Представления'), item('Записать как новое представление'))
    const naming = dialog('Записать как новое представление')
    await hand.type(naming.getByRole('textbox'), 'Мой день')
    await hand.tap(naming.getByRole('button', { name: 'Записать', exact: true }))
    await expect(naming).toHaveCount(0)
    await expect(sheet.getByRole('button', { name: 'Мой день' })).toBeVisible()
    await hand.tap(sheet.getByRole('button', { name: 'Закрыть' }))
  })

  await test.step('goes behind a figure of the funnel', async () => {
    await bar('Воронка')
    await screen('Воронка продаж')
    const steps = funnel.block(KITCHENS).getByRole('listitem')
    await hand.tap(steps.first().getByRole('button').first())
    await hand.tap(steps.first().getByRole('button', { name: /Кол-во: / }))
    await expect(
      page
        .getByRole('dialog')
        .getByText(/З[НК]-\d{4}/)
        .first(),
    ).toBeVisible()
    await hand.tap(page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }))
  })

  await test.step('edits a customer', async () => {
    await bar('Покупатели')
    await screen('Покупатели')
    await hand.type(page.getByRole('searchbox'), 'альфамарт')
    await expect(list.rows()).toHaveCount(1)
    await hand.tap(rowWith('АЛЬФАМАРТ'))
    await hand.fill(card.field('Телефон'), '+7 900 000-00-00')
    await back()
    await expect(rowWith('+7 900 000-00-00')).toBeVisible()
  })

  await test.step('adds a state to a kind and moves it up', async () => {
    await menu('Настройки')
    await hand.tap(page.getByRole('link', { name: /^Виды заказов/ }))
    await screen('Виды заказов')
    await hand.tap(list.rows().first())
    const states = page.getByRole('region', { name: 'Состояния вида' })
    await hand.pick(states.getByRole('combobox', { name: 'Добавить' }), 'Ждет звонка', 'Создать «Ждет звонка»')
    const fresh = states.getByRole('listitem').filter({ hasText: 'Ждет звонка' })
    const number = async () => Number(/^\d+/.exec((await fresh.textContent()) ?? '')?.[0])
    const before = await number()
    await hand.tap(fresh.getByRole('button', { name: 'Выше' }))
    await expect.poll(number).toBe(before - 1)
    await back()
  })

  await test.step('removes an order, restores it from the trash, and looks at its history', async () => {
    await find('0042')
    await hand.tap(card.button('Удалить'))
    await expect(card.card).toHaveCount(0)
    await menu('Корзина')
    await hand.tap(button(/^Восстановить: З[НК]-0042/))
    await expect(list.rows('0042')).toHaveCount(0)
    await find('0042')
    await hand.tap(page.getByRole('tab', { name: 'История' }))
    await expect(card.card.locator('.told-acts > li').first()).toContainText('Громова')
  })

  await test.step('signs out', async () => {
    await device.saved()
    await hand.tap(button(/^Меню пользователя/), item('Выйти'))
    await expect(button('Войти')).toBeVisible()
    await hand.hadNoMouse()
  })
})

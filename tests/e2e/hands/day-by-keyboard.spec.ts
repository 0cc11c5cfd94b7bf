import { DEMO_PASSWORD } from '../../../shared/demo/staff.ts'
import { Keyboard } from '../support/hands/keyboard.ts'
import { BoardPage } from '../support/screens/board.ts'
import { FunnelScreen, KITCHENS } from '../support/screens/funnel-screen.ts'
import { OrderCard } from '../support/screens/order-card.ts'
import { OrderList } from '../support/screens/order-list.ts'
import { expect, MOVING, OWNER, test } from '../support/world/world.ts'

const [MEASURE, DESIGN, COMPLETED] = ['Выезд замерщика', 'Разработка дизайн-проекта', 'Завершен']

test.use(MOVING)

test('a day by keyboard alone: the focus is always somewhere, is seen, and comes back to where it was', async ({
  world,
}) => {
  // Hundreds of presses, each looked after: a machine that does much else takes its time.
  test.setTimeout(360_000)
  const device = await world.device()
  const { page } = device
  const keys = new Keyboard(page)
  const [list, card, board, funnel] = [
    new OrderList(page),
    new OrderCard(page),
    new BoardPage(page),
    new FunnelScreen(page),
  ]
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const quick = (text: RegExp) => page.locator('button[aria-haspopup="dialog"]').filter({ hasText: text })
  const dialog = (name: string) => page.getByRole('dialog', { name })
  const command = async (text: string) => {
    await keys.press('Control+k')
    await expect(page.getByRole('combobox', { name: 'Заказ, покупатель, команда' })).toBeFocused()
    await keys.type(text)
    await expect(page.getByRole('option').first()).toContainText(new RegExp(text, 'i'))
    await keys.press('Enter')
  }
  const order = async () => {
    await command('0042')
    await expect(card.card).toContainText(/З[НК]-0042/)
  }
  const go = async (key: string, screen: string) => {
    await keys.press('g', key)
    await expect(page.getByRole('heading', { name: screen, exact: true })).toBeFocused()
  }

  await test.step('signs in', async () => {
    await device.open('/orders/work')
    await keys.fill(page.getByLabel('Почта'), OWNER)
    await keys.reach(page.getByRole('textbox', { name: 'Пароль' }))
    await keys.type(DEMO_PASSWORD)
    await keys.press('Enter')
    await expect(list.rows(/ЗН-\d{4}/).nth(3)).toBeVisible()
  })

  await test.step('finds an order by the palette, closes its card', async () => {
    await order()
    await keys.press('Escape')
    await expect(card.card).toHaveCount(0)
  })

  await test.step('filters the list, and takes the filter away', async () => {
    // The order may have been a work order: where one is already, going there moves nothing.
    await go('c', 'Покупатели')
    await go('w', 'Заказ-наряды')
    await keys.push(quick(/^Ответственный$/))
    await keys.reach(dialog('Ответственный').getByLabel('Ведеркин'))
    await keys.press('Space', 'Escape')
    await expect(quick(/^Ответственный: Ведеркин/)).toBeFocused()
    await expect.poll(async () => [...new Set(await list.column('Ответственный'))]).toEqual(['Ведеркин'])
    await keys.push(button(/^Фильтр/))
    await keys.push(button('Сбросить'))
    await keys.push(button('Закрыть фильтр'))
    await expect.poll(async () => (await list.column('Ответственный')).includes('Абдулов')).toBe(true)
  })

  await test.step('makes an order with two lines and posts it', async () => {
    await keys.press('n')
    await keys.pick(card.field('Покупатель'), 'Лаптева Ксения')
    await keys.fill(card.field('Дата отгрузки'), '24.12.2026')
    for (const [at, product] of ['Духовой шкаф', 'Доставка'].entries()) {
      await keys.push(card.button('Добавить строку'))
      const line = card.lines.nth(at)
      await keys.pick(line.getByRole('combobox'), product)
      await keys.fill(line.getByLabel('Цена'), '1500')
    }
    await keys.push(card.button('Провести'))
    await expect(card.card).toContainText(/Заказ-наряд З[НК]-\d{4}|Заказ-наряд Ч/)
  })

  await test.step('moves its state by the quick pick', async () => {
    const state = card.button('Вид и состояние')
    await keys.push(state)
    await expect(page.getByRole('listbox', { name: 'Выбрать состояние' })).toBeFocused()
    await keys.press('2')
    await expect(state).toContainText('2.')
    await expect(state).toBeFocused()
  })

  await test.step('carries a card on the board; «Завершен» asks how it ended; undo and redo', async () => {
    await keys.press('Escape')
    await keys.reach(page.getByRole('radio', { name: 'Список' }), 'Shift+Tab')
    await keys.press('ArrowRight')
    const id = await board.firstIn(MEASURE)
    const tile = board.tile(id)
    const isIn = (state: string) => expect(board.tile(id, state)).toBeVisible()
    await keys.reach(tile)
    await keys.press('Space', 'ArrowRight', 'Enter')
    await isIn(DESIGN)
    await expect(tile).toBeFocused()
    await keys.press('Space')
    const said = page.locator('.board-said')
    while (!(await said.textContent())?.includes(COMPLETED)) await keys.press('ArrowRight')
    await keys.press('Enter')
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await keys.reach(page.getByRole('radio', { name: 'Успешно' }))
    await keys.press('ArrowRight')
    await keys.push(page.getByRole('combobox', { name: 'Причина отмены' }))
    await keys.choose('Не устроила цена')
    await keys.push(button('Завершить'))
    await isIn(COMPLETED)
    await expect(tile).toBeFocused()
    await keys.press('Control+z')
    await isIn(DESIGN)
    await keys.press('Control+Shift+z')
    await isIn(COMPLETED)
  })

  await test.step('changes three orders at once, sees before what it will be, and takes it back', async () => {
    await keys.reach(page.getByRole('radio', { name: 'Доска' }), 'Shift+Tab')
    await keys.press('ArrowLeft')
    await expect(list.rows(/ЗН-\d{4}/).nth(3)).toBeVisible()
    // Until then orders come.
    await device.saved()
    await keys.reach(list.grid)
    await keys.press('Home', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown')
    const chosen = page.getByRole('toolbar', { name: 'Выбранное' })
    await expect(chosen).toContainText('3 заказа')
    const before = (await list.column('Ответственный')).slice(0, 3)
    await keys.push(chosen.getByRole('button', { name: 'Ответственный' }))
    await keys.pick(dialog('Ответственный').getByRole('combobox'), 'Соколова')
    await expect(dialog('Ответственный')).toContainText('Изменится: 3 заказа')
    await keys.push(button('Изменить: 3'))
    await expect
      .poll(async () => new Set((await list.column('Ответственный')).slice(0, 3)))
      .toEqual(new Set(['Соколова']))
    await keys.press('Control+z')
    await expect.poll(async () => (await list.column('Ответственный')).slice(0, 3)).toEqual(before)
    await keys.push(button('Снять выбор'))
    await expect(chosen).toHaveCount(0)
  })

  await test.step('keeps a view', async () => {
    await keys.push(button('Представления'), 'Shift+Tab')
    await keys.take('Записать как новое представление')
    await expect(dialog('Записать как новое представление').getByRole('textbox')).toBeFocused()
    await keys.type('Мой день')
    await keys.press('Enter')
    await expect(button('Мой день')).toBeFocused()
  })

  await test.step('goes behind a figure of the funnel, to one of its orders', async () => {
    await go('f', 'Воронка продаж')
    const figure = funnel.states(KITCHENS).first().getByRole('button').first()
    await keys.reach(figure)
    await keys.press('ArrowDown', 'ArrowUp', 'Enter')
    await expect(
      page
        .getByRole('dialog')
        .getByText(/З[НК]-\d{4}/)
        .first(),
    ).toBeVisible()
    await keys.press('Escape')
    await expect(figure).toBeFocused()
  })

  await test.step('edits a customer', async () => {
    await go('c', 'Покупатели')
    await keys.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await keys.type('альфамарт')
    await expect(list.rows()).toHaveCount(1)
    await keys.reach(list.grid)
    await keys.press('ArrowDown', 'Enter')
    await keys.fill(card.field('Телефон'), '+7 900 000-00-00')
    await keys.press('Escape')
    await expect(list.rows('+7 900 000-00-00')).toHaveCount(1)
    await expect(list.grid).toBeFocused()
  })

  await test.step('adds a state to a kind and moves it up', async () => {
    await command('Виды заказов')
    await expect(page.getByRole('heading', { name: 'Виды заказов', exact: true })).toBeFocused()
    await expect(list.rows().first()).toBeVisible()
    await keys.reach(list.grid)
    await keys.press('Home', 'Enter')
    const states = page.getByRole('region', { name: 'Состояния вида' })
    await keys.reach(states.getByRole('combobox', { name: 'Добавить' }))
    await keys.type('Ждет звонка')
    await keys.choose('Создать «Ждет звонка»')
    const fresh = states.getByRole('listitem').filter({ hasText: 'Ждет звонка' })
    const number = async () => Number(/^\d+/.exec((await fresh.textContent()) ?? '')?.[0])
    const before = await number()
    const up = fresh.getByRole('button', { name: 'Выше' })
    for (const places of [1, 2]) {
      await keys.push(up, 'Shift+Tab')
      await expect.poll(number).toBe(before - places)
      await expect(up).toBeFocused()
    }
  })

  await test.step('removes an order and restores it from the trash, looks at its history', async () => {
    await order()
    await keys.push(card.button('Удалить'))
    await expect(card.card).toHaveCount(0)
    await command('Корзина')
    await keys.push(button(/^Восстановить: З[НК]-0042/))
    await expect(list.rows('0042')).toHaveCount(0)
    await order()
    await keys.reach(page.getByRole('tab', { name: 'Главное' }))
    for (const tab of [
      'Отгрузки и оплаты',
      /Переходы/,
      /^Обсуждения/,
      /^Письма/,
      'События',
      /^Файлы/,
      'Правила',
      'История',
    ]) {
      await keys.press('ArrowRight')
      await expect(page.getByRole('tab', { name: tab })).toBeFocused()
    }
    await expect(card.card.locator('.told-acts > li').first()).toContainText('Громова')
  })

  await test.step('signs out', async () => {
    await device.saved()
    await command('Выйти')
    await expect(button('Войти')).toBeVisible()
    await keys.reach(page.getByLabel('Почта'))
  })
})

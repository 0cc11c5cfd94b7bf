import type { Locator } from '@playwright/test'
import { choose } from '../../support/choices.ts'
import { serious } from '../support/hands/axe.ts'
import { spilled } from '../support/hands/spills.ts'
import { fillIn, OrderCard } from '../support/screens/order-card.ts'
import { type Device, PHONE, type Screen } from '../support/world/device.ts'
import { ABDULOV, expect, test, type World } from '../support/world/world.ts'

interface At {
  readonly device: Device
  readonly page: Device['page']
  readonly card: OrderCard
}

/** A person in front of a new order, not recorded, with lines of a quantity and a price each. */
async function atDraft(
  world: World,
  lines: readonly (readonly [string, string])[],
  { screen, sort = 'customer' }: { readonly screen?: Screen; readonly sort?: 'customer' | 'work' } = {},
): Promise<At> {
  const device = await world.at(`/orders/${sort}`, ABDULOV, screen)
  const { page } = device
  const card = new OrderCard(page)
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await expect(card.card.getByText('Черновик этого устройства')).toBeVisible()
  await card.pick('Покупатель', 'Частное лицо')
  for (const [quantity, price] of lines) {
    const line = await card.addLine()
    await fillIn(line, 'Кол-во', quantity)
    await fillIn(line, 'Цена', price)
  }
  return { device, page, card }
}

/** The same, posted, in front of its shipments and payments. */
async function atFacts(world: World, lines: readonly (readonly [string, string])[], screen?: Screen): Promise<At> {
  const at = await atDraft(world, lines, screen && { screen })
  await at.card.button('Провести').click()
  await expect(at.card.card).toContainText(/ЗК-\d{4}/)
  await at.card.tab('Отгрузки и оплаты')
  return at
}

/** Opens one of the dialogs, and gives it. */
async function ask({ card, page }: At, act: string): Promise<Locator> {
  await card.button(act).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  return dialog
}

/** Sends what stands in a dialog, which then closes. */
async function send(dialog: Locator, act: string): Promise<void> {
  await dialog.getByRole('button', { name: act, exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

/** What stands behind one of the names of «Расчеты». */
function figure({ card }: At, name: string): Locator {
  return card.card.locator('.facts > div', { hasText: name }).locator('dd')
}

const factsOf = ({ card }: At) => card.card.getByRole('list', { name: 'Что было' }).locator('> li')

test('all that is left is shipped by one press, and all that is due paid by one', async ({ world }) => {
  const at = await atFacts(world, [
    ['2', '100'],
    ['1', '50,50'],
  ])
  await expect(figure(at, 'Осталось оплатить')).toContainText('250,50')
  await send(await ask(at, 'Отгрузить'), 'Отгрузить')
  await expect(figure(at, 'Должны нам')).toContainText('250,50')
  await expect(at.card.card).toContainText('Отгружать больше нечего')
  await expect(at.card.button('Отгрузить')).toHaveCount(0)
  await send(await ask(at, 'Принять оплату'), 'Принять оплату')
  await expect(figure(at, 'Долга нет')).toContainText('0,00')
  await expect(factsOf(at)).toHaveCount(2)
  await expect(factsOf(at).first()).toContainText('Оплата')
  await expect(factsOf(at).first()).toContainText('Абдулов')
  await at.device.saved()
  await at.page.reload()
  await at.card.tab('Отгрузки и оплаты')
  await expect(figure(at, 'Долга нет')).toContainText('0,00')
})

test('a part is shipped, paid, returned and given back; more than there is is refused where it is typed', async ({
  world,
}) => {
  const at = await atFacts(world, [['3', '100']])
  let dialog = await ask(at, 'Отгрузить')
  const quantity = dialog.getByLabel(/^Количество/)
  await quantity.fill('5')
  await dialog.getByRole('button', { name: 'Отгрузить', exact: true }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expect(quantity).toBeFocused()
  await quantity.fill('2')
  await quantity.blur()
  await expect(dialog).toContainText(/На сумму\s*200,00/)
  await send(dialog, 'Отгрузить')
  await expect(figure(at, 'Продано на')).toContainText('200,00')

  dialog = await ask(at, 'Принять оплату')
  await fillIn(dialog, 'Сумма', 'сто')
  await dialog.getByRole('button', { name: 'Принять оплату', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('Это не число')
  await fillIn(dialog, 'Сумма', '120')
  await send(dialog, 'Принять оплату')
  await expect(figure(at, 'Должны нам')).toContainText('80,00')

  dialog = await ask(at, 'Вернуть')
  await dialog.getByLabel(/^Количество/).fill('1')
  await send(dialog, 'Вернуть')
  await expect(figure(at, 'Мы должны')).toContainText('20,00')

  dialog = await ask(at, 'Вернуть деньги')
  await fillIn(dialog, 'Сумма', '500')
  await dialog.getByRole('button', { name: 'Вернуть деньги', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('не больше, чем оплачено')
  await fillIn(dialog, 'Сумма', '20')
  await send(dialog, 'Вернуть деньги')
  await expect(figure(at, 'Долга нет')).toContainText('0,00')
  await expect(factsOf(at)).toHaveCount(4)
})

test('an entry made by mistake is taken back, and stands there as taken back', async ({ world }) => {
  const at = await atFacts(world, [['1', '100']])
  await send(await ask(at, 'Отгрузить'), 'Отгрузить')
  await factsOf(at)
    .getByRole('button', { name: /^Отменить запись/ })
    .click()
  await expect(factsOf(at)).toContainText('отменено')
  await expect(figure(at, 'Продано на')).toContainText('0,00')
  await expect(at.card.button('Отгрузить')).toBeVisible()
})

test('cancelling offers to return what was shipped and to give back what was paid', async ({ world }) => {
  const at = await atFacts(world, [['1', '100']])
  await send(await ask(at, 'Отгрузить'), 'Отгрузить')
  await send(await ask(at, 'Принять оплату'), 'Принять оплату')
  await at.card.move('Завершен')
  const dialog = at.page.getByRole('alertdialog')
  await expect(dialog.getByRole('checkbox')).toHaveCount(0)
  await choose(dialog, 'Отменен')
  await dialog.getByRole('combobox', { name: 'Причина отмены' }).click()
  await at.page.getByRole('option').first().click()
  await dialog.getByRole('checkbox', { name: /возврат товаров/ }).check()
  await dialog.getByRole('checkbox', { name: /возврат оплаты/ }).check()
  await dialog.getByLabel('Комментарий').fill('передумали')
  await dialog.getByRole('button', { name: 'Завершить' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(factsOf(at)).toHaveCount(4)
  await expect(figure(at, 'Долга нет')).toContainText('0,00')
  await expect(figure(at, 'Оплачено')).toContainText('0,00')
})

test('a discount of the order and VAT on top stand in the totals', async ({ world }) => {
  const { card, page } = await atDraft(world, [['1', '1000']])
  await card.card.getByText('Условия').click()
  await card.set('Скидка на заказ, %', '120')
  await expect(card.card.getByRole('alert')).toContainText('100')
  await card.set('Скидка на заказ, %', '10')
  await expect(card.card).toContainText(/Скидка\s*100,00/)
  await expect(card.card).toContainText(/Итого\s*900,00/)
  await card.card.getByRole('combobox', { name: 'НДС', exact: true }).click()
  await page.getByRole('option', { name: 'Сверху' }).click()
  await card.button('Записать').click()
  await expect(card.card).toContainText(/ЗК-\d{4}/)
  await expect(card.card.getByText('скидка 10 % · НДС сверху')).toBeAttached()
})

test('the calculator earns by the cost of a unit, and spreads a discount to whole roubles', async ({ world }) => {
  const { card, page } = await atDraft(world, [
    ['3', '33,33'],
    ['1', '50'],
  ])
  const product = card.card.getByRole('combobox', { name: 'Номенклатура' }).first()
  await product.click()
  await page.getByRole('option').first().click()
  const chosen = await product.inputValue()
  await fillIn(card.card, 'Цена', '33,33')
  await card.button('Калькулятор').click()
  const dialog = page.getByRole('dialog', { name: 'Калькулятор заказа' })
  await expect(dialog.getByRole('row').nth(1)).toContainText(chosen)
  await expect(dialog).toContainText('У 2 строк себестоимость не указана')
  const cost = dialog.getByLabel(/^Себестоимость:/).last()
  await cost.fill('40')
  await cost.blur()
  const last = dialog.getByRole('row').nth(2)
  await expect(last).toContainText('25')
  await expect(last).toContainText('10,00')
  await fillIn(dialog, 'Скидка, сумма', '9')
  await dialog.getByRole('combobox', { name: 'Округлить итог' }).click()
  await page.getByRole('option', { name: /^До 1,00/ }).click()
  await expect(dialog.getByText(/Строки станут стоить\s*141,00/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Распределить', exact: true }).click()
  // Behind it in the dialog stands the toast, with a cross of its own.
  await dialog.getByRole('button', { name: 'Закрыть' }).first().click()
  await expect(card.card).toContainText(/Итого\s*141,00/)
})

test('«Провести и закрыть» posts, and leads back to the list', async ({ world }) => {
  const { card, page } = await atDraft(world, [['2', '100']])
  await card.button('Провести и закрыть').click()
  await expect(page.getByText(/Записан Ч-\w+-1/)).toBeVisible()
  await expect(card.card).toHaveCount(0)
  await page
    .getByRole('row', { name: /200,00/ })
    .first()
    .click()
  await expect(card.card).toContainText(/ЗК-\d{4}/)
  await expect(card.card).not.toContainText('Не проведен')
})

test('an order is copied, kept as a template and made on a basis', async ({ world }) => {
  const { card, page, device } = await atFacts(world, [['2', '100']])
  const first = page.url()
  await card.act('Сохранить как шаблон')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Название').fill('Две столешницы')
  await dialog.getByLabel('Название').press('Enter')
  await expect(dialog).toHaveCount(0)
  await card.act('Скопировать')
  await expect(page).not.toHaveURL(first)
  await expect(card.card).toContainText('Не проведен')
  await expect(card.card).toContainText(/Итого\s*200,00/)
  await page.goBack()
  await expect(page).toHaveURL(first)
  await card.act('Заказ-наряд')
  await expect(page).toHaveURL(/\/orders\/work\//)
  const related = card.card.getByRole('list', { name: 'Связанные документы' })
  await expect(related).toContainText(/Заказ покупателя ЗК-\d{4}\s*основание/)
  await expect(related).toContainText('200,00')
  await device.open('/orders/customer')
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await card.button('Из шаблона').click()
  await page.getByRole('menuitem', { name: 'Две столешницы' }).click()
  await expect(card.card).toContainText('Не проведен')
  await expect(card.card).toContainText(/Итого\s*200,00/)
})

test('on a phone all of it has its room, and axe finds nothing serious', async ({ world }) => {
  const at = await atFacts(world, [['2', '100']], PHONE)
  await send(await ask(at, 'Принять оплату'), 'Принять оплату')
  await expect(factsOf(at)).toHaveCount(1)
  expect(await spilled(at.page)).toEqual([])
  expect(await serious(at.page)).toEqual([])
  const dialog = await ask(at, 'Отгрузить')
  expect(await spilled(at.page)).toEqual([])
  expect(await serious(at.page)).toEqual([])
  await at.page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('a price type offers its prices for lines that are there; taken, they say where they came from', async ({
  world,
}) => {
  const at = await atDraft(world, [])
  const line = await at.card.addLine()
  await line.getByRole('combobox').fill('Лофт')
  await at.page.getByRole('option', { name: /Лофт/ }).first().click()
  await fillIn(line, 'Цена', '5')
  await at.card.button('Провести').click()
  await expect(at.card.card).toContainText(/ЗК-\d{4}/)
  await at.card.card.getByText('Условия', { exact: true }).click()
  await at.card.card.getByRole('combobox', { name: 'Вид цены' }).click()
  await at.page.getByRole('option', { name: 'Цена салона', exact: true }).click()
  await at.card.button('Взять цены').click()
  await expect(line.getByLabel('Цена', { exact: true })).not.toHaveValue('5,00')
  await expect(at.card.button('Взять цены')).toHaveCount(0)
  const taken = at.page.getByRole('status').filter({ hasText: 'Цены взяты' })
  await taken.getByRole('button', { name: 'Вернуть как было' }).click()
  await expect(line.getByLabel('Цена', { exact: true })).toHaveValue('5,00')
})

test('works of a work order have performers with hours, who are taken away and come back', async ({ world }) => {
  const at = await atDraft(world, [], { sort: 'work' })
  const line = await at.card.addLine()
  await line.getByRole('combobox').fill('Демонтаж')
  await at.page
    .getByRole('option', { name: /Демонтаж/ })
    .first()
    .click()
  await at.card.button('Записать').click()
  await expect(at.card.card).toContainText(/ЗН-\d{4}/)
  await at.card.button('Добавить исполнителя').click()
  const one = at.card.card.getByRole('list', { name: 'Исполнители' }).getByRole('listitem')
  await one.getByRole('combobox').fill('Ведеркин')
  await at.page.getByRole('option', { name: 'Ведеркин', exact: true }).click()
  await fillIn(one, 'Часы', '2,5')
  await at.page.reload()
  await expect(one.getByRole('combobox')).toHaveValue('Ведеркин')
  await expect(one.getByLabel('Часы', { exact: true })).toHaveValue('2,5')
  await one.getByRole('button', { name: 'Убрать исполнителя' }).click()
  await expect(one).toHaveCount(0)
  await at.page.getByRole('status').getByRole('button', { name: 'Вернуть как было' }).click()
  await expect(one.getByRole('combobox')).toHaveValue('Ведеркин')
})

import { Sale } from '../support/hands/sale.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

/** The bank account of the demo company's organisation, and its bank. */
const [ACCOUNT, BIK] = ['40702810700000000901', '044030999']

test('from a new customer to an order that is paid, shipped and done, and its papers, by keyboard alone', async ({
  world,
}) => {
  // Each press is looked after: a machine that does much else takes its time.
  test.setTimeout(360_000)
  const { page } = await world.at('/orders/work', OWNER)
  const sale = new Sale(page)
  const { card, keys } = sale
  let order = ''

  await test.step('a new customer, and an order of his', async () => {
    await sale.newCustomer('Кипрей', '7707083893')
    order = await sale.newOrder('Кипрей', [
      ['Духовой шкаф', '2', '33 333,33'],
      ['Доставка', '1', '1500'],
    ])
    await expect(card.card).toContainText(/Итого\s*68\s166,66/)
  })

  await test.step('the form of the order', async () => {
    const { words } = await sale.paper('Заказ покупателя')
    for (const text of [order, 'Кипрей', '68 166,66']) expect(words).toContain(text)
  })

  await test.step('an invoice with its code', async () => {
    await keys.push(card.button('Действия с заказом'))
    await keys.take('Счет на оплату')
    await expect(page).toHaveURL(/\/invoices\//)
    await expect(card.card).toContainText('Не оплачен')
    const { words, code } = await sale.paper()
    for (const text of ['Кипрей', '68 166,66', ACCOUNT, BIK]) expect(words).toContain(text)
    expect(code).toMatch(/^ST00012\|/)
    expect(code.split('|')).toEqual(expect.arrayContaining([`PersonalAcc=${ACCOUNT}`, `BIC=${BIK}`, 'Sum=6816666']))
    await keys.push(card.card.getByRole('link', { name: order }).first())
  })

  await test.step('shipped and paid', async () => {
    await sale.facts()
    await sale.ship()
    await sale.pay()
    expect(await Promise.all(['Продано на', 'Оплачено', 'Долга нет'].map((name) => sale.sum(name)))).toEqual([
      68_166_66, 68_166_66, 0,
    ])
  })

  await test.step('done, and the act', async () => {
    await sale.complete()
    const { words } = await sale.paper('Акт')
    // Goods are none of its works and services.
    for (const text of ['Кипрей', 'Доставка', 'Одна тысяча пятьсот рублей 00 копеек']) expect(words).toContain(text)
    expect(words).not.toContain('Духовой шкаф')
  })

  await test.step('nobody owes anything', async () => {
    await sale.go('Покупатели')
    await keys.press('/')
    await keys.type('Кипрей')
    await expect(page.getByRole('grid').getByRole('row', { name: /Кипрей/ })).toHaveCount(1)
    await keys.reach(page.getByRole('grid'))
    await keys.press('ArrowDown', 'Enter')
    await expect(sale.customer.card.getByRole('heading', { name: 'Кипрей' })).toBeVisible()
    await expect.poll(() => sale.sum('Продажи на')).toBe(68_166_66)
    expect([await sale.sum('Должны нам'), await sale.sum('Мы должны')]).toEqual([0, 0])
  })
})

import { customers } from '../../../shared/customers/collections.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { QUARTER } from '../../../sync-server/sync/testing/samples.ts'
import { serviceDevice } from '../../faults/support/company.ts'
import { Sale } from '../support/hands/sale.ts'
import { OrderList, plain } from '../support/screens/order-list.ts'
import type { Device } from '../support/world/device.ts'
import { expect, OWNER, test, VEDERKIN, type World } from '../support/world/world.ts'

const CUSTOMER = 'Кипрей'

interface Seller {
  readonly device: Device
  readonly sale: Sale
}

/** What is owed by the facts as they were written, kopecks: shipments − returns − payments + refunds, order by order. */
async function owedByFacts({ server }: World): Promise<{ toUs: number; byUs: number; sold: number }> {
  const cli = await serviceDevice(server, 'cli')
  const [quarter, known] = [await cli.synced(QUARTER), await cli.synced(`customers/${COMMON}`)]
  const customer = [...known.records(customers).rows()].find(({ name }) => name === CUSTOMER)?.id
  const owing = [...quarter.records(orders).rows()].filter((order) => order.customer === customer)
  cli.close()
  const sums = { toUs: 0, byUs: 0, sold: 0 }
  for (const { shipments, payments } of owing) {
    let [sold, paid] = [0, 0]
    for (const { kind, sum } of shipments) sold += (kind === 'return' ? -1 : 1) * (sum ?? 0)
    for (const { kind, sum } of payments) paid += (kind === 'refund' ? -1 : 1) * (sum ?? 0)
    sums.sold += sold
    if (sold > paid) sums.toUs += sold - paid
    else sums.byUs += paid - sold
  }
  return sums
}

/** The orders of the customer as a device has them: number, state, sum and manager, row by row. */
async function ordersOn({ device }: Seller): Promise<string[]> {
  await device.open(`/orders/customer?scope=all&search=${encodeURIComponent(CUSTOMER)}`)
  const rows = new OrderList(device.page).rows(CUSTOMER)
  await expect(rows).toHaveCount(3)
  // Who looks at one now stands behind its number.
  return (await rows.allTextContents()).map((text) =>
    plain(text).replace(/^.*?(З[КН]-\d{4}).*?(\d\d\.\d\d\.\d{4})/, '$1 $2'),
  )
}

/** What the customer's card says is owed, kopecks. */
async function owedOn({ device, sale }: Seller, card: string) {
  await device.open(card)
  await expect(sale.customer.card.getByText('Продажи на')).toBeVisible()
  return { toUs: await sale.sum('Должны нам'), byUs: await sale.sum('Мы должны'), sold: await sale.sum('Продажи на') }
}

test('one sells, ships and prints, the other is paid, both without the network: joined, nothing is lost, all is numbered, debts are right', async ({
  world,
}) => {
  // Two devices, hundreds of presses: a machine that does much else takes its time.
  test.setTimeout(360_000)
  const at = async (email: string): Promise<Seller> => {
    const device = await world.at('/orders/work', email)
    return { device, sale: new Sale(device.page) }
  }
  const [a, b] = await Promise.all([at(OWNER), at(VEDERKIN)])
  const both = [a, b] as const
  let [card, common] = ['', '']

  await test.step('a customer and a first order of his, as both see it', async () => {
    await a.sale.newCustomer(CUSTOMER, '7707083893')
    card = new URL(a.device.page.url()).pathname
    await a.sale.newOrder(CUSTOMER, [['Духовой шкаф', '3', '33 333,33']])
    common = new URL(a.device.page.url()).pathname
    await b.device.open(common)
    await expect(b.sale.card.card).toContainText(/ЗК-\d{4}/)
    await Promise.all(both.flatMap(({ device }) => [device.ready(), device.saved()]))
  })

  for (const { device } of both) device.line.cut()

  await test.step('one ships a part, prints, and sells on', async () => {
    await a.sale.facts()
    await a.sale.ship('1')
    expect((await a.sale.paper('Заказ покупателя')).words).toContain('99 999,99')
    expect(await a.sale.newOrder(CUSTOMER, [['Доставка', '1', '1 500,50']])).toMatch(/^Ч-/)
    await a.sale.facts()
    await a.sale.ship()
  })

  await test.step('the other takes a payment, sells too, and is paid for it', async () => {
    await b.sale.facts()
    await b.sale.pay('50 000,01')
    expect(await b.sale.newOrder(CUSTOMER, [['Духовой шкаф', '1', '20 000,10']])).toMatch(/^Ч-/)
    await b.sale.facts()
    await b.sale.pay()
  })

  await test.step('joined, both have all of it under numbers of the server', async () => {
    for (const { device } of both) device.line.restore()
    await Promise.all(both.map(({ device }) => device.saved()))
    const [one, other] = [await ordersOn(a), await ordersOn(b)]
    expect(one).toEqual(other)
    expect(new Set(one.map((text) => /^З[КН]-\d{4}/.exec(text)?.[0])).size).toBe(3)
  })

  await test.step('the first order is done; both say what the facts come to', async () => {
    await b.device.open(common)
    await b.sale.complete()
    await b.device.saved()
    const facts = await owedByFacts(world)
    expect(facts).toEqual({ toUs: 1_500_50, byUs: 50_000_01 - 33_333_33 + 20_000_10, sold: 33_333_33 + 1_500_50 })
    for (const one of both) await expect.poll(() => owedOn(one, card)).toEqual(facts)
    await a.device.open(common)
    await expect(a.sale.card.state).toContainText('Завершен')
  })
})

import { reasons } from '../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import { LongAgo } from '../support/data/long-ago.ts'
import { OrderCard } from '../support/screens/order-card.ts'
import { figure } from '../support/world/figure.ts'
import { ABDULOV, expect, test, VEDERKIN, type World } from '../support/world/world.ts'

const LONG_AGO = Date.UTC(2019, 1)

test('a quarter long past is open for a card alone, and let go after it; what is written there meanwhile comes all the same', {
  tag: '@waits',
}, async ({ world }) => {
  const a = await world.at('/orders/work?scope=all&search=давний', VEDERKIN)
  await a.saved()
  // The last quarter that was read goes a moment later.
  let atRest = Number.NaN
  const isAtRest = async () => {
    const [before, now] = [atRest, await openDocuments(world)]
    atRest = now
    return before === now
  }
  await expect.poll(isAtRest, { intervals: [1000] }).toBe(true)
  const isLetGo = () => expect.poll(() => openDocuments(world), { timeout: 40_000 }).toBe(atRest)
  const row = (state: string) => a.page.getByRole('row').filter({ hasText: state })

  const old = await oldOrder(world)
  await expect(row('Завершен')).toBeVisible()
  await isLetGo()
  await row('Завершен').click()
  const card = new OrderCard(a.page)
  await expect(card.state).toContainText('Завершен')
  await expect.poll(() => openDocuments(world)).toBe(atRest + 1)
  await a.page.keyboard.press('Escape')
  await isLetGo()

  await old.cancel()
  await expect(row('Отменен')).toBeVisible()
  await isLetGo()
  await a.ready()
  a.line.cut()
  await a.page.reload()
  await row('Отменен').click()
  await expect(card.card.getByRole('tab', { name: 'Переходы' })).toContainText('4')
  await expect(card.state).toContainText('Отменен')
})

/** A completed order of a quarter in which nothing is open, as somebody else makes it; and how he cancels it later. */
async function oldOrder({ server }: World) {
  const other = await LongAgo.open(server, ABDULOV)
  const id = await other.complete(LONG_AGO, 'давний')
  const [reason] = other.setup.records(reasons).rows()
  const cancel = async () => {
    const comment = 'все-таки нет'
    await other.write(LONG_AGO, (hand) => {
      hand.run('moveOrder', { id, state: other.start.state, comment })
      hand.run('moveOrder', { id, state: COMPLETED, completion: 'cancelled', reason: reason?.id ?? '', comment })
    })
    other.close()
  }
  return { cancel }
}

/** How many documents devices hold open on the server. */
function openDocuments({ server }: World): Promise<number> {
  return figure(server, 'voronka_documents')
}

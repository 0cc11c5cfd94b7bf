import { serious } from '../support/hands/axe.ts'
import { fillIn, OrderCard } from '../support/screens/order-card.ts'
import { type Device, PHONE } from '../support/world/device.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

type Page = Device['page']

const OWN = '40702810000000000001'
const INN = '7707083893'
const NUMBER = /ЗК-\d{4}/

/** A statement as a bank writes it, in Windows-1251. */
function statement(documents: readonly string[]): Buffer {
  const head = ['1CClientBankExchange', 'ВерсияФормата=1.03', 'Кодировка=Windows', 'ДатаНачала=01.09.2026']
  const lines = [...head, 'ДатаКонца=30.09.2026', `РасчСчет=${OWN}`, ...documents, 'КонецФайла', '']
  const signs = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, at) => at))
  return Buffer.from([...lines.join('\r\n')].map((sign) => signs.indexOf(sign)))
}

function payment(number: number, sum: string, purpose: string, [from, to] = ['40702810000000000002', OWN]): string {
  return [
    'СекцияДокумент=Платежное поручение',
    `Номер=${number}\r\nДата=02.09.2026\r\nСумма=${sum}`,
    `ПлательщикСчет=${from}\r\nПлательщикИНН=${INN}\r\nПлательщик1=ООО "Выписка"`,
    `ПолучательСчет=${to}\r\nДатаПоступило=03.09.2026\r\nНазначениеПлатежа=${purpose}`,
    'КонецДокумента',
  ].join('\r\n')
}

async function choose(page: Page, buffer: Buffer) {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^(Выбрать|Другой) файл$/ }).click()
  await (await choosing).setFiles({ name: 'выписка.txt', mimeType: 'text/plain', buffer })
}

/** Posts an order of 500 rubles; its number. */
async function postOrder(page: Page): Promise<string> {
  const card = new OrderCard(page)
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await card.pick('Покупатель', 'Частное лицо')
  const line = await card.addLine()
  await fillIn(line, 'Кол-во', '1')
  await fillIn(line, 'Цена', '500')
  await card.button('Провести').click()
  await expect(card.card).toContainText(NUMBER)
  return NUMBER.exec((await card.card.textContent()) ?? '')?.[0] ?? ''
}

const region = (page: Page) => page.getByRole('region', { name: 'Платежи выписки' })
const side = (page: Page, name: string) => region(page).getByRole('radio', { name, exact: true })

test('a statement: found and unclear payments, one chosen by hand, entered offline as one act, twice adds nothing, undone', async ({
  world,
}) => {
  const device = await world.at('/orders/customer', OWNER)
  const { page } = device
  await device.ready()
  const number = await postOrder(page)
  await device.saved()
  await device.open('/exchange')
  const file = statement([
    payment(1, '500.00', `Оплата по заказу ${number}, без НДС`),
    payment(2, '200.00', 'Доплата за кухню'),
    payment(3, '50.00', 'Аренда', [OWN, '40702810000000000002']),
  ])
  device.line.cut()
  await choose(page, file)
  await expect(region(page)).toContainText(`Заказ ${number}`)
  await expect(region(page)).toContainText('номер в назначении')
  await expect(side(page, 'Найдены: 1')).toBeChecked()
  expect(await serious(page)).toEqual([])
  await region(page).getByText('Разобрать: 1').click()
  await expect(region(page)).toContainText('Не принимается')
  await region(page).getByRole('button', { name: 'За что платеж № 2, ООО "Выписка"' }).click()
  const dialog = page.getByRole('dialog', { name: 'За что платеж' })
  expect(await serious(page)).toEqual([])
  await dialog.getByRole('combobox', { name: 'Другой заказ или счет' }).fill(number)
  await page.getByRole('option').filter({ hasText: number }).click()
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: /^Принять 2 платежа на 700,00/ }).click()
  await expect(page.getByText(/^Принято 2 платежа на 700,00/)).toBeVisible()
  await page.getByRole('button', { name: 'Отменить прием выписки' }).click()
  await choose(page, file)
  await expect(side(page, 'Найдены: 1')).toBeChecked()
  await page.getByRole('button', { name: /^Принять 1 платеж на 500,00/ }).click()
  await expect(page.getByText(/^Принят 1 платеж на 500,00/)).toBeVisible()

  await choose(page, file)
  await expect(side(page, 'Уже приняты: 1')).toBeVisible()
  await expect(side(page, 'Найдены: 0')).toBeVisible()
  await expect(region(page).getByRole('button', { name: /^Принять 0 платежей/ })).toBeDisabled()
  device.line.restore()
  await device.saved()
  await page.setViewportSize(PHONE)
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
})

import { party, startService } from '../../../agents/counterparties/testing/service.ts'
import { AgentsProcess } from '../../support/agents.ts'
import { serious } from '../support/hands/axe.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

const INN = '7707083893'

test('RK8: a service is set up, a card is filled in by its INN, and a company in bankruptcy is marked on card and order', async ({
  world,
}) => {
  const service = await startService('right-key')
  service.companies.set(INN, party(INN, { name: 'ООО «Новые кухни»', status: 'BANKRUPT' }))
  const agents = new AgentsProcess(['errands', '--url', world.server.url, '--data', world.server.data])
  await agents.start()
  const { page } = await world.at('/counterparties', OWNER)
  await page.getByRole('banner').getByRole('button', { name: 'Сервис' }).click()
  const form = page.getByRole('dialog', { name: 'Сервис проверки' })
  await form.getByRole('textbox', { name: 'Адрес' }).fill(service.url)
  await form.getByRole('button', { name: 'Записать' }).click()
  await expect(form.getByText('Без ключа сервис не ответит')).toBeVisible()
  await form.getByRole('textbox', { name: 'Ключ API' }).fill('wrong-key')
  expect(await serious(page)).toEqual([])
  await form.getByRole('button', { name: 'Записать' }).click()
  await expect(form).toBeHidden()

  await page.goto(`${world.server.url}/customers`)
  await page.getByRole('button', { name: 'Создать' }).click()
  const card = page.getByRole('complementary')
  await card.getByRole('textbox', { name: 'Название или имя' }).fill('Кухни')
  await card.getByRole('textbox', { name: 'ИНН' }).fill(INN)
  await card.getByRole('textbox', { name: 'ИНН' }).press('Tab')
  await card.getByRole('button', { name: 'Заполнить по ИНН' }).click()
  await expect(page.getByText('Сервис не принял ключ')).toBeVisible()
  await page.evaluate(
    (body) =>
      fetch('/api/counterparties/service', { method: 'PUT', body, headers: { 'content-type': 'application/json' } }),
    JSON.stringify({ service: { kind: 'dadata', url: service.url, key: 'right-key', days: 30, perDay: 0 } }),
  )
  await card.getByRole('button', { name: 'Заполнить по ИНН' }).click()
  const found = page.getByRole('dialog', { name: 'ООО «Новые кухни»' })
  // What stands is not put aside unless one says so.
  await expect(found.getByRole('checkbox', { name: 'Название или имя' })).not.toBeChecked()
  await expect(found.getByText('сейчас: Кухни')).toBeVisible()
  expect(await serious(page)).toEqual([])
  await found.getByRole('button', { name: 'Заполнить' }).click()
  await expect(card.getByRole('textbox', { name: 'КПП' })).toHaveValue('773601001')
  await expect(card.getByRole('textbox', { name: 'Имя', exact: true })).toHaveValue('Греф Иван Петрович')
  await expect(card.getByText('Идет процедура банкротства')).toBeVisible()
  await card.getByRole('tab', { name: 'Риски' }).click()
  await expect(card.getByRole('definition').filter({ hasText: 'Полное ООО «Новые кухни»' })).toBeVisible()
  await card.getByRole('button', { name: 'Действия с покупателем' }).click()
  await page.getByRole('menuitem', { name: 'Заказ покупателя', exact: true }).click()
  await expect(page).toHaveURL(/orders\/customer/)
  await expect(page.getByText('Идет процедура банкротства')).toBeVisible()
  await page.goto(`${world.server.url}/settings/organisations`)
  await page.getByRole('button', { name: 'Создать' }).click()
  await card.getByRole('textbox', { name: 'Название', exact: true }).fill('Мы')
  await card.getByRole('textbox', { name: 'ИНН' }).fill(INN)
  await card.getByRole('textbox', { name: 'ИНН' }).press('Tab')
  await card.getByRole('button', { name: 'Заполнить по ИНН' }).click()
  await expect(card.getByRole('textbox', { name: 'КПП' })).toHaveValue('773601001')
  await expect(card.getByRole('textbox', { name: 'Название', exact: true })).toHaveValue('Мы')
  await agents.stop()
  await service.stop()
})

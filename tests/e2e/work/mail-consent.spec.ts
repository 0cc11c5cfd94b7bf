import { CLIENT, startProvider } from '../../../agents/mail/oauth/testing/provider.ts'
import { startDovecot } from '../../../agents/sending/testing/dovecot.ts'
import { CONSENT_PATH } from '../../../shared/letters/consent/consent.ts'
import { AgentsProcess } from '../../support/agents.ts'
import { serious } from '../support/hands/axe.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

test('MA15: mail is signed in to on the page of its service, tried by a token on a real server, and kept', async ({
  world,
}) => {
  const provider = await startProvider()
  const dovecot = await startDovecot({ introspection: provider.introspection })
  const agents = new AgentsProcess(['errands', '--url', world.server.url, '--data', world.server.data])
  await agents.start()
  const { page } = await world.at('/settings/mail', OWNER)
  await page.getByRole('button', { name: 'Добавить учетную запись' }).click()
  const form = page.getByRole('dialog', { name: 'Новая учетная запись почты' })
  const fill = (name: string, text: string | number) => form.getByRole('textbox', { name }).fill(String(text))
  const choose = async (name: string, option: string) => {
    await form.getByRole('combobox', { name }).click()
    await page.getByRole('option', { name: option }).click()
  }
  await fill('Адрес почты', 'anna@yandex.ru')
  await choose('Вход', 'OAuth 2')
  await fill('Client ID', CLIENT.clientId)
  await fill('Client secret', CLIENT.clientSecret)
  await expect(form.getByRole('button', { name: 'Войти через Яндекс' })).toBeVisible()
  await form.getByText('Адреса службы').click()
  await fill('Адрес согласия', provider.place.authUrl)
  await fill('Адрес выдачи токенов', provider.place.tokenUrl)
  await fill('Права (scope)', provider.place.scope)
  await fill('Сервер IMAP', '127.0.0.1')
  await fill('Порт IMAP', dovecot.imap)
  await choose('Защита IMAP', 'Без защиты')
  await form.getByRole('checkbox', { name: 'Отправлять почту' }).uncheck()
  const redirect = `${new URL(page.url()).origin}${CONSENT_PATH}`
  await expect(form.getByRole('textbox', { name: 'Адрес возврата' })).toHaveValue(redirect)
  provider.register(redirect)
  const opened = page.waitForEvent('popup')
  await form.getByRole('button', { name: 'Войти на странице службы' }).click()
  const service = await opened
  await expect(form.getByText('Войдите в почту на странице службы')).toBeVisible()
  expect(await serious(page)).toEqual([])
  await service.getByRole('link', { name: 'Deny' }).click()
  await expect(service.getByRole('heading', { name: 'Доступ к почте не получен' })).toBeVisible()
  await expect(form.getByText('на странице службы нажали «Отказать»')).toBeVisible()
  const again = page.waitForEvent('popup')
  await form.getByRole('button', { name: 'Войти на странице службы' }).click()
  await (await again).getByRole('link', { name: 'Allow' }).click()
  await expect(form.getByText('Доступ получен')).toBeVisible()
  await form.getByRole('button', { name: 'Проверить' }).click()
  await expect(form.getByText('Загрузка: сервер принял')).toBeVisible()
  await form.getByRole('button', { name: 'Записать' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('listitem').filter({ hasText: 'anna@yandex.ru' })).toBeVisible()
  await agents.stop()
  await dovecot.stop()
  await provider.stop()
})

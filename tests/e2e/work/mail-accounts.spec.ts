import { startDovecot } from '../../../agents/sending/testing/dovecot.ts'
import { startMail } from '../../../agents/sending/testing/smtp.ts'
import { AgentsProcess } from '../../support/agents.ts'
import { serious } from '../support/hands/axe.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

test('an account of mail is tried on real servers before it is kept: what is wrong in words, then its folders', async ({
  world,
}) => {
  const [dovecot, mail] = [
    await startDovecot(),
    await startMail({ allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(null, { user: 'anna' }) }),
  ]
  const agents = new AgentsProcess(['errands', '--url', world.server.url, '--data', world.server.data])
  await agents.start()
  const { page } = await world.at('/settings/mail', OWNER)
  await page.getByRole('button', { name: 'Добавить учетную запись' }).click()
  const form = page.getByRole('dialog', { name: 'Новая учетная запись почты' })
  await form.getByRole('textbox', { name: 'Адрес почты' }).fill('anna@yandex.ru')
  await form.getByRole('textbox', { name: 'Пароль' }).fill('wrong')
  await expect(form.getByText('отдельный пароль для программ')).toBeVisible()
  await expect(form.getByRole('textbox', { name: 'Сервер IMAP' })).toHaveValue('imap.yandex.ru')
  for (const [kind, port] of [
    ['IMAP', dovecot.imap],
    ['SMTP', mail.port],
  ] as const) {
    await form.getByRole('textbox', { name: `Сервер ${kind}` }).fill('127.0.0.1')
    await form.getByRole('textbox', { name: `Порт ${kind}` }).fill(`${port}`)
    await form.getByRole('combobox', { name: `Защита ${kind}` }).click()
    await page.getByRole('option', { name: 'Без защиты' }).click()
  }
  await form.getByRole('button', { name: 'Проверить' }).click()
  await expect(form.getByText('Загрузка: сервер не принял имя или пароль.')).toBeVisible()
  await expect(form.getByText('Отправка: сервер принял пароль.')).toBeVisible()
  await form.getByRole('textbox', { name: 'Пароль' }).fill('secret')
  await form.getByRole('button', { name: 'Проверить' }).click()
  await expect(form.getByText('Загрузка: сервер принял пароль')).toBeVisible()
  await form.getByRole('button', { name: 'Папки' }).click()
  await page.getByRole('checkbox', { name: 'INBOX' }).check()
  await page.keyboard.press('Escape')
  await form.getByRole('button', { name: 'Записать' }).click()
  await expect(form).toBeHidden()
  const row = page.getByRole('listitem').filter({ hasText: 'anna@yandex.ru' })
  await expect(row.getByText('Еще не проверена')).toBeVisible()
  expect(await serious(page)).toEqual([])
  await row.getByRole('button', { name: 'Изменить' }).click()
  const again = page.getByRole('dialog', { name: 'anna@yandex.ru' })
  await expect(again.getByText('Задан и не показывается')).toBeVisible()
  await expect(again.getByRole('button', { name: 'Папки' })).toContainText('INBOX')
  await agents.stop()
  await mail.stop()
  await dovecot.stop()
})

import type { Page } from '@playwright/test'
import { createTransport } from 'nodemailer'
import { letterOf } from '../../../agents/mail/testing/maildir.ts'
import { PASSWORD, startDovecot } from '../../../agents/sending/testing/dovecot.ts'
import { startMail } from '../../../agents/sending/testing/smtp.ts'
import type { AccountChange } from '../../../shared/letters/accounts.ts'
import { AgentsProcess } from '../../support/agents.ts'
import { serious } from '../support/hands/axe.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

const OFFICE = 'office@assol.example'
/** One of the demo company's customers. */
const CUSTOMER = 'client12@assol.example'

/** A mail server whose SMTP gives all letters on to where their readers have them, and Dovecot for these. */
async function startPost() {
  const dovecot = await startDovecot()
  const onward = createTransport({ host: '127.0.0.1', port: dovecot.port, lmtp: true, ignoreTLS: true })
  const deliver = (from: string, to: readonly string[], raw: string) =>
    onward.sendMail({ envelope: { from, to: [...to] }, raw })
  const smtp = await startMail({ hideSTARTTLS: true }, async ({ from, to, raw }) => {
    await deliver(from, to, raw)
    return null
  })
  const found = async (user: string, mailbox: string, ...words: readonly string[]) =>
    (await dovecot.doveadm('search', '-u', user, 'mailbox', mailbox, ...words)).trim().split('\n').filter(Boolean)
  return {
    dovecot,
    smtp,
    /** A letter of the customer's is delivered to the office. */
    write: (subject: string, id: string) =>
      deliver(CUSTOMER, [OFFICE], letterOf({ from: CUSTOMER, subject, text: 'Когда будет готово?', id })),
    found,
    stop: async () => {
      await smtp.stop()
      await dovecot.stop()
    },
  }
}

/** The company has an account there, that sends and receives. */
async function haveAccount(page: Page, { imap }: { readonly imap: number }, smtp: number): Promise<void> {
  const at = { host: '127.0.0.1', tls: 'none' } as const
  const account: AccountChange = {
    ...{ isCompanys: true, name: 'Офис', fromName: 'Кухни Ассоль', address: OFFICE, isDefault: true },
    receive: { ...at, way: 'imap', port: imap, user: 'office' },
    send: { ...at, port: smtp, user: '' },
    ...{ password: PASSWORD, oauth: null, folders: [], since: null, marksSeen: true, storesSent: false },
    ...{ signature: 'Кухни Ассоль', isOff: false },
  }
  const status = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch('/api/mail/accounts/aaaaaaaaaaaaaaaaaaaa', { method: 'PUT', headers, body })
    return response.ok ? 'kept' : `${response.status} ${await response.text()}`
  }, JSON.stringify(account))
  expect(status).toBe('kept')
}

/** A letter is passed on, to go later; it is called off, written on, and given up. */
async function passedOnLater(page: Page): Promise<void> {
  const thread = page.getByRole('region', { name: 'Текст письма' })
  await thread.getByRole('button', { name: 'Переслать' }).click()
  const forward = page.getByRole('region', { name: 'Переслать' })
  await forward.getByRole('combobox', { name: 'Кому' }).fill('petr@b.test')
  await forward.getByRole('textbox', { name: 'Текст' }).click()
  await page.keyboard.type('Петр, посмотрите')
  await forward.getByRole('button', { name: 'Отправить позже' }).click()
  await forward.getByRole('textbox', { name: 'Отправить позже' }).fill('01.12.2030 09:00')
  await forward.getByRole('button', { name: 'Отправить', exact: true }).click()
  await expect(forward).toBeHidden()
  await expect(page.getByText('Сообщение в исходящих, уйдет 01.12.2030')).toBeVisible()
  await page.getByRole('status').getByRole('button', { name: 'Отменить отправку' }).click()
  const again = page.getByRole('dialog', { name: 'Написать' })
  await expect(again.getByText('petr@b.test')).not.toHaveCount(0)
  await expect(again.getByRole('textbox', { name: 'Отправить позже' })).toHaveValue(/01\.12\.2030/)
  await expect(again.getByRole('textbox', { name: 'Текст' })).toHaveText('Петр, посмотрите')
  await again.getByRole('button', { name: 'Удалить черновик' }).click()
  await expect(again).toBeHidden()
  await expect(page.getByText('Черновик удален')).toBeVisible()
}

test('a letter shows within two seconds, bound to its customer; the answer stands in Sent and in the customer’s inbox; one is passed on later', async ({
  world,
}) => {
  const post = await startPost()
  const agents = new AgentsProcess(['--url', world.server.url, '--data', world.server.data])
  await agents.start()
  const { page } = await world.at('/mail/inbox', OWNER)
  await haveAccount(page, post.dovecot, post.smtp.port)
  const list = page.getByRole('region', { name: 'Письма' }).or(page.getByRole('main'))
  // With the first one the box is known to be listened to.
  await post.write('Пробное письмо', 'one@b.test')
  await expect(list.getByText('Пробное письмо').first()).toBeVisible({ timeout: 20_000 })
  await post.write('Рейлинги на фасаде', 'two@b.test')
  await expect(list.getByText('Рейлинги на фасаде').first()).toBeVisible({ timeout: 2_000 })
  await list.getByText('Рейлинги на фасаде').first().click()
  const thread = page.getByRole('region', { name: 'Текст письма' })
  await expect(thread.locator('a[href^="/customers/"]')).toBeVisible()

  await thread.getByRole('button', { name: 'Ответить', exact: true }).click()
  const reply = page.getByRole('region', { name: 'Ответить', exact: true })
  await reply.getByRole('textbox', { name: 'Текст' }).click()
  await page.keyboard.type('Завтра в полдень')
  // What is typed and not left yet is there after a reload.
  await page.reload()
  await thread.getByRole('button', { name: 'Ответить', exact: true }).click()
  await expect(reply.getByRole('textbox', { name: 'Текст' })).toHaveText('Завтра в полдень')
  await reply.locator('summary', { hasText: `Кому${CUSTOMER}` }).click()
  await expect(reply.getByRole('textbox', { name: 'Тема' })).toContainText('Re: Рейлинги на фасаде')
  expect(await serious(page)).toEqual([])
  await reply.getByRole('button', { name: 'Отправить', exact: true }).click()
  await expect(reply).toBeHidden()
  const answer = ['subject', 'Re: Рейлинги на фасаде', 'header', 'in-reply-to', 'two@b.test'] as const
  await expect.poll(() => post.found('client12', 'INBOX', ...answer), { timeout: 25_000 }).toHaveLength(1)
  await expect.poll(() => post.found('office', 'Sent', ...answer), { timeout: 10_000 }).toHaveLength(1)
  expect(await post.found('client12', 'INBOX', 'body', 'Завтра в полдень', 'body', 'Когда будет готово')).toHaveLength(
    1,
  )
  await passedOnLater(page)
  await agents.stop()
  await post.stop()
})

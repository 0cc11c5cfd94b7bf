import type { Page } from '@playwright/test'
import { choose } from '../choices.ts'
import { after, card, list, openCard, pane, press, type Screen, said, visible } from './screen.ts'

const rows = visible('#root tr.table-row')
/** A text that can be written: its editor comes by itself. */
const text = visible('.rich-text')

async function checking(page: Page): Promise<void> {
  await press(page, 'messages.check.title')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').first().click()
  await page.getByRole('option').first().click()
  await visible('.sms-view, .letter-view')(page)
}

async function parameters(page: Page): Promise<void> {
  await press(page, 'richText.parameter')
  await page.getByRole('combobox', { name: await said(page, 'richText.findParameter') }).waitFor()
}

async function linking(page: Page): Promise<void> {
  await press(page, 'richText.link.title')
  await visible('.rich-link')(page)
}

async function writing(page: Page): Promise<void> {
  await press(page, 'messages.write.title', page.getByRole('complementary'))
  await pane(page)
  await text(page)
}

async function sms(page: Page): Promise<void> {
  await choose(page.getByRole('dialog'), await said(page, 'records.choices.sms'))
  await visible('.text-lines .rich-text')(page)
}

/** The message that waits, in its card. */
async function outgoing(page: Page): Promise<void> {
  await page.locator('#root tr.table-row').first().click()
  await visible('.message-card')(page)
}

/** A new account of mail, with the servers that its address tells. */
async function account(page: Page): Promise<void> {
  await visible('.mail-accounts')(page)
  await page.getByRole('button', { name: await said(page, 'mailAccounts.add') }).click()
  const address = page.getByRole('textbox', { name: await said(page, 'mailAccounts.address') })
  await address.fill('sales@yandex.ru')
  await address.blur()
  await visible('.mail-account-form .dim')(page)
}

/** The fields of the way by which SMS go that has most of them. */
async function gateway(page: Page): Promise<void> {
  await visible('.sending')(page)
  await page.getByRole('combobox', { name: await said(page, 'sending.sms.kind') }).click()
  await page.getByRole('option', { name: await said(page, 'sending.kinds.http') }).click()
  await visible('.sending textarea')(page)
}

/** Letters and SMS: templates, what goes out, what is written, and by what it leaves. */
export const MESSAGES: readonly Screen[] = [
  { name: 'templates', path: '/templates', shown: rows },
  { name: 'template', path: '/templates', shown: after(card, text) },
  { name: 'template parameters', path: '/templates', shown: after(card, text, parameters) },
  { name: 'template link', path: '/templates', shown: after(card, text, linking) },
  { name: 'template check', path: '/templates', shown: after(card, text, checking) },
  { name: 'outgoing', path: '/outgoing', shown: rows },
  { name: 'message', path: '/outgoing', shown: after(rows, outgoing) },
  { name: 'writing a letter', path: '/orders/work', shown: after(list, card, writing) },
  { name: 'writing an SMS', path: '/orders/work', shown: after(list, card, openCard, writing, sms) },
  { name: 'mail accounts', path: '/settings/mail', shown: visible('.mail-accounts') },
  { name: 'mail account', path: '/settings/mail', shown: account },
  { name: 'sending', path: '/settings/sending', shown: visible('.sending form') },
  { name: 'sending by a gateway', path: '/settings/sending', shown: gateway },
]

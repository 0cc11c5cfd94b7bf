import type { Page } from '@playwright/test'
import { after, expect, press, type Screen, visible } from './screen.ts'
import type { Staged } from './staged.ts'

const rows = visible('.mail-threads .table-row')
const opened = visible('.letter.open .letter-body')

/** The letter's own page stands, too. */
async function framed(page: Page): Promise<void> {
  await expect(page.frameLocator('iframe.letter-frame').first().locator('body')).not.toBeEmpty()
}

const first = ({ letters }: Staged) => `/mail/inbox/${letters[0]}`

export const MAIL: readonly Screen[] = [
  { name: 'mail', path: '/mail/inbox', shown: rows },
  { name: 'mail boxes', path: '/mail/boxes', shown: visible('.mail-boxes') },
  { name: 'mail letter', path: first, shown: after(opened, framed) },
  {
    name: 'mail contact',
    path: first,
    shown: after(opened, (page) => press(page, 'mail.binding.create'), visible('dialog input, [role=dialog] input')),
  },
  {
    name: 'mail reply',
    path: first,
    shown: after(
      opened,
      (page) => press(page, 'messages.write.answering.reply'),
      visible('.reply .text-rich .rich-text'),
    ),
  },
  {
    name: 'mail nothing found',
    path: '/mail/inbox?q=%D1%89%D1%89%D1%89%D1%89',
    shown: visible('.mail-threads .empty'),
  },
]

import { execFileSync } from 'node:child_process'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dovecot } from '../../sending/testing/dovecot.ts'

let named = 0

/** Puts letters into a folder of somebody's Maildir, as a mail server that keeps them there does: `name` is empty for INBOX. */
export async function putLetters(
  { mailOf, keeper }: Pick<Dovecot, 'mailOf' | 'keeper'>,
  user: string,
  letters: readonly string[],
  name = '',
): Promise<void> {
  const home = mailOf(user)
  const box = name === '' ? home : join(home, `.${name.replaceAll('/', '.')}`)
  for (const part of ['tmp', 'new', 'cur']) await mkdir(join(box, part), { recursive: true })
  const files = letters.map(() => `${Math.floor(Date.now() / 1000)}.M${++named}P${process.pid}.test`)
  for (const [i, letter] of letters.entries()) await writeFile(join(box, 'tmp', files[i] ?? ''), letter)
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', keeper.user, home])
  for (const file of files) await rename(join(box, 'tmp', file), join(box, 'new', file))
}

/** A letter of a few lines. */
export function letterOf(change: {
  readonly id?: string | null
  readonly subject?: string
  readonly text?: string
  readonly from?: string
  readonly date?: Date
}): string {
  const {
    id = `${++named}@example.com`,
    subject = 'Заказ',
    text = `Здравствуйте ${named}`,
    from = 'anna@example.com',
  } = change
  const lines = [
    `From: <${from}>`,
    'To: <shop@example.com>',
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    `Date: ${(change.date ?? new Date()).toUTCString().replace('GMT', '+0000')}`,
    ...(id === null ? [] : [`Message-ID: <${id}>`]),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
    '',
  ]
  return lines.join('\r\n')
}

import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../../scripts/root.ts'
import type { ParsedLetter } from '../../../shared/letters/letter.ts'
import { readLetter } from './read-letter.ts'

const CORPUS = join(ROOT, 'tests/fixtures/mail-corpus')
const LETTERS = globSync('*/**/*', { cwd: CORPUS })
  .filter((path) => statSync(join(CORPUS, path)).isFile() && !path.endsWith('LICENSE'))
  .sort()

const read = (path: string) => readLetter(readFileSync(join(CORPUS, path)))

/** A line of what a letter says: its subject, sender, how its words begin, its enclosures. */
function told({ subject, from, body, enclosures }: ParsedLetter): string {
  const who = from && [from.name, from.address].filter(Boolean).join(' ')
  const names = enclosures.map(({ name, type }) => name ?? type)
  return [subject, who, body.text.slice(0, 14).split('\n')[0], ...names].join(' | ')
}

test('MP1: of all odd letters of the corpus none is lost: each is taken apart, or shown as it came', async () => {
  expect(LETTERS).toHaveLength(179)
  const raw: string[] = []
  for (const path of LETTERS) {
    const letter = await read(path)
    const { subject, from, body, enclosures } = letter
    if (letter.unparsed !== null) raw.push(path)
    else expect([subject, from?.address, body.text, body.html, ...enclosures].some(Boolean), path).toBe(true)
  }
  expect(raw, 'a letter of no bytes').toEqual(['mikel-mail/sample_output_multipart'])
})

/** What was read by eye. */
const EXPECTED: Readonly<Record<string, string>> = {
  'mail-mime-parser/m0001.txt':
    'Die Hasen und die Frösche (Microsoft Outlook 00) | Doug Sauder doug@example.com | Die Hasen und ',
  'mail-mime-parser/m2004.txt':
    'Die Hasen und die Frösche | Doug Sauder dwsauder@example.com | blueball.png | blueball.png | redball.png',
  'mail-mime-parser/m2012.txt':
    'Die Hasen und die Frösche | Doug Sauder dwsauder@example.com | Die Hasen und  | blueball.png | farmerandstork.txt | HasenundFrösche.txt',
  'mail-mime-parser/m4006.txt': 'Read: invitation | Test Sender sender@email.test |  | winmail.dat',
  'mail-mime-parser/m4007.txt': 'Test multipart-digest | Test Sender sender@email.test |  | message/rfc822',
  'mikel-mail/attachment_emails/attachment_message_rfc822.eml':
    'testing | foo@example.com | This is the fi | ForwardedMessage.eml',
  'mikel-mail/attachment_emails/attachment_nonascii_filename.eml':
    'testing | foo@example.com | This is the fi | ciële.txt',
  'mikel-mail/attachment_emails/attachment_with_encoded_name.eml':
    'Fwd: Signed email causes file attachments | xxxxxxxxx xxxxxxx xxxxxxxxx.xxxxxxx@gmail.com | We should not  | 01 Quien Te Dijat. Pitbull.mp3',
  'mikel-mail/error_emails/content_transfer_encoding_text-html.eml':
    'Re: We will help you refinance your home. | chianfong cuthbert abhijit.862153drinnan@datavalet.com | Hello, You hav',
  'mikel-mail/error_emails/header_fields_with_empty_values.eml': 'Testmail | Jørn Støylen jorn@prikkprikkprikk.no | --',
  'mikel-mail/error_emails/invalid_subject_characters.eml':
    'Formação FrenetikPolis: Mega Campanha Final Verão | Cursos de Setembro | Formação Frenetikpolis info@formacaofrenetik.info | TEST',
  'mikel-mail/mime_emails/sig_only_email.eml':
    'Re: Testing multipart/signed | Test test@test.lindsaar.net | This is random | signature.asc',
  'mikel-mail/multi_charset/japanese_attachment.eml':
    'testing | Mikel Lindsaar raasdnil@gmail.com | testing | てすと.txt',
  'mikel-mail/multi_charset/japanese_iso_2022.eml': 'まみむめも | Mikel Lindsaar raasdnil@gmail.com | すみません。',
  'mikel-mail/multi_charset/japanese_shift_jis.eml': 'test | xxxxxxx@docomo.ne.jp | あいうえお',
  'mikel-mail/multi_charset/ks_c_5601-1987.eml': 'test | from@example.com | 스티해',
  'mikel-mail/multipart_report_emails/report_530.eml':
    'Returned mail: see transcript for details | Mail Delivery Subsystem mailer-daemon@tttttt.com.au | The original m | message/delivery-status | text/rfc822-headers',
  'mikel-mail/plain_emails/raw_email.eml':
    'NOTE: 한국말로 하는 것 | Jamis Buck jamis@37signals.com | 대부분의 마찬가지로, 우리',
  'mikel-mail/plain_emails/raw_email_with_partially_quoted_subject.eml':
    'Re: Test: "漢字" mid "漢字" tail | Jamis Buck jamis@37signals.com | 대부분의 마찬가지로, 우리',
  'mikel-mail/rfc2822/example13.eml': 'Saying Hello | John Doe . example jdoe@machine | This is a mess',
  'mikel-mail/rfc6532/utf8_headers.eml': 'Säying Hello | Jöhn Doe jdöe@mächine.example | body',
}

test.each(Object.entries(EXPECTED))('MP1: %s says what it says', async (path, line) => {
  expect(told(await read(path))).toBe(line)
})

test('MP8: reports, and what goes to many, are known among all others', async () => {
  const kinds = new Map<string, string[]>()
  for (const path of LETTERS) {
    const { automatic } = await read(path)
    if (automatic) kinds.set(automatic, [...(kinds.get(automatic) ?? []), path.split('/').at(-1) ?? ''])
  }
  expect(kinds.get('bounce')).toEqual([
    'raw_email_with_mimepart_without_content_type.eml',
    'multi_address_bounce1.eml',
    'multi_address_bounce2.eml',
    'multipart_report_multiple_status.eml',
    'report_422.eml',
    'report_530.eml',
  ])
  expect(kinds.get('answer')).toBeUndefined()
})

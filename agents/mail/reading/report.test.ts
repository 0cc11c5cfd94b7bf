import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../../scripts/root.ts'
import { readLetter } from './read-letter.ts'
import { reportOf } from './report.ts'

const REPORTS = 'tests/fixtures/mail-corpus/mikel-mail/multipart_report_emails'
const read = async (name: string) => reportOf(await readLetter(readFileSync(join(ROOT, REPORTS, name))))

test('MP18: reports of the corpus say whom which letter did not reach, and what the server said', async () => {
  expect(await read('report_530.eml')).toEqual({
    messageId: '200712232303.lBNN3jDq002941@mail12.rrrr.com.au',
    refused: [{ address: 'edwin@zzzzzzz.com', said: '553 5.3.0 <edwin@zzzzzzz.com>... Unknown E-Mail Address' }],
  })
  const many = await read('multi_address_bounce1.eml')
  expect(many?.refused.length).toBeGreaterThan(1)
  expect(many?.refused.every(({ address, said }) => address.includes('@') && said !== '')).toBe(true)
})

test('MP18: a delay is no failure', async () => {
  expect(await read('report_422.eml')).toBeNull()
})

test('MP18: one of an older kind names those whom it did not reach in its headers', async () => {
  const text = [
    'X-Failed-Recipients: a@b.example',
    'In-Reply-To: <m1@assol.example>',
    '',
    '  550 5.1.1 User unknown',
  ].join('\r\n')
  expect(reportOf(await readLetter(Buffer.from(text)))).toEqual({
    ...{ messageId: 'm1@assol.example', refused: [{ address: 'a@b.example', said: '550 5.1.1 User unknown' }] },
  })
})

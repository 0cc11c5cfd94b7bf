import { letterOf } from '../../../agents/mail/testing/maildir.ts'

const WORDS = 'Добрый день, просим прислать счет на кухонный гарнитур и сроки доставки. Размеры и цвет прежние. '
/** Every so many a letter has an enclosure of so many bytes. */
const ENCLOSED = 10
const BYTES = 40_000

/** A letter as they come to an office: a few lines of Russian, quoted ones, now and then with a file. */
export function officeLetter(i: number, month: number): string {
  const text = `Заказ ${i}\r\n${WORDS.repeat(3 + (i % 12))}\r\n\r\n> ${WORDS}`
  const date = new Date(Date.UTC(2026, 10 - (i % month), 1 + (i % 27), i % 24, i % 60, i % 60))
  const plain = letterOf({ subject: `Заказ ${i}: размеры и сроки`, text, from: `client${i % 700}@example.com`, date })
  return i % ENCLOSED === 0 ? enclosing(plain, i) : plain
}

function enclosing(plain: string, i: number): string {
  const [head = '', body = ''] = plain.split('\r\n\r\n', 2)
  const bound = `bound${i}`
  const own = head.split('\r\n').filter((line) => !line.startsWith('Content-'))
  const bytes = Buffer.alloc(BYTES, `file ${i} `).toString('base64').replace(/.{76}/g, '$&\r\n')
  return [
    `${own.join('\r\n')}\r\nContent-Type: multipart/mixed; boundary="${bound}"\r\n`,
    `--${bound}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${body}`,
    `--${bound}\r\nContent-Type: application/pdf; name="${i}.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes}`,
    `--${bound}--\r\n`,
  ].join('\r\n')
}

import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test('MP1: words of a page are what it shows, line by line', () => {
  const html = `<html><head><title>No</title></head><style>p { color: red }</style><!-- <p>No</p> -->
    <p>Добрый&nbsp;день,<br>Анна</p><script>no()</script><div title="a">2 &lt; 3 &#x1F600;</div>`
  expect(plainText(html)).toBe('Добрый день,\nАнна\n2 < 3 😀')
})

test.each([
  '<style>',
  '<!--',
  '<a',
  '<br ',
  '<script',
  '<title></titl>',
  '</style ',
  '<',
  '&#',
  '--><!--',
  '<p',
  '</p ',
])('MP1: a page of nothing but «%s» is done with at once', (piece) => {
  const began = performance.now()
  for (const end of ['', '>', '-->', '</style>', '</title>']) plainText(piece.repeat(100_000) + end)
  expect(performance.now() - began).toBeLessThan(2000)
})

test('MP2: of HTML however long the words that it begins with are read, and no tag is cut into words', () => {
  const line = '<p>Привет <b class="x">мир</b></p>'
  const long = plainText(line.repeat(1_000_000))
  expect(long.length).toBeGreaterThan(200_000)
  expect(long.length).toBeLessThan(1_000_000)
  expect(long.replaceAll('Привет мир', '').trim().length).toBeLessThan(line.length)
})

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SCREENS } from '../../../client/addresses.ts'
import { findHelp } from '../../../client/help/find.ts'
import { helpAt } from '../../../client/help/pages-at.ts'
import { SETTINGS_ROWS } from '../../../client/records/settings/settings-rows.ts'
import { LANGUAGES } from '../../../shared/locales/index.ts'
import { ROOT } from '../../root.ts'
import { helpPages } from './plugin.ts'
import { renderPage } from './render.ts'

const PAGES = Object.fromEntries(LANGUAGES.map((language) => [language, helpPages(language)]))
const ru = PAGES.ru ?? []

test('FS4: each screen and each page of settings has a page of the guide, in every language', () => {
  const paths = SCREENS.flatMap(({ path }) => path.map((one) => one.replaceAll(/\/:\w+\??/g, '')))
  const wanted = [...paths, ...SETTINGS_ROWS.map(({ path }) => path)]
  for (const language of LANGUAGES) {
    const ids = new Set(PAGES[language]?.map(({ id }) => id))
    expect(wanted.filter((path) => !ids.has(helpAt(path)))).toEqual([])
  }
  expect(['/orders/work/board/kitchens', '/orders/customer/x', '/settings/mail', '/nothing'].map(helpAt)).toEqual([
    ...['board', 'orders', 'mail-accounts', 'home'],
  ])
})

test('FS4: the guide has the same pages in all languages, each with a title and words', () => {
  const ids = LANGUAGES.map((language) => PAGES[language]?.map(({ id }) => id))
  for (const one of ids) expect(one).toEqual(ids[0])
  for (const { title, sections } of Object.values(PAGES).flat()) {
    expect(title).not.toBe('')
    expect(sections.length).toBeGreaterThan(0)
  }
})

test('FS5: nothing but words, known tags and safe links comes out of a page', () => {
  const odd = [
    '# Title <b>x</b>',
    '<script>alert(1)</script>',
    'a <img src=x onerror=alert(1)> b',
    '[one](javascript:alert(1)) [two](https://a.test/?q="x) [three](orders.md#итог) [four](../security.md)',
    '![p](../pictures/list.png) ![q](https://a.test/x.png) ![r](javascript:x)',
    '[x]: data:text/html,<script>',
    '`<script>` <a href="javascript:x" onclick=y>z</a>',
  ].join('\n\n')
  const { html } = renderPage('odd', odd, (id) => id === 'orders')
  const tags = [...html.matchAll(/<(\w+)([^>]*)>/g)].map(([, tag, attributes]) => [tag, attributes?.trim()])
  expect(new Set(tags.map(([tag]) => tag))).toEqual(new Set(['p', 'a', 'img', 'code']))
  expect(tags.filter(([tag]) => tag === 'a').map(([, attributes]) => attributes)).toEqual([
    expect.stringMatching(/^href="https:\/\/a\.test\/[^"]*" target="_blank" rel="noreferrer"$/),
    'href="#help-orders" data-page="orders" data-part="итог"',
  ])
  expect(tags.filter(([tag]) => tag === 'img').map(([, attributes]) => attributes)).toEqual([
    'src="picture:list.png" alt="p" loading="lazy"',
  ])
})

test('FS5: each picture that a page shows is there', () => {
  const shown = Object.values(PAGES).flatMap((pages) =>
    pages.flatMap(({ html }) => [...html.matchAll(/picture:([\w.-]+)/g)].map(([, name = '']) => name)),
  )
  expect(shown.length).toBeGreaterThan(10)
  expect(shown.filter((name) => !existsSync(join(ROOT, 'docs/pictures', name)))).toEqual([])
})

test('FS5, FS8: each link inside of the guide leads to a page and a part that are there', () => {
  for (const pages of Object.values(PAGES)) {
    const parts = new Set(pages.flatMap(({ id, sections }) => sections.map(({ anchor }) => `${id}#${anchor}`)))
    const links = pages.flatMap(({ id, html }) =>
      [...html.matchAll(/data-page="([^"]*)" data-part="([^"]*)"/g)].map(([, page, part]) => ({
        id,
        to: `${page}#${part}`,
      })),
    )
    expect(links.length).toBeGreaterThan(10)
    const ids = new Set(pages.map(({ id }) => id))
    const lost = links.filter(({ to }) => (to.endsWith('#') ? !ids.has(to.slice(0, -1)) : !parts.has(to)))
    expect(lost).toEqual([])
  }
})

test('FS7: parts are found by words in other forms and in the other layout, titles first', () => {
  expect(findHelp(ru, 'воронок')[0]).toMatchObject({ page: 'funnel' })
  expect(findHelp(ru, 'djhjyrf')[0]).toMatchObject({ page: 'funnel' })
  expect(findHelp(ru, 'отгрузке').some(({ page }) => page === 'orders')).toBe(true)
  expect(findHelp(ru, 'резервными копиями')[0]?.page).toBe('backups')
  expect(findHelp(ru, 'ьъыщзх')).toEqual([])
  expect(findHelp(ru, '  ')).toEqual([])
  expect(findHelp(ru, 'как отправить рассылку')[0]?.page).toBe('mailings')
  for (const form of ['рассылки', 'рассылку', 'рассылками', 'hfccskre'])
    expect(findHelp(ru, form)[0]?.page, form).toBe('mailings')
  expect(findHelp(ru, 'как поменять цену товара').length, 'a question none of whose parts has all').toBeGreaterThan(0)
  expect(findHelp(PAGES.en ?? [], 'how do I erase a person')[0]?.page).toBe('erasure')
  expect(findHelp(ru, 'как ьъыщзх')).toEqual([])
  const [first] = findHelp(ru, 'производственный календарь')
  expect(first?.excerpt.toLowerCase()).toContain('производственн')
})

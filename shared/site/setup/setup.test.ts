import { expect, test } from 'vitest'
import { siteSetup } from '../../locales/ru/work/site-setup.ts'
import type { Kind } from '../../orders/collections.ts'
import type { Site } from '../collections.ts'
import { firstSite, siteTexts } from './first-site.ts'
import { LACKING, lackingIn } from './lacking.ts'

const words = siteSetup.made
const seller = {
  ...{ id: 'assol', name: 'Ассоль', fullName: 'ООО «Ассоль»', inn: '7707083893', ogrn: '1027700132195' },
  ...{ address: 'Москва, Мира, 1', phone: '+7 495 000-00-00', email: 'shop@assol.example' },
}
const kind = (id: string, sort: 'customer' | 'work', place: string) =>
  ({ id, sort, place, gone: false, states: [{ id: `${id}-new`, place: 'a0' }] }) as unknown as Kind

test('WB20: a new site is closed, and filled in by what is known', () => {
  const kinds = [kind('work', 'work', 'a0'), kind('later', 'customer', 'a2'), kind('kitchens', 'customer', 'a1')]
  const site = firstSite({ company: 'Ассоль', organisation: seller, priceType: 'retail', kinds, person: 'max', words })
  expect(site).toMatchObject({
    isOn: false,
    name: 'Ассоль',
    kind: 'kitchens',
    state: 'kitchens-new',
    responsible: 'max',
  })
  expect(site.privacy).toContain('ООО «Ассоль» (ИНН 7707083893, ОГРН 1027700132195, Москва, Мира, 1)')
  expect(site.privacy).toContain('shop@assol.example')
  expect(site.privacy).toContain('152-ФЗ')
})

test('WB20: texts of who has told nothing have no gaps in them', () => {
  const bare = { name: 'ИП', fullName: null, inn: null, ogrn: null, address: null, phone: null, email: null }
  for (const one of [null, bare])
    for (const text of Object.values(siteTexts('Ассоль', one, words))) {
      expect(text).not.toMatch(/\{\{|null|undefined|\(\)|ИНН {2}|: \./)
      expect(text.length).toBeGreaterThan(50)
    }
})

test('WB21: what is lacking before a site is opened is named with its step', () => {
  const kinds = [{ id: 'kitchens', gone: false }]
  const whole = { name: 'А', goods: 2, kind: 'kitchens', privacy: 'П', organisation: 'assol', email: 'a@b.ru' } as Site
  expect(lackingIn(whole, kinds)).toEqual([])
  expect(lackingIn({ ...whole, email: null }, kinds)).toEqual([])
  const nothing = { ...whole, name: ' ', goods: null, kind: 'gone', privacy: null, organisation: null, email: 'нет' }
  expect(lackingIn(nothing, kinds)).toEqual(Object.keys(LACKING))
  expect(lackingIn(whole, [{ id: 'kitchens', gone: true }])).toEqual(['kind'])
})

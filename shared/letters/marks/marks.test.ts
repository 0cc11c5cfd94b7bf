import { expect, test } from 'vitest'
import { COLLECTIONS } from '../../collections.ts'
import { ownCircle } from '../../documents/documents.ts'
import { Shop } from '../../orders/testing/shop.ts'
import { derivedId } from '../../records/keys/id.ts'
import { START } from '../../records/simulation/chance/deeds.ts'

const [ONE, OWN] = ['common', ownCircle('user')].map((circle) => derivedId(circle, START, 'letter', 'one')) as [
  string,
  string,
]
const RECORDS = [
  { collection: 'letters', id: ONE },
  { collection: 'ownLetters', id: OWN },
] as const

function shopWithLetters() {
  const shop = new Shop('server')
  shop.run((tx) => {
    tx.create(COLLECTIONS.mailAccounts, 'office', { name: 'Почта', trashFolder: 'Корзина', archiveFolder: 'Архив' })
    tx.create(COLLECTIONS.mailAccounts, 'bare', { name: 'Бедная' })
    for (const { collection, id } of RECORDS)
      tx.create(COLLECTIONS[collection], id, {
        places: {
          a: { account: 'office', folder: 'INBOX', place: 'a0' },
          b: { account: 'office', folder: 'Заказы', place: 'a1' },
        },
      })
  })
  const folders = () =>
    RECORDS.map(({ collection, id }) => shop.row(COLLECTIONS[collection], id).places.map((one) => one.folder))
  return { shop, folders }
}

test('MV10: what is marked is marked wherever it stands', () => {
  const { shop } = shopWithLetters()
  shop.do('markLetters', { records: RECORDS, seen: true })
  shop.do('markLetters', { records: RECORDS, flagged: true })
  for (const { collection, id } of RECORDS)
    expect(shop.row(COLLECTIONS[collection], id).places).toMatchObject([
      { seen: true, flagged: true },
      { seen: true, flagged: true },
    ])
})

test('MV11: what is archived leaves the inbox, what is removed leaves every folder, what one looks at leaves that alone', () => {
  const { shop, folders } = shopWithLetters()
  shop.do('moveLetters', { records: RECORDS, to: 'archive' })
  expect(folders()).toEqual([
    ['Архив', 'Заказы'],
    ['Архив', 'Заказы'],
  ])
  shop.do('moveLetters', { records: RECORDS, to: { folder: 'Счета' }, from: { account: 'office', folder: 'Заказы' } })
  expect(folders()).toEqual([
    ['Архив', 'Счета'],
    ['Архив', 'Счета'],
  ])
  shop.do('moveLetters', { records: RECORDS, to: 'trash' })
  expect(folders()).toEqual([
    ['Корзина', 'Корзина'],
    ['Корзина', 'Корзина'],
  ])
  shop.do('moveLetters', { records: RECORDS, to: 'inbox', from: { account: 'office', folder: 'Корзина' } })
  expect(folders()).toEqual([
    ['INBOX', 'INBOX'],
    ['INBOX', 'INBOX'],
  ])
})

test('MV11: an account without such a folder is named', () => {
  const { shop } = shopWithLetters()
  shop.run((tx) => tx.write(COLLECTIONS.letters, ONE, 'places/a/account', 'bare'))
  expect(shop.refusal('moveLetters', { records: RECORDS, to: 'archive' })).toBe('mail-no-folder')
  expect(shop.refusal('markLetters', { records: [{ collection: 'orders', id: ONE }] })).toBe('field-unknown')
})

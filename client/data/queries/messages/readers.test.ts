import { expect, test } from 'vitest'
import { COLLECTIONS, type CollectionName } from '../../../../shared/collections.ts'
import { Directory } from '../directory.ts'
import { readersFor } from './readers.ts'

function knowing(records: { readonly [C in CollectionName]?: readonly { readonly id: string }[] }): Directory {
  const directory = new Directory()
  directory.take(
    Object.entries(records).flatMap(([name, rows]) =>
      rows.map((after) => ({
        ...{ collection: COLLECTIONS[name as CollectionName], id: after.id, before: null, origin: null },
        after: { gone: false, ...after } as never,
      })),
    ),
  )
  return directory
}

test('MW6: addresses of customers, of their contacts and of who wrote before are offered, each once', () => {
  const salon = {
    id: 'c1',
    name: 'Салон Ёлка',
    email: 'info@salon.example',
    contacts: [{ id: 'olga', name: 'Ольга' }],
    emails: [{ id: 'e1', contact: 'olga', email: 'olga@salon.example' }],
  }
  const wrote = [
    { id: 'common-1', fromAddress: 'OLGA@salon.example', fromName: 'Ольга Б.' },
    { id: 'common-2', fromAddress: 'elka@example.com', fromName: 'Ёлка' },
    { id: 'common-3', fromAddress: 'gone@example.com', fromName: 'Ёлка', gone: true },
  ]
  const directory = knowing({ customers: [salon], letters: wrote })
  const offered = (text: string) => readersFor(directory, { what: 'readers', text }).readers
  expect(offered('елка')).toEqual([
    { address: 'info@salon.example', name: 'Салон Ёлка' },
    { address: 'olga@salon.example', name: 'Ольга, Салон Ёлка' },
    { address: 'elka@example.com', name: 'Ёлка' },
  ])
  expect(offered('OLGA@').map(({ address }) => address)).toEqual(['olga@salon.example'])
})

test('MP18: an address that takes no letters is offered with what the server said', () => {
  const salon = {
    id: 'c1',
    name: 'Салон',
    email: 'Info@salon.example',
    emailRefused: 'info@salon.example 550 5.1.1',
    contacts: [],
    emails: [{ id: 'e1', contact: null, email: 'new@salon.example', refused: 'old@salon.example 550' }],
  }
  expect(readersFor(knowing({ customers: [salon] }), { what: 'readers', text: 'salon' }).readers).toEqual([
    { address: 'Info@salon.example', name: 'Салон', refused: '550 5.1.1' },
    { address: 'new@salon.example', name: 'Салон' },
  ])
})

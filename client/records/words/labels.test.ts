import { expect, test } from 'vitest'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { FAILURES } from '../../../shared/errors.ts'
import { listFields } from '../../../shared/lists/fields.ts'
import { DICTIONARIES } from '../../../shared/locales/dictionaries.ts'
import type { Collection, Fields } from '../../../shared/records/declarations/collection.ts'
import { choiceLabel, entryLabel, fieldLabel, manyLabel, oneLabel, pathLabel } from './labels.ts'

/** What stands at a path of a dictionary. */
function at(dictionary: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], dictionary)
}

/** Lists whose fields no screen names: they are shown by their own words. */
const FACTS = new Set(['moves', 'states'])

function fieldsOf(collection: Collection): Fields {
  const lists = Object.entries(collection.lists).filter(([name]) => !FACTS.has(name))
  const shown = listFields(collection.name as CollectionName)
  return Object.assign({}, collection.fields, shown, ...lists.map(([, list]) => list.fields))
}

function entryLabels(collection: Collection): string[] {
  const lists = Object.entries(collection.lists).filter(([name]) => !FACTS.has(name))
  return lists.flatMap(([list, { fields }]) => {
    const named = Object.entries(fields).filter(([, { type }]) => type !== 'place')
    return named.map(([field]) => entryLabel(collection.name as CollectionName, list, field))
  })
}

const paths = Object.entries<Collection>(COLLECTIONS).flatMap(([key, collection]) => {
  const name = key as CollectionName
  const fields = Object.entries(fieldsOf(collection)).flatMap(([field, { type, choices = [] }]) => [
    ...(type === 'place' ? [] : [fieldLabel(name, field)]),
    ...choices.map((choice) => choiceLabel(name, field, choice)),
  ])
  const ways = ['', 'gone', ...Object.keys(collection.lists)].map((path) => pathLabel(name, path))
  return [oneLabel(name), manyLabel(name), ...fields, ...entryLabels(collection), ...ways]
})

test.each(Object.keys(DICTIONARIES))('every collection, field and choice has its words: %s', (language) => {
  const dictionary = DICTIONARIES[language as keyof typeof DICTIONARIES]
  const missing = paths.filter((path) => typeof at(dictionary, path) !== 'string')
  expect(missing).toEqual([])
  expect(FAILURES.filter((code) => typeof at(dictionary, `errors.${code}`) !== 'string')).toEqual([])
})

test('a field of a list may have a word of its own: the name of a contact is not that of the customer', () => {
  expect(pathLabel('customers', 'contacts/a/name')).toBe('records.customers.entries.contacts.name')
  expect(pathLabel('customers', 'name')).toBe('records.customers.fields.name')
  expect(entryLabel('customers', 'phones', 'number')).toBe('records.customers.fields.number')
})

test('a path is called by the field or the list that it leads to, with or without its entry', () => {
  const paths = [
    '',
    'gone',
    'note',
    'lines/a',
    'lines/a/price',
    'lines/price',
    'lines/a/gone',
    'lines/a/place',
    'moves/m',
  ]
  expect(paths.map((path) => pathLabel('orders', path).replace('records.', ''))).toEqual([
    'paths.made',
    'paths.gone',
    'orders.fields.note',
    'orders.lists.lines',
    'orders.fields.price',
    'orders.fields.price',
    'orders.lists.lines',
    'paths.place',
    'orders.lists.moves',
  ])
})

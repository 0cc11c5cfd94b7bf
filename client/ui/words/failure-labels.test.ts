import { expect, test } from 'vitest'
import { Failure } from '../../../shared/errors.ts'
import { DICTIONARIES } from '../../../shared/locales/dictionaries.ts'
import { ASKABLE } from '../../../shared/orders/asked.ts'
import { labelled } from './failure-labels.ts'

/** The phrase of a dictionary at a path. */
const at = (dictionary: object) => (path: string) =>
  String(
    path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], dictionary),
  )

test.each(Object.keys(DICTIONARIES))('whatever a state may ask for is named by its label: %s', (language) => {
  const t = at(DICTIONARIES[language as keyof typeof DICTIONARIES])
  const { fields } = labelled(new Failure('state-requires', { state: 'Made', fields: ASKABLE.join(', ') }), t)
  expect(String(fields)).not.toContain('undefined')
  expect(labelled(new Failure('state-requires', { state: '', fields: 'shipment, lines' }), t).fields).toBe(
    `${t('records.orders.fields.shipment')}, ${t('orders.lines.title')}`,
  )
})

test('other failures say what they carry', () => {
  const params = { fields: 'lines' }
  expect(labelled(new Failure('field-required', params), String)).toBe(params)
})

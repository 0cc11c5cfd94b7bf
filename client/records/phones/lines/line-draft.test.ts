import { expect, test } from 'vitest'
import { LINE_WAYS } from '../../../../shared/calls/collections.ts'
import { LINE_FIELDS } from '../../../../shared/calls/line-settings.ts'
import type { PhoneView } from '../../../../shared/calls/phones.ts'
import { DICTIONARIES } from '../../../../shared/locales/dictionaries.ts'
import { isGiven, lineChange, lineDraft, NEEDED } from './line-draft.ts'

const LINE: PhoneView = {
  ...{ id: '0123456789abcdef0123', owner: null, name: 'Станция', way: 'asterisk', number: '', dials: true },
  ...{ texts: false, isOff: false, paired: 1, seen: null, isLocked: false, standing: null },
  settings: { shown: { host: '10.0.0.5', user: 'crm' }, secret: { secret: { isSet: true } } },
}

test('PH3: a secret that was not typed anew stays, one that was is sent', () => {
  const draft = lineDraft(LINE)
  expect(lineChange(draft).settings?.secret).toEqual({ secret: null })
  expect(lineChange({ ...draft, secret: { secret: 'новый' } }).settings?.secret).toEqual({ secret: 'новый' })
})

test('PH9: what is sent has the fields of its way, and no others', () => {
  const draft = lineDraft(LINE)
  expect(lineChange(draft).settings?.shown).toEqual({
    host: '10.0.0.5',
    port: '',
    user: 'crm',
    context: '',
    channel: '',
  })
  for (const way of LINE_WAYS) {
    const { settings, ...rest } = lineChange({ ...draft, way })
    expect(Object.keys(settings?.shown ?? {})).toEqual(LINE_FIELDS[way].shown)
    expect(Object.keys(settings?.secret ?? {})).toEqual(LINE_FIELDS[way].secret)
    expect(rest).toEqual({ name: 'Станция', way, number: '', dials: true, texts: false, isOff: false })
    for (const part of ['shown', 'secret'] as const)
      expect(LINE_FIELDS[way][part]).toEqual(expect.arrayContaining([...NEEDED[way][part]]))
  }
  expect(lineDraft(null)).toMatchObject({ way: 'asterisk', shown: { port: '5038' } })
})

test('PH3: a secret that the server keeps need not be given again, one that it does not must', () => {
  const draft = lineDraft(LINE)
  expect(isGiven(draft, LINE, 'secret', 'secret')).toBe(true)
  expect(isGiven(draft, null, 'secret', 'secret')).toBe(false)
  expect(isGiven({ ...draft, secret: { secret: 'новый' } }, null, 'secret', 'secret')).toBe(true)
  expect([isGiven(draft, LINE, 'shown', 'host'), isGiven(draft, LINE, 'shown', 'context')]).toEqual([true, false])
})

test('every setting of every way has its word in both languages', () => {
  for (const dictionary of Object.values(DICTIONARIES))
    for (const way of LINE_WAYS)
      for (const part of ['shown', 'secret'] as const)
        for (const name of LINE_FIELDS[way][part]) {
          const path = ['phones', 'settings', way, part, ...name.split('.')]
          const word = path.reduce<unknown>((room, step) => room?.[step as keyof typeof room], dictionary)
          expect([path.join('.'), typeof word]).toEqual([path.join('.'), 'string'])
        }
})

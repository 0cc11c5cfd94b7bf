import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CALL_FAILURES } from '../collections.ts'
import { REPORTED, type Report } from '../protocol.ts'
import { type Settled, settle, withNote } from './settle.ts'
import { REPORT_LIMITS, readReport, type Told } from './told.ts'
import { closedBy, RINGS_AT_MOST, TALKS_AT_MOST } from './unended.ts'

const NOON = Date.UTC(2026, 10, 28, 12)
const DAY = 86_400_000
const tell = (report: Report, heard = NOON) => readReport(report, { heard, country: null })
const fold = (all: readonly Told[], call: Settled | null = null) => all.reduce(settle, call) as Settled

const aReport: fc.Arbitrary<Report> = fc.record(
  {
    what: fc.constantFrom(...REPORTED),
    at: fc.integer({ min: NOON - 60_000, max: NOON }),
    direction: fc.constantFrom('in', 'out'),
    number: fc.constantFrom(
      '',
      '8 916 123-45-67',
      '+7 916 123 45 67 доб. 12',
      '112',
      'Скрытый номер',
      '8 495 000 00 00',
    ),
    line: fc.constantFrom('SIM 1', 'SIM 2'),
    call: fc.constant('a'),
    failure: fc.constantFrom(...CALL_FAILURES),
  },
  { requiredKeys: ['what'] },
)
const told = aReport.map((report) => tell(report))
const shuffled = fc
  .array(told, { minLength: 1, maxLength: 8 })
  .chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray([...all, ...all], { minLength: all.length, maxLength: all.length * 2 }),
    ),
  )

test('CS1: in any order, with any repeats, reports come to one and the same call', () => {
  fc.assert(
    fc.property(shuffled, ([all, mixed]) => {
      const whole = fold(all)
      expect(fold([...mixed, ...all])).toEqual(whole)
      expect(fold(all.toReversed())).toEqual(whole)
      // Late ones find what is settled already.
      expect(fold(mixed, whole)).toEqual(whole)
      const { rang, answered, ended } = whole
      expect(answered ?? rang ?? 0).toBeGreaterThanOrEqual(rang ?? 0)
      expect(ended ?? answered ?? 0).toBeGreaterThanOrEqual(answered ?? 0)
    }),
    { numRuns: 2000 },
  )
})

test('CS9: what closed it for want of an end makes no difference to what is told later', () => {
  fc.assert(
    fc.property(
      fc.array(told, { maxLength: 4 }),
      fc.array(told, { minLength: 1, maxLength: 4 }),
      told,
      (a, b, last) => {
        const end: Told = { ...last, kind: 'ended' }
        const early = a.length > 0 ? fold(a) : null
        const closed = early && { ...early, ...closedBy({ asked: null, ...early }, NOON + TALKS_AT_MOST) }
        expect(fold([...b, end], closed)).toEqual(fold([...a, ...b, end]))
      },
    ),
  )
})

test.each<[string, Report['what'][], Partial<Settled>]>([
  ['rings', ['ringing'], { direction: 'in', state: 'ringing' }],
  ['is talked in', ['answered', 'ringing'], { direction: 'in', state: 'talking' }],
  ['is over', ['ended', 'ringing', 'answered'], { state: 'ended', failure: null }],
  ['is missed', ['missed', 'ringing'], { state: 'missed', failure: 'noAnswer' }],
  ['is missed, though an end is told too', ['ended', 'missed', 'ringing'], { state: 'missed' }],
  ['was answered elsewhere', ['missed', 'answered', 'ringing'], { state: 'ended', failure: null }],
  ['is dialled', ['dialling'], { direction: 'out', state: 'ringing' }],
  ['fails', ['failed', 'dialling'], { direction: 'out', state: 'failed', failure: 'unsaid' }],
])('CS1: one that %s', (_what, whats, expected) => {
  expect(fold(whats.map((what) => tell({ what })))).toMatchObject(expected)
})

test('CS1: a call that was asked for goes on, though it was given up', () => {
  const asked: Settled = {
    ...fold([tell({ what: 'dialling', number: '112' })]),
    state: 'failed',
    failure: 'noPhone',
    rang: null,
  }
  expect(settle(asked, tell({ what: 'dialling' }))).toMatchObject({ direction: 'out', state: 'ringing', failure: null })
  expect(settle(asked, tell({ what: 'failed', failure: 'noPhone' }))).toMatchObject({
    state: 'failed',
    failure: 'unsaid',
  })
})

test('CS2: what was written at the phone stands once, behind what is there', () => {
  expect(withNote(null, 'Перезвонить')).toBe('Перезвонить')
  expect(withNote('Просил счёт', 'Перезвонить')).toBe('Просил счёт\nПерезвонить')
  expect(withNote('Просил счёт\nПерезвонить', 'Перезвонить')).toBe('Просил счёт\nПерезвонить')
})

test('CS2: a phone that says something new without end does not make a note of megabytes', () => {
  let note: string | null = 'Просил счёт'
  for (let i = 0; i < 100; i++) note = withNote(note, `${i} `.repeat(1000))
  expect(note?.length).toBeLessThanOrEqual(20_000)
  expect(note?.startsWith('Просил счёт\n0 ')).toBe(true)
})

test('CS3: a clock that is wrong is put right by what it shows, else by when the report came', () => {
  const at = (report: Partial<Report>) => tell({ what: 'ringing', ...report }).at
  expect(at({})).toBe(NOON)
  expect(at({ at: NOON - 3000, sent: NOON - 1000 })).toBe(NOON - 3000)
  for (const off of [-DAY, DAY, 3_600_000]) expect(at({ at: NOON + off - 3000, sent: NOON + off })).toBe(NOON - 3000)
  expect(at({ at: NOON - 7_200_000 })).toBe(NOON - 7_200_000)
  expect(at({ at: NOON + DAY })).toBe(NOON)
  expect(at({ at: 0 })).toBe(NOON)
  expect(at({ at: Number.MAX_SAFE_INTEGER, sent: 0 })).toBe(NOON)
})

test('CS4, CS5: numbers are read, rubbish is kept as it came, withheld ones are none, and all is bounded', () => {
  const number = (text: string, country: string | null = null) => {
    const { number: read, extension } = readReport({ what: 'ringing', number: text }, { heard: NOON, country })
    return [read, extension]
  }
  expect(number('8 (916) 123-45-67 доб. 204')).toEqual(['+79161234567', '204'])
  expect(number('030 901820', 'DE')).toEqual(['+4930901820', null])
  expect(number('112')).toEqual(['112', null])
  expect(number('123456789012345678901234567890')).toEqual(['123456789012345678901234567890', null])
  expect(number(' Билайн справка ')).toEqual(['Билайн справка', null])
  expect(number('9'.repeat(5000))[0]).toHaveLength(REPORT_LIMITS.number)
  for (const withheld of ['', '  ', '-1', 'Unknown', 'private number', 'Скрытый номер', 'anonymous'])
    expect(number(withheld), withheld).toEqual([null, null])
  const long = tell({ what: 'ringing', call: 'a'.repeat(999), line: 'b'.repeat(999), note: 'c'.repeat(9999) })
  expect([long.outer?.length, long.line?.length, long.note?.length]).toEqual([200, 64, 4000])
  const cut = tell({ what: 'ringing', call: `${'a'.repeat(199)}😀`, number: `${'x'.repeat(63)}😀`, note: '\ud800' })
  for (const text of [cut.outer, cut.number, cut.note]) expect(text?.isWellFormed()).toBe(true)
})

test('CS9: a call that nobody ends is closed when its time is up, and a late end mends it', () => {
  const close = (call: Settled, now: number) => closedBy({ asked: null, ...call }, now)
  const rings = fold([tell({ what: 'ringing' })])
  expect(close(rings, NOON + RINGS_AT_MOST - 1)).toBeNull()
  const missed = { ...rings, ...close(rings, NOON + RINGS_AT_MOST) }
  expect(missed).toMatchObject({ state: 'missed', isUnended: true, ended: null })
  expect(settle(missed, tell({ what: 'ringing' }))).toEqual(missed)
  const talks = settle(missed, tell({ what: 'answered' }))
  expect(talks).toMatchObject({ state: 'talking', isUnended: false })
  const over = { ...talks, ...close(talks, NOON + TALKS_AT_MOST) }
  expect(over).toMatchObject({ state: 'ended', isUnended: true, ended: null })
  const late = tell({ what: 'ended', at: NOON + 90_000 }, NOON + DAY)
  expect(settle(over, late)).toMatchObject({ state: 'ended', isUnended: false, ended: NOON + 90_000 })
  expect(close(settle(over, late), NOON + DAY)).toBeNull()
  const dialled = fold([tell({ what: 'dialling' })])
  expect(close(dialled, NOON + RINGS_AT_MOST)).toMatchObject({ state: 'failed', failure: 'unsaid', isUnended: true })
  const asked = { direction: 'out', asked: NOON, rang: null, answered: null } as const
  for (const state of ['asked', 'given'] as const) {
    expect(closedBy({ ...asked, state }, NOON + 59_999)).toBeNull()
    expect(closedBy({ ...asked, state }, NOON + 60_000)).toEqual({ state: 'failed', failure: 'noPhone' })
  }
})

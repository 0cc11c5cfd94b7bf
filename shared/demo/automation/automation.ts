import type { CollectionName } from '../../collections.ts'
import { type Inline, paragraph, writeBody } from '../../messages/body/body.ts'
import type { Basis } from '../../messages/collections.ts'
import { parameterNamed } from '../../messages/parameters/parameters.ts'
import { withParameters } from '../../messages/parameters/typed.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import { type DemoWords, KINDS } from '../process.ts'

/** The records of the company's one rule, of what it sends, and of its segments. */
export type DemoAutomation = readonly [collection: CollectionName, id: string, values: JsonObject]

/** Their ids. */
const RULE = 'tellCustomer'
const LETTER = 'stateLetter'
const SMS = 'stateSms'
/** That of the company's mailings. */
export const NEWS = 'newsLetter'

const { sort } = KINDS.kitchens
/** Nobody is written to between nine in the evening and nine in the morning. */
const QUIET = { quietFrom: 21 * 60, quietUntil: 9 * 60 } as const

/** Tells a customer by letter and SMS that the measurer comes. It is off: a company that is looked at writes to nobody. */
export function automation({ automation: words, ownSegments }: DemoWords): readonly DemoAutomation[] {
  const { letter, sms, rule, mailing } = words
  return [
    [
      'messageTemplates',
      LETTER,
      { name: letter.name, way: 'letter', sort, subject: letter.subject, body: bodyOf(letter.text), place: 'a0' },
    ],
    ['messageTemplates', SMS, { name: sms.name, way: 'sms', sort, body: bodyOf(sms.text), place: 'a1' }],
    [
      'messageTemplates',
      NEWS,
      {
        ...{ name: mailing.name, way: 'letter', sort: 'mailing', subject: mailing.subject, place: 'a2' },
        body: bodyOf(mailing.text, 'mailing'),
      },
    ],
    ...SEGMENTS.map(([id, criteria]) => segmentOf(id, ownSegments[id], criteria)),
    [
      'rules',
      RULE,
      {
        ...{ name: rule, on: false, start: 'changesState', sort, lateness: 'unlessMovedOn', place: 'a0' },
        criteria: JSON.stringify(CRITERIA),
        actions: {
          letter: { does: 'letter', template: LETTER, to: 'toCustomer', place: 'a0' },
          sms: { does: 'sms', template: SMS, to: 'toCustomer', ...QUIET, place: 'a1' },
        },
      },
    ],
  ]
}

/** The segments that a company begins with, each with its criteria (shared/segments). */
const SEGMENTS = [
  ['regular', [['orders.count@last.365', 'atLeast', 2]]],
  [
    'lost',
    [
      ['orders.count', 'atLeast', 1],
      ['orders.since', 'more', 14],
    ],
  ],
  ['debtors', [['debts.toUs', 'more', 0]]],
  ['fresh', [['orders.first', 'during', 'last', 30]]],
  ['best', [['rfm.score', 'equal', '555']]],
] as const

function segmentOf(id: string, name: string, criteria: unknown): DemoAutomation {
  return ['segments', id, { name, sort: 'liveSegment', criteria: JSON.stringify(criteria) }]
}

/** The rows that are off stand there to be filled in. */
const CRITERIA = [
  ['organisation', 'equal', 'assol'],
  ['-', ['department', 'equal', 'nevsky']],
  ['-', ['responsible', 'equal', 'abdulov']],
  ['state', 'equal', 'measure'],
  ['-', ['total', 'atLeast', 100_000_00]],
]

/** A text with parameters in brackets as a body, a paragraph for each line. */
function bodyOf(text: string, basis: Basis = sort): string {
  const named = (piece: Inline): Inline => {
    const name = piece.type === 'parameter' ? parameterNamed(basis, piece.attrs.name)?.name : undefined
    return name === undefined ? piece : { type: 'parameter', attrs: { name } }
  }
  const content = text.split('\n').map((line) => paragraph(withParameters(line).map(named)))
  return writeBody({ type: 'doc', content })
}

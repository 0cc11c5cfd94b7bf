import type { CollectionName } from '../../../../shared/collections.ts'
import { writeBody } from '../../../../shared/messages/body/body.ts'
import { readBody } from '../../../../shared/messages/body/read-body.ts'
import { fillBody } from '../../../../shared/messages/filling/fill-body.ts'
import { fillLine } from '../../../../shared/messages/filling/fill-text.ts'
import { problemsOf } from '../../../../shared/messages/filling/problems.ts'
import type { Directory } from '../directory.ts'
import type { FilledAnswer, FilledQuery } from './query.ts'

/** Of what parameters are made. */
export const FILLED_FROM: readonly CollectionName[] = [
  'orders',
  'customers',
  'products',
  'people',
  'kinds',
  'states',
  'reasons',
  'projects',
  'organisations',
  'departments',
  'company',
  'customFields',
]

/** A text with what its parameters stand for in an order, and what is to be said of them. */
export function filled(directory: Directory, { order: id, ...text }: FilledQuery): FilledAnswer {
  const order = directory.order(id)
  if (!order) return { what: 'filled', filled: null }
  const around: Parameters<typeof fillLine>[2] = { order, find: (collection, one) => directory.typed(collection, one) }
  const sort = order.sort ?? 'customer'
  return {
    what: 'filled',
    filled: {
      subject: fillLine(text.subject ?? '', sort, around),
      body: writeBody(fillBody(readBody(text.body), sort, around)),
      problems: problemsOf(text, sort, around),
    },
  }
}

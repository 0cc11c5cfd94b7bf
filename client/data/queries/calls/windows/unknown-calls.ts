import { calls } from '../../../../../shared/calls/collections.ts'
import { Needles } from '../../../../../shared/columns/needles.ts'
import type { Directory } from '../../directory.ts'
import type { UnknownCallsAnswer, UnknownCallsQuery } from './query.ts'

/** Calls of a number, as it stands there, that are nobody's yet. */
export function unknownCalls(directory: Directory, { number }: UnknownCallsQuery): UnknownCallsAnswer {
  const rows = [...directory.rows('calls').holding(new Needles([JSON.stringify(number)]))]
  const ids = rows.flatMap(({ id }) => {
    const call = directory.typed(calls, id)
    return call?.number === number && call.customer === null && !call.gone ? [id] : []
  })
  return { what: 'unknownCalls', ids }
}

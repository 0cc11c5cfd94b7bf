import { FOUND_IN } from '../../../../../shared/search/index/fields.ts'
import { SearchIndex } from '../../../../../shared/search/index/search-index.ts'
import type { AnyValues } from '../../../../../shared/search/index/terms.ts'
import type { Directory } from '../../directory.ts'
import { answerOf, searchOf } from '../hits.ts'
import type { FindAnswer, FindQuery } from '../query.ts'

/** What is found in all that a directory has, each record looked at itself. */
export function foundIn(directory: Directory, text: string, more: Partial<FindQuery> = {}): FindAnswer {
  const query = { what: 'find', text, recent: [], kinds: null, person: null, ...more } as const
  const index = new SearchIndex({
    meant: (id) => directory.customer(id) ?? id,
    mergedInto: (id) => directory.mergedInto(id).map((one) => one.id),
  })
  for (const collection of FOUND_IN) {
    for (const row of directory.rows(collection).values()) {
      index.take(collection, collection, row.id, row as unknown as AnyValues)
    }
  }
  const [found] = [...index.search(searchOf(directory, query), new Set())].slice(-1)
  return answerOf(directory, query, found?.all ?? new Map(), { isWhole: true, ready: { done: 1, total: 1 } })
}

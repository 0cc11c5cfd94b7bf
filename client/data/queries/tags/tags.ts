import type { CollectionName } from '../../../../shared/collections.ts'
import { sortedByName } from '../../../../shared/lists/by-name.ts'
import { TAGGED } from '../../../../shared/tags/tagged.ts'
import type { Directory } from '../directory.ts'
import type { TagsAnswer } from './query.ts'

/** The tags of all records that are not removed (tags/SPEC V1). */
export function tagsOf(directory: Directory): TagsAnswer {
  const found = new Map<string, { [C in CollectionName]?: number }>()
  for (const collection of TAGGED) {
    for (const id of directory.rows(collection).keys()) {
      for (const tag of tagsIn(directory, collection, id)) {
        const counts = found.get(tag) ?? {}
        found.set(tag, counts)
        counts[collection] = (counts[collection] ?? 0) + 1
      }
    }
  }
  const tags = Array.from(found, ([id, counts]) => ({ id, counts }))
  return { what: 'tags', tags: sortedByName(tags, ({ id }) => id) }
}

function tagsIn(directory: Directory, collection: CollectionName, id: string): readonly string[] {
  const item = directory.item(collection, id)
  if (!item || item.gone === true || directory.isMerged(collection, id)) return []
  return (item.tags ?? []) as readonly string[]
}

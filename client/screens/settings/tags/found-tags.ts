import { type Accessor, createMemo } from 'solid-js'
import { folded } from '../../../../shared/filters/values/folded.ts'
import type { CountedTag } from '../../../data/queries/tags/query.ts'

/** The tags in whose names what was typed stands; each the same object while it stands in as many records. */
export function createFoundTags(all: Accessor<readonly CountedTag[]>, text: Accessor<string>) {
  const kept = new Map<string, CountedTag>()
  const same = (tag: CountedTag) => {
    const before = kept.get(tag.id)
    const now = before && JSON.stringify(before) === JSON.stringify(tag) ? before : tag
    kept.set(tag.id, now)
    return now
  }
  return createMemo(() => {
    const typed = folded(text().trim())
    return all()
      .filter(({ id }) => folded(id).includes(typed))
      .map(same)
  })
}

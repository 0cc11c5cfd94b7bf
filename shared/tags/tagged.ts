import { COLLECTIONS, type CollectionName } from '../collections.ts'

/** Collections whose records have tags. */
export const TAGGED: readonly CollectionName[] = (Object.keys(COLLECTIONS) as CollectionName[]).filter(
  (name) => 'tags' in COLLECTIONS[name].fields,
)

/** Whether a text can be a tag: what is typed into a field of tags is parted by commas. */
export function isTag(text: string): boolean {
  return text.trim() !== '' && !text.includes(',')
}

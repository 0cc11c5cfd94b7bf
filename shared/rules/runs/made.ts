import { messages } from '../../messages/collections.ts'
import type { Step } from '../collections.ts'

/** The text that a step keeps of what it made or changed: `<collection>/<id>`. */
export function formatMade(collection: string, id: string): string {
  return `${collection}/${id}`
}

/** The id of the message that a step has made; null where it made none. */
export function messageOf({ made }: Pick<Step, 'made'>): string | null {
  const [collection, id = ''] = (made ?? '').split('/')
  return collection === messages.name && id !== '' ? id : null
}

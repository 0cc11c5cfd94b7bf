import { writeFilter } from '../../../../shared/filters/text.ts'
import type { Site } from '../../../../shared/site/collections.ts'
import { EVERYTHING } from '../../../records/list/scopes.ts'

/** The list of orders that came from the site: by its source, as orders have it. */
export function ordersFrom({ source }: Pick<Site, 'source'>): string {
  const filter = source === null ? [] : [{ field: 'source', is: 'equal', values: [source] } as const]
  return `/orders/customer?${new URLSearchParams({ scope: EVERYTHING.id, filter: writeFilter(filter) })}`
}

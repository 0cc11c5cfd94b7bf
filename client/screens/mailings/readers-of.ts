import type { Filter } from '../../../shared/filters/filter.ts'
import type { useData } from '../../data/page/solid.tsx'

/** The ids of a mailing’s readers that meet a filter besides; none: of all. */
export async function readersOf(
  data: ReturnType<typeof useData>,
  mailing: string,
  more: Filter = [],
): Promise<readonly string[]> {
  const list = {
    what: 'list',
    collection: 'mailingRecipients',
    filter: [{ field: 'mailing', is: 'in', values: [mailing] }, ...more],
    search: '',
    sort: [],
    group: [],
    from: 0,
    to: 0,
  } as const
  return (await data.once({ what: 'ids', list, between: null })).ids
}

import type { MessageState } from '../../../../shared/messages/collections.ts'
import type { MessageItem } from '../../../../shared/messages/message-item.ts'
import type { ListDefinition, NamedScope } from '../../../records/list/definition.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { createMessageColumns, FIRST_COLUMNS } from './columns.tsx'

/** The states that are offered side by side, after all. */
const OFFERED: readonly MessageState[] = ['waiting', 'failed', 'doubtful']

/** The list of what goes out, the latest first. */
export function createOutgoingList(): ListDefinition<MessageItem> {
  const { t } = useWords()
  const scope = (id: MessageState): NamedScope => ({
    id,
    filter: [{ field: 'state', is: 'in', values: [id] }],
    get label() {
      return t(`messages.scopes.${id as 'waiting' | 'failed' | 'doubtful'}`)
    },
  })
  const all: NamedScope = {
    id: 'all',
    filter: [],
    get label() {
      return t('messages.scopes.all')
    },
  }
  return {
    id: 'messages',
    collection: 'messages',
    always: [],
    scopes: [all, ...OFFERED.map(scope)],
    quick: ['way', 'author', 'at'],
    columns: createMessageColumns(),
    acts: [],
    first: {
      filter: [],
      search: '',
      sort: [{ field: 'at', down: true }],
      group: [],
      columns: FIRST_COLUMNS.map((field) => ({ field })),
    },
  }
}

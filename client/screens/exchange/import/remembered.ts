import { mappings } from '../../../../shared/importing/collections.ts'
import type { Layout } from '../../../../shared/importing/layout/layout.ts'
import { readLayout, rememberedId, writeLayout } from '../../../../shared/importing/layout/remembered.ts'
import { createEvery, useData } from '../../../data/page/solid.tsx'
import type { TableView } from '../reading/views.ts'

/** How tables were laid out the last time, by their columns. */
export function createRemembered() {
  const data = useData()
  const kept = createEvery(mappings)
  const columnsOf = (table: TableView) => table.columns.map(({ name }) => name)
  const idOf = (table: TableView) => rememberedId(data.account.user, columnsOf(table))
  const rowOf = (table: TableView) => kept().find(({ id }) => id === idOf(table))
  return {
    of: (table: TableView) => {
      const row = rowOf(table)
      return row?.gone ? null : readLayout(row?.layout ?? null, columnsOf(table))
    },
    keep: async (table: TableView | undefined, layout: Layout | null) => {
      if (!table || !layout) return
      const values = { columns: columnsOf(table).join(' | '), layout: writeLayout(layout) }
      const args = { collection: 'mappings', id: idOf(table), values } as const
      if (rowOf(table)?.gone) await data.run('restoreRecord', args)
      await data.run(rowOf(table) ? 'setRecord' : 'createRecord', args)
    },
  }
}

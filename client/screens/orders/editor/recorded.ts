import type { Accessor } from 'solid-js'
import type { CommandArgs, CommandName } from '../../../../shared/commands.ts'
import type { Order } from '../../../../shared/orders/collections.ts'
import { standingOf } from '../../../../shared/orders/moves.ts'
import type { DataClient } from '../../../data/page/client.ts'
import type { EditedOrder, OrderEditor } from './editor.ts'

/** Edits a recorded order by commands. `onAct` is told of each act, so that the screen can offer its undo. */
export function recordedEditor(
  data: DataClient,
  id: string,
  row: Accessor<Order | null | undefined>,
  onAct: (name: CommandName, act: number) => void,
): OrderEditor {
  const run = async <N extends CommandName>(name: N, args: CommandArgs<N>) => {
    const { act } = await data.run(name, args)
    onAct(name, act)
  }
  return {
    id,
    isDraft: false,
    order: () => asEdited(row()),
    set: (fields) => run('setOrder', { id, fields }),
    addLine: (fields) => run('addLine', { id, fields }),
    setLine: (line, fields) => run('setLine', { id, line, fields }),
    removeLine: (line) => run('removeLine', { id, line }),
    move: (request) => run('moveOrder', { id, ...request }),
  }
}

function asEdited(row: Order | null | undefined): EditedOrder | null | undefined {
  if (!row) return row
  const { kind, state } = standingOf(row)
  return { ...row, kind, state }
}

import type { UnderWay } from '../../../../shared/under-way.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { createOrders } from '../orders/create-orders.ts'
import { useOutcomeWords } from '../parts/use-outcome-words.ts'
import { createStatement } from '../statement/create-statement.ts'
import { createBehind } from './behind.ts'
import { createChecks } from './checks.ts'
import { ChosenFile } from './chosen-file.ts'
import { createRemembered } from './remembered.ts'
import { createState } from './state.ts'
import { createSteps } from './steps.ts'

/** One import from choosing a file to its undo. */
export function createImport() {
  const data = useData()
  const acts = useActs()
  const words = useOutcomeWords()
  const remembered = createRemembered()
  const state = createState()
  const chosen = new ChosenFile(async () => {
    return (await data.once({ what: 'all', collection: 'customFields' })).rows
  })
  const statement = createStatement(chosen)
  const orders = createOrders(() => state.setPlan(null))
  const steps = createSteps()
  const checks = createChecks({ data, chosen, state, orders })
  const behind = createBehind(steps, chosen)
  const showTable = (at: number) => {
    state.setAt(at)
    const table = state.table()
    const before = table ? remembered.of(table) : null
    state.arrange(before ?? table?.guess ?? null, before !== null)
  }
  const open = async (file: File, underWay: UnderWay) => {
    state.begin(file.name)
    statement.clear()
    const view = await chosen.read(file, underWay)
    if ('code' in view) state.setProblem(view)
    else {
      state.setFile(view)
      showTable(0)
      if (view.statement) await statement.find(underWay)
    }
  }
  const take = async (underWay: UnderWay) => {
    const plan = state.plan()
    if (!plan) return
    const reader = await chosen.reader()
    const parts = await reader.ask({ ask: 'parts' }, underWay.signal)
    // Before the import itself: what is undone next is that.
    await remembered.keep(state.table(), state.layout())
    const { act } = await data.run('importRecords', { imported: parts }, underWay)
    state.end({ act, counts: plan.counts })
    behind.tell(words.imported(plan.counts), act)
  }
  const enter = async (underWay: UnderWay) => {
    const came = await statement.enter(underWay)
    behind.tell(words.entered(came), came.act)
  }
  const undoing = (done: () => { readonly act: number } | null, end: () => void) => () => {
    const act = done()?.act
    end()
    if (act !== undefined) acts.undo(act)
  }
  return {
    ...state,
    ...steps,
    ...{ showTable, statement, orders },
    undo: undoing(state.taken, () => state.end(null)),
    undoStatement: undoing(statement.done, statement.end),
    open: (file: File) => steps.run('reading', (underWay) => open(file, underWay)),
    check: () => steps.run('gathering', checks.rows),
    checkOrders: () => steps.run('gathering', checks.orders),
    take: () => behind.taking(take),
    saveRefused: () => steps.run('reading', checks.saveRefused),
    enter: () => behind.taking(enter),
  }
}

export type Import = ReturnType<typeof createImport>

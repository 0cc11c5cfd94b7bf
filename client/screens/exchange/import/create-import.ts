import { createSignal, onCleanup } from 'solid-js'
import { isStop, type UnderWay } from '../../../../shared/under-way.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { createWork } from '../../../ui/work/create-work.ts'
import { gatherKnown } from '../gather-known.ts'
import { createStatement } from '../statement/create-statement.ts'
import { ChosenFile } from './chosen-file.ts'
import { createRemembered } from './remembered.ts'
import { createState } from './state.ts'

/** What is under way. */
export type Doing = 'reading' | 'gathering' | 'taking'

/** One import from choosing a file to its undo. */
export function createImport() {
  const data = useData()
  const acts = useActs()
  const remembered = createRemembered()
  const state = createState()
  const chosen = new ChosenFile()
  const statement = createStatement(chosen)
  const steps = createSteps()
  onCleanup(() => {
    steps.stop()
    chosen.end()
  })
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
  const check = async (underWay: UnderWay) => {
    const layout = state.layout()
    if (!layout) return
    const reader = await chosen.reader(underWay)
    await gatherKnown(data, reader, layout.what, underWay)
    state.setPlan(await reader.ask({ ask: 'plan', table: state.at(), layout }, underWay.signal))
  }
  const take = async (underWay: UnderWay) => {
    const [layout, plan, table] = [state.layout(), state.plan(), state.table()]
    if (!layout || !plan || !table) return
    const reader = await chosen.reader()
    const parts = await reader.ask({ ask: 'parts' }, underWay.signal)
    // Before the import itself: what is undone next is that.
    await remembered.keep(table, layout)
    const { act } = await data.run('importRecords', { imported: parts }, underWay)
    state.end({ act, counts: plan.counts })
  }
  const undo = () => {
    const done = state.taken()
    state.end(null)
    if (done) acts.undo(done.act)
  }
  const undoStatement = () => {
    const done = statement.done()
    statement.end()
    if (done) acts.undo(done.act)
  }
  return {
    ...state,
    ...steps,
    ...{ showTable, undo, statement, undoStatement },
    open: (file: File) => steps.run('reading', (underWay) => open(file, underWay)),
    check: () => steps.run('gathering', check),
    take: () => steps.run('taking', take),
    enter: () => steps.run('taking', statement.enter),
  }
}

export type Import = ReturnType<typeof createImport>

/** Does one step at a time; what a step is refused is said, and one that is stopped leaves what stood before it. */
function createSteps() {
  const acts = useActs()
  const work = createWork('change-stopped')
  const [doing, setDoing] = createSignal<Doing | null>(null)
  const [isStopped, setStopped] = createSignal(false)
  const noteStop = (error: unknown) => {
    if (!isStop(error)) throw error
    setStopped(true)
  }
  const run = async (what: Doing, deed: (underWay: UnderWay) => Promise<void>) => {
    setStopped(false)
    setDoing(what)
    await acts.attempt(() => work.run(deed).catch(noteStop))
    setDoing(null)
  }
  return { doing, isStopped, progress: work.progress, run, stop: work.stop }
}

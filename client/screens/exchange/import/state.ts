import { createSignal } from 'solid-js'
import type { Layout } from '../../../../shared/importing/layout/layout.ts'
import type { FileProblem } from '../../../../shared/importing/reading/problem.ts'
import type { FileView, PlanView, TableView } from '../reading/views.ts'

/** What an import came to. */
export interface Taken {
  readonly act: number
  readonly counts: PlanView['counts']
}

/**
 * How far an import has come. What is shown of a step goes when a step before it is changed: a preview is always that of the
 * layout that stands above it.
 */
export function createState() {
  const [name, setName] = createSignal('')
  const [file, setFile] = createSignal<FileView | null>(null)
  const [problem, setProblem] = createSignal<FileProblem | null>(null)
  const [at, setAt] = createSignal(0)
  const [layout, setLayout] = createSignal<Layout | null>(null)
  const [isRemembered, setRemembered] = createSignal(false)
  const [plan, setPlan] = createSignal<PlanView | null>(null)
  const [taken, setTaken] = createSignal<Taken | null>(null)
  const arrange = (next: Layout | null, isOld = false) => {
    setPlan(null)
    setTaken(null)
    setRemembered(isOld)
    setLayout(next)
  }
  const begin = (chosen: string) => {
    setFile(null)
    setProblem(null)
    setName(chosen)
    arrange(null)
  }
  const end = (done: Taken | null) => {
    setPlan(null)
    setTaken(done)
  }
  const table = (): TableView | undefined => file()?.tables[at()]
  /** How many orders are meant: they stand behind the tables, as one more. */
  const orderCount = () => (file() && !table() ? (file()?.orders ?? 0) : 0)
  return {
    ...{ name, file, problem, at, layout, isRemembered, plan, taken, table, orderCount },
    ...{ begin, arrange, end, setFile, setProblem, setAt, setPlan },
  }
}

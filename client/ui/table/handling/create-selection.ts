import { type Accessor, createSignal } from 'solid-js'
import { chosen, NOTHING_CHOSEN, reaching, type Selection, type TableSelection, toggled } from './selection.ts'

/** The rows that can be chosen. */
export interface Choosable {
  /** The id of the row at a position; undefined for one that is not here, or may not be chosen. */
  readonly idAt: (index: number) => string | undefined
  /** From the anchor, or where there is none from `from`, up to a row; null: nowhere. */
  readonly between: (anchor: string | null, to: number, from: number) => Promise<Reach | null>
  readonly all: () => Promise<readonly string[]>
}

export interface Reach {
  readonly anchor: string
  readonly ids: readonly string[]
}

/** The rows of a table that are chosen: by id, so that they stay chosen while the list changes. */
export interface ChosenRows extends TableSelection {
  readonly ids: Accessor<readonly string[]>
}

export function createSelection({ idAt, between, all }: Choosable): ChosenRows {
  const [selection, setSelection] = createSignal(NOTHING_CHOSEN)
  const [isChoosing, setChoosing] = createSignal(false)
  /** Answers come later: only the last question counts. */
  let asked = 0

  const change = (next: (before: Selection) => Selection) => {
    asked++
    setSelection(next)
  }
  const changeLater = async <T>(answer: Promise<T>, next: (before: Selection, answer: T) => Selection) => {
    const mine = ++asked
    const answered = await answer
    if (mine === asked) setSelection((before) => next(before, answered))
  }
  const toggle = (index: number) => {
    const id = idAt(index)
    change((before) => (id === undefined ? before : toggled(before, id)))
  }
  return {
    ids: () => [...selection().ids],
    has: (id) => selection().ids.has(id),
    get count() {
      return selection().ids.size
    },
    get isChoosing() {
      return isChoosing()
    },
    choose(index) {
      setChoosing(true)
      if (index !== undefined) toggle(index)
    },
    toggle,
    reach: (to, from) =>
      void changeLater(between(selection().anchor, to, from), (before, reach) =>
        reach ? reaching(before, reach.anchor, reach.ids) : before,
      ),
    all: () => void changeLater(all(), (_, ids) => chosen(ids)),
    clear() {
      change(() => NOTHING_CHOSEN)
      setChoosing(false)
    },
  }
}

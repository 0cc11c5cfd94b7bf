import { type Accessor, batch, createMemo, createSignal } from 'solid-js'

/** An element's place in a window: what stands in it now, and where that stands in the whole run. */
export interface Holder<T> {
  readonly thing: Accessor<T>
  readonly position: Accessor<number>
  /** Tells it from the others of its window. */
  readonly number: number
}

interface Held<T> extends Holder<T> {
  readonly put: (thing: T, position: number) => void
}

/**
 * Holders for the things in a window on a run of them, the first of which stands at `first`: what stays in the window stays
 * in its holder, wherever it has moved to; what comes takes the holder of what has left. Elements are filled anew only where
 * another thing stands; whoever draws them sees to it that the focus stays with its thing. Holders are in no order.
 */
export function createHolders<T extends { readonly id: string }>(
  things: Accessor<readonly T[]>,
  first: Accessor<number>,
): Accessor<readonly Holder<T>[]> {
  let byId = new Map<string, Held<T>>()
  let made = 0
  return createMemo<readonly Held<T>[]>((before) => {
    const now = things()
    const from = first()
    const here = new Set(now.map(({ id }) => id))
    const left = [...byId].filter(([id]) => !here.has(id)).map(([, holder]) => holder)
    const next = new Map<string, Held<T>>()
    batch(() => {
      for (const [at, thing] of now.entries()) {
        const holder = byId.get(thing.id) ?? left.pop() ?? createHolder(made++, thing, from + at)
        holder.put(thing, from + at)
        next.set(thing.id, holder)
      }
    })
    byId = next
    const all = new Set(next.values())
    const kept = before.filter((holder) => all.has(holder))
    const fresh = [...all].filter((holder) => !before.includes(holder))
    return fresh.length === 0 && kept.length === before.length ? before : [...kept, ...fresh]
  }, [])
}

function createHolder<T>(number: number, thing: T, position: number): Held<T> {
  const [held, setHeld] = createSignal(thing)
  const [at, setAt] = createSignal(position)
  return {
    thing: held,
    position: at,
    number,
    put(next, where) {
      setHeld(() => next)
      setAt(where)
    },
  }
}

/** The holders as what they hold follows each other. */
export function inOrder<T>(holders: readonly Holder<T>[]): readonly Holder<T>[] {
  return holders.toSorted((a, b) => a.position() - b.position())
}

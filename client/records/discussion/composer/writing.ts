import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import { type Chosen, keptText, type Typed, typedText } from '../../../../shared/discussion/text/typed.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { createQuery, useData } from '../../../data/page/solid.tsx'
import type { Said } from '../../../data/queries/discussion/query.ts'
import { useActs } from '../../acts/use-acts.ts'

/** A text that is being written, and what sends it. */
export interface Writing {
  readonly typed: Accessor<Typed>
  readonly setTyped: (typed: Typed) => void
  /** True when it was taken. */
  readonly send: () => Promise<boolean>
  /** Nothing could be sent. */
  readonly isEmpty: () => boolean
}

const NOTHING: Typed = { text: '', chosen: [] }
/** So long after the last key a draft is kept, ms. */
const KEEP_AFTER = 400

interface WritingOf {
  readonly about: Accessor<string>
  /** When the last that stands there was said. */
  readonly read: Accessor<number | null>
  readonly answered: Accessor<Said | null>
}

/** Writes a new comment; what is typed is kept on this device over a reload, until it is sent. */
export function createWriting({ about, read, answered }: WritingOf): Writing {
  const data = useData()
  const acts = useActs()
  const draft = createDraft(() => `comment_${about().replace('/', '_')}`)
  const send = async () => {
    const text = keptText(draft.typed())
    const answers = answered()?.id
    const id = await data.newId('comments')
    const args = { id, about: about(), text, read: read(), ...(answers !== undefined && { answers }) }
    if (!(await acts.run('addComment', args))) return false
    draft.drop()
    return true
  }
  return { typed: draft.typed, setTyped: draft.setTyped, send, isEmpty: () => isBlank(draft.typed()) }
}

/** Changes what was said. */
export function createEditing(said: Said, nameOf: (person: string) => string): Writing {
  const acts = useActs()
  const [typed, setTyped] = createSignal(typedText(said.text, nameOf))
  const send = () => acts.run('editComment', { id: said.id, text: keptText(typed()) })
  return { typed, setTyped, send, isEmpty: () => isBlank(typed()) }
}

function isBlank({ text }: Typed): boolean {
  return text.trim() === ''
}

/** A text that this device keeps while it is written. */
function createDraft(id: Accessor<string>) {
  const data = useData()
  const kept = createQuery(() => ({ what: 'drafts' }) as const)
  const [typed, setTyped] = createSignal(NOTHING)
  let waiting: ReturnType<typeof setTimeout> | undefined
  let isTouched = false
  const keep = () => {
    clearTimeout(waiting)
    waiting = undefined
    if (isBlank(typed())) void data.dropDraft(id())
    else void data.saveDraft(id(), typed() as unknown as JsonObject)
  }
  const found = () => kept()?.drafts.find((one) => one.id === id())?.draft as unknown as Typed | undefined
  createEffect(on(found, (draft) => draft && !isTouched && setTyped({ text: draft.text, chosen: [...draft.chosen] })))
  onCleanup(() => waiting !== undefined && keep())
  return {
    typed,
    setTyped: (next: Typed) => {
      isTouched = true
      setTyped(next)
      clearTimeout(waiting)
      waiting = setTimeout(keep, KEEP_AFTER)
    },
    drop: () => {
      setTyped(NOTHING)
      keep()
    },
  }
}

/** A text in which somebody was chosen in the place of what was typed behind an «@». */
export function choose(typed: Typed, from: number, to: number, one: Chosen): { typed: Typed; cursor: number } {
  const [before, behind] = [typed.text.slice(0, from), typed.text.slice(to)]
  const put = `@${one.name}${/^[\s.,:;!?)]/.test(behind) ? '' : ' '}`
  const others = typed.chosen.filter(({ name }) => name !== one.name)
  return { typed: { text: before + put + behind, chosen: [...others, one] }, cursor: (before + put).length }
}

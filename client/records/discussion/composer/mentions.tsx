import { type Accessor, createMemo, createSignal, For, Show } from 'solid-js'
import { people } from '../../../../shared/company/collections.ts'
import { askedFor } from '../../../../shared/discussion/text/typed.ts'
import { createAll } from '../../../data/page/solid.tsx'
import { Avatar } from '../../../ui/signs/avatar.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { choose, type Writing } from './writing.ts'

/** So many people are offered at a time. */
const MOST = 6

interface Offered {
  readonly person: string
  readonly name: string
}

interface MentionsOf {
  readonly writing: Writing
  readonly box: () => HTMLTextAreaElement | undefined
}

/** Choosing among people while a text is written: who fits what is typed behind an «@». */
export function createMentions({ writing, box }: MentionsOf) {
  const everybody = createAll(people)
  const [asked, setAsked] = createSignal<{ readonly from: number; readonly typed: string } | null>(null)
  const [at, setAt] = createSignal(0)
  const offered = createMemo(() => {
    const what = asked()
    return what === null ? [] : fitting(everybody(), what.typed)
  })
  const look = () => {
    const text = box()
    setAsked(text ? askedFor(text.value, text.selectionStart) : null)
    setAt(0)
  }
  const take = (one: Offered | undefined) => {
    const [what, text] = [asked(), box()]
    if (!one || !what || !text) return
    const chosen = choose(writing.typed(), what.from, what.from + what.typed.length + 1, one)
    writing.setTyped(chosen.typed)
    setAsked(null)
    text.focus()
    text.setSelectionRange(chosen.cursor, chosen.cursor)
  }
  const step = (by: number) => setAt((before) => (before + by + offered().length) % offered().length)
  const keys: { readonly [key: string]: () => void } = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => take(offered()[at()]),
    Tab: () => take(offered()[at()]),
    Escape: () => setAsked(null),
  }
  return {
    offered,
    at: at as Accessor<number>,
    look,
    choose: take,
    close: () => setAsked(null),
    /** Takes a key that is meant for the list; false: it is not. */
    take: (event: KeyboardEvent): boolean => {
      const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
      if (offered().length === 0 || !act) return false
      event.preventDefault()
      event.stopPropagation()
      act()
      return true
    },
  }
}

export function MentionList(props: { readonly id: string; readonly mentions: ReturnType<typeof createMentions> }) {
  const { t } = useWords()
  return (
    <Show when={props.mentions.offered().length > 0}>
      <div id={props.id} class="pop pop-list mentions" role="listbox" aria-label={t('discussion.people')}>
        <For each={props.mentions.offered()}>
          {(one, i) => (
            <button
              id={`${props.id}-${i()}`}
              type="button"
              class="item"
              role="option"
              tabIndex={-1}
              aria-selected={i() === props.mentions.at()}
              data-highlighted={i() === props.mentions.at() ? '' : undefined}
              // The box keeps the focus: it would close the list by losing it.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => props.mentions.choose(one)}
            >
              <Avatar name={one.name} size="small" />
              <span class="item-text cut">{one.name}</span>
            </button>
          )}
        </For>
      </div>
    </Show>
  )
}

/** People of whose names a word begins with each word typed, by name. */
function fitting(
  everybody: readonly { readonly id: string; readonly name: string | null }[],
  typed: string,
): Offered[] {
  const words = fold(typed).split(' ').filter(Boolean)
  const found = everybody.flatMap(({ id, name }) => {
    const own = fold(name ?? '').split(/[\s-]+/)
    return name && words.every((word) => own.some((one) => one.startsWith(word))) ? [{ person: id, name }] : []
  })
  return found.sort((a, b) => a.name.localeCompare(b.name)).slice(0, MOST)
}

function fold(text: string): string {
  return text.toLocaleLowerCase().replaceAll('ё', 'е')
}

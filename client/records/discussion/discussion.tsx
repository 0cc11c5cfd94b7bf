import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import { createQuery } from '../../data/page/solid.tsx'
import type { Said } from '../../data/queries/discussion/query.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useMayWrite } from '../rights.ts'
import { createNames } from '../words/who.ts'
import { Composer } from './composer/composer.tsx'
import { createWriting } from './composer/writing.ts'
import { DiscussionContext } from './context.ts'
import './discussion.css'
import { endLead, leadIn } from './lead.ts'
import { Message } from './message.tsx'
import { createReading } from './reading.ts'

/** So many of the latest are drawn at first, and more at each wish. */
const AT_ONCE = 30

interface DiscussionProps {
  /** `<collection>/<id>`. */
  readonly about: string
  /** It can only be read: the record is a newer program's. */
  readonly readOnly?: boolean | undefined
}

/** What is said about a record, the latest below, and under it where one writes. */
export function Discussion(props: DiscussionProps) {
  const { t } = useWords()
  const mayWrite = useMayWrite('comments')
  const [last, setLast] = createSignal(AT_ONCE)
  const answer = createQuery(() => ({ what: 'discussion', about: props.about, last: last() }) as const)
  const [answered, setAnswered] = createSignal<Said | null>(null)
  const names = createNames()
  const isFixed = () => !mayWrite || props.readOnly === true
  const writing = createWriting({ about: () => props.about, read: () => answer()?.read ?? null, answered })
  let root: HTMLDivElement | undefined
  let bottom: HTMLDivElement | undefined
  const reading = createReading(
    () => props.about,
    () => root,
  )
  const toEnd = () => requestAnimationFrame(() => bottom?.scrollIntoView({ block: 'end' }))
  const lastId = createMemo(() => answer()?.rows.at(-1)?.id)
  createEffect(
    on(lastId, (id, before) => {
      const isOwn = answer()?.rows.at(-1)?.isOwn === true
      if (id !== undefined && (before === undefined || isOwn || isNear(bottom))) toEnd()
    }),
  )
  createEffect(() => {
    const [wanted, known] = [leadIn(props.about), answer()]
    if (wanted === null || !known) return
    if (known.rows.some(({ id }) => id === wanted)) requestAnimationFrame(() => showSaid(wanted))
    else if (known.earlier > 0) setLast(Number.MAX_SAFE_INTEGER)
    else endLead()
  })
  const reply = (said: Said) => {
    setAnswered(said)
    bottom?.querySelector('textarea')?.focus()
  }
  return (
    <DiscussionContext.Provider value={{ names, isFixed, reply, isFresh: reading.isFresh }}>
      <div ref={root} class="discussion">
        <Show when={answer()} fallback={<Skeleton lines={5} />}>
          {(known) => (
            <>
              <Show when={known().earlier > 0}>
                <Button look="ghost" size="small" onClick={() => setLast((before) => before + AT_ONCE)}>
                  {t('discussion.earlier', { n: known().earlier })}
                </Button>
              </Show>
              <Show when={known().rows.length > 0} fallback={<p class="dim">{t('discussion.empty')}</p>}>
                <ol class="said-list" aria-label={t('records.comments.many')}>
                  <For each={known().rows}>
                    {(said, i) => <Message said={said} before={known().rows[i() - 1] ?? null} />}
                  </For>
                </ol>
              </Show>
              <div ref={bottom} class="discussion-end">
                <Show when={!isFixed()}>
                  <Composer
                    writing={writing}
                    label={t('discussion.write')}
                    send={t('discussion.send')}
                    answered={answered()}
                    onUnanswer={() => setAnswered(null)}
                    onDone={() => setAnswered(null)}
                  />
                </Show>
              </div>
            </>
          )}
        </Show>
      </div>
    </DiscussionContext.Provider>
  )
}

/** How many comments stand about a record, for its tab; undefined while there is none. */
export function createCount(about: () => string): () => number | undefined {
  const answer = createQuery(() => ({ what: 'discussion', about: about(), last: 0 }) as const)
  return () => answer()?.count || undefined
}

/** Whether the end of a discussion is nearly in view: then what comes is followed. */
function isNear(end: HTMLElement | undefined): boolean {
  const scroller = end?.closest('.side-card-body')
  return scroller ? scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 120 : false
}

/** Brings a comment that somebody was led to into view, and the focus to it. */
function showSaid(id: string): void {
  const there = document.getElementById(`said-${id}`)
  if (!there?.checkVisibility()) return
  there.scrollIntoView({ block: 'center' })
  there.focus({ preventScroll: true })
  endLead()
}

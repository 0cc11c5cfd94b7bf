import { For, Show } from 'solid-js'
import type { SegmentProblem } from '../../../../shared/segments/criteria/problems.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import type { CriteriaAnswer } from '../../../data/queries/segments/query.ts'
import { createBecauseWords } from '../../../records/segments/because.ts'
import { createSegmentLabel } from '../../../records/segments/label.ts'
import { Link } from '../../../ui/actions/link.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** So many are named. */
const FIRST = 8

/** Whom criteria mean now: how many, the first by name, and why each. */
export function Found(props: { readonly criteria: string | null }) {
  const { t } = useWords()
  const answer = createQuery(() => ({ what: 'criteria', criteria: props.criteria, first: FIRST }) as const)
  return (
    <section class="segment-found" aria-label={t('segments.found.title')}>
      <Show when={answer()} fallback={<p class="dim">{t('segments.found.counting')}</p>}>
        {(found) => (
          <>
            <Show when={found().problems.length > 0}>
              <Problems problems={found().problems} />
            </Show>
            <Told found={found()} />
          </>
        )}
      </Show>
    </section>
  )
}

function Told(props: { readonly found: CriteriaAnswer }) {
  const { t, format } = useWords()
  const because = createBecauseWords()
  const rest = () => props.found.count - props.found.first.length
  return (
    <>
      <p role="status">
        <span class="dim">{t('segments.found.title')}</span>{' '}
        <strong class="segment-count">{t('segments.found.count', { n: props.found.count })}</strong>{' '}
        <span class="dim">{t('segments.found.of', { n: format.integer(props.found.all) })}</span>
      </p>
      <Show when={props.found.count === 0 && props.found.problems.length === 0}>
        <p class="dim">{t('segments.found.nobody')}</p>
      </Show>
      <ul class="segment-first">
        <For each={props.found.first}>
          {(member) => (
            <li>
              <Link href={`/customers/${member.id}`}>{member.name ?? t('common.nameless')}</Link>
              <p class="dim">{because(member.because)}</p>
            </li>
          )}
        </For>
      </ul>
      <Show when={rest() > 0}>
        <p class="dim">{t('segments.found.more', { n: format.integer(rest()) })}</p>
      </Show>
    </>
  )
}

/** What of criteria cannot be checked, each by its place. */
export function Problems(props: { readonly problems: readonly SegmentProblem[] }) {
  const { t } = useWords()
  const labelOf = createSegmentLabel()
  const sentence = ({ at, row, why }: SegmentProblem) =>
    t('segments.broken.at', {
      place: at.map((position) => position + 1).join('.'),
      sentence: t(`segments.broken.${why}`, { field: labelOf(row.field) }),
    })
  return (
    <Banner look="warn">
      <p>{t('segments.broken.title')}</p>
      <ul class="segment-broken">
        <For each={props.problems}>{(problem) => <li>{sentence(problem)}</li>}</For>
      </ul>
    </Banner>
  )
}

import { For, Show } from 'solid-js'
import { isBeingWritten, type SegmentProblem } from '../../../../shared/segments/criteria/problems.ts'
import type { CriteriaAnswer } from '../../../data/queries/segments/query.ts'
import { createBecauseWords } from '../../../records/segments/because.ts'
import { createSegmentLabel } from '../../../records/segments/label.ts'
import { Link } from '../../../ui/actions/link.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** So many are named. */
export const FIRST = 8

interface FoundProps {
  /** Undefined while it is being found out. */
  readonly found: CriteriaAnswer | undefined
}

/** How many customers criteria mean now, or why they mean nobody; it stays in view while one edits. */
export function Count(props: FoundProps) {
  const { t, format } = useWords()
  return (
    <div class="segment-found">
      <Show when={props.found} fallback={<p class="dim">{t('segments.found.counting')}</p>}>
        {(found) => (
          <Show when={found().problems.length === 0} fallback={<Unfound problems={found().problems} />}>
            <p role="status">
              <span class="dim">{t('segments.found.title')}</span>{' '}
              <strong class="segment-count">{t('segments.found.count', { n: found().count })}</strong>{' '}
              <span class="dim">{t('segments.found.of', { n: format.integer(found().all) })}</span>
            </p>
          </Show>
        )}
      </Show>
    </div>
  )
}

/** Why criteria mean nobody: one is still being written, or something of them cannot be checked. */
function Unfound(props: { readonly problems: readonly SegmentProblem[] }) {
  const { t } = useWords()
  return (
    <Show when={isBeingWritten(props.problems)} fallback={<Problems problems={props.problems} />}>
      <p class="dim">{t('segments.unfinished.text')}</p>
    </Show>
  )
}

/** The first of those whom criteria mean by name, and why each. */
export function First(props: FoundProps) {
  const { t, format } = useWords()
  const because = createBecauseWords()
  const rest = () => (props.found ? props.found.count - props.found.first.length : 0)
  return (
    <section aria-label={t('segments.found.title')}>
      <ul class="segment-first">
        <For each={props.found?.first}>
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
    </section>
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

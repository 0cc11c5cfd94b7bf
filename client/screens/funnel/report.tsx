import FunnelIcon from 'lucide-solid/icons/funnel'
import { createMemo, For, Index, Match, Show, Switch } from 'solid-js'
import { Button } from '../../ui/actions/button.tsx'
import { createKeyNotes } from '../../ui/keys/offers.ts'
import { COMPACT, createMedia } from '../../ui/look/media.ts'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { Differs } from './bar/differs.tsx'
import { PeriodText } from './bar/period-pick.tsx'
import { Block } from './blocks/block.tsx'
import { Notes } from './blocks/notes.tsx'
import { useFunnel } from './context.tsx'
import { digitsOf } from './figures/room.ts'
import { KindGroups } from './groups/kind-groups.tsx'
import { differencesOf, NO_FILTER } from './view/differences.ts'

/** The funnel of the present answer: a block per kind, by orders or by groups. */
export function Report() {
  const { t } = useWords()
  const funnel = useFunnel()
  createKeyNotes(() => ({
    heading: t('keys.groups.report'),
    rows: [{ keys: 'ArrowUp|ArrowDown|ArrowLeft|ArrowRight', label: t('keys.figures') }],
  }))
  const isCompact = createMedia(COMPACT)
  const blocks = createMemo(() => funnel.answer()?.blocks)
  // The answer tells, not the view: a changed view keeps the old answer until the new one is there.
  const isGrouped = () => blocks()?.some((block) => block.group !== undefined) ?? false
  const isEmpty = () => blocks()?.every((block) => block.orders === 0)
  const kinds = createMemo(() => [...new Set(blocks()?.map((block) => block.kind))])
  const least = () => funnel.columns().reduce((sum, column) => sum + funnel.room()[column], funnel.room().name)
  return (
    <div class="funnel" style={{ '--least': `${least()}px`, '--digits': digitsOf(blocks() ?? [], funnel.cells) }}>
      <Show when={isCompact()}>
        <div class="bar-row compact-days">
          <PeriodText />
          <Differs />
        </div>
      </Show>
      <Switch fallback={<Skeleton lines={8} />}>
        <Match when={isEmpty()}>
          <Nothing />
        </Match>
        <Match when={blocks()}>
          <Show when={isGrouped()} fallback={<Index each={blocks()}>{(block) => <Block block={block()} />}</Index>}>
            <For each={kinds()}>{(kind) => <KindGroups kind={kind} />}</For>
          </Show>
          <Notes wholeWay={isGrouped() && kinds().some((kind) => funnel.view().at[kind] === undefined)} />
        </Match>
      </Switch>
    </div>
  )
}

/** Why there is nothing, and the ways on. */
function Nothing() {
  const { t } = useWords()
  const funnel = useFunnel()
  const isNarrowed = () =>
    differencesOf({ ...funnel.view(), mode: 'reached', basis: 'order', moment: 'now' }).length > 0
  return (
    <EmptyState title={t('funnel.empty.title')} text={t('funnel.empty.text')} icon={FunnelIcon}>
      <Show when={funnel.view().period !== 'all'}>
        <Button onClick={() => funnel.change({ period: 'all', from: null, to: null })}>
          {t('funnel.periods.all')}
        </Button>
      </Show>
      <Show when={isNarrowed()}>
        <Button onClick={() => funnel.change(NO_FILTER)}>{t('funnel.reset')}</Button>
      </Show>
    </EmptyState>
  )
}

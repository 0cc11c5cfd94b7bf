import { useNavigate } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { createQuery } from '../../../data/page/solid.tsx'
import type { Alike, DuplicatesAnswer } from '../../../data/queries/customers/query.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useMayWrite } from '../../../records/rights.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { LinkButton } from '../../../ui/actions/link.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { SameBy } from './same-by.tsx'

/** So many sets are shown at first, and so many more each time. */
const STEP = 30

interface DuplicatesDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** Sets of customers that may be the same, what says most first; each can be opened, or the others merged into it. */
export function DuplicatesDialog(props: DuplicatesDialogProps) {
  const { t } = useWords()
  const [shown, setShown] = createSignal(STEP)
  const asked = createQuery(() => (props.open ? ({ what: 'duplicates', to: shown() } as const) : null))
  const answer = () => (asked()?.isWhole ? asked() : undefined)
  return (
    <Dialog open={props.open} title={t('customers.duplicates.title')} onClose={props.onClose} size="wide">
      <Switch fallback={<Skeleton lines={5} />}>
        <Match when={answer()?.count === 0}>
          <EmptyState title={t('customers.duplicates.none')} text={t('customers.duplicates.text')} />
        </Match>
        <Match when={answer()}>
          {(found) => (
            <>
              <p class="dim">{t('customers.duplicates.text')}</p>
              <For each={found().sets}>{(set, at) => <Twins {...props} set={set} number={at() + 1} />}</For>
              <Show when={found().count > found().sets.length}>
                <Button onClick={() => setShown(shown() + STEP)}>{t('common.more')}</Button>
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </Dialog>
  )
}

interface TwinsProps extends DuplicatesDialogProps {
  readonly set: DuplicatesAnswer['sets'][number]
  readonly number: number
}

function Twins(props: TwinsProps) {
  const { t } = useWords()
  return (
    <section aria-label={t('customers.duplicates.set', { n: props.number })}>
      <SameBy by={props.set.by} />
      <ul class="alike">
        <For each={props.set.of}>{(one) => <Twin {...props} one={one} />}</For>
      </ul>
    </section>
  )
}

function Twin(props: TwinsProps & { readonly one: Alike }) {
  const { t } = useWords()
  const acts = useActs()
  const navigate = useNavigate()
  const mayWrite = useMayWrite('customers')
  const name = () => props.one.name ?? t('common.nameless')
  const open = () => {
    props.onClose()
    navigate(`/customers/${props.one.id}${location.search}`, { scroll: false })
  }
  const merge = () => {
    const ids = props.set.of.flatMap(({ id }) => (id === props.one.id ? [] : [id]))
    void acts.run('mergeCustomers', { ids, into: props.one.id }, t('customers.alike.merged', { name: name() }))
  }
  return (
    <li>
      <div>
        <LinkButton onClick={open}>{name()}</LinkButton>
        <p class="dim cut">{[props.one.inn, props.one.phone].filter(Boolean).join(' · ')}</p>
      </div>
      <Show when={mayWrite}>
        <Button size="small" aria-label={t('customers.duplicates.keepNamed', { name: name() })} onClick={merge}>
          {t('customers.duplicates.keep')}
        </Button>
      </Show>
    </li>
  )
}

import { createSignal, For, Show } from 'solid-js'
import type { Alike as One } from '../../../data/queries/customers/query.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Link } from '../../../ui/actions/link.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { SameBy } from '../duplicates/same-by.tsx'
import { useCard } from './context.tsx'
import { createMerge } from './merging.tsx'

/** So many stand there at first: the card is about its own customer. */
const FEW = 3

/** Customers that may be the same as the one on the card, as it is filled in: one may be opened, or this one merged into it. */
export function Alike() {
  const { t } = useWords()
  const card = useCard()
  const [shown, setShown] = createSignal(FEW)
  return (
    <Show when={card.row() && (card.known()?.alike.length ?? 0) > 0}>
      <Section title={t('customers.alike.title')}>
        <ul class="alike" aria-label={t('customers.alike.title')}>
          <For each={card.known()?.alike.slice(0, shown())}>{(one) => <AlikeRow one={one} />}</For>
        </ul>
        <Show when={(card.known()?.alike.length ?? 0) > shown()}>
          <Button size="small" look="ghost" onClick={() => setShown(Number.POSITIVE_INFINITY)}>
            {t('common.more')}
          </Button>
        </Show>
      </Section>
    </Show>
  )
}

function AlikeRow(props: { readonly one: One }) {
  const { t } = useWords()
  const card = useCard()
  const merge = createMerge()
  const name = () => props.one.name ?? t('common.nameless')
  const address = () => `/customers/${props.one.id}${location.search}`
  return (
    <li>
      <div>
        <p class="cut">{name()}</p>
        <SameBy by={props.one.by} />
      </div>
      <Link href={address()} title={name()}>
        {t('common.open')}
      </Link>
      <Show when={!card.isFixed()}>
        <Button
          size="small"
          aria-label={t('customers.alike.mergeWith', { name: name() })}
          onClick={() => void merge(props.one.id, name())}
        >
          {t('customers.alike.merge')}
        </Button>
      </Show>
    </li>
  )
}

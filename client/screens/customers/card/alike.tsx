import { useNavigate } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Alike as One } from '../../../data/queries/customers/query.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Link } from '../../../ui/actions/link.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { SameBy } from '../duplicates/same-by.tsx'
import { useCard } from './context.tsx'

/** Customers that may be the same as the one on the card, as it is filled in: one may be opened, or this one merged into it. */
export function Alike() {
  const { t } = useWords()
  const card = useCard()
  return (
    <Show when={card.row() && (card.known()?.alike.length ?? 0) > 0}>
      <Section title={t('customers.alike.title')}>
        <ul class="alike" aria-label={t('customers.alike.title')}>
          <For each={card.known()?.alike}>{(one) => <AlikeRow one={one} />}</For>
        </ul>
      </Section>
    </Show>
  )
}

function AlikeRow(props: { readonly one: One }) {
  const { t } = useWords()
  const acts = useActs()
  const navigate = useNavigate()
  const card = useCard()
  const name = () => props.one.name ?? t('common.nameless')
  const address = () => `/customers/${props.one.id}${location.search}`
  const merge = async () => {
    const args = { ids: [card.row()?.id ?? ''], into: props.one.id }
    const to = address()
    if (await acts.run('mergeCustomers', args, t('customers.alike.merged', { name: name() }))) {
      navigate(to, { scroll: false })
    }
  }
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
        <Button size="small" aria-label={t('customers.alike.mergeWith', { name: name() })} onClick={() => void merge()}>
          {t('customers.alike.merge')}
        </Button>
      </Show>
    </li>
  )
}

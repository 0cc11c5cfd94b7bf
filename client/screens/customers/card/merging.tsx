import { useNavigate } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { useActs } from '../../../records/acts/use-acts.ts'
import { RecordHistory } from '../../../records/history/record-history.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { Link } from '../../../ui/actions/link.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useCard } from './context.tsx'

/** Gives what merges the customer whose card is open into another one, and shows that. */
export function createMerge() {
  const { t } = useWords()
  const acts = useActs()
  const navigate = useNavigate()
  const card = useCard()
  return async (into: string, name: string) => {
    const args = { ids: [card.row()?.id ?? ''], into }
    const to = `/customers/${into}${location.search}`
    if (await acts.run('mergeCustomers', args, t('customers.alike.merged', { name }))) navigate(to, { scroll: false })
  }
}

/** Gives what takes a customer out of the one that it was merged into. */
function createSplit() {
  const { t } = useWords()
  const acts = useActs()
  return (id: string, name: string) => void acts.run('splitCustomer', { id }, t('customers.merging.wasSplit', { name }))
}

/** Says of a customer that was merged which one it is now. */
export function MergedInto() {
  const { t } = useWords()
  const navigate = useNavigate()
  const card = useCard()
  const split = createSplit()
  const own = () => card.row()?.name ?? t('common.nameless')
  return (
    <Show when={card.known()?.into}>
      {(into) => {
        const name = () => into().name ?? t('common.nameless')
        const open = () => navigate(`/customers/${into().id}${location.search}`, { scroll: false })
        return (
          <>
            <Banner action={{ label: t('customers.merging.openMain', { name: name() }), run: open }}>
              {t('customers.merging.into', { name: name() })}
            </Banner>
            <Show when={!card.isFixed()}>
              <Button size="small" onClick={() => split(card.row()?.id ?? '', own())}>
                {t('customers.merging.split')}
              </Button>
            </Show>
          </>
        )
      }}
    </Show>
  )
}

/** «История» of each customer that was merged into this one. */
export function MergedPasts() {
  const { t } = useWords()
  const card = useCard()
  const ids = createMemo(() => card.merged().map(({ id }) => id), undefined, {
    equals: (a, b) => String(a) === String(b),
  })
  const name = (id: string) => card.merged().find((one) => one.id === id)?.name ?? t('common.nameless')
  return (
    <For each={ids()}>
      {(id) => (
        <Section title={t('customers.merging.history', { name: name(id) })}>
          <RecordHistory collection="customers" id={id} currency={card.currency()} readOnly={card.isFixed()} />
        </Section>
      )}
    </For>
  )
}

/** Customers that were merged into this one, and taking them out again. */
export function Merged() {
  const { t } = useWords()
  const card = useCard()
  const split = createSplit()
  return (
    <Show when={card.merged().length > 0}>
      <Section title={t('customers.merging.title')}>
        <ul class="alike" aria-label={t('customers.merging.title')}>
          <For each={card.merged()}>
            {(one) => {
              const name = () => one.name ?? t('common.nameless')
              return (
                <li>
                  <Link href={`/customers/${one.id}`}>{name()}</Link>
                  <Show when={!card.isFixed()}>
                    <Button
                      size="small"
                      aria-label={t('customers.merging.splitNamed', { name: name() })}
                      onClick={() => split(one.id, name())}
                    >
                      {t('customers.merging.split')}
                    </Button>
                  </Show>
                </li>
              )
            }}
          </For>
        </ul>
      </Section>
    </Show>
  )
}

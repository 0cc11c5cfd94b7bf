import X from 'lucide-solid/icons/x'
import { createSignal, For, Show } from 'solid-js'
import { segments } from '../../../../shared/segments/collections.ts'
import { createQuery, createRecord, useData } from '../../../data/page/solid.tsx'
import type { Member } from '../../../data/queries/segments/query.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { ReferenceField } from '../../../records/card/reference-field.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { createBecauseWords } from '../../../records/segments/because.ts'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { Link } from '../../../ui/actions/link.tsx'
import { SearchField } from '../../../ui/inputs/typed/search-field.tsx'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { Problems } from '../card/found.tsx'

/** So many are shown at first, and so many more at each press. */
const PART = 50

/** Who is in the segment, by name, and why; into a list by hand customers are put here, and taken out. */
export function Members(props: { readonly id: string }) {
  const { t } = useWords()
  const mayWrite = useMayWrite('segments')
  const record = createRecord(segments, () => props.id)
  const [search, setSearch] = createSignal('')
  const [first, setFirst] = createSignal(PART)
  const answer = createQuery(
    () => ({ what: 'segmentPart', segment: props.id, search: search(), first: first() }) as const,
  )
  const isFixed = () => record()?.row?.sort === 'fixedSegment'
  const mayChange = () => mayWrite && isFixed() && record()?.row?.gone === false
  const change = createMemberChange(() => props.id)
  const rest = () => (answer()?.count ?? 0) - (answer()?.members.length ?? 0)
  return (
    <div class="segment-members">
      <div class="segment-bar">
        <SearchField label={t('segments.members.search')} value={search()} onInput={setSearch} />
        <Show when={mayChange()}>
          <ReferenceField
            label={t('segments.members.add')}
            to="customers"
            value={null}
            onCommit={(customer) => customer !== null && change('putIn', customer)}
          />
        </Show>
      </div>
      <Show when={answer()?.problems.length}>
        <Problems problems={answer()?.problems ?? []} />
      </Show>
      <Show
        when={answer()?.members.length}
        fallback={
          <Show when={answer()}>
            <EmptyState
              title={t('segments.members.none')}
              text={t(isFixed() ? 'segments.members.noneText' : 'segments.members.noneLive')}
            />
          </Show>
        }
      >
        <Table
          members={answer()?.members ?? []}
          onTakeOut={mayChange() ? (customer) => void change('takeOut', customer) : undefined}
        />
      </Show>
      <Show when={rest() > 0}>
        <Button size="small" look="ghost" onClick={() => setFirst(first() + PART)}>
          {t('segments.members.more', { n: Math.min(PART, rest()) })}
        </Button>
      </Show>
    </div>
  )
}

interface TableProps {
  readonly members: readonly Member[]
  readonly onTakeOut: ((customer: string) => void) | undefined
}

function Table(props: TableProps) {
  const { t } = useWords()
  const because = createBecauseWords()
  return (
    <table class="segment-table">
      <thead>
        <tr>
          <th scope="col">{t('records.customers.one')}</th>
          <th scope="col">{t('segments.members.why')}</th>
          <Show when={props.onTakeOut}>
            <td />
          </Show>
        </tr>
      </thead>
      <tbody>
        <For each={props.members}>
          {(member) => (
            <tr>
              <td>
                <Link href={`/customers/${member.id}`}>{member.name ?? t('common.nameless')}</Link>
              </td>
              <td class="dim">{because(member.because)}</td>
              <Show when={props.onTakeOut}>
                {(takeOut) => (
                  <td>
                    <IconButton
                      icon={X}
                      label={`${t('segments.members.takeOut')}: ${member.name ?? ''}`}
                      onClick={() => takeOut()(member.id)}
                    />
                  </td>
                )}
              </Show>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

/** Puts a customer into the segment, or takes it out. */
function createMemberChange(segment: () => string) {
  const data = useData()
  const acts = useActs()
  return (what: 'putIn' | 'takeOut', customer: string) =>
    acts.attempt(() =>
      data.run('changeRecords', {
        collection: 'customers',
        ids: [customer],
        change: { what, segment: segment() },
      }),
    )
}

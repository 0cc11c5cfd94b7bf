import { A, useNavigate, useParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { CUSTOMIZED, type CustomFieldRow, type Customized, QUICK_TYPES } from '../../../../shared/custom/collections.ts'
import { byPlace, placeAfter } from '../../../../shared/records/declarations/place.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { newEntryId } from '../../../../shared/records/keys/id.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import { CatalogCard } from '../../../records/card/catalog-card.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { manyLabel } from '../../../records/words/labels.ts'
import { Page } from '../../../ui/layout/page.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { ListAndCard } from '../../../ui/layout/side-card.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { FieldList, FieldWords } from './field-list.tsx'
import './fields.css'
import { Options } from './options.tsx'

const HOME = '/settings/fields'
const addressOf = (id: string) => `${HOME}/${id}`

/** «Свои поля»: what the company adds to cards, by collection; a card beside for the one that is open. */
export function CustomFieldsPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const params = useParams<{ id?: string }>()
  const mayWrite = useMayWrite('customFields')
  const answer = createQuery(() => ({ what: 'all', collection: 'customFields' }) as const)
  const every = () => answer()?.rows ?? []
  const [begun, setBegun] = createSignal<{ readonly id: string; readonly values: JsonObject }>()
  const open = (id: string | null) => navigate(id === null ? HOME : addressOf(id), { scroll: false })
  const rowsOf = (of: Customized) =>
    every()
      .filter((row) => row.of === of && !row.gone)
      .sort(byPlace)
  const removed = () => every().filter((row) => row.gone)
  const add = (of: Customized) => {
    const id = `custom_${newEntryId().slice(0, 12)}`
    setBegun({ id, values: { of, type: 'line', place: placeAfter(rowsOf(of)) } })
    open(id)
  }
  return (
    <Page title={t(manyLabel('customFields'))}>
      <ListAndCard
        list={
          <div class="page-column">
            <Show when={!mayWrite}>
              <Banner>{t('settings.readOnly')}</Banner>
            </Show>
            <p class="dim">{t('customFields.lead')}</p>
            <Show when={answer()} fallback={<Skeleton lines={5} />}>
              <For each={CUSTOMIZED}>
                {(of) => (
                  <FieldList
                    of={of}
                    rows={rowsOf(of)}
                    mayWrite={mayWrite}
                    selected={params.id ?? null}
                    addressOf={addressOf}
                    onAdd={() => add(of)}
                  />
                )}
              </For>
            </Show>
            <Show when={removed().length > 0}>
              <Removed rows={removed()} />
            </Show>
          </div>
        }
        card={
          params.id && (
            <Show when={params.id} keyed>
              {(id) => (
                <CatalogCard
                  collection="customFields"
                  id={id}
                  form={formOf(every().find((row) => row.id === id))}
                  begins={begun()?.id === id ? begun()?.values : undefined}
                  readOnly={!mayWrite}
                  below={() => <Below row={every().find((row) => row.id === id)} readOnly={!mayWrite} />}
                  onClose={() => open(null)}
                />
              )}
            </Show>
          )
        }
      />
    </Page>
  )
}

function Removed(props: { readonly rows: readonly CustomFieldRow[] }) {
  const { t } = useWords()
  return (
    <Section title={t('customFields.removed.title')}>
      <p class="dim">{t('customFields.removed.text')}</p>
      <ul class="own-fields" aria-label={t('customFields.removed.title')}>
        <For each={props.rows}>
          {(row) => (
            <li class="ordered-row">
              <A class="own-link" href={addressOf(row.id)} noScroll>
                <FieldWords row={row} />
              </A>
            </li>
          )}
        </For>
      </ul>
    </Section>
  )
}

/** What the card has under its form: the options of a choice, and that another type loses nothing. */
function Below(props: { readonly row: CustomFieldRow | undefined; readonly readOnly: boolean }) {
  const { t } = useWords()
  return (
    <Show when={props.row}>
      {(row) => (
        <>
          <Show when={row().type === 'choice' || row().type === 'choices'}>
            <Options row={row()} readOnly={props.readOnly || row().gone} />
          </Show>
          <p class="dim">{t('customFields.type')}</p>
        </>
      )}
    </Show>
  )
}

/** Of a number it asks for its decimals, of what can be chosen by a press whether lists offer that. */
function formOf(row: CustomFieldRow | undefined): readonly string[] {
  const isQuick = row?.type && QUICK_TYPES.includes(row.type)
  const ofNumber = row?.type === 'number' ? ['decimals'] : []
  return ['name', 'type', ...ofNumber, 'hint', 'wanted', 'later', ...(isQuick ? ['quick'] : [])]
}

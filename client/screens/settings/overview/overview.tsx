import { A } from '@solidjs/router'
import { createMemo, createSignal, For } from 'solid-js'
import { folded } from '../../../../shared/filters/values/folded.ts'
import { fitTyped, nearFitTyped, readTyped } from '../../../../shared/search/rank.ts'
import { useData } from '../../../data/page/solid.tsx'
import { type SettingsGroup, type SettingsRow, settingsFor } from '../../../records/settings/settings-rows.ts'
import { IconOf } from '../../../ui/actions/button.tsx'
import { SearchField } from '../../../ui/inputs/typed/search-field.tsx'
import { Page } from '../../../ui/layout/page.tsx'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import '../groups.css'
import './overview.css'

/** All settings, by what they are about, each with a line of what it is for. */
export function Overview() {
  const { t } = useWords()
  const [text, setText] = createSignal('')
  const groups = createFound(text)
  return (
    <Page title={t('settings.title')} bar={<SearchField label={t('settings.find')} value={text()} onInput={setText} />}>
      <div class="settings-groups">
        <For
          each={groups()}
          fallback={<EmptyState title={t('settings.nothing.title')} text={t('settings.nothing.text')} />}
        >
          {(group) => (
            <section aria-label={t(`shell.groups.${group.id}`)}>
              <h2>{t(`shell.groups.${group.id}`)}</h2>
              <ul>
                <For each={group.items}>{(row) => <Entry row={row} />}</For>
              </ul>
            </section>
          )}
        </For>
      </div>
    </Page>
  )
}

function Entry(props: { readonly row: SettingsRow }) {
  const { t } = useWords()
  return (
    <li>
      <A href={props.row.path} class="settings-entry">
        <IconOf icon={props.row.icon} />
        <span>
          <strong>{t(`shell.items.${props.row.id}`)}</strong>
          <span class="dim">{t(`settings.about.${props.row.id}`)}</span>
        </span>
      </A>
    </li>
  )
}

/** The groups with the pages that what was typed fits, by their names or by what they are for. */
function createFound(text: () => string) {
  const { t } = useWords()
  const { role } = useData().account
  const fits = ({ id }: SettingsRow, group: SettingsGroup) => {
    const typed = readTyped(text())
    const own = folded(`${t(`shell.items.${id}`)} ${t(`settings.about.${id}`)} ${t(`shell.groups.${group.id}`)}`)
    return typed.words.length === 0 || fitTyped(own, typed) > 0 || nearFitTyped(own, typed) > 0
  }
  return createMemo(() =>
    settingsFor(role)
      .map((group) => ({ ...group, items: group.items.filter((row) => fits(row, group)) }))
      .filter(({ items }) => items.length > 0),
  )
}

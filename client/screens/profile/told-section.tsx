import { For } from 'solid-js'
import { offeredAt } from '../../../shared/features/places.ts'
import {
  chosen,
  isTold,
  NOTICE_KINDS,
  NOTICE_WAYS,
  type NoticeKind,
  type NoticeWay,
} from '../../../shared/notices/kinds.ts'
import { useOwnSettings } from '../../records/own-settings.ts'
import { createHeld } from '../../ui/inputs/field/held.ts'
import { Checkbox } from '../../ui/inputs/toggles/checkbox.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { useWords } from '../../ui/words/words.tsx'
import './told-section.css'

/** What one is told of, and by which ways. */
export function ToldSection() {
  const { t } = useWords()
  const { row, save } = useOwnSettings()
  let saving: Promise<void> = Promise.resolve()
  // What is set next builds on what was set before, be it kept yet or not.
  const held = createHeld(
    () => row()?.notices ?? [],
    (next) => {
      saving = save({ notices: [...next] })
      return saving
    },
  )
  const change = (kind: NoticeKind, way: NoticeWay, isOn: boolean) => {
    held.put(chosen(held.shown(), kind, way, isOn))
    return saving
  }
  return (
    <Section title={t('notices.settings.title')}>
      <table class="notice-kinds">
        <thead>
          <tr>
            <th scope="col">
              <span class="said">{t('notices.settings.kind')}</span>
            </th>
            <For each={NOTICE_WAYS}>{(way) => <th scope="col">{t(`notices.settings.ways.${way}`)}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={offeredAt('notices', NOTICE_KINDS)}>
            {(kind) => (
              <tr>
                <th scope="row">{t(`notices.settings.kinds.${kind}`)}</th>
                <For each={NOTICE_WAYS}>
                  {(way) => (
                    <td>
                      <Checkbox
                        bare
                        label={t('notices.settings.way', {
                          way: t(`notices.settings.ways.${way}`),
                          kind: t(`notices.settings.kinds.${kind}`),
                        })}
                        checked={isTold(held.shown(), kind, way)}
                        onCommit={(isOn) => change(kind, way, isOn)}
                      />
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <p class="dim">{t('notices.settings.mailText')}</p>
    </Section>
  )
}

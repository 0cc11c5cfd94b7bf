import { For } from 'solid-js'
import { Caps } from '../ui/keys/caps.tsx'
import { createKeyNotes, keyMap } from '../ui/keys/offers.ts'
import { Dialog } from '../ui/overlays/dialog.tsx'
import { useWords } from '../ui/words/words.tsx'

/** The map of keys: all that work where one is now. */
export function KeysDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useWords()
  createKeyNotes(() => ({
    heading: t('keys.groups.field'),
    rows: [
      { keys: 'Enter', label: t('keys.save') },
      { keys: 'mod+Enter', label: t('keys.saveLines') },
      { keys: 'Escape', label: t('keys.restore') },
      { keys: 'Tab', label: t('keys.next') },
      { keys: 'Shift+Tab', label: t('keys.previous') },
    ],
  }))
  return (
    <Dialog open={props.open} title={t('keys.title')} toRead size="wide" onClose={props.onClose}>
      <div class="keys">
        <For each={keyMap()}>
          {(group) => (
            <section>
              <h3>{group.heading}</h3>
              <dl>
                <For each={group.rows}>
                  {(row) => (
                    <div>
                      <dt>{row.label}</dt>
                      <dd>
                        <Caps keys={row.keys} />
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </div>
    </Dialog>
  )
}

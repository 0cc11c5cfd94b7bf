import { For } from 'solid-js'
import type { ProfileFile } from '../../../shared/calls/profiles/given.ts'
import { macroDroidProfile } from '../../../shared/calls/profiles/macrodroid.ts'
import type { Paired } from '../../../shared/calls/protocol.ts'
import { download } from '../../records/list/sheet/download.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Fold } from '../../ui/layout/fold.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** Files with which a program of automation on this phone tells of its calls by itself, filled in with address and key. */
export function ProfileSection(props: { readonly paired: Paired }) {
  const { t } = useWords()
  const given = () => ({ address: location.origin, phone: props.paired.phone, key: props.paired.key })
  const save = ({ name, type, text }: ProfileFile) => download(new Blob([text], { type }), name)
  return (
    <Fold title={t('myPhone.profiles.title')} summary={t('myPhone.profiles.summary')}>
      <p class="dim">{t('myPhone.profiles.text')}</p>
      <h3>MacroDroid</h3>
      <p class="dim">{t('myPhone.profiles.macrodroid')}</p>
      <div class="phone-profiles">
        <For each={macroDroidProfile(given())}>
          {(file) => (
            <Button size="small" onClick={() => save(file)}>
              {file.name}
            </Button>
          )}
        </For>
      </div>
    </Fold>
  )
}

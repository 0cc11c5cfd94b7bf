import { For } from 'solid-js'
import { automateValues } from '../../../shared/calls/profiles/automate.ts'
import type { ProfileFile } from '../../../shared/calls/profiles/given.ts'
import { macroDroidProfile } from '../../../shared/calls/profiles/macrodroid.ts'
import { taskerProfile } from '../../../shared/calls/profiles/tasker.ts'
import type { Paired } from '../../../shared/calls/protocol.ts'
import { download } from '../../records/list/sheet/download.ts'
import { Button } from '../../ui/actions/button.tsx'
import { CopyField } from '../../ui/inputs/typed/copy-field.tsx'
import { Fold } from '../../ui/layout/fold.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** In the order in which Automate's blocks ask for them. */
const AUTOMATE = ['action', 'url', 'contentType', 'body', 'headers'] as const

/** Files and values with which a program of automation on this phone tells of its calls by itself, filled in with address and key. */
export function ProfileSection(props: { readonly paired: Paired }) {
  const { t } = useWords()
  const given = () => ({ address: location.origin, phone: props.paired.phone, key: props.paired.key })
  return (
    <Fold title={t('myPhone.profiles.title')} summary={t('myPhone.profiles.summary')}>
      <p class="dim">{t('myPhone.profiles.text')}</p>
      <h3>MacroDroid</h3>
      <p class="dim">{t('myPhone.profiles.macrodroid')}</p>
      <Files all={macroDroidProfile(given())} />
      <h3>Tasker</h3>
      <p class="dim">{t('myPhone.profiles.tasker')}</p>
      <Files all={[taskerProfile(given())]} />
      <h3>Automate</h3>
      <p class="dim">{t('myPhone.profiles.automate')}</p>
      <For each={AUTOMATE}>
        {(name) => <CopyField label={t(`myPhone.profiles.values.${name}`)} value={automateValues(given())[name]} />}
      </For>
    </Fold>
  )
}

function Files(props: { readonly all: readonly ProfileFile[] }) {
  const save = ({ name, type, text }: ProfileFile) => download(new Blob([text], { type }), name)
  return (
    <div class="phone-profiles">
      <For each={props.all}>
        {(file) => (
          <Button size="small" onClick={() => save(file)}>
            {file.name}
          </Button>
        )}
      </For>
    </div>
  )
}

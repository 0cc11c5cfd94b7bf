import Paperclip from 'lucide-solid/icons/paperclip'
import { For, Show } from 'solid-js'
import { files } from '../../../../shared/files/collections.ts'
import { createRecord, useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { download } from '../../../records/list/sheet/download.ts'
import { fieldLabel } from '../../../records/words/labels.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** The files that go with a message. */
export function Enclosed(props: { readonly files: readonly string[] }) {
  const { t } = useWords()
  return (
    <Show when={props.files.length > 0}>
      <div>
        <p class="dim">{t(fieldLabel('messages', 'files'))}</p>
        <For each={props.files}>{(id) => <One id={id} />}</For>
      </div>
    </Show>
  )
}

function One(props: { readonly id: string }) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const record = createRecord(files, () => props.id)
  const name = () => record()?.row?.name ?? t('common.nameless')
  const save = () =>
    acts.attempt(async () => {
      // Without a type of its own a browser keeps it and shows it nowhere.
      const bytes = await data.openFile(props.id, 'file')
      download(new Blob([bytes], { type: 'application/octet-stream' }), name())
    })
  return (
    <Button size="small" look="ghost" icon={Paperclip} onClick={() => void save()}>
      {name()}
    </Button>
  )
}

import FileUp from 'lucide-solid/icons/file-up'
import { createSignal, Show } from 'solid-js'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** A file is chosen by a button, or dropped here. */
export function ChooseFile(props: {
  readonly name: string
  readonly isBusy: boolean
  readonly onFile: (file: File) => void
}) {
  const { t } = useWords()
  const [isOver, setOver] = createSignal(false)
  let input!: HTMLInputElement
  const take = (file: File | null | undefined) => file && !props.isBusy && props.onFile(file)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer?.files[0])
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <section
      class="exchange-file"
      classList={{ over: isOver() }}
      aria-label={t('exchange.choose')}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button icon={FileUp} disabled={props.isBusy} onClick={() => input.click()}>
        {t(props.name === '' ? 'exchange.choose' : 'exchange.other')}
      </Button>
      <span class="dim">
        <Show when={props.name} fallback={t('exchange.drop')}>
          {props.name}
        </Show>
      </span>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.tsv,.xlsx,.vcf,.xml"
        onChange={() => {
          take(input.files?.[0])
          // The same file may be chosen once more, when it has been put right.
          input.value = ''
        }}
      />
    </section>
  )
}

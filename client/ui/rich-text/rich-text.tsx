import { createSignal, lazy, Suspense } from 'solid-js'
import { createFieldId, FieldFrame } from '../inputs/field/field.tsx'
import { Skeleton } from '../signs/waiting.tsx'
import type { RichTextProps } from './form.ts'
import './rich-text.css'

const RichEditor = lazy(async () => ({ default: (await import('./editor.tsx')).RichEditor }))

/** A text with looks, links, lists and parameters, or a plain one with parameters. It is saved when it is left, and on Ctrl+Enter. */
export function RichText(props: RichTextProps) {
  const id = createFieldId()
  const [wrong, setWrong] = createSignal<string>()
  return (
    <FieldFrame {...props} id={id} wrong={wrong()} group>
      <Suspense
        fallback={
          <div class={`rich-box text-${props.form ?? 'rich'}`}>
            <Skeleton lines={1} />
          </div>
        }
      >
        <RichEditor {...props} id={id} onWrong={setWrong} />
      </Suspense>
    </FieldFrame>
  )
}

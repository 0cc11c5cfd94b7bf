import { createEffect, createSignal, on, Show } from 'solid-js'
import type { Way } from '../../../shared/messages/collections.ts'
import { RichText } from '../../ui/rich-text/rich-text.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { fieldLabel } from '../words/labels.ts'
import type { OfferedParameters } from './offered.ts'
import { bodyOfDoc, docOfBody, docOfLine, lineOfDoc, linesOfBody } from './written.ts'

/** What is written in a template or in a message. */
export interface WrittenText {
  readonly subject: string | null
  readonly body: string | null
}

interface TextFieldsProps extends WrittenText {
  readonly way: Way
  /** Without them none can be put in. */
  readonly offered?: OfferedParameters | undefined
  readonly readOnly?: boolean | undefined
  /** Who opens it writes the text first. */
  readonly beginsInText?: boolean | undefined
  /** What is said under the text, as it is written. */
  readonly hintOf?: ((body: string | null) => string | undefined) | undefined
  readonly onCommit: (change: Partial<WrittenText>) => unknown
}

/** Subject and text of a letter, or the text of an SMS. */
export function TextFields(props: TextFieldsProps) {
  const { t } = useWords()
  const [written, setWritten] = createSignal<string | null>()
  createEffect(
    on(
      () => props.body,
      () => setWritten(undefined),
      { defer: true },
    ),
  )
  const isLetter = () => props.way === 'letter'
  const named = (called: string) => props.offered?.named(called) ?? null
  const called = (name: string) => props.offered?.called(name) ?? name
  return (
    <>
      <Show when={isLetter()}>
        <RichText
          label={t(fieldLabel('messages', 'subject'))}
          form="line"
          value={docOfLine(props.subject, named)}
          parameters={props.offered?.all()}
          readOnly={props.readOnly}
          onCommit={(doc) => props.onCommit({ subject: lineOfDoc(doc, called) })}
        />
      </Show>
      <Show when={props.way} keyed>
        {(way) => (
          <RichText
            label={t(fieldLabel('messages', 'body'))}
            form={way === 'letter' ? 'rich' : 'lines'}
            value={way === 'letter' ? docOfBody(props.body) : linesOfBody(props.body)}
            parameters={props.offered?.all()}
            readOnly={props.readOnly}
            autofocus={props.beginsInText}
            hint={props.hintOf?.(written() === undefined ? props.body : (written() ?? null))}
            onWrite={(doc) => props.hintOf && setWritten(bodyOfDoc(doc))}
            onCommit={(doc) => props.onCommit({ body: bodyOfDoc(doc) })}
          />
        )}
      </Show>
    </>
  )
}

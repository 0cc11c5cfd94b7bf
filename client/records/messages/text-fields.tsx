import { createEffect, createSignal, on, Show } from 'solid-js'
import type { Way } from '../../../shared/messages/collections.ts'
import type { Doc } from '../../ui/rich-text/form.ts'
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
  /** As it is written, before it is committed: what stands there is worked out when it is asked for. */
  readonly onWrite?: ((written: () => Partial<WrittenText>) => void) | undefined
  readonly onCommit: (change: Partial<WrittenText>) => unknown
}

/** Subject and text of a letter, or the text of an SMS. */
export function TextFields(props: TextFieldsProps) {
  return (
    <>
      <Show when={props.way === 'letter'}>
        <SubjectField {...props} />
      </Show>
      <BodyField {...props} />
    </>
  )
}

export function SubjectField(props: TextFieldsProps) {
  const { t } = useWords()
  const lineOf = (doc: Doc) => lineOfDoc(doc, (name) => props.offered?.called(name) ?? name)
  return (
    <RichText
      label={t(fieldLabel('messages', 'subject'))}
      form="line"
      value={docOfLine(props.subject, (called) => props.offered?.named(called) ?? null)}
      parameters={props.offered?.all()}
      readOnly={props.readOnly}
      onWrite={(doc) => props.onWrite?.(() => ({ subject: lineOf(doc) }))}
      onCommit={(doc) => props.onCommit({ subject: lineOf(doc) })}
    />
  )
}

export function BodyField(props: TextFieldsProps) {
  const { t } = useWords()
  const [written, setWritten] = createSignal<string | null>()
  const write = (doc: Doc) => {
    if (props.hintOf) setWritten(bodyOfDoc(doc))
    props.onWrite?.(() => ({ body: bodyOfDoc(doc) }))
  }
  createEffect(
    on(
      () => props.body,
      () => setWritten(undefined),
      { defer: true },
    ),
  )
  return (
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
          onWrite={write}
          onCommit={(doc) => props.onCommit({ body: bodyOfDoc(doc) })}
        />
      )}
    </Show>
  )
}

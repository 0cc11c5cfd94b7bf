import { createSignal } from 'solid-js'
import { Fields } from '../../inputs/field/field.tsx'
import type { Doc } from '../../rich-text/form.ts'
import { RichText } from '../../rich-text/rich-text.tsx'
import { Specimen } from './specimen.tsx'

const PARAMETERS = [
  { name: 'greeting', label: 'Обращение', about: 'Уважаемый, уважаемая' },
  { name: 'contact', label: 'Контактное лицо', about: 'Николаев Сергей Петрович' },
  { name: 'number', label: 'Номер', about: 'ЗН-0017' },
  { name: 'sum', label: 'Сумма', about: '96 750,00 ₽' },
]

const word = (text: string, ...marks: string[]): Doc => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const chip = (name: string): Doc => ({ type: 'parameter', attrs: { name } })
const line = (...content: Doc[]): Doc => ({ type: 'paragraph', content })
const item = (text: string): Doc => ({ type: 'listItem', content: [line(word(text))] })

const LETTER: Doc = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [word('Ваш заказ готов')] },
    line(chip('greeting'), word(' '), chip('contact'), word('!')),
    line(
      word('Заказ '),
      chip('number'),
      word(' на сумму '),
      chip('sum'),
      word(' можно '),
      word('забрать', 'bold'),
      word('.'),
    ),
    { type: 'bulletList', content: [item('Возьмите паспорт'), item('Позвоните за час')] },
    { type: 'heading', attrs: { level: 2 }, content: [word('Где мы')] },
    line(
      { type: 'text', text: 'salon.ru', marks: [{ type: 'link', attrs: { href: 'https://salon.ru' } }] },
      chip('gone'),
    ),
  ],
}
const SUBJECT: Doc = { type: 'doc', content: [line(word('Заказ '), chip('number'))] }

export function RichTextSpecimens() {
  const [letter, setLetter] = createSignal(LETTER)
  const [subject, setSubject] = createSignal(SUBJECT)
  return (
    <Specimen name="RichText">
      <Fields>
        <RichText label="rich" value={letter()} onCommit={setLetter} parameters={PARAMETERS} />
        <RichText label="lines" form="lines" value={subject()} onCommit={setSubject} parameters={PARAMETERS} />
        <RichText label="line" form="line" value={subject()} onCommit={setSubject} parameters={PARAMETERS} />
        <RichText label="error" form="line" value={SUBJECT} onCommit={setSubject} error="!" />
        <RichText label="readOnly" value={letter()} onCommit={setLetter} parameters={PARAMETERS} readOnly />
        <RichText label="disabled" form="lines" value={subject()} onCommit={setSubject} disabled />
      </Fields>
    </Specimen>
  )
}

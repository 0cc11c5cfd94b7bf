import { decimalText } from '../../../shared/lists/decimal-text.ts'
import { parseNumber } from '../words/parse-number.ts'
import { useWords } from '../words/words.tsx'
import type { GridProps, Measure } from './props.ts'

export type GridFormats = ReturnType<typeof createFormats>

/** How numbers of a grid are written and read, by column. */
export function createFormats(props: GridProps) {
  const { t, format, language } = useWords()
  const measureAt = (column: number): Measure => {
    const measure = props.measures[props.columns[column]?.measure ?? 0]
    return measure ?? { title: '', scale: 0 }
  }
  const written = (value: number | null, { scale, fixed }: Measure) =>
    value === null ? '' : format.decimal(value, scale, fixed)
  return {
    measureAt,
    written,
    shown: (value: number | null, column: number) => written(value, measureAt(column)),
    /** As other programs read it: without what groups its digits. */
    bare: (value: number | null, column: number) =>
      value === null ? '' : decimalText(value, measureAt(column).scale, language() === 'ru' ? ',' : '.'),
    columnName(column: number): string {
      const { group, title = '' } = props.columns[column] ?? {}
      return group === undefined ? title : `${group}, ${title}`
    },
    rowName: (row: number) => props.heads.map((_, head) => props.headOf(row, head)).join(', '),
    /** Reads what was typed; a sentence where it is no number that the column can hold. */
    read(text: string, column: number): { readonly value: number | null } | { readonly wrong: string } {
      const { scale } = measureAt(column)
      const typed = parseNumber(text, scale, language())
      if (!('wrong' in typed)) {
        return Math.abs(typed.value ?? 0) > props.most ? { wrong: t('common.fields.tooLarge') } : typed
      }
      if (typed.wrong === 'too-large') return { wrong: t('common.fields.tooLarge') }
      if (typed.wrong === 'number')
        return { wrong: t('common.fields.number', { example: format.decimal(12345, scale && 1) }) }
      return { wrong: scale === 0 ? t('common.fields.whole') : t('common.fields.decimals', { n: scale }) }
    },
  }
}

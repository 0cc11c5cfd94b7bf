import { Link } from '../../../../ui/actions/link.tsx'
import { useWords } from '../../../../ui/words/words.tsx'

/** A document by its number, with its day under it. */
export function Named(props: {
  readonly number: string | null
  readonly href: string
  /** Ms since 1970. */
  readonly date: number | null
}) {
  const { t, format } = useWords()
  return (
    <>
      <Link href={props.href}>{props.number || t('common.nameless')}</Link>
      <p class="dim cut">{props.date === null ? '' : format.day(props.date)}</p>
    </>
  )
}

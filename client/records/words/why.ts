import type { CollectionName } from '../../../shared/collections.ts'
import { collectionNamed } from '../../../shared/collections.ts'
import { Failure } from '../../../shared/errors.ts'
import { besidesIn, failureIn, readWhy, type Why, type WhyParams } from '../../../shared/rules/why.ts'
import { useWords } from '../../ui/words/words.tsx'
import { createCriteriaLabel } from './criteria-label.ts'
import { manyLabel } from './labels.ts'

/** Says why a run, a step or a message stands as it does; '' where there is nothing to say. */
export function useWhy(): (kept: string | null) => string {
  const { t, sentence } = useWords()
  const labelOf = createCriteriaLabel()
  /** Collections and fields are named by what people call them. */
  const inWords = ({ what, field, ...others }: WhyParams): WhyParams => ({
    ...others,
    ...(what !== undefined && {
      what: collectionNamed(String(what)) ? t(manyLabel(what as CollectionName)) : String(what),
    }),
    ...(field !== undefined && { field: labelOf(String(field)) }),
  })
  const said = (why: Why) => {
    const failure = failureIn(why)
    return failure ? sentence(new Failure(failure, why.params)) : t(`rules.why.${why.code}`, inWords(why.params))
  }
  return (kept) => {
    const why = readWhy(kept)
    if (!why) return ''
    const besides = besidesIn(why)
    return besides ? `${ended(said(why))} ${said(besides)}`.trim() : said(why)
  }
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence.trim()) ? sentence.trim() : `${sentence.trim()}.`
}

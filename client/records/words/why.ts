import type { CollectionName } from '../../../shared/collections.ts'
import { collectionNamed } from '../../../shared/collections.ts'
import { Failure } from '../../../shared/errors.ts'
import { failureIn, readWhy, type WhyParams } from '../../../shared/rules/why.ts'
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
  return (kept) => {
    const why = readWhy(kept)
    if (!why) return ''
    const failure = failureIn(why)
    return failure ? sentence(new Failure(failure, why.params)) : t(`rules.why.${why.code}`, inWords(why.params))
  }
}

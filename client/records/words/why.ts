import { Failure } from '../../../shared/errors.ts'
import { failureIn, readWhy } from '../../../shared/rules/why.ts'
import { useWords } from '../../ui/words/words.tsx'

/** Says why a run, a step or a message stands as it does; '' where there is nothing to say. */
export function useWhy(): (kept: string | null) => string {
  const { t, sentence } = useWords()
  return (kept) => {
    const why = readWhy(kept)
    if (!why) return ''
    const failure = failureIn(why)
    return failure ? sentence(new Failure(failure, why.params)) : t(`rules.why.${why.code}`, why.params)
  }
}

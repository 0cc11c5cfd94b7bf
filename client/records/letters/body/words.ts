import * as v from 'valibot'
import type { LetterBody } from '../../../../shared/letters/letter.ts'
import { useData } from '../../../data/page/solid.tsx'

const BODY = v.object({ text: v.string(), html: v.nullable(v.string()), headers: v.string() })

/** Reads the words of a letter. Failures as of `DataClient.openLetter`; a ValiError where they are of no such form. */
export function useLetterWords() {
  const data = useData()
  return async (letter: string, hash: string): Promise<LetterBody> => {
    const bytes = await data.openLetter(letter, hash)
    return v.parse(BODY, JSON.parse(await bytes.text()))
  }
}

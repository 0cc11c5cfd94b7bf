import { createSignal } from 'solid-js'
import { useData } from '../../../data/page/solid.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { look } from './preview.ts'

/** A file that was not taken: it is held here, so that nothing of it is lost. */
export interface Refused {
  readonly file: File
  readonly why: string
}

/** Adds files to a record one after the other; those that are not taken stay at hand with the reason. */
export function createAdding(about: () => string) {
  const { t, sentence } = useWords()
  const data = useData()
  const acts = useActs()
  const [adding, setAdding] = createSignal<readonly File[]>([])
  const [refused, setRefused] = createSignal<readonly Refused[]>([])

  const addOne = async (file: File): Promise<void> => {
    try {
      const given = { about: about(), name: file.name, bytes: file, paper: null, ...(await look(file)) }
      const { act } = await data.addFile(given)
      acts.said(t('files.added', { n: 1 }), act)
    } catch (error) {
      setRefused((before) => [...before, { file, why: sentence(error) }])
    } finally {
      setAdding((before) => before.filter((one) => one !== file))
    }
  }
  const add = async (files: readonly File[]): Promise<void> => {
    setAdding((before) => [...before, ...files])
    for (const file of files) await addOne(file)
  }
  const letGo = ({ file }: Refused) => setRefused((before) => before.filter((one) => one.file !== file))
  const again = (one: Refused) => {
    letGo(one)
    void add([one.file])
  }
  return { adding, refused, add, again, letGo }
}

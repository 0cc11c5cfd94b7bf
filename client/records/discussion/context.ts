import { type Accessor, createContext, useContext } from 'solid-js'
import type { Said } from '../../data/queries/discussion/query.ts'
import type { Names } from '../words/who.ts'

/** What the parts of a discussion share. */
interface Shared {
  readonly names: Accessor<Names>
  /** It can only be read here. */
  readonly isFixed: () => boolean
  /** Begins an answer to what was said. */
  readonly reply: (said: Said) => void
  /** Whether it was unread when the discussion was opened, or came since. */
  readonly isFresh: (id: string) => boolean
}

export const DiscussionContext = createContext<Shared>()

export function useDiscussion(): Shared {
  const shared = useContext(DiscussionContext)
  if (!shared) throw new Error('useDiscussion stands outside of a discussion')
  return shared
}

/** Who said something: a person, or the device where nobody is known. */
export function speaker(names: Names, { author, by }: Pick<Said, 'author' | 'by'>): string {
  return author === null ? names.replica(by) : names.person(author)
}

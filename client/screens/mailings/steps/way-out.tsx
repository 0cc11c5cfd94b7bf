import { useNavigate } from '@solidjs/router'
import type { Accessor } from 'solid-js'
import type { Mailing } from '../../../../shared/mailings/collections.ts'
import { whyOf } from '../../../../shared/rules/why.ts'
import type { Reach } from '../../../../shared/site/settings.ts'
import { useMayWrite } from '../../../records/rights.ts'
import { createServerAnswer } from '../../../records/server-answer.ts'
import { useWhy } from '../../../records/words/why.ts'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/**
 * Whether it is known that readers of its letters could not unsubscribe (agents/mailings/SPEC BM16). Without a network
 * nothing is known, and the agent stops it.
 */
export function createNoWayOut(mailing: Accessor<Pick<Mailing, 'way'>>): Accessor<boolean> {
  const answer = createServerAnswer<Reach>(() => '/api/site/reach')
  return () => mailing().way === 'letter' && answer.value()?.isPublic === false
}

export function NoWayOut() {
  const { t } = useWords()
  const whyIn = useWhy()
  const navigate = useNavigate()
  const action = useMayWrite('sites') ? { label: t('shell.groups.site'), run: () => navigate('/site') } : undefined
  return (
    <Banner look="loss" action={action}>
      {whyIn(whyOf('noDoor', {}))}
    </Banner>
  )
}

import { type Screen, visible } from './screen.ts'

const step = visible('.site-step')

/** How the company's site stands, and its steps. */
export const SITE_SCREENS: readonly Screen[] = [
  { name: 'site', path: '/site', shown: visible('.site-where .site-address') },
  { name: 'site-name', path: '/site?step=name', shown: step },
  { name: 'site-goods', path: '/site?step=goods', shown: step },
  { name: 'site-look', path: '/site?step=look', shown: visible('.site-shop') },
  { name: 'site-texts', path: '/site?step=texts', shown: step },
  { name: 'site-orders', path: '/site?step=orders', shown: step },
  { name: 'site-place', path: '/site?step=place', shown: visible('form .segmented') },
  { name: 'site-open', path: '/site?step=open', shown: step },
]

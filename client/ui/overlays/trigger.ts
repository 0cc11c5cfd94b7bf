import type { JSX } from 'solid-js'

/** Draws the button that opens something: `(attributes) => <Button {...attributes}>…</Button>`. */
export type Trigger = (attributes: JSX.ButtonHTMLAttributes<HTMLButtonElement>) => JSX.Element

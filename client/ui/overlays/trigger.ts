import type { JSX } from 'solid-js'

/** Draws the button that opens something: `(attributes) => <Button {...attributes}>…</Button>`. */
export type TriggerAttributes = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'type'>
export type Trigger = (attributes: TriggerAttributes) => JSX.Element

import type { Block, Body, Inline, ListItem } from '../../messages/body/body.ts'

/** A body whose links into the web lead where `through` says; those that stand in `but` stay as they are. */
export function withLinks(body: Body, through: (href: string) => string, but: string | null): Body {
  const inline = (piece: Inline): Inline => {
    if (piece.type !== 'text' || !piece.marks) return piece
    const marks = piece.marks.map((mark) => {
      if (mark.type !== 'link' || mark.attrs.href === but || !/^https?:/i.test(mark.attrs.href)) return mark
      return { ...mark, attrs: { href: through(mark.attrs.href) } }
    })
    return { ...piece, marks }
  }
  const item = (one: ListItem): ListItem => ({ ...one, content: one.content.map(block) })
  const block = (one: Block): Block => {
    if (one.type === 'goods') return one
    if (one.type === 'bulletList' || one.type === 'orderedList') return { ...one, content: one.content.map(item) }
    return one.content ? { ...one, content: one.content.map(inline) } : one
  }
  return { ...body, content: body.content.map(block) }
}

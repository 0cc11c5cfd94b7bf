import { type Accessor, createResource } from 'solid-js'
import type { PICTURE_USES } from '../../../shared/company/collections.ts'
import { type PictureUse, pictureOf } from '../../../shared/company/pictures.ts'
import type { Making, Pictures } from '../../../shared/print/trade/deal.ts'
import type { Organisation } from '../../../shared/print/trade/deal-of.ts'
import { dictionary } from '../../ui/words/dictionaries.ts'
import { useWords } from '../../ui/words/words.tsx'
import { isSound } from '../pictures/sound.ts'

/** How papers are made here, and which pictures are left out since they cannot be read. */
export interface SoundMaking {
  readonly making: Making
  readonly broken: readonly PictureUse[]
}

/** Reads the pictures of an organisation (undefined: it is not here yet); undefined until that is done. */
export function createMaking(
  organisation: Accessor<Organisation | null | undefined>,
): Accessor<SoundMaking | undefined> {
  const { language } = useWords()
  const asked = () => (organisation() === undefined ? undefined : { of: organisation() ?? null })
  const [read] = createResource(asked, ({ of }) => readPictures(of))
  return () => {
    const [words, pictures] = [dictionary(language())?.papers, read()]
    return words && pictures && { making: { language: language(), words, pictures }, broken: pictures.broken }
  }
}

async function readPictures(of: Organisation | null): Promise<Pictures & { readonly broken: readonly PictureUse[] }> {
  const broken: PictureUse[] = []
  const sound = async (use: (typeof PICTURE_USES)[number]) => {
    const image = pictureOf(of, use)
    if (image === null || (await isSound(image))) return image
    broken.push(use)
    return null
  }
  const [logo, seal, signature] = await Promise.all([sound('logo'), sound('seal'), sound('signature')])
  return { logo, seal, signature, broken }
}

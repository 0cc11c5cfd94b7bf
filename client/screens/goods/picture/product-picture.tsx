import ImagePlus from 'lucide-solid/icons/image-plus'
import { createResource, Show } from 'solid-js'
import { productPictures, products } from '../../../../shared/goods/collections.ts'
import { createRecord, useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Apart } from '../../../records/card/apart.tsx'
import { createGiven } from '../../../records/given.ts'
import { smaller } from '../../../records/pictures/smaller.ts'
import { isSound } from '../../../records/pictures/sound.ts'
import { useMayWrite } from '../../../records/rights.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import './picture.css'

/** What a product looks like: chosen, dropped here or pasted, made smaller before it is kept. */
export function ProductPicture(props: { readonly id: string }) {
  const { t } = useWords()
  const record = createRecord(products, () => props.id)
  const mayWrite = useMayWrite('products')
  const product = () => {
    const row = record()?.row
    return row && !row.gone && row.id === props.id ? row : null
  }
  const acts = usePictureActs(() => props.id)
  let root: HTMLElement | undefined
  const put = (files: readonly File[]) => {
    const file = files.find(({ type }) => type.startsWith('image/')) ?? files[0]
    if (file && mayWrite && product() !== null) void acts.put(file)
  }
  const given = createGiven(() => root, put)
  return (
    <Show when={product() && (mayWrite || product()?.pictured)}>
      <section
        ref={root}
        class="product-picture"
        classList={{ over: given.isOver() }}
        aria-label={t('goods.picture.title')}
        {...given.handlers}
      >
        <Show when={product()?.pictured}>
          <Shown id={props.id} readOnly={!mayWrite} />
        </Show>
        <Show when={mayWrite}>
          <Acts isPictured={product()?.pictured === true} onFile={acts.put} onTake={acts.take} />
        </Show>
      </section>
    </Show>
  )
}

function usePictureActs(id: () => string) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const put = (file: File) =>
    acts.attempt(async () => {
      const { act } = await data.run('setProductPicture', { id: id(), image: await smaller(file, 'image/jpeg') })
      acts.said(t('goods.picture.put'), act)
    })
  const take = () => acts.run('setProductPicture', { id: id(), image: null }, t('goods.picture.taken'))
  return { put, take }
}

/** The picture, once its document is here. */
function Shown(props: { readonly id: string; readonly readOnly: boolean }) {
  const { t } = useWords()
  const record = createRecord(productPictures, () => props.id)
  const image = () => (record()?.row?.id === props.id ? record()?.row?.image : null) ?? undefined
  const [sound] = createResource(image, isSound)
  return (
    <>
      <Show when={image()} fallback={<p class="dim">{t('goods.picture.away')}</p>}>
        {(present) => (
          <Show when={sound() !== false} fallback={<p class="dim">{t('goods.picture.broken')}</p>}>
            <img src={present()} alt={t('goods.picture.title')} />
          </Show>
        )}
      </Show>
      <Apart
        collection="productPictures"
        id={props.id}
        path="image"
        apart={record()?.apart ?? []}
        currency=""
        readOnly={props.readOnly}
      />
    </>
  )
}

interface ActsProps {
  readonly isPictured: boolean
  readonly onFile: (file: File) => unknown
  readonly onTake: () => unknown
}

function Acts(props: ActsProps) {
  const { t } = useWords()
  let input: HTMLInputElement | undefined
  return (
    <div class="product-picture-acts">
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        aria-label={t('goods.picture.choose')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) props.onFile(file)
          currentTarget.value = ''
        }}
      />
      <Button size="small" look="ghost" icon={ImagePlus} onClick={() => input?.click()}>
        {t(props.isPictured ? 'goods.picture.other' : 'goods.picture.choose')}
      </Button>
      <Show when={props.isPictured} fallback={<span class="dim">{t('goods.picture.hint')}</span>}>
        <Button size="small" look="ghost" onClick={() => props.onTake()}>
          {t('goods.picture.take')}
        </Button>
      </Show>
    </div>
  )
}

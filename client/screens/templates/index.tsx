import { offeredAt } from '../../../shared/features/places.ts'
import { WAYS } from '../../../shared/messages/collections.ts'
import { Catalog } from '../../records/catalog.tsx'
import { TemplateText } from './template-text.tsx'

/** «Шаблоны сообщений»: what letters and SMS are made from, by rules and by hand. */
export default function TemplatesScreen() {
  return (
    <Catalog
      collection="messageTemplates"
      home="/templates"
      columns={['name', 'way', 'sort', 'subject']}
      form={['name', 'way', 'sort']}
      atEnd="sort"
      fresh={{ way: offeredAt('ways', WAYS)[0] ?? 'letter', sort: 'customer' }}
      below={(id) => <TemplateText id={id} />}
    />
  )
}

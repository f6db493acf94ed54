import type { Field } from 'payload'
import { readableFiles } from '../../access/options.js'
import { checkedText, edtfDate } from './texts.js'
import { checkUrl } from './validateAddresses.js'
import { words } from './words.js'

export const documents: Field = {
  name: 'documents',
  type: 'array',
  label: words('Dokument', 'Documents'),
  labels: { singular: words('Dokument', 'Document'), plural: words('Dokument', 'Documents') },
  fields: [
    {
      name: 'file',
      type: 'upload',
      relationTo: 'media',
      label: words('Fil', 'File'),
      required: true,
      filterOptions: readableFiles,
    },
    { name: 'title', type: 'text', localized: true, label: words('Dokumentets titel', 'Title of the document') },
  ],
}

export const priorPublication: Field = {
  name: 'priorPublication',
  type: 'array',
  label: words('Var och när texten var offentlig tidigare', 'Where and when the text was public before'),
  labels: { singular: words('Uppgift', 'Entry'), plural: words('Uppgifter', 'Entries') },
  admin: {
    description: words(
      'För utgåvor som publicerades på annat håll innan de lades in här.',
      'For editions that were published elsewhere before they were entered here.',
    ),
  },
  fields: [
    {
      type: 'row',
      fields: [
        edtfDate('date', words('Datum', 'Date'), { required: true, width: '30%' }),
        checkedText('url', words('Webbadress', 'Web address'), [checkUrl], { width: '70%' }),
      ],
    },
    { name: 'note', type: 'textarea', label: words('Anteckning', 'Note') },
  ],
}

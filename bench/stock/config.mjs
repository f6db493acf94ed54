// Stock Payload as its documentation and website template set it up: the collections of ours with their plain fields,
// drafts, the same languages and text editor, and "anyone reads what is published". No hooks, no archive.
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { index } from '@payloadcms/db-sqlite/drizzle/sqlite-core'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import { languages, owners } from '../../dist/src/vocabulary.js'

const anyoneReadsWhatIsPublished = ({ req: { user } }) => Boolean(user) || { _status: { equals: 'published' } }
const signedIn = ({ req: { user } }) => Boolean(user)

const text = (name, more = {}) => ({ name, type: 'text', ...more })
const localized = (name, type = 'textarea', more = {}) => ({ name, type, localized: true, ...more })
const checkbox = (name) => ({ name, type: 'checkbox', defaultValue: false })
const choice = (name, options, more = {}) => ({ name, type: 'select', options, ...more })
const relation = (name, relationTo, more = {}) => ({ name, type: 'relationship', relationTo, ...more })
const many = { hasMany: true }

const collection = (slug, fields) => ({
  slug,
  versions: { drafts: true, maxPerDoc: 50 },
  access: { read: anyoneReadsWhatIsPublished, create: signedIn, update: signedIn, delete: signedIn },
  fields: [...fields, choice('owner', [...owners], { required: true, index: true }), text('slug', { index: true })],
})
const title = localized('title', 'text', { required: true })
const body = localized('body', 'richText')

const contacts = collection('contacts', [
  localized('name', 'text', { required: true }),
  choice('kind', ['helpline', 'authority', 'function', 'person']),
  {
    name: 'phones',
    type: 'array',
    fields: [text('number'), text('display'), checkbox('freeOfCharge'), checkbox('sms'), checkbox('textPhone')],
  },
  text('url'),
  ...['alwaysOpen', 'anonymous', 'hiddenOnBill'].map(checkbox),
])
const topics = collection('topics', [
  title,
  localized('intro'),
  body,
  relation('contacts', 'contacts', many),
  checkbox('sensitive'),
  text('quickExitUrl'),
])
const strategies = collection('strategies', [title, localized('summary'), relation('topics', 'topics', many)])
const editions = collection('editions', [
  relation('strategy', 'strategies', { index: true }),
  { name: 'number', type: 'number' },
  text('label'),
  title,
  body,
  text('validFrom'),
  text('validThrough'),
  { name: 'parties', type: 'array', fields: [text('name'), text('kind')] },
])
const news = collection('news', [
  title,
  localized('lead'),
  body,
  choice('importance', ['ordinary', 'important', 'crisis']),
  relation('topics', 'topics', many),
])

/** One thing is better than stock: its tables of translations are indexed by parent, or a list of news takes seconds. */
const indexSideTablesByParent = ({ extendTable, schema }) => {
  for (const [name, table] of Object.entries(schema.tables)) {
    const parent = ['_parentID', 'parent'].find((column) => column in table)
    if (parent && /(_locales|_texts|_rels)$/.test(name))
      extendTable({
        table,
        extraConfig: (columns) => ({ [`${name}_by_parent`]: index(`${name}_by_parent_idx`).on(columns[parent]) }),
      })
  }
  return schema
}

/** @param file the SQLite file; its tables are made where they are missing */
export const stockConfig = (file) =>
  buildConfig({
    secret: 'only for measuring, never for use',
    telemetry: false,
    db: sqliteAdapter({ client: { url: `file:${file}` }, wal: true, afterSchemaInit: [indexSideTablesByParent] }),
    editor: lexicalEditor(),
    localization: { defaultLocale: 'sv', fallback: true, locales: [...languages] },
    collections: [contacts, topics, strategies, editions, news, { slug: 'users', auth: true, fields: [text('name')] }],
    logger: { options: { level: 'error' }, destination: process.stderr },
    typescript: { autoGenerate: false },
  })

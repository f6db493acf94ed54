import {
  BlockquoteFeature,
  BoldFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineCodeFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnderlineFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import type { FieldAffectingData } from 'payload'
import { readableOptions } from '../../access/options.js'
import { checkLink } from './validateAddresses.js'
import { inLanguageOf, isEmpty } from './validated.js'

/** Links lead to the web, to a mailbox, to a telephone, or to a document that the editor may read. */
const stricterLinkField = (field: FieldAffectingData): FieldAffectingData => {
  if (field.name === 'doc' && field.type === 'relationship') return { ...field, filterOptions: readableOptions }
  if (field.name !== 'url' || field.type !== 'text') return field
  return {
    ...field,
    validate: (
      value: unknown,
      { req, siblingData }: { req: Parameters<typeof inLanguageOf>[0]; siblingData: unknown },
    ) => {
      const isInternal = (siblingData as { linkType?: unknown } | undefined)?.linkType === 'internal'
      const verdict = isInternal ? true : checkLink(isEmpty(value) ? '' : String(value), {})
      return verdict === true || inLanguageOf(req, verdict)
    },
  } as FieldAffectingData
}

/** The editor of all longer texts: just what the archive's block tree can hold. */
export const richText = lexicalEditor({
  features: [
    FixedToolbarFeature(),
    InlineToolbarFeature(),
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    BoldFeature(),
    ItalicFeature(),
    UnderlineFeature(),
    StrikethroughFeature(),
    SubscriptFeature(),
    SuperscriptFeature(),
    InlineCodeFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    BlockquoteFeature(),
    LinkFeature({
      disableAutoLinks: true,
      enabledCollections: ['topics', 'strategies', 'editions', 'news', 'contacts'],
      fields: ({ defaultFields }) => defaultFields.map(stricterLinkField),
      maxDepth: 0,
    }),
    UploadFeature({ enabledCollections: ['media'], maxDepth: 0 }),
    EXPERIMENTAL_TableFeature(),
    HorizontalRuleFeature(),
  ],
})

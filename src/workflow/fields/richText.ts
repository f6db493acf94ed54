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
import type { FieldAffectingData, Validate } from 'payload'
import { readableOptions } from '../../access/options.js'
import { checkLink } from './validateAddresses.js'
import { validated } from './validated.js'

const validateAddress = validated(checkLink)
const validateTarget: Validate = (value, options) =>
  options.siblingData.linkType === 'internal' || validateAddress(value, options)

/** Links lead to the web, to a mailbox, to a telephone, or to a document that the editor may read. */
const stricterLinkField = (field: FieldAffectingData): FieldAffectingData => {
  if (field.name === 'doc' && field.type === 'relationship') return { ...field, filterOptions: readableOptions }
  if (field.name === 'url' && field.type === 'text') return { ...field, validate: validateTarget }
  return field
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

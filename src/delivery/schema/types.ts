import type { RichTextAnswer } from '../richText/withLinks.js'
import type { Entry, FileRef, ImageRef } from '../../archive/pure/model.js'
import type { View } from '../../archive/read/view.js'
import type { County } from '../../vocabulary.js'
import type { Evidence, Resolved } from '../editions.js'
import type { Scope } from '../scope.js'
import type { Served } from '../served.js'
import { builder } from './builder.js'

/** What stands behind each type of the schema. Declared here because the types refer to each other in circles. */

export interface CountyAnswer {
  __typename: 'County'
  id: string
  county: County
  scope: Scope
}

export interface RecordAnswer {
  __typename: 'Record'
  id: string
  entry: Entry
  view: View
}

export interface ImageAnswer {
  image: ImageRef
  served: Served
}

export interface FileAnswer {
  file: FileRef
  title: string | null
}

export interface TakenDown {
  entry: Entry
  served: Served
}

export interface Location {
  served: Served
  /** Where the document is found now. */
  slug: string | null
}

export const NodeInterface = builder.interfaceRef<{ id: string }>('Node')
export const DocumentInterface = builder.interfaceRef<Served>('Document')
export const CountyType = builder.objectRef<CountyAnswer>('County')
export const TopicType = builder.objectRef<Served<'topic'>>('Topic')
export const StrategyType = builder.objectRef<Served<'strategy'>>('Strategy')
export const EditionType = builder.objectRef<Served<'edition'>>('Edition')
export const NewsItemType = builder.objectRef<Served<'news'>>('NewsItem')
export const ContactType = builder.objectRef<Served<'contact'>>('Contact')
export const RecordType = builder.objectRef<RecordAnswer>('Record')
export const ResolutionType = builder.objectRef<Resolved>('EditionResolution')
export const PriorPublicationType = builder.objectRef<Evidence>('PriorPublication')
export const RichTextType = builder.objectRef<RichTextAnswer>('RichText')
export const ImageType = builder.objectRef<ImageAnswer>('Image')
export const FileType = builder.objectRef<FileAnswer>('File')
export const TakenDownType = builder.objectRef<TakenDown>('TakenDown')
export const LocationType = builder.objectRef<Location>('Location')

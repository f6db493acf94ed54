import type { FileRef, Rendition } from '../../archive/pure/model.js'
import { altOf } from '../richText/links.js'
import { builder } from './builder.js'
import { FileType, ImageType } from './types.js'

const RenditionType = builder.objectRef<Rendition>('Rendition').implement({
  description: 'The same picture in another size.',
  fields: (t) => ({
    name: t.string({ resolve: ({ rendition }) => rendition }),
    url: t.string({ resolve: (file, _args, { addresses }) => addresses.file(file) }),
    width: t.exposeInt('width'),
    height: t.exposeInt('height'),
    mediaType: t.exposeString('mediaType'),
  }),
})

const FocalPoint = builder.objectRef<{ x: number; y: number }>('FocalPoint').implement({
  description: 'What must stay in the picture when it is cut: per cent from the left and from the top.',
  fields: (t) => ({ x: t.exposeFloat('x'), y: t.exposeFloat('y') }),
})

ImageType.implement({
  fields: (t) => ({
    url: t.string({ resolve: ({ image }, _args, { addresses }) => addresses.file(image) }),
    width: t.int({ resolve: ({ image }) => image.width }),
    height: t.int({ resolve: ({ image }) => image.height }),
    mediaType: t.string({ resolve: ({ image }) => image.mediaType }),
    alt: t.string({
      description: 'Text instead of the picture. Empty for decoration, as the attribute `alt` should then be.',
      resolve: ({ image, served }) => altOf(image, served.language ?? served.scope.language).text,
    }),
    altLanguage: t.field({
      type: 'Language',
      nullable: true,
      resolve: ({ image, served }) =>
        image.alt === null ? null : altOf(image, served.language ?? served.scope.language).language,
    }),
    credit: t.string({ nullable: true, resolve: ({ image }) => image.credit }),
    focalPoint: t.field({ type: FocalPoint, nullable: true, resolve: ({ image }) => image.focal }),
    renditions: t.field({ type: [RenditionType], resolve: ({ image }) => image.renditions }),
  }),
})

const bytes = ({ file }: { file: FileRef }): number => file.size

FileType.implement({
  description: 'A file by content. It can be fetched while some public document, or a past one, names it.',
  fields: (t) => ({
    title: t.string({ resolve: ({ title, file }) => title ?? file.name }),
    name: t.string({ resolve: ({ file }) => file.name }),
    url: t.string({ resolve: ({ file }, _args, { addresses }) => addresses.file(file) }),
    mediaType: t.string({ resolve: ({ file }) => file.mediaType }),
    size: t.int({ description: 'Bytes.', resolve: bytes }),
    sha256: t.string({ description: 'To check what was fetched: `sha256sum`.', resolve: ({ file }) => file.sha256 }),
  }),
})

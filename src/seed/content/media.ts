import { editionPdf } from '../editionPdf.js'
import type { RichTextValue } from '../lexical.js'
import { hillsPicture } from '../picture.js'
import { gavleborgEditionText } from './gavleborg.js'
import type { MediaItem } from './model.js'
import { editionOf2014, editionOf2018, editionOf2022 } from './vasternorrlandEditionTexts.js'

/** Stands in the files' metadata. Any fixed instant will do; this one says that the files were made for the demo. */
const writtenAt = new Date('2026-01-01T00:00:00.000Z')

const pdf = (
  key: string,
  owner: string,
  author: string,
  fileName: string,
  title: string,
  text: RichTextValue,
): MediaItem => ({
  key,
  owner,
  fileName,
  mediaType: 'application/pdf',
  make: () => editionPdf({ title, author, subject: 'Demonstration av Länskällan', writtenAt, text }),
  alt: null,
  credit: null,
})

export const media: readonly MediaItem[] = [
  {
    key: 'media/vasternorrland/landskap.png',
    owner: 'vasternorrland',
    fileName: 'kullar-vid-kusten.png',
    mediaType: 'image/png',
    make: hillsPicture,
    alt: {
      sv: 'Teckning av blånande kullar bakom varandra, under en ljus himmel med en blek sol.',
      en: 'Drawing of blue hills, one behind another, under a light sky with a pale sun.',
    },
    credit: 'Teckning: Länskällan',
  },
  pdf(
    'media/vasternorrland/vald-2014.pdf',
    'vasternorrland',
    'Länsstyrelsen Västernorrland',
    'lansstrategi-vald-i-nara-relationer-2014-2016.pdf',
    'Länsstrategi för arbetet mot våld i nära relationer i Västernorrland 2014–2016',
    editionOf2014,
  ),
  pdf(
    'media/vasternorrland/vald-2018.pdf',
    'vasternorrland',
    'Länsstyrelsen Västernorrland',
    'regional-strategi-vald-i-nara-relationer-2018-2021.pdf',
    'Regional strategi – mäns våld mot kvinnor och våld i nära relationer 2018–2021',
    editionOf2018,
  ),
  pdf(
    'media/vasternorrland/vald-2022.pdf',
    'vasternorrland',
    'Länsstyrelsen Västernorrland',
    'handlingsplan-vald-i-nara-relationer-2022-2024.pdf',
    'Handlingsplan mot mäns våld mot kvinnor och våld i nära relationer i Västernorrland 2022–2024',
    editionOf2022,
  ),
  pdf(
    'media/gavleborg/krisberedskap.pdf',
    'gavleborg',
    'Länsstyrelsen Gävleborg',
    'strategi-krisberedskap-gavleborg.pdf',
    'Strategi för krisberedskap i Gävleborg',
    gavleborgEditionText,
  ),
]

import { documentLink, heading, list, paragraph, richText } from '../lexical.js'
import { ref } from '../reference.js'
import type { Item } from './model.js'

const owner = 'nationell'
const helpline = (words: string) => documentLink('contacts', 'contact/kvinnofridslinjen', words)

/** What belongs to no single county and is shown in all of them. */
export const national: readonly Item[] = [
  {
    key: 'topic/nationell/jamstalldhet',
    collection: 'topics',
    natural: { owner, slug: 'jamstalldhet' },
    facts: { audience: 'all', sensitive: false, contacts: [ref('contact/kvinnofridslinjen')] },
    texts: {
      sv: {
        title: 'Jämställdhet',
        intro:
          'Kvinnor och män ska ha samma makt att forma samhället och sina egna liv. Länsstyrelserna arbetar för det i alla län.',
        body: richText(
          heading('Ett arbete i hela landet'),
          paragraph(
            'Varje länsstyrelse arbetar för de nationella jämställdhetsmålen i sitt län, tillsammans med kommuner, regioner och föreningar.',
          ),
          heading('Några av frågorna'),
          list(
            'lika fördelning av makt och inflytande',
            'ekonomisk jämställdhet och jämställd utbildning',
            'jämställd hälsa',
            'att mäns våld mot kvinnor ska upphöra.',
          ),
          paragraph('Behöver du stöd kan du ringa ', helpline('Kvinnofridslinjen'), ', dygnet runt.'),
        ),
      },
      en: {
        title: 'Gender equality',
        intro:
          'Women and men shall have the same power to shape society and their own lives. The County Administrative Boards work for this in every county.',
        body: richText(
          heading('Work all over the country'),
          paragraph(
            'Each County Administrative Board works for the national gender equality goals in its county, together with municipalities, regions and associations.',
          ),
          heading('Some of the questions'),
          list(
            'an even distribution of power and influence',
            'economic equality and equal education',
            'equal health',
            'that men’s violence against women must end.',
          ),
          paragraph('If you need support you can call ', helpline('Kvinnofridslinjen'), ', around the clock.'),
        ),
      },
    },
  },
  {
    key: 'news/nationell/kvinnofridslinjen',
    collection: 'news',
    natural: { owner, slug: 'kvinnofridslinjen-svarar-dygnet-runt' },
    facts: { audience: 'all', importance: 'ordinary', topics: [ref('topic/nationell/jamstalldhet')] },
    texts: {
      sv: {
        title: 'Kvinnofridslinjen svarar dygnet runt',
        lead: 'Den nationella stödtelefonen finns för hela landet. Numret är 020-50 50 50.',
        body: richText(
          paragraph(
            'Du kan ringa ',
            helpline('Kvinnofridslinjen'),
            ' var du än bor. Det är gratis, du får vara anonym och samtalet syns inte på telefonräkningen.',
          ),
          paragraph('Även du som är orolig för en vän, en granne eller en arbetskamrat kan ringa.'),
        ),
      },
      en: {
        title: 'Kvinnofridslinjen answers around the clock',
        lead: 'The national helpline is there for the whole country. The number is 020-50 50 50.',
        body: richText(
          paragraph(
            'You can call ',
            helpline('Kvinnofridslinjen'),
            ' wherever you live. It is free, you may remain anonymous, and the call does not show on the phone bill.',
          ),
          paragraph('You may also call if you are worried about a friend, a neighbour or a colleague.'),
        ),
      },
    },
  },
]

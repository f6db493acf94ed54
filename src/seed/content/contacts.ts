import type { Item } from './model.js'

/**
 * Telephone numbers of local contacts come from 08-465 004 00–99, which the Swedish Post and Telecom Authority keeps
 * free for books and films: nobody answers there. The national lines are real.
 */
export const contacts: readonly Item[] = [
  {
    key: 'contact/kvinnofridslinjen',
    collection: 'contacts',
    natural: { owner: 'nationell', name: 'Kvinnofridslinjen' },
    facts: {
      audience: 'all',
      kind: 'helpline',
      phones: [{ number: '+4620505050', display: '020-50 50 50', freeOfCharge: true, sms: false, textPhone: false }],
      alwaysOpen: true,
      anonymous: true,
      hiddenOnBill: true,
      languages: ['sv', 'en'],
      url: 'https://kvinnofridslinjen.se',
    },
    texts: {
      sv: {
        name: 'Kvinnofridslinjen',
        note:
          'För dig som hotas, misshandlas eller utsätts för sexuella övergrepp, var i landet du än bor. Även du som är ' +
          'närstående kan ringa. Samtalet kostar ingenting, du behöver inte säga vem du är och det syns inte på ' +
          'telefonräkningen. Tolk kan kopplas in om du vill tala ett annat språk.',
        hoursNote: 'Öppet dygnet runt, alla dagar.',
      },
      en: {
        name: 'Kvinnofridslinjen (women’s helpline)',
        note:
          'For anyone who is threatened, beaten or sexually abused, wherever in Sweden you live. Family and friends ' +
          'may call too. The call is free, you need not say who you are, and it does not show on the phone bill. ' +
          'An interpreter can join if you would rather speak another language.',
        hoursNote: 'Open around the clock, every day.',
      },
    },
  },
  {
    key: 'contact/112',
    collection: 'contacts',
    natural: { owner: 'nationell', name: 'Nödnumret 112' },
    facts: {
      audience: 'all',
      kind: 'helpline',
      phones: [{ number: '112', display: '112', freeOfCharge: true, sms: false, textPhone: false }],
      alwaysOpen: true,
      languages: ['sv', 'en'],
      url: 'https://www.sosalarm.se',
    },
    texts: {
      sv: {
        name: 'Nödnumret 112',
        note: 'Ring 112 när någon är i fara och du behöver polis, ambulans eller räddningstjänst genast.',
        hoursNote: 'Öppet dygnet runt, alla dagar.',
      },
      en: {
        name: 'Emergency number 112',
        note: 'Call 112 when somebody is in danger and you need the police, an ambulance or the fire service at once.',
        hoursNote: 'Open around the clock, every day.',
      },
    },
  },
  {
    key: 'contact/vasternorrland/samverkansgruppen',
    collection: 'contacts',
    natural: { owner: 'vasternorrland', name: 'Regionala samverkansgruppen mot våld i nära relationer' },
    facts: {
      kind: 'function',
      phones: [{ number: '+46846500410', display: '08-465 004 10', freeOfCharge: false, sms: false, textPhone: false }],
      weekly: [{ days: ['1', '2', '3', '4'], opens: '09:00', closes: '15:00' }],
      languages: ['sv', 'en'],
      email: 'samverkansgruppen@demo.lanskallan.example',
    },
    texts: {
      sv: {
        name: 'Regionala samverkansgruppen mot våld i nära relationer',
        note:
          'Gruppen följer upp länets strategi, och Länsstyrelsen samordnar den. Den tar emot frågor från myndigheter och ' +
          'föreningar; behöver du själv stöd är det bättre att ringa Kvinnofridslinjen. Telefonnumret och e-postadressen ' +
          'är påhittade.',
      },
      en: {
        name: 'Regional cooperation group against violence in close relationships',
        note:
          'The group follows up the county’s strategy and is coordinated by the County Administrative Board. It takes questions ' +
          'from authorities and associations; if you need support yourself, call Kvinnofridslinjen instead. The telephone ' +
          'number and the email address are made up.',
      },
    },
  },
  {
    key: 'contact/vasternorrland/kvinnofrid',
    collection: 'contacts',
    natural: { owner: 'vasternorrland', name: 'Länsstyrelsen Västernorrland, kvinnofrid och jämställdhet' },
    facts: {
      kind: 'function',
      phones: [{ number: '+46846500411', display: '08-465 004 11', freeOfCharge: false, sms: false, textPhone: false }],
      weekly: [
        { days: ['1', '2', '3', '4'], opens: '08:30', closes: '16:00' },
        { days: ['5'], opens: '08:30', closes: '14:00' },
      ],
      languages: ['sv', 'en'],
      email: 'kvinnofrid.vasternorrland@demo.lanskallan.example',
      lastVerifiedOn: '2026-01-15',
      verifyAgainBy: '2027-01-15',
    },
    texts: {
      sv: {
        name: 'Länsstyrelsen Västernorrland, kvinnofrid och jämställdhet',
        note:
          'För dig som arbetar i en kommun, hos regionen eller på en myndighet och har frågor om strategin, utbildningar ' +
          'eller samverkan i länet. Telefonnumret och e-postadressen är påhittade.',
        hoursNote: 'Lunchstängt 12.00–13.00.',
      },
      en: {
        name: 'County Administrative Board of Västernorrland, gender equality and freedom from violence',
        note:
          'For those who work in a municipality, at the region or at an authority and have questions about the strategy, ' +
          'training or cooperation in the county. The telephone number and the email address are made up.',
        hoursNote: 'Closed for lunch 12–1 p.m.',
      },
    },
  },
  {
    key: 'contact/vasternorrland/jour',
    collection: 'contacts',
    natural: { owner: 'vasternorrland', name: 'Kvinno- och tjejjouren Norrsken (påhittad)' },
    facts: {
      kind: 'helpline',
      phones: [{ number: '+46846500412', display: '08-465 004 12', freeOfCharge: false, sms: true, textPhone: false }],
      weekly: [
        { days: ['1', '3'], opens: '17:00', closes: '20:00' },
        { days: ['7'], opens: '15:00', closes: '18:00' },
      ],
      anonymous: true,
      languages: ['sv', 'en', 'ar'],
      email: 'norrsken@demo.lanskallan.example',
    },
    texts: {
      sv: {
        name: 'Kvinno- och tjejjouren Norrsken (påhittad)',
        note:
          'Exempel på en lokal jour. Här finns med avsikt ingen adress: var en jour eller ett skyddat boende ligger ska ' +
          'aldrig publiceras. Telefonnumret och e-postadressen är påhittade.',
        hoursNote: 'Utanför telefontiden: ring Kvinnofridslinjen, eller 112 om det är bråttom.',
      },
      en: {
        name: 'Norrsken women’s and girls’ support line (made up)',
        note:
          'Example of a local support line. There is no address here, and that is on purpose: where such a line or a ' +
          'shelter lies must never be published. The telephone number and the email address are made up.',
        hoursNote: 'At other times: call Kvinnofridslinjen, or 112 if it is urgent.',
      },
    },
  },
  {
    key: 'contact/gavleborg/beredskap',
    collection: 'contacts',
    natural: { owner: 'gavleborg', name: 'Länsstyrelsen Gävleborg, krisberedskap' },
    facts: {
      kind: 'function',
      phones: [{ number: '+46846500420', display: '08-465 004 20', freeOfCharge: false, sms: false, textPhone: false }],
      weekly: [{ days: ['1', '2', '3', '4', '5'], opens: '09:00', closes: '15:00' }],
      languages: ['sv', 'en'],
      email: 'krisberedskap.gavleborg@demo.lanskallan.example',
      lastVerifiedOn: '2026-01-15',
      verifyAgainBy: '2027-01-15',
    },
    texts: {
      sv: {
        name: 'Länsstyrelsen Gävleborg, krisberedskap',
        note:
          'För frågor om planering och övning. Vid en pågående olycka ringer du 112. Telefonnumret och e-postadressen är ' +
          'påhittade.',
      },
      en: {
        name: 'County Administrative Board of Gävleborg, crisis preparedness',
        note:
          'For questions about planning and exercises. In an accident or emergency, call 112. The telephone number and ' +
          'the email address are made up.',
      },
    },
  },
]

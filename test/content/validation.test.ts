import { describe, expect, test } from '@jest/globals'
import type { PayloadRequest, ValidateOptions } from 'payload'
import { isDraftSlug, draftSlug, slugOf } from '../../src/workflow/fields/slug.js'
import {
  checkEmail,
  checkLink,
  checkOrigin,
  checkPathPattern,
  checkServiceUrl,
  checkSlug,
  checkUrl,
} from '../../src/workflow/fields/validateAddresses.js'
import { validateAlt } from '../../src/workflow/fields/validateAlt.js'
import { checkDay, checkEdtfDate, checkNotBefore, firstDay, lastDay } from '../../src/workflow/fields/validateDates.js'
import {
  checkDiaryNumber,
  checkOrganisationNumber,
  checkPhoneNumber,
  suggestedNumber,
} from '../../src/workflow/fields/validateNumbers.js'
import { checkCloses, checkExceptionCloses, checkOpens } from '../../src/workflow/fields/validateTimes.js'
import { type Check, neededWhen, validated } from '../../src/workflow/fields/validated.js'

const judge = (check: Check, value: string, siblings: Record<string, unknown> = {}): boolean =>
  check(value, siblings) === true

/** What Payload hands a validation that these look at. */
const asked = (about: { language?: string; data?: object; siblings?: object; required?: boolean; upload?: string }) =>
  ({
    data: about.data ?? {},
    siblingData: about.siblings ?? {},
    required: about.required ?? false,
    req: {
      i18n: { language: about.language ?? 'sv' },
      ...(about.upload && { file: { mimetype: about.upload } }),
    } as PayloadRequest,
  }) as ValidateOptions<object, object, { required?: boolean }, string>

const cases: [string, Check, string[], string[]][] = [
  [
    'an EDTF date is a year, a month or a day of the calendar',
    checkEdtfDate,
    ['2018', '2018-01', '2018-01-31', '2016-02-29', '2000-02-29'],
    [
      '18',
      '2018-13',
      '2018-00',
      '2018-02-29',
      '1900-02-29',
      '2018-04-31',
      '31/1 2018',
      '2018-1-1',
      '2018/2021',
      '0000',
    ],
  ],
  ['a day needs all three of year, month and day', checkDay, ['2024-02-29'], ['2024', '2024-02', '2023-02-29', '']],
  [
    'a telephone number has its country code, or is a national short code',
    checkPhoneNumber,
    ['+4620505050', '+46611349000', '112', '1177', '11414', '116111'],
    ['020-50 50 50', '+46 20 50 50 50', '0046205050', '+46', '+0201234567', '90', 'växeln', '+12345678901234567'],
  ],
  [
    'a diary number is written as authorities write them',
    checkDiaryNumber,
    [
      '801-1234-2013',
      '1234-2013',
      '2013/1234',
      '500-1234-2013-7',
      'KS 2018/00123',
      'KS-2018-123',
      'RS/123/2018',
      'A123.456/2018',
      'ÅM-A 2013/0123',
      '18RS1234',
      'LVN 2018:12',
    ],
    ['1234', 'se protokollet', 'dnr 801-1234-2013', '801--2013', '--', '801-1234-', '2013/', 'x'.repeat(50), '2018 1'],
  ],
  [
    'an organisation number has ten digits, a hyphen and the right check digit',
    checkOrganisationNumber,
    ['202100-2247', '202100-2445', '212000-2411', '202100-0076', '232100-0206'],
    ['202100-2248', '2021002247', '20210-02247', '811228-9874', '16202100-2247', 'okänt'],
  ],
  [
    'a web address is whole',
    checkUrl,
    ['https://www.lansstyrelsen.se/vasternorrland', 'http://example.se', 'https://räksmörgås.se/å?x=1#y'],
    [
      'www.lansstyrelsen.se',
      'https://',
      'https://a b.se',
      'javascript:alert(1)',
      'ftp://a.se',
      'https://lansstyrelsen',
    ],
  ],
  [
    'an address that the service calls may be on the own machine',
    checkServiceUrl,
    ['http://localhost:3000/x', 'https://www.lansstyrelsen.se/krok'],
    ['http://intern', 'file:///etc/passwd', 'localhost:3000'],
  ],
  [
    'a link leads to the web, a mailbox or a telephone',
    checkLink,
    ['https://a.se', 'mailto:namn@lansstyrelsen.se', 'mailto:a@b.se?subject=Hej', 'tel:+4620505050', 'tel:112'],
    ['javascript:alert(1)', 'data:text/html,x', 'tel:020-50 50 50', 'mailto:namn', 'JavaScript:x', '/sida', 'sms:112'],
  ],
  [
    'an e-mail address has a name and a domain',
    checkEmail,
    ['namn@lansstyrelsen.se', 'vasternorrland@lansstyrelsen.se', 'a.b+c@x.y.se'],
    ['namn', 'namn@', '@a.se', 'a b@c.se', 'a@b', 'a@b..se', 'Namn <a@b.se>'],
  ],
  [
    'a slug is small letters, digits and single hyphens',
    checkSlug,
    ['vald-i-nara-relationer', 'nyhet-2', '2018'],
    ['Våld', 'a--b', '-a', 'a-', 'a b', 'a/b', 'x'.repeat(101)],
  ],
  [
    'an origin is what a browser sends',
    checkOrigin,
    ['https://www.lansstyrelsen.se', 'http://localhost:3000', 'https://a.se:8443'],
    [
      'https://www.lansstyrelsen.se/',
      'http://www.lansstyrelsen.se',
      'https://a.se/x',
      '*',
      'null',
      'www.a.se',
      'https://*.se/',
    ],
  ],
  [
    'a path pattern names what the service can fill in',
    checkPathPattern,
    ['/vald/{slug}', '/kontakt/{id}', '/strategier/{strategy}/{number}'],
    ['/vald', 'vald/{slug}', '//ond.se/{slug}', '/x/{title}', '/x/{slug', '/x/{}', '/x y/{slug}', '/x?{slug}'],
  ],
  [
    'an hour is written with four digits',
    checkOpens,
    ['00:00', '08:30', '23:59'],
    ['8:30', '24:00', '08.30', '08:60', '25:00'],
  ],
]

describe.each(cases)('%s', (_fact, check, good, bad) => {
  test.each(good)('%s is accepted', (value) => expect(judge(check, value)).toBe(true))
  test.each(bad)('“%s” is refused', (value) => expect(judge(check, value)).toBe(false))
})

describe('dates that cross', () => {
  const check = checkNotBefore('validFrom', { sv: 'Gäller från', en: 'Valid from' })
  test.each([
    ['2018', '2021'],
    ['2018-06', '2018'],
    ['2018', '2018-01-01'],
    ['2018-01-01', '2018-01-01'],
    ['', '2018'],
    ['nonsens', '2018'],
  ])('%s to %s need not cross', (validFrom, through) => expect(judge(check, through, { validFrom })).toBe(true))
  test.each([
    ['2018', '2017'],
    ['2018-02', '2018-01-31'],
    ['2018-01-02', '2018-01-01'],
    ['2018-02', '2018-01'],
  ])('%s to %s cross', (validFrom, through) => expect(judge(check, through, { validFrom })).toBe(false))
  test('the words name the other field and its date', () =>
    expect(check('2017', { validFrom: '2018' })).toEqual({
      sv: 'Datumet ligger före ”Gäller från” (2018). Ändra det ena av dem.',
      en: 'The date is earlier than “Valid from” (2018). Change one of them.',
    }))
  test('a point in time is compared by its day', () => {
    expect(judge(check, '2018-01-02T10:00:00.000Z', { validFrom: '2018-01-02' })).toBe(true)
    expect(judge(check, '2018-01-01T10:00:00.000Z', { validFrom: '2018-01-02' })).toBe(false)
  })
  test('a year and a month reach from their first to their last day', () => {
    expect([firstDay('2016'), firstDay('2016-02'), firstDay('2016-02-03')]).toEqual([
      '2016-01-01',
      '2016-02-01',
      '2016-02-03',
    ])
    expect([lastDay('2016'), lastDay('2016-02'), lastDay('2016-02-03')]).toEqual([
      '2016-12-31',
      '2016-02-29',
      '2016-02-03',
    ])
  })
})

describe('opening hours', () => {
  test('close after they open, at the latest at 24:00', () => {
    expect(judge(checkCloses, '16:30', { opens: '08:00' })).toBe(true)
    expect(judge(checkCloses, '24:00', { opens: '18:00' })).toBe(true)
    expect(judge(checkCloses, '02:00', { opens: '18:00' })).toBe(false)
    expect(judge(checkCloses, '08:00', { opens: '08:00' })).toBe(false)
  })
  test('a day that differs has both times', () => {
    expect(judge(checkExceptionCloses, '16:30', {})).toBe(false)
    expect(judge(checkExceptionCloses, '16:30', { opens: '10:00' })).toBe(true)
  })
})

describe('a number that a Swede would write', () => {
  test.each([
    ['020-50 50 50', '+4620505050'],
    ['0611-34 90 00', '+46611349000'],
    ['+46 (0)611-349000', '+46611349000'],
    ['0046 611 34 90 00', '+46611349000'],
    ['114 14', '11414'],
  ])('%s is suggested as %s', (written, suggestion) => {
    expect(suggestedNumber(written)).toBe(suggestion)
    expect(checkPhoneNumber(written, {})).toMatchObject({ sv: expect.stringContaining(suggestion) })
  })
  test('what is no number gets an example', () =>
    expect(checkPhoneNumber('växeln', {})).toMatchObject({
      sv: expect.stringContaining('020-50 50 50 blir +4620505050'),
    }))
})

describe('a field', () => {
  const validate = validated(checkSlug)
  test('may be empty unless it is needed', async () => {
    expect(await validate('', asked({}))).toBe(true)
    expect(await validate(null, asked({}))).toBe(true)
    expect(await validate('', asked({ required: true }))).toBe('Fyll i fältet. Det behövs för att kunna publicera.')
  })
  test('says what to do in the language of the user', async () => {
    expect(await validate('Å', asked({ language: 'sv' }))).toMatch(/^Använd bara små bokstäver/)
    expect(await validate('Å', asked({ language: 'en' }))).toMatch(/^Use only small letters/)
  })
  test('is needed where the field beside it says so', async () => {
    const message = { sv: 'Välj län.', en: 'Choose counties.' }
    const needed = neededWhen(({ audience }) => audience === 'named', message)
    expect(await needed([], asked({ siblings: { audience: 'named' } }))).toBe('Välj län.')
    expect(await needed(['uppsala'], asked({ siblings: { audience: 'named' } }))).toBe(true)
    expect(await needed([], asked({ siblings: { audience: 'own' } }))).toBe(true)
  })
})

describe('an image', () => {
  const image = { mimeType: 'image/png' }
  test('without alternative text is refused unless it is decoration', async () => {
    expect(await validateAlt('', asked({ data: image }))).toMatch(/^Beskriv bilden/)
    expect(await validateAlt('  ', asked({ upload: 'image/png' }))).toMatch(/^Beskriv bilden/)
    expect(await validateAlt('En stuga vid en sjö', asked({ data: image }))).toBe(true)
    expect(await validateAlt('', asked({ data: { ...image, decorative: true } }))).toBe(true)
  })
  test('is not a PDF, which needs none', async () =>
    expect(await validateAlt('', asked({ data: { mimeType: 'application/pdf' } }))).toBe(true))
})

describe('a slug out of a title', () => {
  test.each([
    ['Våld i nära relationer', 'vald-i-nara-relationer'],
    ['Östergötlands län – 2018–2021', 'ostergotlands-lan-2018-2021'],
    ['Ängelholm, Åre & Örebro!', 'angelholm-are-orebro'],
    ['Café Ærø', 'cafe-aero'],
    ['Sámi giella', 'sami-giella'],
    ['العنف', ''],
    ['  ', ''],
  ])('%s becomes “%s”', (title, slug) => expect(slugOf(title)).toBe(slug))
  test('is no longer than 80 characters and ends in no hyphen', () =>
    expect(slugOf(`${'ord '.repeat(19)}or ordet`)).toMatch(/^[a-z-]{1,79}[a-z]$/))
  test('is a draft’s own while there is none', () => {
    expect(isDraftSlug(draftSlug())).toBe(true)
    expect(judge(checkSlug, draftSlug())).toBe(true)
    expect(isDraftSlug('utkast-till-plan')).toBe(false)
  })
})

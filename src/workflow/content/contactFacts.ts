import type { Contents, OpeningHours } from '../../archive/pure/model.js'
import { group, is, list, oneOf, rowsOf, text, type Row } from './row.js'

export function contactFacts(row: Row): Contents['contact']['facts'] {
  const address = group(row['address'])
  const kind = oneOf(row['kind'], ['helpline', 'authority', 'function', 'person'], 'function')
  const place = {
    street: text(address['street']),
    postalCode: text(address['postalCode']),
    city: text(address['city']),
  }
  return {
    kind,
    phones: rowsOf(row['phones']).map((phone) => ({
      number: text(phone['number']) ?? '',
      display: text(phone['display']) ?? '',
      freeOfCharge: is(phone['freeOfCharge']),
      sms: is(phone['sms']),
      textPhone: is(phone['textPhone']),
    })),
    hours: hoursOf(row),
    anonymous: is(row['anonymous']),
    hiddenOnBill: is(row['hiddenOnBill']),
    languages: list(row['languages']).map(String),
    email: text(row['email']),
    url: text(row['url']),
    address: Object.values(place).every((value) => value === null) ? null : place,
    lastVerifiedOn: text(row['lastVerifiedOn']),
    verifyAgainBy: text(row['verifyAgainBy']),
    legalBasis: kind === 'person' ? text(row['legalBasis']) : null,
  }
}

/** The form names several days in a row; the archive keeps one line a day. */
function hoursOf(row: Row): OpeningHours {
  const alwaysOpen = is(row['alwaysOpen'])
  const weekly = rowsOf(row['weekly'])
    .flatMap((line) =>
      list(line['days']).map((day) => ({
        day: Number(day) as OpeningHours['weekly'][number]['day'],
        opens: text(line['opens']) ?? '',
        closes: text(line['closes']) ?? '',
      })),
    )
    .sort((one, other) => one.day - other.day || one.opens.localeCompare(other.opens))
  const exceptions = rowsOf(row['exceptions']).map((one) => ({
    date: text(one['date']) ?? '',
    opens: text(one['opens']),
    closes: text(one['closes']),
  }))
  return { alwaysOpen, weekly: alwaysOpen ? [] : weekly, exceptions }
}

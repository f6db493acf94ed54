import type { FileChange, PartyChange } from '../../archive/pure/diff/model.js'
import { both, type Both } from '../speech.js'

const s = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

/** What there is none of is not told. */
const counted = (...all: [count: number, what: string][]): string =>
  all
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(', ')

/** The words of a comparison. */
export const labels = both({
  sv: {
    added: 'Tillagt',
    removed: 'Borttaget',
    changed: 'Ändrat',
    moved: 'Flyttat',
    onlyForm: 'Orden är desamma, bara utformningen är ändrad',
    tooLong: 'Texten är för lång för att jämföras ord för ord och visas hel',
    same: 'Ingenting skiljer dem åt.',
    notShown: 'ett dokument som inte visas',
    unchanged: (count: number) => s(count, 'oförändrat stycke', 'oförändrade stycken'),
    sections: { fields: 'Beslut och uppgifter', parties: 'Parter', files: 'Bilagor', text: 'Text' },
    columns: { field: 'Uppgift', before: 'Tidigare', after: 'Senare' },
    counts: {
      fields: (count: number) => s(count, 'ändrad uppgift', 'ändrade uppgifter'),
      parties: (count: number) => s(count, 'ändrad part', 'ändrade parter'),
      files: (count: number) => s(count, 'ändrad bilaga', 'ändrade bilagor'),
      blocks: (added: number, removed: number, changed: number, moved: number) =>
        `Stycken: ${counted([added, 'tillagda'], [removed, 'borttagna'], [changed, 'ändrade'], [moved, 'flyttade'])}`,
      words: (added: number, removed: number) => `Ord: ${counted([added, 'tillagda'], [removed, 'borttagna'])}`,
    },
    party: {
      organisationNumber: 'organisationsnummer',
      kind: 'slag',
      role: 'roll',
      adoptedOn: 'antog den',
      diaryNumber: 'diarienummer',
    },
  },
  en: {
    added: 'Added',
    removed: 'Removed',
    changed: 'Changed',
    moved: 'Moved',
    onlyForm: 'The words are the same; only their form is another',
    tooLong: 'The text is too long to be compared word by word, and is shown whole',
    same: 'Nothing tells them apart.',
    notShown: 'a document that is not shown',
    unchanged: (count: number) => s(count, 'unchanged paragraph', 'unchanged paragraphs'),
    sections: { fields: 'Decision and facts', parties: 'Parties', files: 'Attachments', text: 'Text' },
    columns: { field: 'Fact', before: 'Earlier', after: 'Later' },
    counts: {
      fields: (count: number) => s(count, 'changed fact', 'changed facts'),
      parties: (count: number) => s(count, 'changed party', 'changed parties'),
      files: (count: number) => s(count, 'changed attachment', 'changed attachments'),
      blocks: (added: number, removed: number, changed: number, moved: number) =>
        `Paragraphs: ${counted([added, 'added'], [removed, 'removed'], [changed, 'changed'], [moved, 'moved'])}`,
      words: (added: number, removed: number) => `Words: ${counted([added, 'added'], [removed, 'removed'])}`,
    },
    party: {
      organisationNumber: 'organisation number',
      kind: 'kind',
      role: 'role',
      adoptedOn: 'adopted on',
      diaryNumber: 'diary number',
    },
  },
})

export type Labels = (typeof labels)['sv']

export const partyChanges: Both<Record<PartyChange['change'], string>> = {
  sv: { SAME: 'Oförändrad', JOINED: 'Ny part', LEFT: 'Inte längre part', RENAMED: 'Nytt namn', CHANGED: 'Ändrad' },
  en: { SAME: 'Unchanged', JOINED: 'Joined', LEFT: 'Left', RENAMED: 'Renamed', CHANGED: 'Changed' },
}

/** `DESCRIBED` is for a file whose bytes and name are the same, and what is told of it is another. */
export const fileChanges: Both<Record<FileChange['change'] | 'DESCRIBED', string>> = {
  sv: {
    SAME: 'Oförändrad',
    ADDED: 'Ny bilaga',
    REMOVED: 'Borttagen bilaga',
    REPLACED: 'Nytt innehåll',
    RENAMED: 'Nytt namn, samma innehåll',
    DESCRIBED: 'Ny beskrivning, samma innehåll',
  },
  en: {
    SAME: 'Unchanged',
    ADDED: 'Added',
    REMOVED: 'Removed',
    REPLACED: 'Other content',
    RENAMED: 'Other name, same content',
    DESCRIBED: 'Other description, same content',
  },
}

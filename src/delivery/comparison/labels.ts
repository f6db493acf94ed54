import type { FileChange, PartyChange } from '../../archive/pure/diff/model.js'
import { enFields, svFields } from './fieldLabels.js'

/** The words of a comparison, in the reader's language. */
export interface Labels {
  added: string
  removed: string
  changed: string
  moved: string
  onlyForm: string
  tooLong: string
  same: string
  unchanged: (count: number) => string
  sections: { fields: string; parties: string; files: string; text: string }
  columns: { field: string; before: string; after: string }
  counts: {
    fields: (count: number) => string
    parties: (count: number) => string
    files: (count: number) => string
    blocks: (added: number, removed: number, changed: number, moved: number) => string
    words: (added: number, removed: number) => string
  }
  parties: Record<PartyChange['change'], string>
  files: Record<FileChange['change'], string>
  fields: Readonly<Record<string, string>>
}

const s = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

const sv: Labels = {
  added: 'Tillagt',
  removed: 'Borttaget',
  changed: 'Ändrat',
  moved: 'Flyttat',
  onlyForm: 'Orden är desamma, bara utformningen är ändrad',
  tooLong: 'Texten är för lång för att jämföras ord för ord och visas hel',
  same: 'Ingenting skiljer dem åt.',
  unchanged: (count) => s(count, 'oförändrat stycke', 'oförändrade stycken'),
  sections: { fields: 'Beslut och uppgifter', parties: 'Parter', files: 'Bilagor', text: 'Text' },
  columns: { field: 'Uppgift', before: 'Tidigare', after: 'Senare' },
  counts: {
    fields: (count) => s(count, 'ändrad uppgift', 'ändrade uppgifter'),
    parties: (count) => s(count, 'part', 'parter'),
    files: (count) => s(count, 'bilaga', 'bilagor'),
    blocks: (added, removed, changed, moved) =>
      `stycken: ${added} tillagda, ${removed} borttagna, ${changed} ändrade, ${moved} flyttade`,
    words: (added, removed) => `ord: ${added} tillagda, ${removed} borttagna`,
  },
  parties: { SAME: 'Oförändrad', JOINED: 'Ny part', LEFT: 'Inte längre part', RENAMED: 'Nytt namn', CHANGED: 'Ändrad' },
  files: {
    SAME: 'Oförändrad',
    ADDED: 'Ny bilaga',
    REMOVED: 'Borttagen bilaga',
    REPLACED: 'Nytt innehåll',
    RENAMED: 'Nytt namn, samma innehåll',
  },
  fields: svFields,
}

const en: Labels = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  moved: 'Moved',
  onlyForm: 'The words are the same; only their form is another',
  tooLong: 'The text is too long to be compared word by word, and is shown whole',
  same: 'Nothing tells them apart.',
  unchanged: (count) => s(count, 'unchanged paragraph', 'unchanged paragraphs'),
  sections: { fields: 'Decision and facts', parties: 'Parties', files: 'Attachments', text: 'Text' },
  columns: { field: 'Fact', before: 'Earlier', after: 'Later' },
  counts: {
    fields: (count) => s(count, 'changed fact', 'changed facts'),
    parties: (count) => s(count, 'party', 'parties'),
    files: (count) => s(count, 'attachment', 'attachments'),
    blocks: (added, removed, changed, moved) =>
      `paragraphs: ${added} added, ${removed} removed, ${changed} changed, ${moved} moved`,
    words: (added, removed) => `words: ${added} added, ${removed} removed`,
  },
  parties: { SAME: 'Unchanged', JOINED: 'Joined', LEFT: 'Left', RENAMED: 'Renamed', CHANGED: 'Changed' },
  files: {
    SAME: 'Unchanged',
    ADDED: 'Added',
    REMOVED: 'Removed',
    REPLACED: 'Other content',
    RENAMED: 'Other name, same content',
  },
  fields: enFields,
}

/** English for English, Swedish for everybody else. */
export const labelsIn = (language: string): Labels => (language === 'en' ? en : sv)

/** Numbers of a list are told apart from its field: `phones.1.number` is the second number. */
export function fieldLabel(field: string, { fields }: Labels): string {
  const places = [...field.matchAll(/\.(\d+)\b/g)].map(([, place]) => Number(place) + 1)
  const label = fields[field.replaceAll(/\.\d+\b/g, '')] ?? field
  return places.length > 0 ? `${label} (${places.join('.')})` : label
}

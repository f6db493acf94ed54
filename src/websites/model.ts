/** What a county's website has told of itself, as administrators have entered it. */
export interface Website {
  county: string
  /** `https://www.example.se`, as browsers send them in `Origin`. The first is where its pages lie. */
  origins: readonly string[]
  /** By kind of document, with `{slug}`, `{id}`, `{strategy}` and `{number}` in them. */
  paths: Readonly<Record<string, string>>
  /** SHA-256 of each of its keys, as hex. */
  keys: readonly string[]
}

/** A query that a website has registered, so that it may send the identifier alone. */
export interface PersistedDocument {
  county: string
  /** SHA-256 of the text, as lower-case hex. */
  sha256: string
  text: string
}

/** Where a website shows each kind of document. */
export interface Site {
  origin: string
  paths: Readonly<Record<string, string>>
}

/** What the service needs of the database to know its websites: three questions, read-only, past Payload. */
export interface WebsiteReader {
  /** By county. */
  websites(): Promise<Website[]>
  /** Another text whenever a document was registered or removed. */
  documentsVersion(): Promise<string>
  documents(): Promise<PersistedDocument[]>
  close(): Promise<void>
}

/** A field that was left empty is none. */
export const withoutEmpty = (paths: Record<string, string | null | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(paths).filter((entry): entry is [string, string] => Boolean(entry[1])))
